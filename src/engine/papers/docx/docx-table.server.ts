/** Tables of a paper in the Word file: pairs of a form, rows of figures, lines to sign on. */
import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { exactly, halves, offGrid, pitch, sides } from './docx-run.server.ts'
import { columnSide, type Pair, type SignatureRow } from '../flow.ts'
import { block, size, twips } from '../measures.ts'
import { ems } from '../printed-paper.ts'

const width = twips(block.width)

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none }
const allBorders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }

interface CellLook {
  readonly side?: 'left' | 'center' | 'right'
  readonly bold?: boolean
  readonly span?: number
}

function cell(text: string, share: number, { side = 'left', bold = false, span = 1 }: CellLook = {}): TableCell {
  const lines = text.split('\n')
  const runs = lines.map(
    (words, at) => new TextRun({ text: words, bold, size: halves(size.table), ...offGrid, ...(at > 0 ? { break: 1 } : {}) }),
  )
  return new TableCell({
    children: [new Paragraph({ alignment: sides[side], spacing: exactly(360), autoSpaceEastAsianText: false, children: runs })],
    width: { size: Math.round(share * width), type: WidthType.DXA },
    margins: { top: 70, bottom: 70, left: 100, right: 100 },
    verticalAlign: VerticalAlignTable.CENTER,
    columnSpan: span,
  })
}

const tableOf = (shares: readonly number[], rows: TableRow[]): Table =>
  new Table({
    rows,
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round(share * width)),
    layout: TableLayoutType.FIXED,
    borders: allBorders,
  })

export function fields(rows: readonly (readonly Pair[])[]): Table {
  const two = rows.some((row) => row.length === 2)
  const shares = two ? [0.17, 0.33, 0.17, 0.33] : [0.2, 0.8]
  const [label, value] = shares as [number, number]
  const ofRow = (row: readonly Pair[]): TableCell[] =>
    row.flatMap(([name, words]) => {
      const wide = two && row.length === 1
      return [cell(name, label, { side: 'center' }), cell(words, wide ? 1 - label : value, wide ? { span: 3 } : {})]
    })
  return tableOf(
    shares,
    rows.map((row) => new TableRow({ cantSplit: true, children: ofRow(row) })),
  )
}

export function table(head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]): Table {
  const top = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, at) => cell(text, shares[at]!, { side: 'center', bold: true })),
  })
  const looks = head.map((_, at) => ({ side: columnSide(rows.map((row) => row[at] ?? '')) }))
  const rest = rows.map(
    (row) => new TableRow({ cantSplit: true, children: looks.map((look, at) => cell(row[at] ?? '', shares[at]!, look)) }),
  )
  return tableOf(shares, [top, ...rest])
}

export function signatures(rows: readonly SignatureRow[]): Table {
  const label = Math.min(Math.max(...rows.map((row) => ems(row.label))) + 0.5, 13) / block.characters
  const date = 9.5 / block.characters
  const shares = [label, 1 - label - date, date]
  const plain = (text: string, at: number, side: 'left' | 'center' | 'right') =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: sides[side],
          spacing: exactly(pitch),
          keepNext: true,
          autoSpaceEastAsianText: false,
          children: [new TextRun(text)],
        }),
      ],
      width: { size: Math.round(shares[at]! * width), type: WidthType.DXA },
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      verticalAlign: VerticalAlignTable.BOTTOM,
      borders: { ...noBorders, bottom: at === 1 ? line : none },
    })
  const ofRow = (row: SignatureRow): TableRow =>
    new TableRow({
      cantSplit: true,
      height: { value: 740, rule: HeightRule.ATLEAST },
      children: [plain(row.label, 0, 'left'), plain(row.name, 1, 'center'), plain(row.date, 2, 'right')],
    })
  return new Table({
    rows: rows.map(ofRow),
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round(share * width)),
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
  })
}
