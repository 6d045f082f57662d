/** A paper as a Word file that Word, WPS and LibreOffice open and an office can edit. */
import { DocumentGridType, Document, Header, Packer, Paragraph } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { feet } from './docx-foot.server.ts'
import { childrenOf } from './docx-parts.server.ts'
import { faces, halves, pageMargins, pitch } from './docx-run.server.ts'
import { flow } from '../flow.ts'
import { sheet, twips } from '../measures.ts'
import type { PrintedPaper } from '../printed-paper.ts'
import { qrPng } from '../qr.server.ts'

/** The paper as .docx. */
export async function renderDocx(paper: PrintedPaper): Promise<Buffer> {
  const qr = paper.draft ? undefined : await qrPng(paper.verifyUrl)
  const header = () => new Header({ children: [new Paragraph({ children: paper.draft ? [stamp()] : [] })] })
  const headers = paper.draft ? { default: header(), even: header(), first: header() } : {}
  const file = new Document({
    title: paper.title,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    subject: paper.number ?? '',
    keywords: paper.code,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: bodyRun } },
      paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, run: bodyRun }],
    },
    sections: [
      {
        properties: {
          titlePage: paper.body.layout === 'letter',
          page: { size: { width: twips(sheet.width), height: twips(sheet.height) }, margin: pageMargins },
          grid: { type: DocumentGridType.LINES, linePitch: pitch },
        },
        headers,
        footers: feet(paper, qr),
        children: childrenOf(flow(paper)),
      },
    ],
  })
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}

/**
 * Condensed by a quarter point, which sets 28 characters to the line in every program. A grid of characters would say the same, but
 * LibreOffice spaces out justified lines under one.
 */
const bodyRun = { font: faces.body, size: halves(16), characterSpacing: -5, language: { value: 'en-US', eastAsia: 'zh-CN' } }

const stamp = () => new TextWatermark({ text: '草稿', font: '宋体', color: 'silver', opacity: 0.5, width: 300, height: 150 })

/** Which font to take where an office lacks the one named. */
const instead = { 仿宋_GB2312: '仿宋', 方正小标宋简体: '宋体', 黑体: 'SimHei', 楷体_GB2312: '楷体', 宋体: 'SimSun' }

function fontTable(): string {
  const fonts = Object.entries(instead).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  )
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${fonts.join('')}</w:fonts>`
}
