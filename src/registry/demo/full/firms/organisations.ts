/** The invented organisations as rows, with what was true of them from a day until a day, their places, terms and covers. */
import { addDays, addYears, type Day, laterOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { demoId, demoNumber } from '../../demo-id.ts'
import { organisationId } from '../../organisations.ts'
import { demoStreets } from '../../places.ts'
import { chance } from '../chance.ts'
import { dayNumbered, numberOf } from '../days.ts'
import type { PlannedFirm } from './firms.ts'
import { firstList, listed, listName, listOf } from './lists.ts'
import { demoName } from '../people/names.ts'
import { demoCreditCode } from '../numbers.ts'
import { type JointUnion, jointUnions, type Organised } from './unions.ts'

export interface OrganisationRow {
  readonly id: Id
  readonly kind: 'firm' | 'union' | 'jointUnion'
  readonly name: string
  readonly shortName: string
  readonly parent: Id
  readonly unit: Id
  readonly path: readonly Id[]
  readonly since: Day
  readonly firm?: Id
  readonly street?: Id
  readonly sector?: string
  readonly employees?: number
  readonly designated?: boolean
  readonly address?: string
  readonly creditCode?: string
  readonly legalRepresentative?: string
  readonly size?: string
  readonly ownership?: string
}

export interface FactRow {
  readonly id: Id
  readonly organisation: Id
  readonly fact: string
  readonly value: unknown
  readonly since: Day
  readonly until?: Day
  readonly source: string
}

export interface PlaceRow {
  readonly id: Id
  readonly organisation: Id
  readonly parent: Id
  readonly unit: Id
  readonly since: Day
  readonly approvalNumber?: string
  readonly approvedOn?: Day
}

export interface TermRow {
  readonly id: Id
  readonly organisation: Id
  readonly years: number
  readonly beganOn: Day
  readonly endsOn: Day
  readonly approvalNumber: string
  readonly approvedOn: Day
}

export interface CoverRow {
  readonly id: Id
  readonly union: Id
  readonly firm: Id
  readonly since: Day
  readonly source: string
}

export const firmId = (n: number): Id => demoId(`firm ${n}`)
export const unionId = (n: number): Id => demoId(`firm ${n} union`)
export const jointUnionId = (key: string): Id => demoId(`joint union ${key}`)
export const freightFederation = organisationId('freightFederation')
export const coveringId = (by: string): Id => (by === 'freightFederation' ? freightFederation : jointUnionId(by))
export const unitOf = (firm: Pick<PlannedFirm, 'park' | 'street'>): Id => organisationId(firm.park ? 'parkFederation' : firm.street)

const district = organisationId('district')
const ago = (today: Day, days: number): Day => dayNumbered(numberOf(today) - days)

/** By the statistical classes of industry, as far as people are counted. */
const sizeOf = (employees: number): string =>
  employees >= 1_000 ? 'large' : employees >= 300 ? 'medium' : employees >= 20 ? 'small' : 'micro'

export function firmRow(firm: PlannedFirm, today: Day, designated: boolean): OrganisationRow {
  const [id, unit] = [firmId(firm.n), unitOf(firm)]
  const { surname, given } = demoName(chance(`head ${firm.n}`), demoNumber(`head ${firm.n}`, 4) === 0 ? 'female' : 'male', 1974)
  return {
    id,
    kind: 'firm',
    name: firm.name,
    shortName: firm.shortName,
    parent: unit,
    unit,
    path: [district, unit, id],
    since: ago(today, firm.age),
    street: organisationId(firm.street),
    sector: firm.sector,
    employees: firm.employees,
    designated,
    address: `${demoStreets[firm.street]}街道${firm.address}`,
    creditCode: demoCreditCode(firm.n),
    legalRepresentative: surname + given,
    size: sizeOf(firm.employees),
    ownership: firm.ownership,
  }
}

export function unionRow(firm: PlannedFirm, age: number, today: Day): OrganisationRow {
  const [id, unit] = [unionId(firm.n), unitOf(firm)]
  return {
    id,
    kind: 'union',
    name: `${firm.name}工会委员会`,
    shortName: `${firm.shortName}工会`,
    parent: unit,
    unit,
    path: [district, unit, id],
    since: ago(today, age),
    firm: firmId(firm.n),
    street: organisationId(firm.street),
    sector: firm.sector,
  }
}

export function jointUnionRow({ key, name, shortName, at, age }: JointUnion, today: Day): OrganisationRow {
  const [id, unit] = [jointUnionId(key), organisationId(at)]
  const street = at === 'parkFederation' || at === 'freightFederation' ? {} : { street: unit }
  return { id, kind: 'jointUnion', name, shortName, parent: unit, unit, path: [district, unit, id], since: ago(today, age), ...street }
}

/** What is known of a firm besides its place in the yearly lists. */
export function firmFacts(firm: PlannedFirm, row: OrganisationRow, today: Day): readonly FactRow[] {
  const known = (fact: string, value: unknown, since: Day, source: string, until?: Day): FactRow => ({
    id: demoId(`fact ${firm.n} ${fact} ${since}`),
    organisation: row.id,
    fact,
    value,
    since,
    source,
    ...(until && { until }),
  })
  const registered = ['sector', 'ownership', 'creditCode', 'legalRepresentative'] as const
  const year = Number(today.slice(0, 4))
  const counts = [year - 2, year - 1, year].flatMap((each) => {
    const first = `${each}-01-01` as Day
    if (each !== year && first < row.since) return []
    const since = laterOf(first, row.since)
    const many =
      each === year ? firm.employees : Math.max(2, Math.round(firm.employees * (0.82 + demoNumber(`${firm.n} in ${each}`, 300) / 1_000)))
    const until = each === year ? undefined : (`${each}-12-31` as Day)
    return [known('employees', many, since, `${each}年企业用工情况表.xlsx`, until)]
  })
  return [...registered.map((fact) => known(fact, row[fact], row.since, '登记')), known('size', row.size, row.since, '登记'), ...counts]
}

/** What is in the register already: from when until when one of the named firms counts as 规上. */
export interface Designation {
  readonly since: Day
  readonly until?: Day | undefined
}

/** The yearly lists as facts. `named` are those of the named firms; together they are as many as the year had. */
export function listFacts(
  firms: readonly PlannedFirm[],
  named: readonly Designation[],
  today: Day,
): readonly (FactRow & { readonly firm: number })[] {
  const lastYear = Number(today.slice(0, 4))
  const candidates = firms
    .filter(({ large }) => large)
    .map((firm) => ({ of: firm, employees: firm.employees, founded: Number(ago(today, firm.age).slice(0, 4)), key: String(firm.n) }))
  return Array.from({ length: lastYear - firstList + 1 }, (_, at) => firstList + at).flatMap((year) => {
    const on = year === lastYear ? today : (`${year}-12-01` as Day)
    const others = named.filter(({ since, until }) => since <= on && (!until || until >= on)).length
    return listOf(candidates, year, listed(year, lastYear) - others).map(({ n }) => ({
      firm: n,
      id: demoId(`fact ${n} designated ${year}`),
      organisation: firmId(n),
      fact: 'designated',
      value: true,
      since: `${year}-01-01` as Day,
      ...(year < lastYear && { until: `${year}-12-31` as Day }),
      source: listName(year),
    }))
  })
}

const words: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(demoStreets).map(([key, name]) => [organisationId(key as keyof typeof demoStreets), `钱${name[0]}总工`]),
)
const approval = (unit: Id, on: Day, key: string): string =>
  `${words[unit] ?? '钱总工'}〔${on.slice(0, 4)}〕${1 + demoNumber(`approval ${key} ${on}`, 240)}号`

