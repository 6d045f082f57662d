/** The list of organisations: within reach, filtered, by name, a page at a time; of today or as of a past day. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { columnsOf, organisationOf, type OrganisationRow } from '../organisation-rows.server.ts'
import { startOf } from '../routes/lists.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { afterShape, type Cursor, cursorText, pageOf } from '../routes/wire.ts'
import { factsThen, organisationFilter, type Selection, selectionOf } from './organisation-filter.server.ts'
import { type OrganisationWire, organisationWire, organisationWireShape } from './organisation-wire.ts'

/** Up to here totals are exact. */
export const countedUpTo = 50_000

export const organisationPage = organisationFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: afterShape.optional(),
})

export function listRoutes(app: Http, { db, today }: RegistryDeps): void {
  app.get(
    '/api/organisations',
    {
      config: { access: { who: 'signed-in' } },
      schema: { tags: ['registry'], querystring: organisationPage, response: { 200: pageOf(organisationWireShape) } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { limit, after, ...filter } = request.query
      const selection = selectionOf(caller, filter, today())
      const start = startOf(after)
      const [rows, { total, capped }] = filter.q
        ? await searched(db, caller, selection, { limit: limit + 1, start, today: today() })
        : await Promise.all([pageRows(db, caller, selection, { limit: limit + 1, start, today: today() }), totalOf(db, caller, selection)])
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return {
        items: shown.map(listedWire),
        total,
        ...(capped && { capped }),
        ...(last && { next: cursorText({ name: last.sort_name, id: last.id }) }),
      }
    },
  )
}

export interface ListedRow extends OrganisationRow {
  readonly unit_name: string | null
  readonly street_name: string | null
  readonly its_union: { readonly id: string; readonly name: string } | null
  /** Facts of the past day asked for. */
  readonly facts?: Readonly<Record<string, unknown>>
}

interface Page {
  readonly limit: number
  readonly start: Cursor | undefined
  readonly today: Day
}

/** Rows by name from the cursor on. */
export async function pageRows(db: Database, caller: Caller, { from, values, on }: Selection, page: Page): Promise<readonly ListedRow[]> {
  const { start } = page
  const all = start ? [...values, start.name, start.id] : [...values]
  const onwards = start ? `and (o.sort_name, o.id) > ($${all.length - 1}::text, $${all.length}::uuid)` : ''
  const day = `$${all.push(on ?? page.today)}::date`
  const inner = `select ${columnsOf('o')} ${from} ${onwards} order by o.sort_name, o.id limit ${page.limit}`
  return (await db.ask<ListedRow>(caller.scope, dressed(inner, day, on !== undefined), all)).map((row) => then(row))
}

/** The total, exact up to a bound. */
export async function totalOf(db: Database, caller: Caller, { from, values }: Selection): Promise<{ total: number; capped?: true }> {
  const [row] = await db.ask<{ n: number }>(
    caller.scope,
    `select count(*)::int as n from (select 1 ${from} limit ${countedUpTo + 1}) counted`,
    values,
  )
  return bounded(row!.n)
}

const bounded = (n: number): { total: number; capped?: true } => (n > countedUpTo ? { total: countedUpTo, capped: true } : { total: n })

/** A search reads through the names once, for the page and the total together. */
async function searched(
  db: Database,
  caller: Caller,
  { from, values, on }: Selection,
  page: Page,
): Promise<[readonly ListedRow[], { total: number; capped?: true }]> {
  const { start } = page
  const all = [...values, start?.name ?? '', start?.id ?? '00000000-0000-0000-0000-000000000000']
  const n = all.length
  const day = `$${all.push(on ?? page.today)}::date`
  const sql = `
    with found as materialized (
      select o.id, o.sort_name ${from} limit ${countedUpTo + 1}
    ), page as (
      select * from found where (sort_name, id) > ($${n - 1}::text, $${n}::uuid) order by sort_name, id limit ${page.limit}
    )
    ${dressed(`select ${columnsOf('o')}, (select count(*)::int from found) as total from page f join organisation o on o.district_id = $1 and o.id = f.id`, day, on !== undefined)}`
  const rows = await db.ask<ListedRow & { readonly total: number }>(caller.scope, sql, all)
  return [rows.map((row) => then(row)), bounded(rows[0]?.total ?? 0)]
}

/** The rows of a page with the names that go with them; looked up for these rows alone. */
const dressed = (inner: string, day: string, past: boolean): string => `
  select r.*, u.short_name as unit_name, s.short_name as street_name,
    ${past ? `p.unit_id as unit_then, p.parent_id as parent_then, ${factsThen(day, 'r')} as facts,` : ''}
    case when r.kind = 'firm' then coalesce(
      (select json_build_object('id', n.id, 'name', n.name) from organisation n
       where n.district_id = r.district_id and n.firm_id = r.id and n.kind = 'union'
         and ${past ? `n.standing <> 'proposed' and n.since <= ${day} and (n.until is null or n.until >= ${day})` : `n.standing = 'standing'`}
       order by n.since limit 1),
      (select json_build_object('id', n.id, 'name', n.name) from union_cover c join organisation n on n.district_id = c.district_id and n.id = c.union_id
       where c.district_id = r.district_id and c.firm_id = r.id and c.since <= ${day} and (c.until is null or c.until >= ${day})
       order by c.since limit 1)) end as its_union
  from (${inner}) r
    ${
      past
        ? `left join organisation_place p on p.district_id = r.district_id and p.organisation_id = r.id
      and p.since <= ${day} and (p.until is null or p.until >= ${day})`
        : ''
    }
    left join lateral (${nameOf(past ? 'p.unit_id' : 'r.unit_id')}) u on true
    left join lateral (${nameOf('r.street_id')}) s on true
  order by r.sort_name, r.id`

const nameOf = (id: string): string => `select short_name from organisation n where n.district_id = r.district_id and n.id = ${id} offset 0`

type PastRow = ListedRow & { readonly unit_then?: string | null; readonly parent_then?: string | null }

/** A row as it was that day: place and facts of then in the place of those of now. */
function then({ facts, unit_then, parent_then, ...row }: PastRow): ListedRow {
  if (!facts) return row
  const fact = <T>(name: string): T | null => (facts[name] as T | undefined) ?? null
  return {
    ...row,
    unit_id: unit_then ?? null,
    parent_id: parent_then ?? null,
    name: fact<string>('name') ?? row.name,
    designated: fact<boolean>('designated') ?? false,
    employees: fact('employees'),
    size: fact('size'),
    sector: fact<OrganisationRow['sector']>('sector') ?? (row.kind === 'firm' ? null : row.sector),
    ownership: fact('ownership'),
    address: fact<string>('address') ?? row.address,
    credit_code: fact<string>('creditCode') ?? row.credit_code,
    legal_representative: fact('legalRepresentative'),
  }
}

export const listedWire = (row: ListedRow): OrganisationWire => ({
  ...organisationWire(organisationOf(row)),
  ...(row.unit_name && { unitName: row.unit_name }),
  ...(row.street_name && { streetName: row.street_name }),
  ...(row.its_union && { union: row.its_union }),
})
