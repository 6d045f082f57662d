/** GET /api/persons: a page of those the caller may see, with how many there are. */
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { badInput } from '#platform/problem.ts'
import { districtValues } from '../known-body.server.ts'
import { searchOf, wholeInitials } from './name-search.server.ts'
import { cursorFrom, cursorText, type PeopleCursor } from './people-cursor.ts'
import { type Asked, countSql, pageSql, sectorFirms, type Start, tallySql } from './people-sql.server.ts'
import type { PeopleFilter, PeoplePageWire } from '../people-wire.ts'
import { type ListedRow, listedSql, type PeopleDeps, personRowWire } from '../person-rows.server.ts'

/** Up to here totals are exact; counting more would cost more than anybody learns from it. */
export const mostCounted = 10_000

export type PeopleListQuery = PeopleFilter & { readonly limit: number; readonly after?: string | undefined }

interface Counts {
  readonly total: number
  readonly capped: boolean
}

interface Page extends Counts {
  readonly rows: readonly ListedRow[]
  readonly next?: PeopleCursor
}

export async function peoplePage(deps: PeopleDeps, caller: Caller, query: PeopleListQuery): Promise<PeoplePageWire> {
  const { rows, total, capped, next } = await listedPeople(deps, caller, query)
  const items = await deps.secrets.use(caller.district, (secrets) => rows.map((row) => personRowWire(row, secrets)))
  return { items, total, ...(capped && { capped }), ...(next && { next: cursorText(next) }) }
}

/**
 * The rows of a page, numbers still sealed. Where nobody's name begins with the characters typed, those with them as given name; where
 * letters were typed, first those of whose name they are the initials.
 */
export async function listedPeople(deps: PeopleDeps, caller: Caller, query: PeopleListQuery): Promise<Page> {
  const start = startOf(query.after)
  const search = await searchOf(query.q, deps.secrets, caller.district, start?.among === 'given')
  const asked: Asked = { caller, filter: query, search, firms: await firmsOfSector(deps, caller, query) }
  if (wholeInitials(search)) return await initialsFirst(deps, asked, query.limit, start)
  const page = await readPage(deps, asked, query.limit, start)
  if (search?.kind !== 'begins' || start || page.rows.length > 0) return page
  const given = await searchOf(query.q, deps.secrets, caller.district, true)
  return await readPage(deps, { ...asked, search: given }, query.limit, undefined)
}

async function initialsFirst(deps: PeopleDeps, asked: Asked, limit: number, start: PeopleCursor | undefined): Promise<Page> {
  const letters = wholeInitials(asked.search)!
  const others: Asked = { ...asked, search: { kind: 'typed', letters, beside: true } }
  if (start && start.among === 'all') return await readPage(deps, others, limit, start)
  const first = await readPage(
    deps,
    { ...asked, search: { kind: 'initials', letters } },
    limit,
    start,
    start ? undefined : totalStatement(asked),
  )
  const { total, capped } = first
  if (first.next) return first
  const before: PeopleCursor = { sortName: '', id: nobody, total, capped, among: 'all' }
  const room = limit - first.rows.length
  // Descending, nothing comes before the end: the others begin at the last name there could be.
  const edge = asked.filter.sort === '-name' ? { ...before, sortName: '\uffff' } : before
  if (room === 0) return { ...first, next: edge }
  const rest = await readPage(deps, others, room, edge)
  return { ...rest, rows: [...first.rows, ...rest.rows] }
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Above so many, people are walked by name and looked up in the sector's firms; below, each firm's people are read. */
const fewFirms = 150

/** The firms of the sector asked for that the caller may know; undefined when they are many or another filter leads to fewer people. */
export async function firmsOfSector({ db }: Pick<PeopleDeps, 'db'>, caller: Asked['caller'], filter: PeopleFilter) {
  const { sector, firm, union } = filter
  if (!sector || firm || union) return undefined
  const v = districtValues(caller)
  const sql = `${sectorFirms({ caller, filter, search: undefined }, v, sector)} limit ${fewFirms + 1}`
  const firms = await db.ask<{ id: Id }>(caller.scope, sql, v.list)
  return firms.length > fewFirms ? undefined : firms.map(({ id }) => id)
}

function startOf(after: string | undefined): PeopleCursor | undefined {
  if (!after) return undefined
  const cursor = cursorFrom(after)
  if (!cursor) throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
  return cursor
}

async function readPage(
  { db, today }: PeopleDeps,
  asked: Asked,
  limit: number,
  start: PeopleCursor | undefined,
  counting = start ? undefined : totalStatement(asked),
): Promise<Page> {
  const rowsOf = rowsStatement(asked, today(), limit + 1, start)
  const [found, counted] = await db.within(asked.caller.scope, (q: Query) =>
    Promise.all([q<ListedRow>(rowsOf.sql, rowsOf.values), counting && q<Counts>(counting.sql, counting.values)]),
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const { total, capped } = counted?.[0] ?? start!
  const kind = asked.search?.kind
  const among = kind === 'given' || kind === 'initials' ? kind : 'all'
  return {
    rows,
    total,
    capped,
    ...(found.length > limit && last && { next: { sortName: last.sortName, id: last.id, total, capped, among } }),
  }
}

/** So many rows of the list from the start on, in order. */
export function rowsStatement(asked: Asked, today: Parameters<typeof listedSql>[2], most: number, start: Start | undefined) {
  const v = districtValues(asked.caller)
  const page = pageSql(asked, v, start, most)
  const { columns, joins } = listedSql(asked.caller, v, today)
  const down = asked.filter.sort === '-name' ? ' desc' : ''
  const sql = `${page}
    select ${columns} from page
      cross join lateral (select * from person one where one.district_id = $1 and one.id = page.id offset 0) p ${joins}
    order by page.sort_name${down}, page.id${down}`
  return { sql, values: v.list }
}

export function totalStatement(asked: Asked) {
  const kept = districtValues(asked.caller)
  const tally = tallySql(asked, kept, mostCounted)
  if (tally) return { sql: tally, values: kept.list }
  const v = districtValues(asked.caller)
  return { sql: countSql(asked, v, mostCounted), values: v.list }
}
