/** Some three thousand invented firms: where they stand, what they make, how many work there and since when. The named sixty are beside these. */
import type { Sector } from '../../../organisation.ts'
import { demoFirms } from '../../firms.ts'
import { type StreetKey, streetKeys } from '../../places.ts'
import { chance, type Chance, weighted } from '../chance.ts'
import { type FirmName, firmName } from './firm-names.ts'

export interface PlannedFirm extends FirmName {
  readonly n: number
  readonly sector: Sector
  readonly street: StreetKey
  readonly park: boolean
  readonly employees: number
  /** Days before the day of the district. */
  readonly age: number
  /** Large enough to have been in a yearly list of 规上 firms at some time. */
  readonly large: boolean
  readonly ownership: 'state' | 'private' | 'foreign' | 'joint'
  readonly address: string
}

/** As many as the article counts. */
export const article = { firms: 3_000, workers: 308_000, designated: 677, freightFirms: 900, drivers: 6_000, newUnions: 308 } as const

interface Group {
  readonly sectors: readonly (readonly [Sector, number])[]
  readonly many: number
  readonly large: boolean
  /** Half of them have fewer than this, and how far the large ones stand out. */
  readonly middle: number
  readonly spread: number
}

const industry = [
  ['machinery', 24],
  ['autoParts', 16],
  ['electronics', 18],
  ['materials', 14],
  ['biomedicine', 12],
  ['food', 8],
  ['apparel', 8],
] as const

const freight = article.freightFirms - 4
const groups: readonly Group[] = [
  { sectors: industry, many: 780, large: true, middle: 205, spread: 0.85 },
  { sectors: industry, many: 620, large: false, middle: 24, spread: 0.7 },
  { sectors: [['freight', 1]], many: freight, large: false, middle: 6, spread: 0.8 },
  { sectors: [['catering', 1]], many: 180, large: false, middle: 16, spread: 0.9 },
  { sectors: [['construction', 1]], many: 164, large: false, middle: 34, spread: 0.9 },
  {
    sectors: [['services', 1]],
    many: article.firms - Object.keys(demoFirms).length - 780 - 620 - freight - 180 - 164,
    large: false,
    middle: 20,
    spread: 1,
  },
]

const streetOf = weighted<StreetKey>(streetKeys.map((key, at) => [key, [20, 25, 13, 12, 9, 12, 9][at]!]))
const roads = ['创智路', '求新街', '工贸路', '启明路', '同心路', '海塘路', '文汇街', '科创路', '东一路', '江涛路', '新业路', '围垦街']

const namedEmployees = Object.values(demoFirms).reduce((sum, { employees }) => sum + employees, 0)

/** Always the same, in fixed order; their people and those of the named firms are exactly as many as the article says. */
export function plannedFirms(): readonly PlannedFirm[] {
  const all = groups.flatMap((group, at) => {
    const sectorOf = weighted(group.sectors)
    return Array.from({ length: group.many }, (_, n) => sketch(group, sectorOf, at * 1_000 + n))
  })
  return evened(all, article.workers - namedEmployees)
}

function sketch({ middle, spread, large }: Group, sectorOf: (at: number) => Sector, n: number): PlannedFirm {
  const by = chance(`firm ${n}`)
  const sector = sectorOf(by.next())
  const street = streetOf(by.next())
  const park = street === 'linjiang' && large && by.often(0.5)
  const employees = Math.round(Math.max(large ? 22 : 2, middle * Math.exp(spread * by.normal())))
  const age = Math.floor(365 * (large ? 4 + by.next() * 21 : 0.4 + by.next() ** 1.3 * 24))
  const ownership = ownershipOf(by, large)
  const address = `${park ? '江湾智造产业园' : ''}${by.pick(roads)}${1 + by.below(880)}号`
  return { n, ...firmName(n, sector), sector, street, park, employees, age, large, ownership, address }
}

const ownershipOf = (by: Chance, large: boolean): PlannedFirm['ownership'] =>
  large && by.often(0.16) ? 'foreign' : by.often(0.04) ? 'joint' : by.often(0.03) ? 'state' : 'private'

/** The large firms take more or fewer so that the sum is right; the last few people go to the largest. */
function evened(all: readonly PlannedFirm[], wanted: number): readonly PlannedFirm[] {
  const sum = (firms: readonly PlannedFirm[]): number => firms.reduce((total, { employees }) => total + employees, 0)
  const small = sum(all.filter(({ large }) => !large))
  const factor = (wanted - small) / sum(all.filter(({ large }) => large))
  const scaled = all.map((firm) => (firm.large ? { ...firm, employees: Math.max(21, Math.round(firm.employees * factor)) } : firm))
  const largest = scaled.reduce((a, b) => (a.employees >= b.employees ? a : b))
  const rest = wanted - sum(scaled)
  return scaled.map((firm) => (firm === largest ? { ...firm, employees: firm.employees + rest } : firm))
}
