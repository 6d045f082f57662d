/** Organisations as rows: read whole, and turned into what the rest of the house calls an organisation. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Organisation, OrganisationKind, Ownership, Sector, Size, Standing } from './organisation.ts'

export interface OrganisationRow {
  readonly district_id: Id
  readonly id: Id
  readonly kind: OrganisationKind
  readonly name: string
  readonly short_name: string
  readonly sort_name: string
  readonly parent_id: Id | null
  readonly unit_id: Id | null
  readonly path: readonly Id[]
  readonly firm_id: Id | null
  readonly street_id: Id | null
  readonly sector: Sector | null
  readonly size: Size | null
  readonly ownership: Ownership | null
  readonly credit_code: string | null
  readonly legal_representative: string | null
  readonly employees: number | null
  readonly designated: boolean
  readonly address: string | null
  readonly mediates: boolean
  readonly standing: Standing
  readonly since: Day
  readonly until: Day | null
}

const columns = [
  'district_id',
  'id',
  'kind',
  'name',
  'short_name',
  'sort_name',
  'parent_id',
  'unit_id',
  'path',
  'firm_id',
  'street_id',
  'sector',
  'size',
  'ownership',
  'credit_code',
  'legal_representative',
  'employees',
  'designated',
  'address',
  'mediates',
  'standing',
  'since',
  'until',
] as const satisfies readonly (keyof OrganisationRow)[]

/** What to select for a row, from the table under this name. */
export const columnsOf = (table: string): string => columns.map((column) => `${table}.${column}`).join(', ')
export const organisationColumns: string = columns.join(', ')

export const organisationOf = (row: OrganisationRow): Organisation => ({
  id: row.id,
  district: row.district_id,
  kind: row.kind,
  name: row.name,
  shortName: row.short_name,
  path: row.path,
  designated: row.designated,
  mediates: row.mediates,
  standing: row.standing,
  since: row.since,
  ...(row.parent_id && { parent: row.parent_id }),
  ...(row.unit_id && { unit: row.unit_id }),
  ...(row.firm_id && { firm: row.firm_id }),
  ...(row.street_id && { street: row.street_id }),
  ...(row.sector && { sector: row.sector }),
  ...(row.size && { size: row.size }),
  ...(row.ownership && { ownership: row.ownership }),
  ...(row.credit_code && { creditCode: row.credit_code }),
  ...(row.legal_representative && { legalRepresentative: row.legal_representative }),
  ...(row.employees !== null && { employees: row.employees }),
  ...(row.address && { address: row.address }),
  ...(row.until && { until: row.until }),
})
