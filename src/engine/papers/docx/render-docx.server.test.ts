/** Papers as Word files: what is in the package that an office opens. */
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { seal } from '../paper-hash.server.ts'
import { renderDocx } from './render-docx.server.ts'
import { agreement, letter, record } from '../sample-bodies.ts'

const base = 'https://hexie.example.cn/verify/'
const issuer = '白杨街道劳动争议调解中心'
const notice = seal({ title: '劳动争议调解受理通知书', number: '白杨调[2026]18号', issuer, body: letter, on: letter.date }, base)
const deed = seal({ title: '劳动争议调解协议书', issuer, body: agreement, on: agreement.date }, base)

/** The files of a zip, by its central directory. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    files.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

const partsOf = async (paper: typeof notice) => {
  const files = unzip(await renderDocx(paper))
  const xml = (name: string): string => files.get(name)!.toString('utf8')
  const feet = [...files.keys()].filter((name) => /^word\/footer\d\.xml$/.test(name)).map(xml)
  const words = [...xml('word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
  return { files, xml, feet, words, document: xml('word/document.xml') }
}

describe('a letter in Word', () => {
  it('has the measures of the standard', async () => {
    const { document, xml } = await partsOf(notice)
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(document).toMatch(/<w:docGrid[^>]*w:linePitch="580"/)
    expect(xml('word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"')
    expect(xml('word/styles.xml')).toContain('<w:sz w:val="32"/>')
    expect(xml('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
  })

  it('has a red head in the title face, and everything the paper says', async () => {
    const { document, words } = await partsOf(notice)
    expect(document).toMatch(/<w:framePr[^>]*>/)
    expect(document).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/>(?:(?!<\/w:rPr>).)*<w:color w:val="d7000f"\/>/i)
    for (const said of [
      issuer,
      '白杨调〔2026〕18号',
      '杭州启程货运有限公司：',
      '一、调解事项',
      '附件：1. 劳动争议调解申请书副本',
      '2026年3月5日',
    ])
      expect(words).toContain(said)
  })

  it('numbers its pages but the first, and bears code and QR', async () => {
    const { document, feet, files } = await partsOf(notice)
    expect(document).toContain('<w:titlePg/>')
    expect(feet).toHaveLength(3)
    expect(feet.filter((foot) => foot.includes('PAGE'))).toHaveLength(2)
    for (const foot of feet) expect(foot).toContain(notice.verifyUrl)
    const picture = files.get([...files.keys()].find((name) => name.startsWith('word/media/'))!)!
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
  })
})

describe('a form in Word', () => {
  it('has tables that can be edited, and lines to sign on', async () => {
    const { document, words } = await partsOf(deed)
    expect(document.match(/<w:tbl>/g)).toHaveLength(3)
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toContain('<w:gridSpan w:val="3"/>')
    for (const said of ['10,200.00', '被申请人（签名或盖章）：', '　　年　　月　　日', `${issuer}（印章）`, '（本文书一式三份）'])
      expect(words).toContain(said)
  })

  it('holds what people type without breaking the file', async () => {
    const { document, words } = await partsOf({
      ...deed,
      title: '<b>&"题名"',
      body: { ...agreement, blocks: [{ p: '甲\u0000\u000b<乙>&丙𠮷\ud800' }] },
    })
    expect(words).toContain('甲&lt;乙&gt;&amp;丙𠮷')
    expect([...document].filter((char) => char < ' ' && !'\n\r\t'.includes(char))).toEqual([])
  })

  it('is marked as a draft before it is issued', async () => {
    const { files, xml, feet } = await partsOf({ ...seal({ title: '笔录', issuer, body: record, on: record.date }, base), draft: true })
    const headers = [...files.keys()].filter((name) => /^word\/header\d\.xml$/.test(name))
    expect(headers.length).toBeGreaterThan(0)
    for (const name of headers) expect(xml(name)).toContain('草稿')
    for (const foot of feet) expect(foot).toContain('不具有效力')
    expect([...files.keys()].some((name) => name.startsWith('word/media/'))).toBe(false)
  })
})
