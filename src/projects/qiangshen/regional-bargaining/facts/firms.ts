/** Which firms the contract is for, from when to when. Pure. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Facts, KnownFirm, Offer } from '../data.ts'

export interface BoundFirm {
  readonly organisationId: Id
  readonly name: string
  readonly employees?: number
  /** Absent: from the first day. */
  readonly since?: Day
  /** The first day on which it is bound no more. */
  readonly leftOn?: Day
}

type Named = Pick<Facts, 'joins' | 'leaves'> & { readonly offer: Offer | undefined }

/** Every firm that is or was in it, each once a spell; as the register knew it, where it was looked up. */
export function spellsOf({ offer, joins, leaves }: Named): readonly BoundFirm[] {
  const first = offer?.known ?? offer?.firms ?? []
  const spells: BoundFirm[] = once(first).map(factsOf)
  for (const { organisationId, name, on, known } of joins) {
    spells.push({ ...factsOf(known?.find((one) => one.organisationId === organisationId) ?? { organisationId, name }), since: on })
  }
  return spells.map((spell) => {
    const left = leaves
      .filter(({ organisationId, on }) => organisationId === spell.organisationId && on >= (spell.since ?? on))
      .reduce<Day | undefined>((soonest, { on }) => (soonest && soonest < on ? soonest : on), undefined)
    return left ? { ...spell, leftOn: left } : spell
  })
}

const once = <Firm extends { readonly organisationId: Id }>(firms: readonly Firm[]): readonly Firm[] => [
  ...new Map(firms.map((firm) => [firm.organisationId, firm])).values(),
]
const factsOf = ({ organisationId, name, employees }: KnownFirm): BoundFirm => ({
  organisationId,
  name,
  ...(employees === undefined ? {} : { employees }),
})

/** Those in it now: nobody who has left. */
export const boundFirms = (facts: Named): readonly BoundFirm[] => spellsOf(facts).filter(({ leftOn }) => leftOn === undefined)
export const isBound = (facts: Named, firm: Id): boolean => boundFirms(facts).some(({ organisationId }) => organisationId === firm)

/** Workers of the bound firms, as far as the register knows their numbers. */
export const workersOf = (facts: Named): number => boundFirms(facts).reduce((sum, { employees = 0 }) => sum + employees, 0)
