/** The checking of one file from its first row to its last: read, judged, sealed and staged in batches, in bounded memory, resumable from the start. */
import pg from 'pg'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import { connectionSettings, type Query } from '#platform/database.server.ts'
import { Problem } from '#platform/problem.ts'
import type { Row } from '#platform/workbook/cell.ts'
import { openWorkbook, type Workbook } from '#platform/workbook/open-workbook.server.ts'
import { secretsFrom, type PlainKeys, type Secrets } from '../../secrets/cipher.server.ts'
import { loadSpelling } from '../match/spelling.server.ts'
import { getKind } from '../kinds/kinds.ts'
import { isNoData, recognise, type Recognised, withChosen } from '../recognise/recognise.ts'
import { editsOf, type Edits } from '../store/edits.server.ts'
import { emptyTally, importRecord, type ImportRecord } from '../store/import-record.server.ts'
import { layOpen } from '../store/stored-file.server.ts'
import { type RunningTally, runningTally } from '../store/tally.ts'
import type { ProgressWire } from '../import-wire.ts'
import { expectedRows } from './expected-rows.server.ts'
import { identityTable } from './identity-table.ts'
import { idBytes, judgeContext, peopleNow, surroundingsOf } from './import-context.server.ts'
import { judgeRows } from './judge-rows.server.ts'
import { openStaging } from './staging.server.ts'
import { writtenRow } from './written-row.ts'

export interface CheckOrder {
  readonly url: string
  readonly dataFolder: string
  readonly district: Id
  readonly importId: Id
  /** Which checking of this file it is; one that was overtaken stops. */
  readonly round: number
  readonly keys: PlainKeys
  readonly today: Day
}

/** Thrown when the import was cancelled, or is being checked anew by somebody else. */
class Overtaken extends Error {}

const batchRows = 1_000
const inFlight = 3
const progressMillis = 400

/** Ends with the import checked, waiting for columns, or failed. Rejects only where trying again may help. */
export async function runCheck(order: CheckOrder): Promise<void> {
  const secrets = secretsFrom(order.keys)
  const [asking, writing] = await Promise.all([connect(order, true), connect(order, false)])
  try {
    const q = queryOf(asking)
    const record = await importRecord(q, order.district, order.importId)
    if (!record || record.rechecks !== order.round) return
    await writing.query('delete from import_row where district_id = $1 and import_id = $2', [order.district, order.importId])
    await checkFile({ order, record, secrets, q, writing }).catch((error: unknown) => {
      if (error instanceof Overtaken) return
      if (!(error instanceof Problem)) throw error
      return finish(q, order, { state: 'failed', problem: error.parts.errors?.[0]?.says ?? error.parts.says ?? error.parts.title })
    })
  } finally {
    await Promise.allSettled([asking.end(), writing.end()])
  }
}

interface Checking {
  readonly order: CheckOrder
  readonly record: ImportRecord
  readonly secrets: Secrets
  readonly q: Query
  readonly writing: pg.Client
}

async function checkFile(checking: Checking): Promise<void> {
  const { order, record, secrets } = checking
  const file = await layOpen(order.dataFolder, record.id, secrets.open('idNumber', record.id, record.file_key))
  try {
    const book = await openWorkbook(file.path, { batchRows })
    try {
      await checkBook(checking, book, file.path)
    } finally {
      book.close()
    }
  } finally {
    await file.close()
  }
}

async function checkBook(checking: Checking, book: Workbook, path: string): Promise<void> {
  const { order, record, q } = checking
  const kind = getKind(record.kind)
  const { sheet, found } = await bestSheet(book, kind)
  const columns = record.chosen ? withChosen(found.columns, record.chosen) : found.columns
  const named = new Set(columns.flatMap(({ field }) => field ?? []))
  const missing = kind.fields.filter(({ field, required }) => required && !named.has(field))
  await q('update import_file set columns = $3, sheet = $4, heading_row = $5 where district_id = $1 and id = $2', [
    order.district,
    order.importId,
    JSON.stringify(columns),
    sheet,
    found.headingRow,
  ])
  if (missing.length > 0) return finish(q, order, { state: 'columns', problem: notFoundColumns(missing.map(({ title }) => title)) })
  const last = await expectedRows(path, book.format, sheet)
  const expected = last && Math.max(0, last - found.headingRow)
  const rows = await checkRows({ ...checking, record: { ...record, columns } }, book, { sheet, headingRow: found.headingRow, expected })
  if (rows === 0) throw noRows
}

/** The first sheet in which all needed columns are found; else the one that has most. */
async function bestSheet(book: Workbook, kind: ReturnType<typeof getKind>): Promise<{ sheet: string; found: Recognised }> {
  let best: { sheet: string; found: Recognised; fields: number } | undefined
  for (const sheet of book.sheets.slice(0, 8)) {
    const first: Row[] = []
    for await (const batch of book.rows(sheet)) {
      first.push(...batch.slice(0, 40))
      break
    }
    const found = recognise(first.slice(0, 40), kind)
    const fields = found.columns.filter(({ field }) => field).length
    if (found.missing.length === 0) return { sheet, found }
    if (!best || fields > best.fields) best = { sheet, found, fields }
  }
  return best!
}

interface Reading {
  readonly sheet: string
  readonly headingRow: number
  readonly expected: number | undefined
}

