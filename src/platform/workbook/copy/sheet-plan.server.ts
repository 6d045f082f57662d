/** The first look at a sheet before it is copied: which columns are in use, and whether an earlier check left its column. */
import type { BookParts, SheetPart } from '../book-parts.server.ts'
import { columnOf } from '../cell.ts'
import { sheetRows } from '../sheet-rows.ts'
import type { WorkbookLimits } from '../workbook-problem.ts'
import { walkXml } from '../xml-walk.ts'
import type { Package } from '../zip-package.server.ts'
import type { SheetPlan } from './sheet-copy.ts'

interface Wanted {
  readonly title: string
  readonly headerRow: number
}

export async function sheetPlan(
  book: Package,
  parts: BookParts,
  sheet: SheetPart,
  wanted: Wanted,
  limits: WorkbookLimits,
): Promise<SheetPlan> {
  let used = 0
  let earlier = -1
  let merged = 0
  let prefix = ''
  let hasCols = false
  const columnStyles: { min: number; max: number; style: number }[] = []
  const { formats, from1904 } = parts
  const rows = sheetRows({ texts: await parts.texts(), formats, from1904, limits }, ({ number, cells }) => {
    if (cells.length > used) used = cells.length
    if (number === wanted.headerRow) earlier = cells.findIndex((cell) => cell?.text.trim() === wanted.title)
  })
  const walk = walkXml({
    get listening() {
      return rows.listening ?? false
    },
    text: (piece) => rows.text!(piece),
    close: (name, from, to) => rows.close!(name, from, to),
    open(name, of, from, to, empty) {
      rows.open(name, of, from, to, empty)
      if (name === 'sheetData') prefix = /^<([^\s:>]+:)/.exec(walk.raw(from, to))?.[1] ?? ''
      else if (name === 'cols') hasCols = true
      else if (name === 'col' && columnStyles.length < 16_384)
        columnStyles.push({ min: Number(of.get('min')), max: Number(of.get('max')), style: Number(of.get('style') ?? 0) })
      else if (name === 'mergeCell') merged = Math.max(merged, rightEdge(of.get('ref'), wanted.headerRow, limits.columns))
    },
  })
  for await (const text of book.text(sheet.part)) walk.write(text)
  walk.end()
  return { ...wanted, column: earlier >= 0 ? earlier : Math.max(used, merged), prefix, hasCols, columnStyles }
}

/** How many columns a merged range covers, if it reaches the header or what is below: words under a merged cell would not be seen. */
function rightEdge(range: string | undefined, headerRow: number, limit: number): number {
  const last = range?.split(':').at(-1) ?? ''
  const columns = columnOf(last) + 1
  return Number(/\d+$/.exec(last)?.[0] ?? 0) >= headerRow && columns <= limit ? columns : 0
}
