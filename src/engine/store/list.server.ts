/** Lists of cases through the caller's scope: a page by keyset, and an exact count up to a cap, in one round trip. */
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { KeptRow } from './case-rows.ts'

export interface CaseFilter {
  readonly procedure?: string
  readonly state?: string
  /** A street, industry or park federation, or the owner itself. */
  readonly unit?: Id
  readonly due?: 'overdue' | 'today' | 'week' | 'month' | Day
  readonly open?: boolean
  readonly q?: string
  readonly sort: 'due' | 'opened'
  readonly limit: number
  readonly after?: string
}

export const countCap = 10_000

interface Sql {
  readonly params: unknown[]
  readonly where: string
}

/** The filter as SQL; parameters from $2 on ($1 is the district). */
function conditions(filter: CaseFilter, today: Day, params: unknown[]): string {
  const value = (v: unknown) => `$${params.push(v)}`
  const and: string[] = []
  if (filter.procedure) and.push(`c.procedure = ${value(filter.procedure)}`)
  if (filter.state) and.push(`c.state = ${value(filter.state)}`)
  if (filter.open !== undefined) and.push(`c.ended_on is ${filter.open ? '' : 'not '}null`)
  if (filter.unit) {
    const unit = value(filter.unit)
    and.push(`(c.unit_id = ${unit} or c.owner_id = ${unit})`)
  }
  if (filter.due === 'overdue') and.push(`c.due_on < ${value(today)}`)
  else if (filter.due === 'today') and.push(`c.due_on = ${value(today)}`)
  else if (filter.due === 'week' || filter.due === 'month') {
    and.push(`c.due_on between ${value(today)} and ${value(addDays(today, filter.due === 'week' ? 6 : 29))}`)
  } else if (filter.due) and.push(`c.due_on = ${value(filter.due)}`)
  for (const word of (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)) and.push(`c.search like ${value(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`)
  return and.length > 0 ? ` and ${and.join(' and ')}` : ''
}

/** The ways in which this scope reaches cases, each with an index of its own; a later one leaves out what an earlier one has. */
function branches(scope: RowScope, params: unknown[]): readonly string[] {
  if (scope.all) return ['true']
  const ways: string[] = []
  if (scope.trees.length === 1) ways.push(`c.unit_id = $${params.push(scope.trees[0])}`)
  else if (scope.trees.length > 1) ways.push(`c.unit_id = any ($${params.push(scope.trees)}::uuid[])`)
  if (scope.units.length > 0) ways.push(`c.owner_id = any ($${params.push(scope.units)}::uuid[])`)
  ways.push(`c.id in (select r.case_id from case_reader r where r.district_id = $1 and r.reader = any ($${params.push(scope.readers)}::text[]))`)
  return ways.map((way, at) => [way, ...ways.slice(0, at).map((earlier) => `(${earlier}) is not true`)].join(' and '))
}

const columns = `c.id, c.number, c.procedure, c.state, c.subject, c.matter, c.owner_id, c.opened_on, c.marks, c.parties, c.assigned, c.due -> 0 as due, c.due_on`

/** One page and the number of all, as the scope sees them. `total` is `countCap + 1` when there are more. */
export async function listCases(db: Database, scope: RowScope, filter: CaseFilter, today: Day): Promise<{ rows: readonly KeptRow[]; total: number }> {
  const sql: Sql = { params: [scope.district], where: '' }
  const where = conditions(filter, today, sql.params)
  const ways = branches(scope, sql.params)
  const byDue = filter.sort === 'due'
  const order = byDue ? 'due_on, id' : 'opened_on desc, id desc'
  const cursor = filter.after ? cursorOf(filter.after, byDue, sql.params) : ''
  const limit = `$${sql.params.push(filter.limit + 1)}`
  const page = ways.map((way) => `(select ${columns} from case_file c where c.district_id = $1 and ${way}${where}${cursor} order by ${order.replaceAll(/(\w+_on|id)/g, 'c.$1')} limit ${limit})`)
  const count = ways.map((way) => `(select count(*) from (select 1 from case_file c where c.district_id = $1 and ${way}${where} limit ${countCap + 1}) as n)`)
  const rows = await db.ask<KeptRow & { total: number }>(
    scope,
    `with page as (select * from (${page.join(' union all ')}) as p order by ${order} limit ${limit}), counted as materialized (select ${count.join(' + ')} as total)
     select t.total, o.name as owner_name, o.path as owner_path, p.* from counted t left join (page p join organisation o on o.district_id = $1 and o.id = p.owner_id) on true
     order by ${order.replaceAll(/(\w+_on|id)/g, 'p.$1')}`,
    sql.params,
  )
  return { rows: rows[0]?.id ? rows : [], total: rows[0]?.total ?? 0 }
}

function cursorOf(after: string, byDue: boolean, params: unknown[]): string {
  const [on, id] = Buffer.from(after, 'base64url').toString().split('|')
  const pair = `($${params.push(on)}::date, $${params.push(id)}::uuid)`
  return byDue ? ` and (c.due_on, c.id) > ${pair}` : ` and (c.opened_on, c.id) < ${pair}`
}

export const cursorAfter = (row: KeptRow, sort: CaseFilter['sort']): string => Buffer.from(`${sort === 'due' ? row.due_on : row.opened_on}|${row.id}`).toString('base64url')

/** True for a cursor that this module made. */
export const isCursor = (text: string): boolean => /^(infinity|\d{4}-\d{2}-\d{2})\|[0-9a-f-]{36}$/.test(Buffer.from(text, 'base64url').toString())

export interface DayCount {
  readonly due_on: Day
  readonly clocks: number
}

/** How many clocks fall on each day up to `until`, overdue ones included, as the scope sees them. */
export async function countByDay(db: Database, scope: RowScope, until: Day): Promise<readonly DayCount[]> {
  const params: unknown[] = [scope.district, until]
  const ways = branches(scope, params)
  const parts = ways.map((way) => `select c.due_on from case_file c where c.district_id = $1 and c.due_on <= $2::date and c.ended_on is null and ${way}`)
  return await db.ask<DayCount>(scope, `select due_on, count(*)::int as clocks from (${parts.join(' union all ')}) as d group by due_on order by due_on`, params)
}
