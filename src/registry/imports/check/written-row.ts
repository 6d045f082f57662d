/** A row of the sheet as the fields it holds, with what was mended by hand laid over it. */
import type { Row } from '#platform/workbook/cell.ts'
import type { ColumnWire } from '../import-wire.ts'
import type { Written } from '../values/reading.ts'
import type { WrittenRow } from './person-draft.ts'

/** What the user did to one row. */
export interface RowEdits {
  /** By field; an empty text empties the cell. */
  readonly values: Readonly<Record<string, string>>
  readonly kept: readonly string[]
}

export const noEdits: RowEdits = { values: {}, kept: [] }

export function writtenRow({ number, cells }: Row, columns: readonly ColumnWire[], edits: RowEdits = noEdits): WrittenRow {
  const written: Record<string, Written> = {}
  for (const { at, field } of columns) {
    const cell = cells[at]
    if (field && cell && cell.text.trim() !== '') written[field] = { text: cell.text, kind: cell.kind }
  }
  return withEdits({ row: number, cells: written, original: written, mended: false, kept: [] }, edits)
}

export function withEdits(row: WrittenRow, { values, kept }: RowEdits): WrittenRow {
  const cells: Record<string, Written> = { ...row.original }
  for (const [field, value] of Object.entries(values)) {
    if (value.trim() === '') delete cells[field]
    else cells[field] = { text: value, kind: 'text' }
  }
  return { ...row, cells, kept, mended: Object.keys(values).length > 0 }
}
