/** What stands on a page beside the text block: the letter's rules, the page number, the code that verifies the paper. */
import type { Content } from 'pdfmake/interfaces.js'
import { bodySize, foot, letterhead, margin, points, red, sheet, size } from '../measures.ts'
import { firstRule } from './pdf-parts.ts'
import type { PrintedPaper } from '../printed-paper.ts'
import { groupedCode } from '../verify-code.ts'

/** Behind the text of the paper's nth page. */
export function behind(paper: PrintedPaper, page: number): Content | null {
  if (paper.body.layout !== 'letter' || page !== 1) return null
  const last = sheet.height - letterhead.ruleFromBottom
  const first = firstRule(paper.issuer)
  return { canvas: [rule(first, 2.2), rule(first + 1.3, 0.8), rule(last - 1.3, 0.8), rule(last, 2.2)] }
}

function rule(y: number, lineWidth: number) {
  const left = points(letterhead.ruleLeft)
  return {
    type: 'line' as const,
    x1: left,
    x2: left + points(letterhead.ruleWidth),
    y1: points(y),
    y2: points(y),
    lineWidth,
    lineColor: red,
  }
}

/** Below the text of the paper's nth page. The first page of a letter has no number. */
export function below(paper: PrintedPaper, page: number, qr: string): Content {
  const nodes: Content[] = paper.draft ? [draftLine()] : [code(qr), codeLines(paper)]
  if (paper.body.layout === 'form' || page > 1) nodes.push(pageNumber(page))
  return { stack: nodes }
}

/** — 1 —, odd pages one character from the right, even pages from the left. */
function pageNumber(page: number): Content {
  const odd = page % 2 === 1
  const y = points(foot.pageNumberBelow) - size.page * 0.3
  const x = points(margin.left)
  const position = { absolutePosition: { x, y }, fontSize: size.page, lineHeight: 1 }
  const text = `— ${page} —`
  return odd
    ? {
        columns: [
          { text: '', width: '*' },
          { text, width: 'auto', margin: [0, 0, points(margin.right) + bodySize, 0] },
        ],
        ...position,
      }
    : { text, ...position, absolutePosition: { x: x + bodySize, y } }
}

/** Positions at the foot count from the lower edge of the text block. */
const top = points(margin.bottom - foot.qrFromBottom)

const code = (svg: string): Content => ({
  svg,
  width: points(foot.qr),
  height: points(foot.qr),
  absolutePosition: { x: points(margin.left), y: top },
})

const small = { fontSize: size.foot, lineHeight: 1.05, color: '#333333' } as const

const codeLines = (paper: PrintedPaper): Content => ({
  stack: [
    { text: `核验码　${groupedCode(paper.code)}`, ...small },
    { text: `扫码或访问 ${paper.verifyUrl}`, ...small },
    { text: '核对编号、日期与正文，可知本文书真伪', ...small },
  ],
  absolutePosition: { x: points(margin.left + foot.qr + 3), y: top + 1 },
})

const draftLine = (): Content => ({
  text: '草稿：未签发，不具有效力',
  ...small,
  absolutePosition: { x: points(margin.left), y: top + 12 },
})
