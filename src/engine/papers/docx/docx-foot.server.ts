/** The foot of each page in Word: page number, the letter's last rule, the code that verifies the paper. */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx'
import { em, font, halves, offGrid } from './docx-run.server.ts'
import { foot, letterhead, margin, red, sheet, size, twips } from '../measures.ts'
import type { PrintedPaper } from '../printed-paper.ts'
import { groupedCode } from '../verify-code.ts'

export interface Feet {
  readonly first?: Footer
  readonly default: Footer
  readonly even: Footer
}

/** Feet of odd and even pages, and of the first page of a letter, which has a rule instead of a number. */
export function feet(paper: PrintedPaper, qr: Buffer | undefined): Feet {
  const code = () => (qr ? codeLines(paper, qr) : [line(''), line('草稿：未签发，不具有效力'), line('')])
  const numbered = (odd: boolean) => new Footer({ children: [pageNumber(odd), ...code()] })
  const letter = paper.body.layout === 'letter'
  return { default: numbered(true), even: numbered(false), ...(letter ? { first: new Footer({ children: [lastRule(), ...code()] }) } : {}) }
}

const exactly = (line: number, after = 0) => ({ line, lineRule: LineRuleType.EXACT, after })

function pageNumber(odd: boolean): Paragraph {
  const run = { size: halves(size.page), font: font('宋体'), ...offGrid }
  return new Paragraph({
    alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: odd ? { right: em } : { left: em },
    spacing: exactly(340, twips(4)),
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...run })],
  })
}

/** Thin above, thick below, 20 mm from the lower edge of the sheet and wider than the text. */
function lastRule(): Paragraph {
  const right = sheet.width - letterhead.ruleLeft - letterhead.ruleWidth
  return new Paragraph({
    indent: { left: twips(letterhead.ruleLeft - margin.left), right: twips(right - margin.right) },
    spacing: exactly(120, twips(2)),
    border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: red.slice(1), space: 1 } },
    children: [],
  })
}

const line = (text: string, before: readonly ImageRun[] = [], left = 0): Paragraph =>
  new Paragraph({
    indent: { left },
    spacing: exactly(264),
    children: [...before, new TextRun({ text, size: halves(size.foot), color: '333333', ...offGrid })],
  })

function codeLines(paper: PrintedPaper, qr: Buffer): Paragraph[] {
  const lines = [`核验码　${groupedCode(paper.code)}`, `扫码或访问 ${paper.verifyUrl}`, '核对编号、日期与正文，可知本文书真伪']
  const left = twips(foot.qr + 3)
  return lines.map((text, at) => line(text, at === 0 ? [picture(qr)] : [], left))
}

function picture(qr: Buffer): ImageRun {
  const emu = (mm: number): number => Math.round(mm * 36_000)
  const pixels = Math.round((foot.qr * 96) / 25.4)
  return new ImageRun({
    type: 'png',
    data: qr,
    transformation: { width: pixels, height: pixels },
    altText: { name: 'QR', title: '核验二维码', description: '扫码核验本文书真伪' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emu(margin.left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emu(sheet.height - foot.qrFromBottom) },
      wrap: { type: TextWrappingType.NONE },
      behindDocument: true,
    },
  })
}
