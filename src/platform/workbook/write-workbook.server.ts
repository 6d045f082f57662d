/** Exports of any length as .xlsx or .csv, row by row: numbers of people, cards and phones stay text, and no text becomes a formula. */
import { Readable } from 'node:stream'
import { daysBetween, isDay, day as toDay } from '#kernel/day.ts'
import {
  bookStream,
  type ColumnKind,
  cellStyle,
  numberCellElement,
  rowElement,
  type SheetSource,
  sheetHead,
  styleOf,
  textCell,
} from './book-writing.server.ts'
import { columnName } from './cell.ts'
import { csvField, safeText } from './safe-text.ts'

export interface ExportColumn {
  readonly title: string
  /** In characters; fitting the kind if not said. */
  readonly width?: number
  /** `day` takes `2026-08-24`, `money` integer fen; what does not fit its kind is written as text. */
  readonly kind: ColumnKind
}

export type ExportValue = string | number | null | undefined

export interface ExportTable {
  readonly sheetName: string
  readonly columns: readonly ExportColumn[]
  readonly rows: AsyncIterable<readonly ExportValue[]> | Iterable<readonly ExportValue[]>
  /** Of one sheet, header included; what is more goes to a next sheet. Excel's limit if not said. */
  readonly sheetRows?: number
}

const usualWidth: Record<ColumnKind, number> = { text: 20, number: 12, day: 13, money: 14 }

export function writeWorkbook(table: ExportTable): Readable {
  return bookStream(sheetsOf(table))
}

async function* sheetsOf(table: ExportTable): AsyncGenerator<SheetSource> {
  const source = Symbol.asyncIterator in table.rows ? table.rows[Symbol.asyncIterator]() : table.rows[Symbol.iterator]()
  try {
    let next = await source.next()
    const advance = async () => (next = await source.next())
    for (let number = 1; number === 1 || !next.done; number++) {
      const name = number === 1 ? sheetName(table.sheetName) : `${sheetName(table.sheetName).slice(0, 27)} ${number}`
      yield { name, xml: sheetXml(table, () => (next.done ? null : next.value), advance) }
    }
  } finally {
    await source.return?.()
  }
}

/** What Excel allows as a name. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'|'$/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

async function* sheetXml(
  { columns, sheetRows = 1_048_576 }: ExportTable,
  current: () => readonly ExportValue[] | null,
  advance: () => Promise<unknown>,
): AsyncGenerator<string> {
  yield sheetHead(columns.map(({ width, kind }) => ({ width: width ?? usualWidth[kind], style: styleOf[kind] })))
  yield rowElement(
    1,
    columns.map(({ title }, i) => textCell(1, i, title, cellStyle.header)),
  )
  let number = 1
  for (let row = current(); row && number < sheetRows; row = current()) {
    number++
    const values = row
    yield rowElement(
      number,
      columns.map(({ kind }, i) => cellOf(kind, values[i], number, i)),
    )
    await advance()
  }
  const range = `A1:${columnName(Math.max(columns.length - 1, 0))}${number}`
  yield `</sheetData><autoFilter ref="${range}"/><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
}

function cellOf(kind: ColumnKind, value: ExportValue, row: number, column: number): string {
  if (value === null || value === undefined || value === '') return ''
  if (kind === 'number' && Number.isFinite(Number(value))) return numberCellElement(row, column, String(Number(value)), cellStyle.plain)
  if (kind === 'money' && Number.isInteger(value)) return numberCellElement(row, column, yuan(value as number), cellStyle.money)
  const serial = kind === 'day' && typeof value === 'string' ? daySerial(value) : null
  if (serial !== null) return numberCellElement(row, column, String(serial), cellStyle.day)
  return textCell(row, column, String(value), cellStyle.text)
}

const yuan = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const firstDay = toDay('1900-03-01')

/** Excel counts wrongly before March 1900, so such days stay text. */
function daySerial(text: string): number | null {
  return isDay(text) && text >= firstDay ? daysBetween(firstDay, text) + 61 : null
}

/** The same table as .csv, UTF-8 with the mark of byte order without which Excel does not read Chinese. */
export function writeCsv(table: Omit<ExportTable, 'sheetName' | 'sheetRows'>): Readable {
  return Readable.from(csvLines(table), { objectMode: false })
}

async function* csvLines({ columns, rows }: Omit<ExportTable, 'sheetName' | 'sheetRows'>): AsyncGenerator<string> {
  let text = `\uFEFF${columns.map(({ title }) => csvField(safeText(title))).join(',')}\r\n`
  for await (const row of rows) {
    text += `${columns.map(({ kind }, i) => csvValue(kind, row[i])).join(',')}\r\n`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}

/** A long number is wrapped as `="330…"`, which Excel shows whole; a number stays one, its sign is no formula. */
function csvValue(kind: ColumnKind, value: ExportValue): string {
  if (value === null || value === undefined) return ''
  if (kind === 'money' && Number.isInteger(value)) return yuan(value as number)
  if (kind === 'number' && value !== '' && Number.isFinite(Number(value))) return String(Number(value))
  const text = String(value)
  return csvField(/^\d{12,}$|^0\d+$/.test(text) ? `="${text}"` : safeText(text))
}
