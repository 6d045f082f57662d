/** Each part of a paper as pdfmake content, in the measures of GB/T 9704. */
import type { Content } from 'pdfmake/interfaces.js'
import { type Part, titleLines } from '../flow.ts'
import { block, bodySize, lead, letterhead, lineBox, linePitch, margin, markSize, points, red, size } from '../measures.ts'
import { fields, signatures, table } from './pdf-table.ts'
import { ems } from '../printed-paper.ts'

/** From the top of the line box to the top of a Han character. */
const aboveHan = 0.27
const em = bodySize

const blank = (height: number): Content => ({ text: ' ', fontSize: 1, lineHeight: height / lineBox })

/** Where the letter's first double rule stands, in millimetres from the top of the sheet. */
export const firstRule = (issuer: string): number => letterhead.top + (markSize(ems(issuer)) * 0.92 * 25.4) / 72 + letterhead.ruleBelow

/** The parts as content, with what ends the paper kept on the page of its last words. */
export function contentOf(parts: readonly Part[]): Content[] {
  const nodes = parts.map(nodeOf)
  const closing = parts.findIndex((part) => part.kind === 'signatures' || part.kind === 'seal' || part.kind === 'date')
  if (closing < 1) return keepHeadings(parts, nodes)
  const start = lastWords(parts, closing)
  const many = parts.some((part) => part.kind === 'signatures' && part.rows.length > 8)
  const end = nodes.slice(start)
  return [...keepHeadings(parts.slice(0, start), nodes.slice(0, start)), many ? { stack: end } : { stack: end, unbreakable: true }]
}

/** Where the short paragraph begins that the signatures take with them, so that no page bears signatures alone. */
function lastWords(parts: readonly Part[], closing: number): number {
  const at = parts[closing - 1]!.kind === 'attachments' ? closing - 2 : closing - 1
  const before = parts[at]
  return before?.kind === 'paragraph' && ems(before.text) <= block.characters * 5 ? at : closing
}

/** A heading never ends a page: it is bound to a short paragraph that follows it. */
function keepHeadings(parts: readonly Part[], nodes: readonly Content[]): Content[] {
  const out: Content[] = []
  for (let at = 0; at < nodes.length; at++) {
    const next = parts[at + 1]
    const binds = parts[at]!.kind === 'heading' && next?.kind === 'paragraph' && ems(next.text) <= block.characters * 6
    if (binds) out.push({ stack: [nodes[at]!, nodes[++at]!], unbreakable: true })
    else out.push(nodes[at]!)
  }
  return out
}

function nodeOf(part: Part): Content {
  switch (part.kind) {
    case 'mark':
      return mark(part.text)
    case 'issuer':
      return { text: part.text, fontSize: 18, lineHeight: lead(18), alignment: 'center' }
    case 'title':
      return title(part.text)
    case 'number':
      return { text: part.text, alignment: 'right' }
    case 'addressee':
      return { text: part.text, alignment: 'left' }
    case 'paragraph':
      return { text: part.text, leadingIndent: 2 * em, alignment: 'justify' }
    case 'heading':
      return { text: part.text, leadingIndent: 2 * em, alignment: 'left', bold: part.level === 1 }
    case 'fields':
      return fields(part.rows)
    case 'table':
      return table(part.head, part.rows, part.shares)
    case 'attachments':
      return attachments(part.names)
    case 'signatures':
      return signatures(part.rows)
    case 'seal':
      return sealed(part)
    case 'date':
      return { text: part.date, alignment: 'right', margin: [0, linePitch, 4 * em, 0] }
    case 'note':
      return { text: part.text, leadingIndent: 2 * em, alignment: 'left', margin: [0, linePitch * 0.4, 0, 0] }
  }
}

function mark(issuer: string): Content {
  const fontSize = markSize(ems(issuer))
  const y = points(letterhead.top) - fontSize * aboveHan
  const below = points(firstRule(issuer) - margin.top) + (7 / 8) * em - em * aboveHan
  return {
    stack: [
      {
        text: issuer,
        bold: true,
        color: red,
        fontSize,
        lineHeight: 1,
        alignment: 'center',
        noWrap: true,
        absolutePosition: { x: points(margin.left), y },
      },
      blank(below),
    ],
  }
}

function title(text: string): Content {
  const set = { bold: true, fontSize: size.title, lineHeight: lead(size.title, 36), alignment: 'center' } as const
  return { stack: titleLines(text).map((line) => ({ text: line, ...set })), margin: [0, linePitch * 0.5, 0, linePitch * 0.5] }
}

function attachments(names: readonly string[]): Content {
  const listed = names.map((name, at): Content => ({ text: names.length > 1 ? `${at + 1}. ${name}` : name, alignment: 'left' }))
  return {
    columns: [
      { text: '附件：', width: 5 * em, leadingIndent: 2 * em },
      { stack: listed, width: '*' },
    ],
    margin: [0, linePitch, 0, 0],
  }
}

function sealed(part: Part & { kind: 'seal' }): Content {
  const right = (text: string, indent: number): Content => ({ text, alignment: 'right', margin: [0, 0, indent * em, 0] })
  const organ = part.mark ? `${part.organ}（印章）` : part.organ
  return { stack: [blank(linePitch * 2), right(organ, part.organRight), right(part.date, part.dateRight)] }
}
