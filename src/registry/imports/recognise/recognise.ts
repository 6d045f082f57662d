/** Finds the headings of a sheet, under merged titles and over one row or two, and which column is which field. */
import { columnName, type Row } from '#platform/workbook/cell.ts'
import type { ColumnWire } from '../import-wire.ts'
import type { Field, KindOfImport } from '../kinds/field.ts'
import { fieldByContents, looksLikeData } from './contents.ts'
import { meaningOf, type Meaning } from './heading.ts'

export interface Recognised {
  readonly columns: readonly ColumnWire[]
  /** The last row of the headings; 0 where there are none. Rows after it are data. */
  readonly headingRow: number
  /** Needed fields for which no column was found. */
  readonly missing: readonly Field[]
}

const searched = 20

/** `first`: the first rows of the sheet, thirty or so. */
export function recognise(first: readonly Row[], kind: KindOfImport): Recognised {
  const head = bestHead(first, kind.fields)
  const data = first.filter(({ number }) => number > (head?.row ?? 0))
  const width = Math.max(0, ...first.map(({ cells }) => cells.length))
  const columns = assign(width, head, data, kind)
  const found = new Set(columns.flatMap(({ field }) => field ?? []))
  return { columns, headingRow: head?.row ?? 0, missing: kind.fields.filter(({ field, required }) => required && !found.has(field)) }
}

/** The same headings with the columns that were named by hand. */
export function withChosen(columns: readonly ColumnWire[], chosen: readonly { at: number; field: string }[]): readonly ColumnWire[] {
  return columns.map(({ field: _, ...column }) => {
    const named = chosen.find(({ at }) => at === column.at)
    return { ...column, confirm: false, ...(named && { field: named.field }) }
  })
}

interface Head {
  readonly row: number
  readonly headings: readonly string[]
  readonly meanings: readonly (Meaning | undefined)[]
}

function bestHead(first: readonly Row[], fields: readonly Field[]): Head | undefined {
  let best: Head | undefined
  let score = 0
  const offer = (row: number, parts: readonly (readonly string[])[]): void => {
    const headings = parts.map((pair) => [...new Set(pair.filter(Boolean))].join('／'))
    // Of two rows the lower says it; where it does not, the upper, and then both together.
    const meanings = parts.map(
      ([upper = '', lower = '']) => meaningOf(lower, fields) ?? meaningOf(upper, fields) ?? meaningOf(upper + lower, fields),
    )
    const distinct = new Map(meanings.flatMap((meaning) => (meaning ? [[meaning.field, meaning.score] as const] : [])))
    const sum = [...distinct.values()].reduce((total, one) => total + one, 0)
    if (distinct.size >= Math.min(2, fields.length) && sum > score) [best, score] = [{ row, headings, meanings }, sum]
  }
  const rows = first.slice(0, searched)
  for (const [at, row] of rows.entries()) {
    if (looksLikeData(row)) continue
    const texts = row.cells.map((cell) => cell?.text ?? '')
    offer(
      row.number,
      texts.map((one) => ['', one]),
    )
    const below = rows[at + 1]
    if (below && below.number === row.number + 1 && !looksLikeData(below)) offer(below.number, twoRows(texts, below))
  }
  return best
}

/** A merged cell has its text in the first of its cells only: what follows empty above a filled cell belongs to it. */
function twoRows(upper: readonly string[], below: Row): readonly (readonly string[])[] {
  let last = ''
  const width = Math.max(upper.length, below.cells.length)
  return Array.from({ length: width }, (_, at) => {
    const lower = below.cells[at]?.text ?? ''
    if (upper[at]) last = upper[at]
    else if (lower === '') last = ''
    return [upper[at] || last, lower]
  })
}

function assign(width: number, head: Head | undefined, data: readonly Row[], kind: KindOfImport): readonly ColumnWire[] {
  const known = new Set(kind.fields.map(({ field }) => field))
  const taken = new Map<string, number>()
  const meanings = Array.from({ length: width }, (_, at) => head?.meanings[at])
  // Whoever says it more exactly gets the field; of equals the first.
  for (const [at, meaning] of meanings.entries()) {
    const before = meaning && taken.get(meaning.field)
    if (meaning && (before === undefined || meanings[before]!.score < meaning.score)) taken.set(meaning.field, at)
  }
  const guessed = new Set<number>()
  for (let at = 0; at < width; at++) {
    if (meanings[at]) continue
    const field = fieldByContents(data, at)
    if (!field || !known.has(field) || taken.has(field)) continue
    taken.set(field, at)
    guessed.add(at)
  }
  const fieldAt = new Map([...taken].map(([field, at]) => [at, field]))
  return Array.from({ length: width }, (_, at) => {
    const field = fieldAt.get(at)
    return {
      at,
      letter: columnName(at),
      heading: head?.headings[at] ?? '',
      ...(field && { field }),
      confirm: guessed.has(at) || (field !== undefined && meanings[at]?.doubtful === true),
    }
  }).filter(({ field, heading }) => field !== undefined || heading !== '')
}

const totals = /^(合计|总计|小计|共计|制表人?|填表人?|填报人?|审核人?|备注|说明|注|单位盖章|盖章)[:：]?/

/** Rows below the headings that are no data: the headings once more on a new page, sums, who drew it up. */
export function isNoData({ cells }: Row, columns: readonly ColumnWire[]): boolean {
  const filled = cells.filter((cell) => cell !== null)
  if (filled.length === 0) return true
  if (totals.test(filled[0]!.text.replace(/\s/g, '')) && filled.length <= 4) return true
  const read = columns.filter(({ field }) => field !== undefined)
  const same = read.filter(({ at, heading }) => cells[at] && heading !== '' && heading.endsWith(cells[at].text)).length
  return same >= 2 && same >= read.length / 2
}
