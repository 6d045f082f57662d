/** Papers as PDF: one paper, or several as one packet. The same paper always gives the same bytes. */
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Day } from '#kernel/day.ts'
import { openFace } from './face.server.ts'
import { flow } from '../flow.ts'
import { bodySize, lead, margin, points } from '../measures.ts'
import { behind, below } from './pdf-page.ts'
import { contentOf } from './pdf-parts.ts'
import type { PrintedPaper } from '../printed-paper.ts'
import { qrSvg } from '../qr.server.ts'
import { charactersOf, setInFace } from './set-in-face.ts'

export interface Packet {
  readonly title: string
  readonly on: Day
  readonly papers: readonly PrintedPaper[]
}

const stamp = '草稿'
const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, content: Buffer): void } }
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)

const face = openFace((name, font) => {
  virtualfs.writeFileSync(name, font)
  pdfmake.addFonts({ [name]: { normal: name } })
})

/** The paper as PDF. */
export const renderPdf = (paper: PrintedPaper): Promise<Buffer> => renderPacket({ title: paper.title, on: paper.on, papers: [paper] })

/** Several papers in one file, each with its own page numbers and code, as a court or an arbitration commission is handed them. */
export async function renderPacket({ title, on, papers }: Packet): Promise<Buffer> {
  if (papers.length === 0) throw new RangeError('a packet without papers')
  const sections: Content[] = []
  for (const paper of papers) sections.push(await section(paper))
  const made = new Date(`${on}T00:00:00+08:00`)
  const [first] = papers
  const definition: TDocumentDefinitions = {
    content: sections,
    pageSize: 'A4',
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom].map(points) as [number, number, number, number],
    defaultStyle: { font: face.runs('0', 400)[0]!.font, fontSize: bodySize, lineHeight: lead(bodySize) },
    info: {
      title,
      author: first?.issuer ?? '',
      subject: first?.number ?? '',
      keywords: papers.map((paper) => paper.code).join(' '),
      creationDate: made,
      modDate: made,
    },
    language: 'zh-CN',
    displayTitle: true,
    version: '1.7',
  }
  return pdfmake.createPdf(definition).getBuffer()
}

/** Characters of the paper that the face cannot draw; they are printed as 〓 with a note that names them. */
export async function missingCharacters(paper: PrintedPaper): Promise<readonly string[]> {
  const needed = charactersOf(contentOf(flow(paper)))
  const words = needed[400] + needed[700]
  await face.need(words, 400)
  return face.missing(words)
}

async function section(paper: PrintedPaper): Promise<Content> {
  const qr = paper.draft ? '' : qrSvg(paper.verifyUrl)
  const missing = await missingCharacters(paper)
  const content = [...contentOf(flow(paper)), ...missingNote(missing)]
  const needed = charactersOf([content, below(paper, 1, qr), below(paper, 2, qr)])
  await face.need(`${needed[400]}0123456789`, 400)
  await face.need(`${needed[700]}${stamp}`, 700)
  let before: number | undefined
  const pageOf = (page: number): number => page - (before ??= page - 1)
  return {
    section: setInFace(content, face.runs),
    background: (page: number) => setInFace(behind(paper, pageOf(page)), face.runs),
    footer: (page: number) => setInFace(below(paper, pageOf(page), qr), face.runs),
    ...(paper.draft ? { watermark: watermark() } : {}),
  } as Content
}

function watermark() {
  const [run] = face.runs(stamp, 700)
  return { text: run!.text, font: run!.font, fontSize: 150, color: '#888888', opacity: 0.16, angle: -45 }
}

function missingNote(missing: readonly string[]): Content[] {
  if (missing.length === 0) return []
  const codes = missing.map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
  return [{ text: `注：〓 处的字字库未收，编码为 ${codes.join('、')}。`, fontSize: 10, lineHeight: lead(10, 15), margin: [0, 8, 0, 0] }]
}
