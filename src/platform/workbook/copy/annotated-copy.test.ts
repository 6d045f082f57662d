/** The checked copy: the same workbook but for one column and the red cells, again and again. */
import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { bookOf, fileOf, readAll, saved, textsOf, worksheet } from '../samples/book-for-tests.server.ts'
import { workbookLimits } from '../workbook-problem.ts'
import { openPackage } from '../zip-package.server.ts'
import { annotatedCopy, type CopyOptions, resultTitle } from './annotated-copy.server.ts'
import type { RowNote } from './row-notes.ts'

const sample = fileURLToPath(new URL('../samples/roster-from-libreoffice.xlsx', import.meta.url))

async function checked(path: string, notes: AsyncIterable<RowNote> | readonly RowNote[], options: CopyOptions): Promise<string> {
  const { format, stream } = await annotatedCopy(path, notes, options)
  return saved(stream, format)
}

async function partsOf(path: string): Promise<Record<string, string>> {
  const book = await openPackage(path, workbookLimits)
  const parts: Record<string, string> = {}
  for (const name of book.names) {
    const pieces: Buffer[] = []
    for await (const piece of book.bytes(name)) pieces.push(piece)
    parts[name] = Buffer.concat(pieces).toString()
  }
  book.close()
  return parts
}

const sheetXml = async (path: string) => (await partsOf(path))['xl/worksheets/sheet1.xml']!
const bodyOf = (xml: string) => /<sheetData>(.*)<\/sheetData>/s.exec(xml)![1]!
const headed =
  '<row r="1" spans="1:2"><c r="A1" s="3" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" s="3" t="inlineStr"><is><t>证号</t></is></c></row>'
const person = (row: number) =>
  `<row r="${row}" spans="1:2"><c r="A${row}" t="inlineStr"><is><t>张三</t></is></c><c r="B${row}" s="3" t="inlineStr"><is><t>33</t></is></c></row>`

test('a real workbook: only its sheet and its styles change, and what was there can still be read', async () => {
  const notes: RowNote[] = [
    { row: 6, cells: [{ column: 2, says: '身份证号码：校验位不对' }] },
    {
      row: 7,
      says: '=与第 6 行重复',
      cells: [
        { column: 2, says: '身份证号码：被 Excel 改成了科学记数' },
        { column: 5, says: '入会日期：没有填' },
      ],
    },
  ]
  const copy = await checked(sample, notes, { headerRow: 5 })
  const [before, after] = [await partsOf(sample), await partsOf(copy)]
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
  expect(
    Object.keys(before)
      .filter((name) => before[name] !== after[name])
      .sort(),
  ).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml'])
  const rows = textsOf(await readAll(copy))
  const original = textsOf(await readAll(sample))
  expect(rows.map((row) => row[7])).toEqual([
    undefined,
    undefined,
    resultTitle,
    '身份证号码：校验位不对',
    '=与第 6 行重复；身份证号码：被 Excel 改成了科学记数；入会日期：没有填',
    undefined,
  ])
  expect(rows.map((row) => row.slice(0, 7).filter(Boolean))).toEqual(original.map((row) => row.filter(Boolean)))
  expect(after['xl/worksheets/sheet1.xml']).not.toContain('<dimension')
  expect(after['xl/worksheets/sheet1.xml']).toContain(/<mergeCells.*<\/mergeCells>/.exec(before['xl/worksheets/sheet1.xml']!)![0])
})

