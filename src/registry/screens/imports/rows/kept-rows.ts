/** Rows as they were fetched, with those mended since: a row that is right now stays where it stood until the list is left. */
import type { RowWire } from '../../../imports/import-wire.ts'

export type Mended = ReadonlyMap<number, RowWire>

/** Fetched rows in their order; what was mended here replaces them, or stands where it belongs when the list no longer has it. */
export function withMended(page: readonly RowWire[], mended: Mended, from: number, to: number): readonly RowWire[] {
  if (mended.size === 0) return page
  const fetched = new Set(page.map((row) => row.row))
  const gone = [...mended.values()].filter(({ row }) => row > from && row <= to && !fetched.has(row))
  const rows = page.map((row) => mended.get(row.row) ?? row)
  return gone.length === 0 ? rows : [...rows, ...gone].sort((a, b) => a.row - b.row)
}

/** The stretch of row numbers a page answers for: from the end of the page before to its own end, the last to the end of the sheet. */
export function stretches(pages: readonly (readonly RowWire[])[]): readonly { readonly from: number; readonly to: number }[] {
  let from = 0
  return pages.map((page, at) => {
    const to = at === pages.length - 1 ? Number.POSITIVE_INFINITY : (page.at(-1)?.row ?? from)
    const stretch = { from, to }
    from = to
    return stretch
  })
}

/** Where the keyboard goes from a cell: over the rows that are loaded and the columns of the grid. */
export interface Place {
  readonly row: number
  readonly field: string
}

export function movedTo(key: string, at: Place, rows: readonly number[], fields: readonly string[]): Place | undefined {
  const [r, f] = [rows.indexOf(at.row), fields.indexOf(at.field)]
  if (r < 0 || f < 0) return undefined
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [r + 1, f],
    ArrowUp: [r - 1, f],
    ArrowRight: [r, f + 1],
    ArrowLeft: [r, f - 1],
    Home: [r, 0],
    End: [r, fields.length - 1],
    PageDown: [Math.min(rows.length - 1, r + 10), f],
    PageUp: [Math.max(0, r - 10), f],
  }
  const to = steps[key]
  if (!to) return undefined
  const [row, field] = [rows[to[0]], fields[to[1]]]
  return row === undefined || field === undefined ? undefined : { row, field }
}

/** The next cell with a fault after a place, in reading order; from the top again at the end. */
export function nextFault(at: Place | undefined, rows: readonly RowWire[], fields: readonly string[], back = false): Place | undefined {
  const faults = rows.flatMap((row) =>
    fields.filter((field) => row.problems.some((one) => one.field === field && !one.kept)).map((field) => ({ row: row.row, field })),
  )
  const rank = ({ row, field }: Place): number => row * 1000 + fields.indexOf(field)
  if (!at) return faults[0]
  const here = rank(at)
  return back ? (faults.findLast((one) => rank(one) < here) ?? faults.at(-1)) : (faults.find((one) => rank(one) > here) ?? faults[0])
}
