/**
 * Papers as PDF, read back with another program's reader.
 * Measured on two cores shared with other work: the first PDF of a process takes 0.5 to 1.1 s, a letter after that 60 to 90 ms and 100 kB.
 */
import { describe, expect, it } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import { seal } from '../paper-hash.server.ts'
import type { PrintedPaper } from '../printed-paper.ts'
import { missingCharacters, renderPacket, renderPdf } from './render-pdf.server.ts'
import { agreement, letter, record } from '../sample-bodies.ts'

const base = 'https://hexie.example.cn/verify/'
const issuer = '白杨街道劳动争议调解中心'
const notice = seal({ title: '劳动争议调解受理通知书', number: '白杨调[2026]第018号', issuer, body: letter, on: letter.date }, base)
const deed = seal({ title: '劳动争议调解协议书', number: '白杨调〔2026〕19号', issuer, body: agreement, on: agreement.date }, base)
const draft = seal({ title: '调解笔录', issuer, body: record, on: record.date, draft: true }, base)

interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** The lines of each page from top to bottom, as a reader sees them. */
async function linesOf(pdf: Buffer): Promise<Line[][]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages: Line[][] = []
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    const rows = new Map<number, { text: string; x: number }[]>()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const y = Math.round(item.transform[5])
      rows.set(y, [...(rows.get(y) ?? []), { text: item.str, x: item.transform[4] }])
    }
    const lines = [...rows]
      .sort(([a], [b]) => b - a)
      .map(([y, row]) => {
        const sorted = row.sort((a, b) => a.x - b.x)
        return { y, x: sorted[0]!.x, text: sorted.map((piece) => piece.text).join('') }
      })
    pages.push(lines)
  }
  return pages
}

const textOf = (pages: Line[][]): string =>
  pages
    .flat()
    .map((line) => line.text)
    .join('\n')

describe('a letter', () => {
  it('says everything on A4, with its fonts in it', async () => {
    const pdf = await renderPdf(notice)
    const document = await getDocumentProxy(new Uint8Array(pdf))
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    const text = textOf(await linesOf(pdf))
    const says = [
      issuer,
      '白杨调〔2026〕18号',
      '劳动争议调解受理通知书',
      '杭州启程货运有限公司：',
      '2026年3月5日',
      '附件：1.劳动争议调解申请书副本',
      `${notice.code.slice(0, 5)}-${notice.code.slice(5)}`,
      notice.verifyUrl,
    ]
    for (const words of says) expect(text).toContain(words)
    const raw = pdf.toString('latin1')
    const fonts = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0
    expect(fonts).toBeGreaterThan(5)
    expect(raw.match(/\/FontFile[23] /g)).toHaveLength(fonts)
  }, 30_000)

  it('has the same bytes whenever and beside whatever it is printed', async () => {
    const once = await renderPdf(notice)
    const [again, , third] = await Promise.all([renderPdf(notice), renderPdf(deed), renderPdf(notice)])
    expect(again!.equals(once)).toBe(true)
    expect(third!.equals(once)).toBe(true)
    expect((await renderPdf({ ...notice, on: agreement.date })).equals(once)).toBe(false)
  }, 30_000)

  it('has no number on its first page, and the text begins at the left edge of the block', async () => {
    const [first] = await linesOf(await renderPdf(notice))
    expect(first!.some((line) => /^— \d+ —$/.test(line.text))).toBe(false)
    expect(first!.find((line) => line.text.startsWith('杭州启程'))!.x).toBeCloseTo(79.4, 0)
  }, 30_000)
})

describe('a form', () => {
  it('prints fields, table, signatures, seal and copies', async () => {
    const text = textOf(await linesOf(await renderPdf(deed)))
    const says = [
      '法定代表人',
      '10,200.00',
      '银行转账至申请人本人工资账户',
      '被申请人（签名或盖章）：',
      `${issuer}（印章）`,
      '（本文书一式三份）',
      '— 1 —',
    ]
    for (const words of says) expect(text).toContain(words)
  }, 30_000)

  it('sets 22 lines of 28 characters to the page', async () => {
    const body = { ...record, blocks: [{ p: '劳'.repeat(28 * 60) }], signatures: [], note: undefined }
    const pages = await linesOf(await renderPdf({ ...deed, title: '长文', body } as PrintedPaper))
    const full = pages[1]!.filter((line) => /^劳+$/.test(line.text))
    expect(full).toHaveLength(22)
    expect(new Set(full.map((line) => line.text.length))).toEqual(new Set([28]))
    expect((full[0]!.y - full[21]!.y) / 21).toBeCloseTo(28.98, 0)
  }, 30_000)

  it('never begins a line with punctuation that closes', async () => {
    const words = '甲，乙。丙；丁：戊！己？庚、（辛）“壬”《癸》'
    const blocks = Array.from({ length: 28 }, (_, at) => ({ p: '字'.repeat(at) + words.repeat(4) }))
    const pages = await linesOf(await renderPdf({ ...deed, body: { ...record, blocks } }))
    const starts = pages.flat().map((line) => [...line.text][0]!)
    expect(starts.length).toBeGreaterThan(80)
    expect(starts.filter((char) => '，。；：！？、）”》'.includes(char))).toEqual([])
    const ends = pages.flat().map((line) => [...line.text].at(-1)!)
    expect(ends.filter((char) => '（“《'.includes(char))).toEqual([])
  }, 30_000)

  it('prints rare names as they are written, and 〓 with its code for what no font has', async () => {
    const name = '㐱𠮷喆淼犇昇堃𬭎'
    const body = { ...agreement, signatures: [{ label: '申请人（签名）', name }], blocks: [{ p: `申请人${name}😀。` }] }
    const paper = { ...deed, body }
    const text = textOf(await linesOf(await renderPdf(paper)))
    expect(text).toContain(`申请人${name}〓。`)
    expect(text).toContain('U+1F600')
    expect(await missingCharacters(paper)).toEqual(['😀'])
  }, 30_000)
})

describe('a draft', () => {
  it('says so across every page and bears no code', async () => {
    const pages = await linesOf(await renderPdf(draft))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(page.map((line) => line.text).join('')).toMatch(/草.*稿/)
      expect(page.some((line) => line.text.includes('不具有效力'))).toBe(true)
    }
    expect(textOf(pages)).not.toContain(draft.code.slice(0, 5))
  }, 30_000)
})

describe('a packet', () => {
  it('holds several papers, each with its own page numbers and code', async () => {
    const pages = await linesOf(await renderPacket({ title: '支付令申请材料', on: agreement.date, papers: [deed, notice, deed] }))
    const alone = (await linesOf(await renderPdf(deed))).length
    const last = pages.slice(-alone)
    expect(last[0]!.some((line) => line.text.includes('— 1 —'))).toBe(true)
    expect(textOf(pages)).toContain(notice.verifyUrl)
    expect(textOf(last)).toContain(deed.verifyUrl)
    expect(textOf(last)).not.toContain(notice.verifyUrl)
  }, 30_000)

  it('is not made of nothing', async () => {
    await expect(renderPacket({ title: '空', on: agreement.date, papers: [] })).rejects.toThrow('without papers')
  })
})