/** A union's place under its upper union, with the approval that made it. */
export const unionPlace = ({ id, parent, unit, since }: OrganisationRow): PlaceRow => ({
  id: demoId(`place ${id}`),
  organisation: id,
  parent,
  unit,
  since,
  approvalNumber: approval(unit, since, id),
  approvedOn: since,
})

/** One term after another since the founding; here and there the last one has run out and nobody has voted yet. */
export function termsOf({ id, unit, since }: Pick<OrganisationRow, 'id' | 'unit' | 'since'>, today: Day): readonly TermRow[] {
  const years = demoNumber(`term ${id}`, 5) < 2 ? 5 : 3
  const late = demoNumber(`late ${id}`, 40) === 0
  const terms: TermRow[] = []
  for (let began = since; began <= today; began = addYears(began, years)) {
    const lastDay = addDays(addYears(began, years), -1)
    if (late && terms.length > 0 && lastDay >= today && demoNumber(`months ${id}`, 2) === 0) break
    const approvalNumber = approval(unit, began, `${id} term`)
    terms.push({
      id: demoId(`term ${id} ${terms.length}`),
      organisation: id,
      years,
      beganOn: began,
      endsOn: lastDay,
      approvalNumber,
      approvedOn: began,
    })
  }
  return terms
}

export const coverRows = (firm: PlannedFirm, { covers }: Organised, today: Day): readonly CoverRow[] =>
  covers.map(({ by, age }) => ({
    id: demoId(`cover ${by} ${firm.n}`),
    union: coveringId(by),
    firm: firmId(firm.n),
    since: ago(today, age),
    source: by === 'freightFederation' ? '货运物流行业企业名册.xlsx' : '联合工会覆盖企业名册.xlsx',
  }))

export const jointUnionRows = (today: Day): readonly OrganisationRow[] => jointUnions.map((union) => jointUnionRow(union, today))
