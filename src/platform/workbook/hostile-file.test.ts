/** Files made to harm, and files that are something else: each gets an answer in both languages that says what to do. */
import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import type { OpenOptions } from './open-workbook.server.ts'
import { bookOf, fileOf, readAll, worksheet } from './samples/book-for-tests.server.ts'

/** Status and Chinese words of the answer. */
async function answer(path: string, options: OpenOptions = {}): Promise<string> {
  try {
    await readAll(path, options)
    return 'read'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { status, says, errors } = error.parts
    const words = says ?? errors?.[0]?.says
    expect(words?.en).toBeTruthy()
    return `${status} ${words?.zh}`
  }
}

const sheetOf = (xml: string) => bookOf({ 'xl/worksheets/sheet1.xml': xml })
const cell = (reference: string, text = 'x') => `<row r="1"><c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c></row>`
const sampleOf = (ending: string) => fileURLToPath(new URL(`./samples/roster-from-libreoffice.${ending}`, import.meta.url))

/** The file with these bytes changed wherever they occur. */
async function patched(path: Promise<string>, from: string, to: string): Promise<string> {
  return fileOf(
    Buffer.from(
      readFileSync(await path)
        .toString('latin1')
        .replaceAll(from, to),
      'latin1',
    ),
    'xlsx',
  )
}

async function* blanks(mebibytes: number) {
  for (let i = 0; i < mebibytes; i++) yield ' '.repeat(1_048_576)
}

test('zip bombs: by ratio, by size of a part, by size of all, by a directory that lies', async () => {
  const bomb = await bookOf({ 'xl/worksheets/sheet1.xml': blanks(40) })
  expect(await answer(bomb)).toMatch('413 文件解压后大得不正常')
  expect(await answer(bomb, { limits: { ratio: 2000, partBytes: 39 * 1_048_576 } })).toMatch('413')
  expect(await answer(bomb, { limits: { ratio: 2000, unpackedBytes: 40 * 1_048_576 } })).toMatch('413')
  const small = readFileSync(await sheetOf(worksheet(cell('A1').repeat(100))))
  const at = small.indexOf('xl/worksheets/sheet1.xml', small.indexOf(Buffer.from('PK\x01\x02', 'latin1'))) - 46
  small.writeUInt32LE(100, at + 24)
  expect(await answer(fileOf(small, 'xlsx'))).toMatch('413')
  expect(await answer(await sheetOf(worksheet('')), { limits: { parts: 3 } })).toMatch('413 压缩包里的文件超过 3 个')
  expect(await answer(sampleOf('xlsx'), { limits: { fileBytes: 1_048_576 / 512 } })).toMatch('413')
})

test('a small table of texts that grows in memory is stopped', async () => {
  const texts = await bookOf({
    'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(200_000)}</sst>`,
    'xl/worksheets/sheet1.xml': worksheet(cell('A1')),
  })
  expect(await answer(texts)).toBe('read')
  expect(await answer(texts, { limits: { sharedTextBytes: 1_000_000 } })).toMatch('413 工作簿里的文字太多')
})