test('the sheet is the same to the character but for what was added', async () => {
  const around = {
    before: '<dimension ref="A1:B3"/><cols><col min="1" max="2" width="20"/><col min="4" max="9" width="8"/></cols>',
    after: '<mergeCells count="0"/>',
  }
  const path = await bookOf({ 'xl/worksheets/sheet1.xml': worksheet(headed + person(2) + person(3), around) })
  const copy = await checked(path, [{ row: 3, says: '重复 <&>', cells: [{ column: 1, says: '' }] }], { headerRow: 1 })
  const cell = (reference: string, style: number, text: string) =>
    `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`
  const expected = (await sheetXml(path))
    .replace('<dimension ref="A1:B3"/>', '')
    .replace('width="20"/>', 'width="20"/><col min="3" max="3" width="48" customWidth="1"/>')
    .replace(headed, headed.replace(' spans="1:2"', '').replace('</row>', `${cell('C1', 3, resultTitle)}</row>`))
    .replace(
      person(3),
      person(3)
        .replace(' spans="1:2"', '')
        .replace('r="B3" s="3"', 'r="B3" s="5"')
        .replace('</row>', `${cell('C3', 6, '重复 &lt;&amp;&gt;')}</row>`),
    )
  expect(await sheetXml(copy)).toBe(expected)
})

test('a marked cell keeps its format: text stays text, alignment stays', async () => {
  const path = await bookOf({ 'xl/worksheets/sheet1.xml': worksheet(headed + person(2)) })
  const styles = (await partsOf(await checked(path, [{ row: 2, cells: [{ column: 1, says: '错' }] }], { headerRow: 1 })))['xl/styles.xml']!
  expect(styles).toContain('<fills count="3">')
  expect(styles).toContain('<cellXfs count="7">')
  expect(styles).toContain('applyFill="1" numFmtId="49" fontId="0" fillId="2"><alignment horizontal="left"/></xf>')
})

test('a missing cell is marked where it should be, with the format of its column or row', async () => {
  const rows = '<row r="2"><c r="A2"><v>1</v></c><c r="E2"><v>5</v></c></row><row r="3" s="1" customFormat="1"><c r="E3"><v>5</v></c></row>'
  const path = await bookOf({
    'xl/worksheets/sheet1.xml': worksheet(headed + rows, { before: '<cols><col min="2" max="3" style="3"/></cols>' }),
  })
  const missing = [
    { column: 2, says: '没有填' },
    { column: 1, says: '没有填' },
  ]
  const xml = await sheetXml(
    await checked(
      path,
      [
        { row: 2, cells: missing },
        { row: 3, cells: missing },
      ],
      { headerRow: 1 },
    ),
  )
  expect(bodyOf(xml)).toMatch(/<c r="A2"><v>1<\/v><\/c><c r="B2" s="5"\/><c r="C2" s="5"\/><c r="E2"><v>5<\/v><\/c><c r="F2"/)
  expect(bodyOf(xml)).toMatch(/<c r="B3" s="7"\/><c r="C3" s="7"\/><c r="E3">/)
})

test('checked again after mending, the same column is used and old red goes', async () => {
  const path = await bookOf({ 'xl/worksheets/sheet1.xml': worksheet(headed + person(2) + person(3)) })
  const first = await checked(
    path,
    [
      { row: 2, cells: [{ column: 1, says: '甲' }] },
      { row: 3, cells: [{ column: 1, says: '乙' }] },
    ],
    { headerRow: 1 },
  )
  const second = await checked(first, [{ row: 3, cells: [{ column: 1, says: '丙' }] }], { headerRow: 1 })
  expect(textsOf(await readAll(second))).toEqual([
    ['姓名', '证号', resultTitle],
    ['张三', '33'],
    ['张三', '33', '丙'],
  ])
  const [styles, xml] = [(await partsOf(second))['xl/styles.xml']!, await sheetXml(second)]
  expect(xml).toContain('<c r="B3" s="5"')
  const plain = Number(/<c r="B2" s="(\d+)"/.exec(xml)![1])
  expect([...styles.split('<cellXfs')[1]!.matchAll(/<xf [^>]*fillId="(\d)"/g)].map((found) => found[1])[plain]).toBe('0')
  expect(styles.match(/FFFFC9CD/g)).toHaveLength(1)
})

