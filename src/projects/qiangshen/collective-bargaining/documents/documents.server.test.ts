/** The papers as Word and PDF files, as an office opens them. */
import { inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import type { Paper, WritingAt } from '#engine/define.ts'
import { seal } from '#engine/papers/paper-hash.server.ts'
import { renderDocx } from '#engine/papers/docx/render-docx.server.ts'
import { missingCharacters, renderPdf } from '#engine/papers/pdf/render-pdf.server.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { congressResolution, contractText } from './contract.ts'
import { supervisionOpinion } from './dispute.ts'
import { filingLetter } from './filing.ts'
import { delegateList, meetingMinutes } from './meetings.ts'
import { offerLetter } from './offer.ts'
import { sampleFacts } from './sample-facts.ts'

const at: WritingAt = {
  on: day('2026-04-24'),
  region: 'CN-ZJ-HZ',
  calendar: nationalCalendar,
  days: { offer: day('2026-03-02') },
  caseNumber: '协〔2026〕7号',
  issuer: '杭州金沙电子有限公司工会',
  papers: {},
  due: () => undefined,
}
const printed = (paper: Paper, facts: object) => {
  const body = paper.write(facts, at)
  return seal({ title: body.title ?? paper.title, issuer: at.issuer, body, on: at.on }, 'https://hexie.example/v')
}

/** word/document.xml of a package. */
function documentOf(zip: Buffer): string {
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  for (;;) {
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === 'word/document.xml') {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8')
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}
const wordsIn = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')

async function pdfWords(pdf: Buffer): Promise<{ words: string; pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  let words = ''
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    for (const item of items) if ('str' in item) words += item.str
  }
  return { words: words.replace(/\s/g, ''), pages: document.numPages }
}

const cases: readonly [Paper, object, tables: number, said: string][] = [
  [offerLetter, sampleFacts('wage'), 1, '年度增长幅度'],
  [delegateList, sampleFacts('wage'), 2, '周雅琴'],
  [meetingMinutes, sampleFacts('wage'), 3, '沈佳'],
  [congressResolution, sampleFacts('wage'), 1, '四届三次'],
  [contractText, sampleFacts('wage'), 2, '工资专项集体合同'],
  [contractText, sampleFacts('comprehensive'), 2, '裁员'],
  [contractText, sampleFacts('safety'), 2, '职业病危害防护'],
  [contractText, sampleFacts('women'), 2, '妇科病普查'],
  [contractText, sampleFacts('skillWages'), 6, '创新创造'],
  [contractText, sampleFacts('skillWages', 'minutes'), 6, '会议纪要'],
  [filingLetter, sampleFacts('wage'), 2, '一式5份'],
  [supervisionOpinion, sampleFacts('wage'), 0, '十五个工作日'],
]

it.each(cases.map(([paper, facts, tables, said]) => [paper.id, said, paper, facts, tables] as const))(
  '%s with %s opens in Word with its tables, and as PDF with every character',
  async (_id, said, paper, facts, tables) => {
    const sheet = printed(paper, facts)
    const xml = documentOf(await renderDocx(sheet))
    expect(wordsIn(xml).replace(/\s/g, '')).toContain(said)
    expect(xml.match(/<w:tbl>/g)?.length ?? 0).toBeGreaterThanOrEqual(tables)
    expect(await missingCharacters(sheet)).toEqual([])
    const { words, pages } = await pdfWords(await renderPdf(sheet))
    expect(words).toContain(said)
    expect(pages).toBeLessThan(12)
  },
)
