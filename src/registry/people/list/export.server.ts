/** GET /api/persons/export: the list as shown, read in pages while it is written, its numbers masked unless a reason was given and logged. */
import type { Readable } from 'node:stream'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import { badInput, forbidden } from '#platform/problem.ts'
import { type ExportColumn as Column, type ExportValue, writeCsv, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { isPostKind, postKinds } from '../../post.ts'
import { actor, recordAll } from '../../privacy/audit.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import { type ExportColumn, type ExportQuery, exportColumns } from '../people-wire.ts'
import { type ListedRow, masks, type PeopleDeps } from '../person-rows.server.ts'
import { educationTitle, sexes, skillTitle } from '../person-words.ts'
import { firmsOfSector, rowsStatement, totalStatement } from './list.server.ts'
import { searchOf } from './name-search.server.ts'
import type { Asked, Start } from './people-sql.server.ts'

const atOnce = 2000

export interface PeopleFile {
  readonly stream: Readable
  readonly name: string
  readonly type: string
}

/** Logged before the first row leaves, with what was asked and how many there are. */
export async function exportPeople(deps: PeopleDeps, caller: Caller, query: ExportQuery): Promise<PeopleFile> {
  const full = query.full === 'yes'
  if (full) mayHaveFull(caller, query.reason)
  const asked = await askedFor(deps, caller, query)
  await log(deps, caller, query, asked)
  const { language, as } = query
  const columns = query.columns ?? exportColumns
  const table = {
    sheetName: text('人员', 'People')[language],
    columns: columns.map(
      (column): Column => ({ title: titles[column].title[language], kind: titles[column].kind, width: titles[column].width }),
    ),
    rows: rowsOf(deps, caller, asked, columns, full, language),
  }
  const name = `${text('人员名单', 'people')[language]}-${deps.today()}.${as}`
  return as === 'csv'
    ? { stream: writeCsv(table), name, type: 'text/csv; charset=utf-8' }
    : { stream: writeWorkbook(table), name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
}

/** Many full numbers at once are for those who administer, and never without a reason. */
function mayHaveFull({ posts, scope }: Caller, reason: string | undefined): void {
  const administers = posts.some(({ kind, scope: width }) => isPostKind(kind) && postKinds[kind].administers && width !== 'self')
  if (!administers || !(scope.all || scope.trees.length > 0 || scope.units.length > 0)) throw forbidden()
  if (!reason) throw badInput([{ path: 'query.reason', says: text('导出完整号码须写明用途', 'Say what the full numbers are for') }])
}

async function askedFor(deps: PeopleDeps, caller: Caller, filter: ExportQuery): Promise<Asked> {
  const firms = await firmsOfSector(deps, caller, filter)
  const search = await searchOf(filter.q, deps.secrets, caller.district, false)
  const asked: Asked = { caller, filter, search, firms }
  if (search?.kind !== 'begins') return asked
  const first = rowsStatement(asked, deps.today(), 1, undefined)
  const [one] = await deps.db.ask(caller.scope, first.sql, first.values)
  return one ? asked : { ...asked, search: await searchOf(filter.q, deps.secrets, caller.district, true) }
}

async function log({ db }: PeopleDeps, caller: Caller, query: ExportQuery, asked: Asked): Promise<void> {
  const { as, full, reason, columns, language: _, ...filter } = query
  const { q, ...plain } = filter
  await db.within(caller.scope, async (run) => {
    const { sql, values } = totalStatement(asked)
    const [counted] = await run<{ total: number; capped: boolean }>(sql, values)
    // A number typed as a search is a secret, also most of one: the log says only that one was.
    const searched = q === undefined ? {} : { q: asked.search?.kind === 'number' || /\d{6}/.test(q) ? '(number)' : q }
    const what = {
      list: 'people',
      as,
      filter: { ...plain, ...searched },
      columns: columns ?? [...exportColumns],
      people: counted!.total,
      ...(counted!.capped && { atLeast: true }),
      full: full === 'yes',
      ...(reason && { reason }),
    }
    await recordAll(
      run,
      placesOf(caller, filter).map((about) => ({ ...actor(caller), kind: 'export', about, what })),
    )
  })
}

const mostPlaces = 50

/** Whose people are in the file, so that each of them reads of it: the place asked for, else all within reach, else the whole district. */
function placesOf({ district, scope }: Caller, { firm, union, unit }: Partial<ExportQuery>): readonly Id[] {
  const asked = firm ?? union ?? unit
  if (asked) return [asked]
  const reach = [...scope.trees, ...scope.units]
  return scope.all || reach.length === 0 || reach.length > mostPlaces ? [district] : reach
}

async function* rowsOf(
  { db, secrets, today }: PeopleDeps,
  caller: Caller,
  asked: Asked,
  columns: readonly ExportColumn[],
  full: boolean,
  language: keyof Text,
): AsyncGenerator<readonly ExportValue[]> {
  const day: Day = today()
  let start: Start | undefined
  for (;;) {
    const { sql, values } = rowsStatement(asked, day, atOnce, start)
    const rows = await db.ask<ListedRow>(caller.scope, sql, values)
    const told = await secrets.use(caller.district, (book) =>
      rows.map((row) => columns.map((column) => titles[column].value(row, book, full && !row.restricted, language))),
    )
    yield* told
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    start = last
  }
}

interface Told {
  readonly title: Text
  readonly kind: Column['kind']
  readonly width: number
  readonly value: (row: ListedRow, secrets: Secrets, full: boolean, language: keyof Text) => ExportValue
}

const plain = (title: Text, width: number, value: (row: ListedRow) => ExportValue): Told => ({ title, kind: 'text', width, value })

const titles: Readonly<Record<ExportColumn, Told>> = {
  name: plain(text('姓名', 'Name'), 12, ({ name }) => name),
  sex: { title: text('性别', 'Sex'), kind: 'text', width: 6, value: ({ sex }, _secrets, _full, language) => sex && sexes[sex][language] },
  birthYear: { ...plain(text('出生年份', 'Born'), 10, ({ birth }) => birth && Number(birth.slice(0, 4))), kind: 'number' },
  idNumber: {
    title: text('身份证号', 'ID number'),
    kind: 'text',
    width: 22,
    value: ({ id, idNumber }, secrets, full) =>
      idNumber && (full ? secrets.open('idNumber', id, idNumber) : masks.idNumber(secrets, id, idNumber)),
  },
  phone: {
    title: text('手机号', 'Mobile'),
    kind: 'text',
    width: 14,
    value: ({ id, phone }, secrets, full) => phone && (full ? secrets.open('phone', id, phone) : masks.phone(secrets, id, phone)),
  },
  firm: plain(text('工作单位', 'Firm'), 30, ({ firm }) => firm?.name),
  job: plain(text('岗位', 'Job'), 14, ({ job }) => job),
  union: plain(text('所属工会', 'Union'), 30, ({ union }) => union?.name),
  memberSince: { ...plain(text('入会日期', 'Member since'), 13, ({ memberSince }) => memberSince), kind: 'day' },
  unit: plain(text('所属上级工会', 'Federation'), 24, ({ unit }) => unit?.name),
  skill: {
    title: text('技能等级', 'Skill'),
    kind: 'text',
    width: 12,
    value: ({ skill }, _secrets, _full, language) => skill && skillTitle(skill)[language],
  },
  education: {
    title: text('文化程度', 'Education'),
    kind: 'text',
    width: 16,
    value: ({ education }, _secrets, _full, language) => education && educationTitle(education)[language],
  },
  active: {
    title: text('在册', 'On the register'),
    kind: 'text',
    width: 8,
    value: ({ active }, _secrets, _full, language) => (active ? text('是', 'yes') : text('否', 'no'))[language],
  },
}