test('columns that are formatted but empty, rows without references, prefixes, merged titles', async () => {
  const rows = `${headed.replace('</row>', '<c r="C1" s="1"/><c r="D1" s="1"/></row>')}<row><c t="inlineStr"><is><t>李四</t></is></c><c/><c s="1"/><c s="1"/></row><row r="5"/>`
  const path = await bookOf({
    'xl/worksheets/sheet1.xml': worksheet(rows, { after: '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>' }),
  })
  expect(
    textsOf(
      await readAll(
        await checked(
          path,
          [
            { row: 2, says: '错' },
            { row: 5, says: '空' },
          ],
          { headerRow: 1 },
        ),
      ),
    ),
  ).toEqual([
    ['姓名', '证号', resultTitle],
    ['李四', null, '错'],
  ])
  const prefixed = await bookOf({
    'xl/worksheets/sheet1.xml': worksheet(headed + person(2))
      .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x='),
  })
  const copy = await checked(prefixed, [{ row: 2, says: '错' }], { headerRow: 1 })
  expect(textsOf(await readAll(copy))[1]).toEqual(['张三', '33', '错'])
  expect(await sheetXml(copy)).toContain('<x:c r="C2" s="5" t="inlineStr"><x:is><x:t>错</x:t></x:is></x:c></x:row>')
})

test('thousands of notes that come late, several a row; notes out of order are a mistake', async () => {
  const count = 5000
  const path = await bookOf({
    'xl/worksheets/sheet1.xml': worksheet(headed + Array.from({ length: count }, (_, i) => person(i + 2)).join('')),
  })
  async function* notes(): AsyncGenerator<RowNote> {
    for (let row = 2; row <= count + 1; row += 3) {
      if (row === 2) yield { row, says: '先' }
      yield { row, says: `甲${row}` }
      await new Promise(setImmediate)
      yield { row, cells: [{ column: 0, says: '乙' }] }
    }
  }
  const read = textsOf(await readAll(await checked(path, notes(), { headerRow: 1 })))
  expect(read.map((row) => row[2])).toEqual([
    resultTitle,
    ...Array.from({ length: count }, (_, i) => (i % 3 === 0 ? `${i === 0 ? '先；' : ''}甲${i + 2}；乙` : undefined)),
  ])
  await expect(
    checked(
      path,
      [
        { row: 3, says: 'a' },
        { row: 2, says: 'b' },
      ],
      { headerRow: 1 },
    ),
  ).rejects.toThrow('out of order')
})

test('.csv: the same encoding, separator and line ends', async () => {
  const lines = ['姓名;证号', '张三;"33;1"', '', '李四;34;多', '王五']
  const path = fileOf(iconv.encode(`${lines.join('\n')}\n`, 'gb18030'), 'csv')
  const notes: RowNote[] = [
    { row: 2, says: '=错' },
    { row: 5, cells: [{ column: 1, says: '没有填' }] },
  ]
  const copy = await checked(path, notes, { headerRow: 1 })
  expect(iconv.decode(readFileSync(copy), 'gb18030')).toBe(`姓名;证号;;${resultTitle}\n张三;"33;1";;'=错\n\n李四;34;多\n王五;;;没有填\n`)
  const again = await checked(copy, [{ row: 4, says: '又错' }], { headerRow: 1 })
  expect(textsOf(await readAll(again))).toEqual([
    ['姓名', '证号', null, resultTitle],
    ['张三', '33;1'],
    ['李四', '34', '多', '又错'],
    ['王五'],
  ])
  const bare = await checked(fileOf('name\nZhang\n', 'csv'), [{ row: 2, says: '错' }], { headerRow: 1 })
  expect(readFileSync(bare, 'utf8')).toBe(`\uFEFFname,${resultTitle}\nZhang,错\n`)
  const marked = await checked(fileOf('\uFEFF姓名\r\n张三\r\n', 'csv'), [], { headerRow: 1 })
  expect(readFileSync(marked, 'utf8')).toBe(`\uFEFF姓名,${resultTitle}\r\n张三\r\n`)
})
