/** The rows that the register of contracts keeps of a case: the contract, and every firm that it binds. Pure. */
import type { KeptFile } from '#engine/mechanism.ts'
import { addDays, type Day, earlierOf, laterOf } from '#kernel/day.ts'
import { type ContractRow, type CoverRow, notInForceYet } from '#registry/contracts/contract.ts'
import type { Facts } from '../data.ts'
import { spellsOf } from './firms.ts'
import { forceOf, signedOn } from './term.ts'

type File = KeptFile<Facts>

const effectOf = ({ log }: File) => log.findLast(({ step }) => step === 'takeEffect')
const daysOf = ({ log }: File): Record<string, Day> => Object.fromEntries(log.map(({ step, on }) => [step, on]))

/** Signed by both, and with the office or on the way there. */
const awaiting = ({ state }: File): boolean => ['carried', 'filed', 'objected'].includes(state)

export function contractRows(file: File): readonly ContractRow[] {
  const effect = effectOf(file)
  const signed = signedOn(file.known, { days: daysOf(file) }) ?? effect?.on
  const force = effect ? forceOf(file.known, effect.on) : awaiting(file) ? { since: notInForceYet, until: notInForceYet } : undefined
  const { offer, draft } = file.known
  if (!offer || !draft || !signed || !force) return []
  return [
    {
      version: offer.purpose === 'change' ? 2 : 1,
      kind: offer.kind,
      level: offer.level,
      title: draft.title,
      minutes: false,
      signed_on: signed,
      ...force,
      deemed: effect?.by === 'law',
      clauses: draft.clauses,
      owner_id: file.owner.id,
      unit_id: file.owner.unit,
      number: file.number,
    },
  ]
}

/** Each firm while it is bound, within the days of the contract; who went and came again before it began is in it once. */
export function coverRows(file: File): readonly CoverRow[] {
  const [row] = contractRows(file)
  const { offer, joins, leaves } = file.known
  if (!row || !offer) return []
  const rows = spellsOf({ offer, joins, leaves }).flatMap(({ organisationId, since, leftOn }) => {
    const from = since ? laterOf(row.since, since) : row.since
    const until = leftOn ? earlierOf(row.until, addDays(leftOn, -1)) : row.until
    return until >= from ? [{ firm_id: organisationId, since: from, until }] : []
  })
  const longest = new Map<string, CoverRow>()
  for (const one of rows) {
    const key = `${one.firm_id} ${one.since}`
    const other = longest.get(key)
    if (!other || other.until < one.until) longest.set(key, one)
  }
  return [...longest.values()]
}
