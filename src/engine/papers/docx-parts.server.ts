/** Each part of a paper as Word paragraphs and tables, in the same measures as the PDF and in the fonts an office has. */
import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { columnSide, type Pair, type Part, type SignatureRow, titleLines } from './flow.ts'
import { block, letterhead, linePitch, margin, markSize, points, red, size, twips } from './measures.ts'
import { ems } from './printed-paper.ts'

/** A face for Han characters; figures and Latin letters in Times New Roman. The hint gives quotation marks their full width. */
export const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' })
export const faces = { body: font('仿宋_GB2312'), title: font('方正小标宋简体'), heading: font('黑体'), second: font('楷体_GB2312') }

/** One character of the grid. */
export const em = twips(block.width / block.characters)
export const pitch = Math.round(linePitch * 20)
const width = twips(block.width)

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT })
/** Word sizes runs in half points. */
export const halves = (pt: number): number => Math.round(pt * 2)

/** Runs of another size than the body's stand outside the grid of characters. */
export const offGrid = { snapToGrid: false, characterSpacing: 0 } as const

function paragraph(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ spacing: exactly(pitch), autoSpaceEastAsianText: false, ...options, children: [new TextRun({ text, ...run })] })
}

const indented = { indent: { firstLineChars: 200, firstLine: 2 * em } }
const { LEFT, RIGHT, CENTER, BOTH } = AlignmentType
const sides = { left: LEFT, right: RIGHT, center: CENTER }

/** The parts in order; what stands last before the signatures stays with them. */
export function childrenOf(parts: readonly Part[]): (Paragraph | Table)[] {
  const closing = parts.findIndex((part) => part.kind === 'signatures' || part.kind === 'seal' || part.kind === 'date')
  return parts.flatMap((part, at) => ofPart(part, at === closing - 1))
}

function ofPart(part: Part, last: boolean): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'mark':
      return [mark(part.text)]
    case 'issuer':
      return [paragraph(part.text, { alignment: CENTER }, { size: halves(18), ...offGrid })]
    case 'title':
      return [title(part.text)]
    case 'number':
      return [paragraph(part.text, { alignment: RIGHT })]
    case 'addressee':
      return [paragraph(part.text)]
    case 'paragraph':
      return [paragraph(part.text, { ...indented, alignment: BOTH, keepNext: last, keepLines: last })]
    case 'heading':
      return [paragraph(part.text, { ...indented, keepNext: true }, { font: part.level === 1 ? faces.heading : faces.second })]
    case 'fields':
      return [fields(part.rows), gap()]
    case 'table':
      return [table(part.head, part.rows, part.shares), gap()]
    case 'attachments':
      return attachments(part.names)
    case 'signatures':
      return [gap(), signatures(part.rows)]
    case 'seal':
      return sealed(part)
    case 'date':
      return [paragraph(part.date, { alignment: RIGHT, spacing: { ...exactly(pitch), before: pitch }, indent: { right: 4 * em } })]
    case 'note':
      return [paragraph(part.text, { ...indented, spacing: { ...exactly(pitch), before: 160 } })]
  }
}

const gap = (): Paragraph => new Paragraph({ spacing: exactly(120), keepNext: true, children: [] })

/** The red head stands above the text block, in a frame that is edited like any paragraph. */
function mark(issuer: string): Paragraph {
  const fontSize = markSize(ems(issuer))
  return new Paragraph({
    frame: {
      type: 'absolute',
      position: { x: twips(letterhead.ruleLeft), y: twips(letterhead.top) - 60 },
      width: twips(letterhead.ruleWidth),
      height: 0,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.NOT_BESIDE,
    },
    alignment: CENTER,
    spacing: exactly(Math.round(fontSize * 20 * 1.25)),
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: red.slice(1), space: 6 } },
    children: [new TextRun({ text: issuer, font: faces.title, size: halves(fontSize), color: red.slice(1), ...offGrid })],
  })
}

function title(text: string): Paragraph {
  const run = { font: faces.title, size: halves(size.title), ...offGrid }
  const half = Math.round(pitch / 2)
  const children = titleLines(text).map((line, at) => new TextRun({ text: line, ...run, ...(at > 0 ? { break: 1 } : {}) }))
  return new Paragraph({ alignment: CENTER, keepNext: true, spacing: { ...exactly(720), before: half, after: half }, children })
}

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
  const runs = lines.map((words, at) => new TextRun({ text: words, bold, size: halves(size.table), ...offGrid, ...(at > 0 ? { break: 1 } : {}) }))
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

function fields(rows: readonly (readonly Pair[])[]): Table {
  const two = rows.some((row) => row.length === 2)
  const shares = two ? [0.17, 0.33, 0.17, 0.33] : [0.2, 0.8]
  const [label, value] = shares as [number, number]
  const ofRow = (row: readonly Pair[]): TableCell[] =>
    row.flatMap(([name, words]) => {
      const wide = two && row.length === 1
      return [cell(name, label, { side: 'center' }), cell(words, wide ? 1 - label : value, wide ? { span: 3 } : {})]
    })
  return tableOf(shares, rows.map((row) => new TableRow({ cantSplit: true, children: ofRow(row) })))
}

function table(head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]): Table {
  const top = new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, shares[at]!, { side: 'center', bold: true })) })
  const looks = head.map((_, at) => ({ side: columnSide(rows.map((row) => row[at] ?? '')) }))
  const rest = rows.map((row) => new TableRow({ cantSplit: true, children: looks.map((look, at) => cell(row[at] ?? '', shares[at]!, look)) }))
  return tableOf(shares, [top, ...rest])
}

function attachments(names: readonly string[]): Paragraph[] {
  const hang = (text: string, first: boolean): Paragraph => {
    const indent = { left: (names.length > 1 ? 6 : 5) * em, hanging: (first ? (names.length > 1 ? 4 : 3) : 1) * em }
    return paragraph(text, { indent, keepNext: true, spacing: { ...exactly(pitch), before: first ? pitch : 0 } })
  }
  return names.map((name, at) => hang(`${at === 0 ? '附件：' : ''}${names.length > 1 ? `${at + 1}. ` : ''}${name}`, at === 0))
}

function signatures(rows: readonly SignatureRow[]): Table {
  const label = Math.min(Math.max(...rows.map((row) => ems(row.label))) + 0.5, 13) / block.characters
  const date = 9.5 / block.characters
  const shares = [label, 1 - label - date, date]
  const plain = (text: string, at: number, side: 'left' | 'center' | 'right') =>
    new TableCell({
      children: [new Paragraph({ alignment: sides[side], spacing: exactly(pitch), keepNext: true, autoSpaceEastAsianText: false, children: [new TextRun(text)] })],
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

function sealed(part: Part & { kind: 'seal' }): Paragraph[] {
  const right = (text: string, indent: number, before: number): Paragraph =>
    paragraph(text, { alignment: RIGHT, keepNext: before > 0, spacing: { ...exactly(pitch), before }, indent: { right: Math.round(indent * em) } })
  return [right(part.mark ? `${part.organ}（印章）` : part.organ, part.organRight, 2 * pitch), right(part.date, part.dateRight, 0)]
}

export const pageMargins = {
  top: twips(margin.top),
  right: twips(margin.right),
  bottom: twips(margin.bottom),
  left: twips(margin.left),
  header: twips(15),
  footer: twips(4),
  gutter: 0,
}

/** Word adds this much, in 4096ths of a point, to each character of 16 points so that 28 fill the line. */
export const characterSpace = Math.round((points(block.width) / block.characters - 16) * 4096)
