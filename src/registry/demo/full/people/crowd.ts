/** Who is to be made, by number: the people of each firm in turn, those who left, drivers and riders without an employer. */
import type { Id } from '#kernel/id.ts'
import type { Sector } from '../../../organisation.ts'
import { demoFirms, demoWorkers, firmKeys, organisationId } from '../../../demo.ts'
import type { streetKeys } from '../../places.ts'
import { demoNumber } from '../../demo-id.ts'
import { article, type PlannedFirm } from '../firms/firms.ts'
import { coveringId, firmId, freightFederation, jointUnionId, unionId, unitOf } from '../firms/organisations.ts'
import { jointUnions, type Organised } from '../firms/unions.ts'

/** Where somebody can work, as far as it matters for the people there. */
export interface Workplace {
  readonly firm: Id
  readonly unit: Id
  readonly sector: Sector
  /** Days before the day of the district. */
  readonly age: number
  /** Whose people they are: the firm's own union, else the first that took it in. */
  readonly union?: Id
  readonly unionAge?: number
  /** Those without a membership to enter: a federation that takes the firm in has no members of its own. */
  readonly joins: boolean
}

/** Those without an employer, below a joint union. */
export interface FreePart {
  readonly kind: 'freeDrivers' | 'riders'
  readonly many: number
  readonly union: Id
  readonly unit: Id
  readonly age: number
}

export type Part = { readonly kind: 'workers' | 'drivers' | 'left'; readonly many: number; readonly at: Workplace } | FreePart

export const platforms = { riders: organisationId('fengsu'), drivers: organisationId('yunda') } as const
export const driversUnion = jointUnions.find((union) => union.for === 'drivers')!
const employedDrivers = 3_800
const riders = 1_200

/** `firms` with how they are organised; `namedSince` says since how many days a named firm or union is there. */
export function crowd(
  firms: readonly PlannedFirm[],
  ways: ReadonlyMap<number, Organised>,
  namedAges: ReadonlyMap<Id, number>,
): readonly Part[] {
  const drivers = driversOf(firms)
  const invented = firms.flatMap((firm): readonly Part[] => {
    const at = workplaceOf(firm, ways.get(firm.n)!)
    const driving = drivers.get(firm.n) ?? 0
    return [
      { kind: 'workers', many: firm.employees - driving, at },
      { kind: 'drivers', many: driving, at },
      { kind: 'left', many: Math.round(firm.employees * 0.03), at },
    ]
  })
  const union = jointUnionId(driversUnion.key)
  const perStreet = jointUnions.filter((one) => one.for === 'riders')
  const all: readonly Part[] = [
    ...named(namedAges),
    ...invented,
    { kind: 'freeDrivers', many: article.drivers - employedDrivers, union, unit: freightFederation, age: driversUnion.age },
    ...perStreet.map(
      ({ key, at, age }, n): Part => ({
        kind: 'riders',
        many: Math.floor((riders + n) / perStreet.length),
        union: jointUnionId(key),
        unit: organisationId(at as (typeof streetKeys)[number]),
        age,
      }),
    ),
  ]
  // One unit after another, so that a batch touches the counts of few units.
  const unit = (part: Part): Id => ('at' in part ? part.at.unit : part.unit)
  return all.filter(({ many }) => many > 0).toSorted((a, b) => (unit(a) < unit(b) ? -1 : unit(a) > unit(b) ? 1 : 0))
}

function workplaceOf(firm: PlannedFirm, { unionAge, covers }: Organised): Workplace {
  const place = { firm: firmId(firm.n), unit: unitOf(firm), sector: firm.sector, age: firm.age }
  if (unionAge !== undefined) return { ...place, union: unionId(firm.n), unionAge, joins: true }
  const first = covers.toSorted((a, b) => b.age - a.age)[0]
  if (!first) return { ...place, joins: false }
  const union = coveringId(first.by)
  const federation = first.by === 'freightFederation'
  return { ...place, union, unionAge: first.age, joins: !federation }
}

/** The named firms get as many more as are missing to their number. */
function named(ages: ReadonlyMap<Id, number>): readonly Part[] {
  return firmKeys.map((key) => {
    const firm: (typeof demoFirms)[typeof key] & { readonly under?: 'park' } = demoFirms[key]
    const unit = organisationId(firm.under === 'park' ? 'parkFederation' : firm.street)
    const id = organisationId(key)
    const place = { firm: id, unit, sector: firm.sector, age: ages.get(id)! }
    const union = firm.union ? organisationId(`${key}Union`) : undefined
    const at: Workplace = union ? { ...place, union, unionAge: ages.get(union)!, joins: true } : { ...place, joins: false }
    return { kind: 'workers', many: firm.employees - demoWorkers(key).length, at }
  })
}

/** Most freight firms are a few people and their trucks. */
function driversOf(firms: readonly PlannedFirm[]): ReadonlyMap<number, number> {
  const freight = firms.filter(({ sector }) => sector === 'freight')
  const all = freight.reduce((sum, { employees }) => sum + employees, 0)
  const share = employedDrivers / all
  const many = new Map(freight.map(({ n, employees }) => [n, Math.min(employees, Math.floor(employees * share))]))
  let missing = employedDrivers - [...many.values()].reduce((sum, one) => sum + one, 0)
  for (const { n, employees } of freight.toSorted((a, b) => demoNumber(`drivers ${a.n}`, 1e9) - demoNumber(`drivers ${b.n}`, 1e9))) {
    if (missing === 0) break
    if (many.get(n)! < employees) {
      many.set(n, many.get(n)! + 1)
      missing--
    }
  }
  if (missing > 0) throw new Error(`${missing} drivers have no firm`)
  return many
}