test('too many columns and rows, huge cells', async () => {
  expect(await answer(await sheetOf(worksheet(cell('SR1'))))).toBe('read')
  expect(await answer(await sheetOf(worksheet(cell('SS1'))))).toMatch('400 单元格 SS1 超出了 512 列')
  expect(await answer(await sheetOf(worksheet('<row><c r="XFD1" s="3"/></row>')))).toBe('read')
  expect(await answer(await sheetOf(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(5))), { limits: { rows: 4 } })).toMatch(
    '400 一个工作表最多 4 行',
  )
  expect(await answer(await sheetOf(worksheet(cell('B1', 'x'.repeat(32_767)))))).toBe('read')
  expect(await answer(await sheetOf(worksheet(cell('B1', 'x'.repeat(32_768)))))).toMatch('400 单元格 B1 的内容超过 32,767 个字')
  const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(400_000)}</t></si></sst>` }
  expect(
    await answer(await bookOf({ ...shared, 'xl/worksheets/sheet1.xml': worksheet('<row><c r="C1" t="s"><v>0</v></c></row>') })),
  ).toMatch('单元格 C1')
  expect(await answer(await bookOf({ ...shared, 'xl/worksheets/sheet1.xml': worksheet(cell('A1')) }))).toBe('read')
})

test('document types and entities are refused wherever they stand', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
  expect(await answer(await sheetOf(bomb + worksheet(cell('A1', '&b;'))))).toMatch('400 文件里含有不允许的文档类型声明')
  expect(
    await answer(await bookOf({ 'xl/sharedStrings.xml': `${bomb}<sst/>`, 'xl/worksheets/sheet1.xml': worksheet(cell('A1')) })),
  ).toMatch('DOCTYPE')
  expect(await answer(await bookOf({ 'xl/workbook.xml': `${bomb}<workbook/>`, 'xl/worksheets/sheet1.xml': worksheet('') }))).toMatch(
    'DOCTYPE',
  )
})

test('names that lead out of the archive, and two parts of one name', async () => {
  const sheet = { 'xl/worksheets/sheet1.xml': worksheet(cell('A1')) }
  expect(await answer(await patched(bookOf({ ...sheet, 'xx/evil.xml': '<a/>' }), 'xx/evil.xml', '../evil.xml'))).toMatch(
    '400 压缩包里有不安全的文件名',
  )
  expect(await answer(await patched(bookOf({ ...sheet, 'Aetc/passwd': '<a/>' }), 'Aetc/passwd', '/etc/passwd'))).toMatch('不安全的文件名')
  expect(await answer(await bookOf({ ...sheet, 'XL/Styles.xml': '<a/>' }))).toMatch('不安全的文件名')
})

test('old and other formats say what to save as', async () => {
  expect(await answer(sampleOf('xls'))).toMatch('415 这是旧格式的表格（.xls 或 .et）')
  expect(await answer(sampleOf('ods'))).toMatch('415 这是 OpenDocument 表格')
  const locked = Buffer.alloc(2048)
  locked.write('d0cf11e0a1b11ae1', 'hex')
  locked.writeUInt16LE(9, 30)
  locked.write('EncryptedPackage', 1024, 'utf16le')
  locked.writeUInt32LE(1, 48)
  expect(await answer(fileOf(locked, 'xlsx'))).toMatch('415 工作簿设了打开密码')
  expect(await answer(await bookOf({ 'xl/worksheets/sheet1.xml': worksheet(''), 'xl/vbaProject.bin': 'macro' }))).toMatch(
    '415 工作簿里含有宏',
  )
  expect(await answer(await bookOf({ 'xl/workbook.xml': null, 'xl/workbook.bin': 'x' }))).toMatch('415 这是二进制工作簿')
  expect(
    await answer(
      await bookOf({
        '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': '<document/>',
      }),
    ),
  ).toMatch('415 这是压缩包或别的文档')
  expect(await answer(fileOf(Buffer.from('ffd8ffe000104a46494600', 'hex'), 'xlsx'))).toMatch('415 这不是表格文件')
  expect(await answer(fileOf('%PDF-1.7\n', 'csv'))).toMatch('415 这不是表格文件')
  expect(await answer(fileOf('<html><table><tr><td>姓名</td></tr></table></html>', 'xls'))).toMatch('415 这是网页或 XML 格式的表格')
  expect(await answer(fileOf('', 'xlsx'))).toMatch('400 文件是空的')
})

test('damaged files: cut off, changed on the way, XML that stops, texts that are not there', async () => {
  const whole = readFileSync(sampleOf('xlsx'))
  for (const share of [0.1, 0.5, 0.9, 0.999])
    expect(await answer(fileOf(whole.subarray(0, Math.floor(whole.length * share)), 'xlsx'))).toMatch('400 文件已损坏')
  const changed = readFileSync(await sheetOf(worksheet(cell('A1', '张三'.repeat(500)))))
  const at = changed.indexOf('xl/worksheets/sheet1.xml') + 60
  changed[at] = changed[at]! ^ 0xff
  expect(await answer(fileOf(changed, 'xlsx'))).toMatch('400 文件已损坏')
  const checked = readFileSync(await sheetOf(worksheet(cell('A1'))))
  checked.writeUInt32LE(7, checked.indexOf('xl/worksheets/sheet1.xml', checked.indexOf(Buffer.from('PK\x01\x02', 'latin1'))) - 46 + 16)
  expect(await answer(fileOf(checked, 'xlsx'))).toMatch('400 文件已损坏')
  for (const xml of [
    '<worksheet><sheetData><row r="1">',
    '<worksheet></sheetData></row></c></x>',
    worksheet('<row><c t="s"><v>7</v></c></row>'),
    worksheet('<row><c r="7"><v>1</v></c></row>'),
  ])
    expect(await answer(await sheetOf(xml))).toMatch('400 文件已损坏')
  expect(await answer(await bookOf({ 'xl/worksheets/sheet1.xml': Buffer.from(worksheet(cell('A1', '张')), 'utf16le') }))).toMatch('400')
})

test('no sheet to read: none, hidden, elsewhere', async () => {
  const book = (sheets: string) => `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`
  const sheet = { 'xl/worksheets/sheet1.xml': worksheet('') }
  expect(await answer(await bookOf({ ...sheet, 'xl/workbook.xml': book('') }))).toMatch('400 工作簿里没有可以读取的工作表')
  expect(await answer(await bookOf({ ...sheet, 'xl/workbook.xml': book('<sheet name="a" state="veryHidden" r:id="rId1"/>') }))).toMatch(
    '没有可以读取的工作表',
  )
  expect(await answer(await bookOf({ 'xl/worksheets/other.xml': worksheet('') }))).toMatch('没有可以读取的工作表')
  const outside =
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://evil.example/sheet.xml" TargetMode="External"/></Relationships>'
  expect(await answer(await bookOf({ ...sheet, 'xl/_rels/workbook.xml.rels': outside }))).toMatch('没有可以读取的工作表')
})
