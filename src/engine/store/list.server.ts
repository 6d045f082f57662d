/** Lists of cases through the caller's scope: a page by keyset, and an exact count up to a cap, in one round trip. */
import { addDays, type Day, isDay } from '#kernel/day.ts'
import { type Id, isId } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { KeptRow } from './case-rows.ts'

export interface CaseFilter {
  readonly procedure?: string
  readonly state?: string
  /** A street, industry or park federation, with all that lies under it. */
  readonly unit?: Id
  /** The body whose cases they are. */
  readonly owner?: Id
  readonly due?: 'overdue' | 'today' | 'week' | 'month' | Day
  readonly open?: boolean
  readonly q?: string
  readonly sort: 'due' | 'opened'
  readonly limit: number
  readonly after?: string
}

export const countCap = 10_000

/** The filter as SQL; parameters from $2 on ($1 is the district). */
function conditions(filter: CaseFilter, today: Day, params: unknown[]): string {
  const value = (v: unknown) => `$${params.push(v)}`
  const and: string[] = []
  if (filter.procedure) and.push(`c.procedure = ${value(filter.procedure)}`)
  if (filter.state) and.push(`c.state = ${value(filter.state)}`)
  if (filter.open !== undefined) and.push(`c.ended_on is ${filter.open ? '' : 'not '}null`)
  if (filter.unit) and.push(`c.unit_id = ${value(filter.unit)}`)
  if (filter.owner) and.push(`c.owner_id = ${value(filter.owner)}`)
  if (filter.due === 'overdue') and.push(`c.due_on < ${value(today)}`)
  else if (filter.due === 'today') and.push(`c.due_on = ${value(today)}`)
  else if (filter.due === 'week' || filter.due === 'month') {
    and.push(`c.due_on between ${value(today)} and ${value(addDays(today, filter.due === 'week' ? 6 : 29))}`)
  } else if (filter.due) and.push(`c.due_on = ${value(filter.due)}`)
  for (const word of (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5))
    and.push(`c.search like ${value(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`)
  return and.length > 0 ? ` and ${and.join(' and ')}` : ''
}

/** How a scope reaches cases, as SQL. */
interface Ways {
  /** By district, unit or owner: each with an index of its own, a later one leaving out what an earlier one has. */
  readonly direct: readonly string[]
  /** As one who may read them: looked up case by case, so that cases reached in another way are left out before. */
  readonly read?: string
}

function waysOf(scope: RowScope, params: unknown[], { unit, owner }: Pick<CaseFilter, 'unit' | 'owner'> = {}): Ways {
  if (scope.all || (unit && scope.trees.includes(unit)) || (owner && scope.units.includes(owner))) return { direct: ['true'] }
  const value = (v: unknown) => `$${params.push(v)}`
  const ways: string[] = []
  const elsewhere: string[] = []
  if (scope.trees.length > 0) {
    const trees = value(scope.trees)
    ways.push(scope.trees.length === 1 ? `c.unit_id = ${value(scope.trees[0])}` : `c.unit_id = any (${trees}::uuid[])`)
    elsewhere.push(`(r.unit_id = any (${trees}::uuid[])) is not true`)
  }
  if (scope.units.length > 0) {
    const units = value(scope.units)
    const own = scope.units.length === 1 ? `c.owner_id = ${value(scope.units[0])}` : `c.owner_id = any (${units}::uuid[])`
    ways.push([own, ...ways.map((earlier) => `(${earlier}) is not true`)].join(' and '))
    elsewhere.push(`r.owner_id <> all (${units}::uuid[])`)
  }
  if (unit) elsewhere.push(`r.unit_id = ${value(unit)}`)
  if (owner) elsewhere.push(`r.owner_id = ${value(owner)}`)
  const read = ['r.district_id = $1', `r.reader = any (${value(scope.readers)}::text[])`, ...elsewhere].join(' and ')
  return { direct: ways, read: `c.id in (select r.case_id from case_reader r where ${read})` }
}

