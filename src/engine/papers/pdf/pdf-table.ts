/** Tables of a paper in the PDF: pairs of a form, rows of figures, lines to sign on. */
import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js'
import { columnSide, type Pair, type SignatureRow } from '../flow.ts'
import { block, bodySize, lead, linePitch, points, size } from '../measures.ts'
import { ems } from '../printed-paper.ts'

const em = bodySize

const lined: ContentTable['layout'] = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}

const cell = (
  text: string,
  extra: Partial<{ bold: boolean; alignment: 'left' | 'center' | 'right'; colSpan: number }> = {},
): TableCell => ({
  text: text === '' ? ' ' : text,
  fontSize: size.table,
  lineHeight: lead(size.table, 18),
  alignment: 'left',
  verticalAlignment: 'middle',
  ...extra,
})

/** Width that the columns share, without rules and padding. */
const inside = (columns: number): number => points(block.width) - columns * 10 - (columns + 1) * 0.5

export function fields(rows: readonly (readonly Pair[])[]): Content {
  const two = rows.some((row) => row.length === 2)
  const shares = two ? [0.17, 0.33, 0.17, 0.33] : [0.2, 0.8]
  const label = (text: string): TableCell => cell(text, { alignment: 'center' })
  const body = rows.map((row) => {
    const cells = row.flatMap(([name, value]) => [label(name), cell(value)])
    if (!two || row.length === 2) return cells
    return [label(row[0]![0]), cell(row[0]![1], { colSpan: 3 }), {}, {}]
  })
  return tableOf(shares, body, 0)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]): Content {
  const top = head.map((text) => cell(text, { bold: true, alignment: 'center' }))
  const sides = head.map((_, column) => columnSide(rows.map((row) => row[column] ?? '')))
  return tableOf(shares, [top, ...rows.map((row) => sides.map((alignment, column) => cell(row[column] ?? '', { alignment })))], 1)
}

function tableOf(shares: readonly number[], body: TableCell[][], headerRows: number): Content {
  const width = inside(shares.length)
  const widths = shares.map((share) => share * width)
  return { table: { widths, body, headerRows, dontBreakRows: true }, layout: lined, margin: [0, 4, 0, 6] }
}

export function signatures(rows: readonly SignatureRow[]): Content {
  const labelWidth = Math.min(Math.max(...rows.map((row) => ems(row.label))) + 0.3, 13) * em
  const ruled = (text: string): TableCell => ({ text: text || ' ', alignment: 'center', margin: [0, 8, 0, 0], noWrap: true })
  const body = rows.map((row): TableCell[] => [
    { text: row.label, alignment: 'left', margin: [0, 8, 0, 0] },
    { ...(ruled(row.name) as object), border: [false, false, false, true] } as TableCell,
    { text: row.date, alignment: 'right', margin: [0, 8, 0, 0], noWrap: true },
  ])
  return {
    table: {
      widths: [labelWidth, '*', 9.2 * em],
      body: body.map((row) => row.map((item) => ({ border: [false, false, false, false], ...(item as object) }) as TableCell)),
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    margin: [0, linePitch * 0.5, 0, 0],
  }
}
