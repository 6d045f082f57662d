/** Rewrites the XML of one sheet as it streams by: one column of words more, wrong cells marked, every other character as it was. */
import { columnName, columnOf } from '../cell.ts'
import { broken } from '../workbook-problem.ts'
import { textElement, withAttribute } from '../xml-text.ts'
import { type Attributes, walkXml, type XmlWalk } from '../xml-walk.ts'
import type { MarkStyles } from './mark-styles.ts'

export interface SheetNote {
  /** What stands in the column of results. */
  readonly says: string
  /** Columns (0 is A) of the cells to mark. */
  readonly columns: readonly number[]
}

/** What a first look at the sheet has to find out. */
export interface SheetPlan {
  /** The column of results, 0 is A. */
  readonly column: number
  readonly title: string
  readonly headerRow: number
  /** Before the names of its tags, `x:` or nothing. */
  readonly prefix: string
  readonly hasCols: boolean
  /** Columns counted from 1, as the sheet does. */
  readonly columnStyles: readonly { readonly min: number; readonly max: number; readonly style: number }[]
}

export interface SheetCopy {
  readonly walk: XmlWalk
  /** The row whose note is wanted before it goes on; 0 when none is. */
  readonly waitsFor: number
  /** Goes on if it was waiting, and takes what is finished. */
  take(): string
}

interface RowState {
  number: number
  readonly pending: number[]
  note: SheetNote | undefined
  style: number | undefined
  from: number
  to: number
  lastCellStyle: number
}

/** `noteOf` says undefined for "none" and null for "not known yet": then the copy waits. */
export function sheetCopy(plan: SheetPlan, styles: MarkStyles | null, noteOf: (row: number) => SheetNote | undefined | null): SheetCopy {
  const { column: target, prefix: p } = plan
  const row: RowState = { number: 0, pending: [], note: undefined, style: undefined, from: 0, to: 0, lastCellStyle: 0 }
  let out = ''
  let copied = 0
  let skipping = false
  let waitsFor = 0
  let column = -1
  let inRow = false
  let wide = plan.columnStyles.some(({ min, max }) => target + 1 >= min && target + 1 <= max)

  const instead = (from: number, to: number, text: string) => {
    if (from < copied) throw broken()
    if (!skipping && from > copied) out += walk.raw(copied, from)
    out += text
    copied = to
  }
  const width = () => {
    wide = true
    return `<${p}col min="${target + 1}" max="${target + 1}" width="48" customWidth="1"/>`
  }
  const cell = (at: number, style: number, content = '') =>
    `<${p}c r="${columnName(at)}${row.number}"${style ? ` s="${style}"` : ''}${content ? ` t="inlineStr"><${p}is>${content}</${p}is></${p}c>` : '/>'}`
  const textCell = (text: string, style: number) =>
    cell(target, style, p ? textElement(text).replace(/(<\/?)t/g, `$1${p}t`) : textElement(text))
  const result = (): string => {
    if (row.number === plan.headerRow) return textCell(plan.title, row.lastCellStyle)
    return row.note?.says ? textCell(row.note.says, styles?.words() ?? 0) : ''
  }
  const styleAt = (at: number) => row.style ?? plan.columnStyles.find(({ min, max }) => at + 1 >= min && at + 1 <= max)?.style ?? 0
  /** The wrong cells that the sheet has no tag for, and our own, as far as they stand before this column. */
  const missingBefore = (next: number): string => {
    let cells = ''
    while (row.pending.length > 0 && row.pending[0]! < next) {
      const at = row.pending.shift()!
      cells += at === target ? result() : styles ? cell(at, styles.marked(styleAt(at))) : ''
    }
    return cells
  }
  const beginRow = () => {
    const found = noteOf(row.number)
    waitsFor = found === null ? row.number : 0
    if (found === null) return walk.pause()
    row.note = found
    if (row.number !== plan.headerRow && !found) return
    row.pending.push(...new Set([...(found?.columns ?? []), target]))
    row.pending.sort((a, b) => a - b)
    instead(row.from, row.to, withAttribute(walk.raw(row.from, row.to), 'spans'))
  }
  const openRow = (of: Attributes, from: number, to: number, empty: boolean) => {
    const at = Number(of.get('r') ?? 0)
    row.number = at > row.number ? at : row.number + 1
    row.pending.length = 0
    row.style = /^(1|true)$/.test(of.get('customFormat') ?? '') ? Number(of.get('s') ?? 0) : undefined
    row.lastCellStyle = 0
    row.from = from
    row.to = to
    column = -1
    inRow = !empty
    if (inRow) beginRow()
  }
  const openCell = (of: Attributes, from: number, to: number) => {
    const place = of.get('r')
    column = place === undefined ? column + 1 : columnOf(place)
    const style = Number(of.get('s') ?? 0)
    if (row.pending.length > 0 && row.pending[0]! < column) instead(from, from, missingBefore(column))
    const named = row.pending[0] === column
    if (named) row.pending.shift()
    if (column === target) {
      instead(from, to, result() || (style ? cell(target, style) : ''))
      skipping = true
      return
    }
    const wanted = styles ? (named ? styles.marked(style) : styles.unmarked(style)) : style
    if (row.number === plan.headerRow) row.lastCellStyle = styles?.unmarked(style) ?? style
    if (wanted !== style) instead(from, to, withAttribute(walk.raw(from, to), 's', wanted))
  }
  const walk = walkXml({
    open(name, of, from, to, empty) {
      if (name === 'c' && inRow) openCell(of, from, to)
      else if (name === 'row') openRow(of, from, to, empty)
      else if (name === 'dimension') {
        instead(from, to, '')
        skipping = true
      } else if (name === 'col' && !wide && Number(of.get('min')) > target + 1) instead(from, from, width())
      else if (name === 'sheetData' && !plan.hasCols) instead(from, from, `<${p}cols>${width()}</${p}cols>`)
    },
    close(name, from, to) {
      if (skipping && (name === 'c' || name === 'dimension')) {
        skipping = false
        copied = to
      } else if (name === 'row' && inRow) {
        inRow = false
        if (row.pending.length > 0) instead(from, from, missingBefore(Number.POSITIVE_INFINITY))
      } else if (name === 'cols' && !wide && from !== to) instead(from, from, width())
    },
  })
  return {
    walk,
    get waitsFor() {
      return waitsFor
    },
    take() {
      if (waitsFor > 0) {
        beginRow()
        if (waitsFor === 0) walk.resume()
      }
      if (waitsFor === 0) instead(walk.fedTo, walk.fedTo, '')
      const done = out
      out = ''
      return done
    },
  }
}
