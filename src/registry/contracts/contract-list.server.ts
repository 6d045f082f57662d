/** The list of contracts: those that end first come first, a page at a time, with the firms and workers each one binds. */
import type { Caller } from '#platform/caller.ts'
import type { Database, Query } from '#platform/database.server.ts'
import type { ContractKind, ContractLevel } from './contract.ts'
import { contractColumns, type KnownContract } from './binding.server.ts'
import type { ContractSelection } from './contract-filter.server.ts'
import type { ContractWire } from './contract-wire.ts'

/** Up to here totals are exact. */
export const countedUpTo = 50_000

export interface ListedContract extends KnownContract {
  readonly kind: ContractKind
  readonly level: ContractLevel
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly firms: number
  readonly workers: number
  /** The caller sees the case itself, by the rows the database shows them. */
  readonly opens: boolean
}

export interface ContractPage {
  readonly limit: number
  /** `until`, then case and version, where the page begins. */
  readonly start?: { readonly until: string; readonly id: string; readonly version: number }
}

/** Rows of contracts with what goes with them; looked up for these rows alone. */
const dressed = (inner: string, day: string): string => `
  select ${contractColumns}, w.unit_id, u.short_name as unit_name, coalesce(b.firms, 0)::int as firms, coalesce(b.workers, 0)::int as workers,
    exists (select 1 from case_file k where k.district_id = c.district_id and k.id = c.case_id) as opens
  from (${inner}) c
    join organisation w on w.district_id = c.district_id and w.id = c.owner_id
    left join organisation u on u.district_id = w.district_id and u.id = w.unit_id
    left join lateral (
      select count(*) as firms, sum((f.value #>> '{}')::int) as workers
      from (select distinct v.firm_id from contract_cover v where v.district_id = c.district_id and v.case_id = c.case_id
              and v.since <= greatest(${day}, c.since) and v.until >= least(${day}, c.until)) v
        left join organisation_fact f on f.district_id = c.district_id and f.organisation_id = v.firm_id and f.fact = 'employees'
          and f.since <= ${day} and (f.until is null or f.until >= ${day})) b on true
  order by c.until, c.case_id, c.version`

export async function contractRows(
  q: Query,
  { from, values, on }: ContractSelection,
  page: ContractPage,
): Promise<readonly ListedContract[]> {
  const all = [...values]
  const value = (one: unknown): string => `$${all.push(one)}`
  const { start } = page
  const onwards = start
    ? `and (c.until, c.case_id, c.version) > (${value(start.until)}::date, ${value(start.id)}::uuid, ${value(start.version)}::smallint)`
    : ''
  const inner = `select c.* ${from} ${onwards} order by c.until, c.case_id, c.version limit ${page.limit}`
  return await q<ListedContract>(dressed(inner, `${value(on)}::date`), all)
}

/** The total, exact up to a bound. */
export async function contractTotal(q: Query, { from, values }: ContractSelection): Promise<{ total: number; capped?: true }> {
  const [row] = await q<{ n: number }>(`select count(*)::int as n from (select 1 ${from} limit ${countedUpTo + 1}) counted`, values)
  return row!.n > countedUpTo ? { total: countedUpTo, capped: true } : { total: row!.n }
}

/** One page and the total, in one transaction. */
export const contractPage = async (db: Database, caller: Caller, selection: ContractSelection, page: ContractPage) =>
  await db.within(caller.scope, (q) => Promise.all([contractRows(q, selection, page), contractTotal(q, selection)]))

/** Contracts of one firm, dressed as the list's rows are. */
export async function contractsById(q: Query, caller: Caller, ids: readonly string[], on: string): Promise<readonly ListedContract[]> {
  const inner = 'select c.* from contract c where c.district_id = $1 and c.case_id = any ($2::uuid[])'
  return await q<ListedContract>(dressed(inner, '$3::date'), [caller.district, ids, on])
}

export function contractWire({ unit_id: _, unit_name, clauses, since, until, ...rest }: ListedContract): ContractWire {
  return { ...rest, ...(since && until && { since, until }), clauses: [...clauses], ...(unit_name && { unitName: unit_name }) }
}
