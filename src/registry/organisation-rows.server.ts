/** Organisations as rows: read whole, and turned into what the rest of the house calls an organisation. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Organisation, OrganisationKind, Sector } from './organisation.ts'

export interface OrganisationRow {
  readonly district_id: Id
  readonly id: Id
  readonly kind: OrganisationKind
  readonly name: string
  readonly short_name: string
  readonly pinyin: string
  readonly initials: string
  readonly parent_id: Id | null
  readonly unit_id: Id | null
  readonly path: readonly Id[]
  readonly firm_id: Id | null
  readonly street_id: Id | null
  readonly sector: Sector | null
  readonly employees: number | null
  readonly designated: boolean
  readonly address: string | null
  readonly mediates: boolean
  readonly since: Day
  readonly until: Day | null
}

export const organisationColumns = `district_id, id, kind, name, short_name, pinyin, initials, parent_id, unit_id, path, firm_id, street_id, sector,
  employees, designated, address, mediates, since, until`

export const organisationOf = (row: OrganisationRow): Organisation => ({
  id: row.id,
  district: row.district_id,
  kind: row.kind,
  name: row.name,
  shortName: row.short_name,
  path: row.path,
  designated: row.designated,
  mediates: row.mediates,
  since: row.since,
  ...(row.parent_id && { parent: row.parent_id }),
  ...(row.unit_id && { unit: row.unit_id }),
  ...(row.firm_id && { firm: row.firm_id }),
  ...(row.street_id && { street: row.street_id }),
  ...(row.sector && { sector: row.sector }),
  ...(row.employees !== null && { employees: row.employees }),
  ...(row.address && { address: row.address }),
  ...(row.until && { until: row.until }),
})