const columns = `c.id, c.number, c.procedure, c.state, c.subject, c.matter, c.owner_id, c.opened_on, to_json(c.marks) as marks, c.parties, c.assigned, c.due -> 0 as due, c.due_on`

/** One page and the number of all, as the scope sees them. `total` is `countCap + 1` when there are more. Rows are read for the page alone. */
export async function listCases(
  db: Database,
  scope: RowScope,
  filter: CaseFilter,
  today: Day,
): Promise<{ rows: readonly KeptRow[]; total: number }> {
  const params: unknown[] = [scope.district]
  const where = conditions(filter, today, params)
  const { direct, read } = waysOf(scope, params, filter)
  const byDue = filter.sort === 'due'
  const by = byDue ? 'due_on' : 'opened_on'
  const order = (of: string) => (byDue ? `${of}.due_on, ${of}.id` : `${of}.opened_on desc, ${of}.id desc`)
  const cursor = filter.after ? cursorOf(filter.after, byDue, params) : ''
  // Written out, so that the plan is made for a page and not for a tenth of all cases.
  const limit = Math.trunc(filter.limit) + 1
  const from = (way: string) => `from case_file c where c.district_id = $1 and ${way}${where}`
  const page = direct.map((way) => `(select c.id, c.${by} ${from(way)}${cursor} order by ${order('c')} limit ${limit})`)
  const count = direct.map((way) => `(select count(*) from (select 1 ${from(way)} limit ${countCap + 1}) as n)`)
  if (read) {
    page.push(`(select c.id, c.${by} from readable c where true${cursor} order by ${order('c')} limit ${limit})`)
    count.push('(select count(*) from readable)')
  }
  const rows = await db.ask<KeptRow & { total: number }>(
    scope,
    `with ${read ? `readable as materialized (select c.id, c.${by} ${from(read)}), ` : ''}page as (select * from (${page.join(' union all ')}) as p order by ${order('p')} limit ${limit}), counted as materialized (select ${count.join(' + ')} as total)
     select t.total, p.* from counted t left join lateral (
       select o.name as owner_name, to_json(o.path) as owner_path, ${columns}
       from page p join case_file c on c.district_id = $1 and c.id = p.id join organisation o on o.district_id = $1 and o.id = c.owner_id
     ) p on true
     order by ${order('p')}`,
    params,
  )
  return { rows: rows[0]?.id ? rows : [], total: rows[0]?.total ?? 0 }
}

function cursorOf(after: string, byDue: boolean, params: unknown[]): string {
  const [on, id] = Buffer.from(after, 'base64url').toString().split('|')
  const pair = `($${params.push(on)}::date, $${params.push(id)}::uuid)`
  return byDue ? ` and (c.due_on, c.id) > ${pair}` : ` and (c.opened_on, c.id) < ${pair}`
}

export const cursorAfter = (row: KeptRow, sort: CaseFilter['sort']): string =>
  Buffer.from(`${sort === 'due' ? row.due_on : row.opened_on}|${row.id}`).toString('base64url')

/** True for a cursor that this module made. */
export function isCursor(text: string): boolean {
  const [on = '', id = '', ...more] = Buffer.from(text, 'base64url').toString().split('|')
  return more.length === 0 && isId(id) && (on === 'infinity' || isDay(on))
}

export interface DayCount {
  readonly due_on: Day
  readonly clocks: number
}

/** How many clocks fall on each day up to `until`, overdue ones included, as the scope sees them. */
export async function countByDay(db: Database, scope: RowScope, until: Day): Promise<readonly DayCount[]> {
  const params: unknown[] = [scope.district, until]
  const { direct, read } = waysOf(scope, params)
  const parts = [...direct, ...(read ? [read] : [])].map(
    (way) => `select c.due_on from case_file c where c.district_id = $1 and c.due_on <= $2::date and c.ended_on is null and ${way}`,
  )
  return await db.ask<DayCount>(
    scope,
    `select due_on, count(*)::int as clocks from (${parts.join(' union all ')}) as d group by due_on order by due_on`,
    params,
  )
}