async function checkRows(checking: Checking, book: Workbook, { sheet, headingRow, expected }: Reading): Promise<number> {
  const { order, record, secrets, q, writing } = checking
  const [surroundings, staging, edits, pinyin] = await Promise.all([
    surroundingsOf(q, record, order.today),
    openStaging(writing, order.district, order.importId),
    editsOf(q, secrets, record),
    loadSpelling(),
  ])
  const [identities, people] = [identityTable(), identityTable()]
  const claim = async <T extends { readonly row: number }>(rows: readonly T[], of: (row: T) => number | undefined) =>
    new Map(rows.flatMap((row) => ((twin) => (twin === undefined ? [] : [[row.row, twin] as const]))(of(row))))
  const context = judgeContext(record, surroundings, {
    secrets,
    today: order.today,
    pinyin,
    twins: (rows) => claim(rows, ({ identity, row }) => identities.claim(identity, row)),
    claims: (rows) => claim(rows, ({ person, row }) => people.claim(idBytes(person), row)),
  })
  const tally = runningTally({ ...emptyTally, now: await peopleNow(q, record, surroundings.place) })
  const meter = progressMeter(q, order, tally, expected)
  let writes: Promise<void> = Promise.resolve()
  const work = async (batch: readonly Row[], edits: Edits): Promise<void> => {
    const judged = await judgeRows(
      q,
      context,
      batch.map((row) => writtenRow(row, record.columns, edits.of(row.number))),
    )
    for (const row of judged) tally.add(row)
    const before = writes
    writes = before.then(() => staging.write(judged))
    await writes
  }
  const running: Promise<void>[] = []
  for await (const batch of book.rows(sheet)) {
    const data = batch.filter((row) => row.number > headingRow && !isNoData(row, record.columns))
    if (data.length > 0) {
      const working = work(data, edits)
      // Its failure is met when it is waited for.
      working.catch(() => {})
      running.push(working)
    }
    if (running.length >= inFlight) await running.shift()
    await meter.tell()
  }
  await Promise.all(running)
  const counted = tally.tally()
  if (counted.read > 0) await finish(q, order, { state: 'checked', counts: counted, causes: tally.causes() })
  return counted.read
}

function progressMeter(q: Query, order: CheckOrder, tally: RunningTally, expected: number | undefined) {
  const began = performance.now()
  let told = began
  return {
    async tell(): Promise<void> {
      const now = performance.now()
      if (now - told < progressMillis) return
      told = now
      const counts = tally.tally()
      const rowsPerSecond = Math.round(counts.read / ((now - began) / 1000))
      const rowsTotal = expected && Math.max(expected, counts.read)
      const progress: ProgressWire = {
        phase: 'reading',
        rows: counts.read,
        rowsPerSecond,
        ...(rowsTotal && { rowsTotal, ...(rowsPerSecond > 0 && { secondsLeft: Math.ceil((rowsTotal - counts.read) / rowsPerSecond) }) }),
      }
      const [mine] = await q<{ id: Id }>(
        `update import_file set progress = $4, counts = $5, causes = $6
         where district_id = $1 and id = $2 and rechecks = $3 and state = 'checking' returning id`,
        [order.district, order.importId, order.round, JSON.stringify(progress), JSON.stringify(counts), JSON.stringify(tally.causes())],
      )
      if (!mine) throw new Overtaken()
    },
  }
}

interface Ending {
  readonly state: 'checked' | 'columns' | 'failed'
  readonly problem?: Text
  readonly counts?: unknown
  readonly causes?: unknown
}

async function finish(q: Query, order: CheckOrder, { state, problem, counts = {}, causes = {} }: Ending): Promise<void> {
  await q(
    `update import_file set state = $4, problem = $5, counts = $6, causes = $7, progress = null
     where district_id = $1 and id = $2 and rechecks = $3 and state = 'checking'`,
    [
      order.district,
      order.importId,
      order.round,
      state,
      problem ? JSON.stringify(problem) : null,
      JSON.stringify(counts),
      JSON.stringify(causes),
    ],
  )
}

const notFoundColumns = (titles: readonly Text[]): Text =>
  text(
    `没有找到这些列：${titles.map(({ zh }) => zh).join('、')}。请指出它们是哪一列`,
    `These columns were not found: ${titles.map(({ en }) => en).join(', ')}. Please say which they are`,
  )

const noRows = new Problem({
  status: 400,
  kind: 'bad-input',
  title: text('表里没有数据', 'The sheet has no data'),
  says: text(
    '表头下面一行数据也没有。请检查是不是选错了工作表或文件',
    'There is not one row below the headings; perhaps it is the wrong sheet or file',
  ),
})

/** A connection of its own, with the whole district open to it: the house at work. */
async function connect({ url, district }: CheckOrder, pipeline: boolean): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionSettings({ url, statementSeconds: 0 }), pipeline })
  client.on('error', () => {})
  await client.connect()
  await client.query(
    `select set_config('hexie.district', $1, false), set_config('hexie.all', 'on', false), set_config('synchronous_commit', 'off', false)`,
    [district],
  )
  return client
}

const queryOf =
  (client: pg.Client): Query =>
  async <R>(sql: string, params: readonly unknown[] = []) =>
    (await client.query(sql, params as unknown[])).rows as R[]
