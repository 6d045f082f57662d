/** Reads .csv as Excel, WPS and old systems in China write it: encoding and separator are found, not asked for. */
import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import type { Cell, Row } from './cell.ts'
import { columnName } from './cell.ts'
import { badCharacters, hugeCell, openQuote, tooManyColumns, tooManyRows, type WorkbookLimits } from './workbook-problem.ts'

export type CsvEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface CsvFile {
  readonly encoding: CsvEncoding
  /** Whether the file begins with a mark of byte order. */
  readonly marked: boolean
  readonly separator: string
  readonly lineEnd: '\r\n' | '\n' | '\r'
  /** Whether a first line such as `sep=;` names the separator. */
  readonly namesSeparator: boolean
  rows(): AsyncGenerator<readonly Row[]>
  /** Records with the text of all their fields, blank ones too. */
  records(): AsyncGenerator<readonly (readonly string[])[]>
}

const chunkBytes = 262_144
/** A record that is not finished after so much is an open quotation mark. */
const longestRecord = 4 * 1_048_576

export async function openCsv(path: string, limits: WorkbookLimits): Promise<CsvFile> {
  const { encoding, marked } = await encodingOf(path)
  const head = await headOf(path, encoding)
  const named = /^sep=([,;\t|])\r?\n/i.exec(head)
  const separator = named?.[1] ?? separatorOf(head)
  const lineEnd = /\r\n|\n|\r/.exec(unquoted(head))?.[0] as '\r\n' | undefined
  const shape = { separator, lineEnd: lineEnd ?? '\r\n', skip: named?.[0].length ?? 0 }
  const records = () => recordsOf(decoded(path, encoding), shape)
  return {
    encoding,
    marked,
    separator,
    lineEnd: shape.lineEnd,
    namesSeparator: named !== null,
    records,
    async *rows() {
      let number = named ? 1 : 0
      for await (const batch of records()) {
        const rows: Row[] = []
        for (const fields of batch) {
          const cells = cellsOf(fields, ++number, limits)
          if (cells) rows.push({ number, cells })
        }
        if (number > limits.rows) throw tooManyRows(limits.rows)
        yield rows
      }
    },
  }
}

function cellsOf(fields: readonly string[], number: number, limits: WorkbookLimits): readonly (Cell | null)[] | null {
  const cells: (Cell | null)[] = []
  let filled = false
  for (let column = 0; column < fields.length; column++) {
    const text = unwrapped(fields[column]!)
    if (text === '') continue
    if (column >= limits.columns) throw tooManyColumns(`${columnName(column)}${number}`, limits.columns)
    if (text.length > limits.cellCharacters) throw hugeCell(`${columnName(column)}${number}`, limits.cellCharacters)
    while (cells.length < column) cells.push(null)
    cells.push({ kind: /^\d(\.\d+)?E\+\d+$/i.test(text) ? 'rounded' : 'text', text, formula: false })
    filled ||= /\S/.test(text)
  }
  return filled ? cells : null
}

/** `="330…"` is how programs keep Excel from rounding long numbers. */
export function unwrapped(field: string): string {
  return field.charCodeAt(0) === 61 && field.startsWith('="') && field.endsWith('"') && field.length > 2
    ? field.slice(2, -1).replaceAll('""', '"')
    : field
}

async function* recordsOf(
  texts: AsyncIterable<string>,
  shape: { separator: string; lineEnd: string; skip: number },
): AsyncGenerator<readonly (readonly string[])[]> {
  const parser = new Papa.Parser({ delimiter: shape.separator, newline: shape.lineEnd as '\n' })
  const parse = parser.parse as unknown as (text: string, base: number, leaveLast: boolean) => Papa.ParseResult<string[]>
  let rest = ''
  let begun = false
  let count = 0
  for await (const text of texts) {
    rest += text
    if (!begun) {
      if (rest.length < shape.skip) continue
      rest = rest.slice(shape.skip)
      begun = true
    }
    const { data, meta } = parse.call(parser, rest, 0, true)
    rest = rest.slice(meta.cursor)
    if (rest.length > longestRecord) throw openQuote(count + data.length)
    count += data.length
    if (data.length > 0) yield data
  }
  if (rest === '') return
  const { data, errors } = parse.call(parser, rest, 0, false)
  if (errors.some((error) => error.code === 'MissingQuotes') && data.at(-1)!.some((field) => field.includes('\n'))) throw openQuote(count)
  yield data
}

async function* decoded(path: string, encoding: CsvEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) yield decoder.decode(chunk as Buffer, { stream: true })
    const rest = decoder.decode()
    if (rest) yield rest
  } catch (error) {
    if (error instanceof TypeError) throw badCharacters()
    throw error
  }
}

/** A mark of byte order decides; else UTF-8 if the whole file is, else GB18030, which holds GBK and GB2312. */
async function encodingOf(path: string): Promise<{ encoding: CsvEncoding; marked: boolean }> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let first = true
  let marked = false
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return { encoding: 'utf-16le', marked: true }
      if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return { encoding: 'utf-16be', marked: true }
      if (first) marked = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
      first = false
      utf8.decode(chunk, { stream: true })
    }
    utf8.decode()
    return { encoding: 'utf-8', marked }
  } catch (error) {
    if (error instanceof TypeError) return { encoding: 'gb18030', marked: false }
    throw error
  }
}

async function headOf(path: string, encoding: CsvEncoding): Promise<string> {
  for await (const text of decoded(path, encoding)) return text.slice(0, 65_536)
  return ''
}

const unquoted = (text: string) => text.replace(/"(?:[^"]|"")*"/g, 'q')

/** The separator that the lines agree on best: how often in the lines that have it, weighed by how many have it. */
function separatorOf(head: string): string {
  const lines = unquoted(head)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const weight = (separator: string) => lines.reduce((sum, line) => sum + Math.min(line.split(separator).length - 1, 20), 0)
  const best = [',', '\t', ';', '|'].map((separator) => ({ separator, times: weight(separator) })).sort((a, b) => b.times - a.times)[0]!
  return best.times > 0 ? best.separator : ','
}
