/** What the registry's lists have in common: whom the caller may see, where a page begins, and how it ends. */
import type { Id } from '#kernel/id.ts'
import { isDay } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { badInput } from '#platform/problem.ts'
import { type Cursor, cursorFrom, cursorText } from './wire.ts'

/** The four values the registry's reach conditions take, in this order: all, trees, units, the caller's own. */
export interface ReachValues {
  readonly all: boolean
  readonly trees: readonly Id[]
  readonly units: readonly Id[]
}

/** Organisations: those the posts look upon, and those at which the caller holds one. */
export const organisationReach = ({ scope, posts }: Caller): ReachValues => ({
  all: scope.all,
  trees: scope.trees,
  units: [...new Set([...scope.units, ...posts.map((post) => post.organisation.id)])],
})

/** People and posts: those at organisations the posts look upon. Where somebody merely works, they do not see who else does. */
export const peopleReach = ({ scope }: Caller): ReachValues => ({ all: scope.all, trees: scope.trees, units: scope.units })

export interface PageQuery {
  readonly q?: string | undefined
  readonly limit: number
  readonly after?: string | undefined
}

export function startOf(after: string | undefined): Cursor | undefined {
  if (!after) return undefined
  const cursor = cursorFrom(after)
  if (!cursor) throw noCursor()
  return cursor
}

/** Of a list by days: what it goes on from begins with one. */
export function startOnDay(after: string | undefined): Cursor | undefined {
  const cursor = startOf(after)
  if (cursor && !isDay(cursor.name.slice(0, 10))) throw noCursor()
  return cursor
}

const noCursor = () => badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])

interface PageRow {
  readonly id: Id
}

interface ListSql {
  readonly columns: string
  /** From, joins and conditions, with values from $1 on. */
  readonly from: string
  readonly values: readonly unknown[]
  /** The columns by which the list is sorted. */
  readonly name: string
  readonly id: string
}

/** One page and the exact total, in one transaction and one round trip. */
export async function page<Row extends PageRow>(db: Database, caller: Caller, { limit, after }: PageQuery, list: ListSql) {
  const start = startOf(after)
  const n = list.values.length
  const onwards = start ? `and (${list.name}, ${list.id}) > ($${n + 1}::text, $${n + 2}::uuid)` : ''
  const values = start ? [...list.values, start.name, start.id] : list.values
  const rowsSql = `select ${list.columns}, ${list.name} as "orderedBy" ${list.from} ${onwards} order by ${list.name}, ${list.id} limit ${limit + 1}`
  const [rows, counted] = await db.within(caller.scope, (q: Query) =>
    Promise.all([
      q<Row & { readonly orderedBy: string }>(rowsSql, values),
      q<{ total: number }>(`select count(*)::int as total ${list.from}`, list.values),
    ]),
  )
  const rest = rows.length > limit
  const shown = rest ? rows.slice(0, limit) : rows
  const last = shown.at(-1)
  return { rows: shown, total: counted[0]!.total, ...(rest && last && { next: cursorText({ name: last.orderedBy, id: last.id }) }) }
}
