/** Each part of a paper as Word paragraphs and tables, in the same measures as the PDF and in the fonts an office has. */
import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { em, exactly, faces, halves, offGrid, pitch } from './docx-run.server.ts'
import { fields, signatures, table } from './docx-table.server.ts'
import { type Part, titleLines } from '../flow.ts'
import { letterhead, markSize, red, size, twips } from '../measures.ts'
import { ems } from '../printed-paper.ts'

function paragraph(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ spacing: exactly(pitch), autoSpaceEastAsianText: false, ...options, children: [new TextRun({ text, ...run })] })
}

const indented = { indent: { firstLineChars: 200, firstLine: 2 * em } }
const { RIGHT, CENTER, BOTH } = AlignmentType

/** The parts in order; what stands last before the signatures stays with them. */
export function childrenOf(parts: readonly Part[]): (Paragraph | Table)[] {
  const closing = parts.findIndex((part) => part.kind === 'signatures' || part.kind === 'seal' || part.kind === 'date')
  const last = parts[closing - 1]?.kind === 'attachments' ? closing - 2 : closing - 1
  return parts.flatMap((part, at) => ofPart(part, at === last))
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

function attachments(names: readonly string[]): Paragraph[] {
  const hang = (text: string, first: boolean): Paragraph => {
    const indent = { left: (names.length > 1 ? 6 : 5) * em, hanging: (first ? (names.length > 1 ? 4 : 3) : 1) * em }
    return paragraph(text, { indent, keepNext: true, spacing: { ...exactly(pitch), before: first ? pitch : 0 } })
  }
  return names.map((name, at) => hang(`${at === 0 ? '附件：' : ''}${names.length > 1 ? `${at + 1}. ` : ''}${name}`, at === 0))
}

function sealed(part: Part & { kind: 'seal' }): Paragraph[] {
  const right = (text: string, indent: number, before: number): Paragraph =>
    paragraph(text, {
      alignment: RIGHT,
      keepNext: before > 0,
      spacing: { ...exactly(pitch), before },
      indent: { right: Math.round(indent * em) },
    })
  return [right(part.mark ? `${part.organ}（印章）` : part.organ, part.organRight, 2 * pitch), right(part.date, part.dateRight, 0)]
}
