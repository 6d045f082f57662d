/** Real and odd workbooks: what people see in the sheet is what is read. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openWorkbook } from './open-workbook.server.ts'
import { bookOf, readAll, textsOf, worksheet } from './samples/book-for-tests.server.ts'

const sample = fileURLToPath(new URL('./samples/roster-from-libreoffice.xlsx', import.meta.url))
const cellsOf = async (rows: string) =>
  (await readAll(await bookOf({ 'xl/worksheets/sheet1.xml': worksheet(rows) }))).flatMap(({ cells }) => cells)

test('a workbook saved by LibreOffice: title, two header rows with merged cells, an empty column, dates, formulas, hidden sheets', async () => {
  const book = await openWorkbook(sample)
  expect(book.sheets).toEqual(['花名册', '单位'])
  book.close()
  const rows = await readAll(sample)
  expect(rows.map(({ number }) => number)).toEqual([1, 4, 5, 6, 7, 208])
  expect(textsOf(rows)).toEqual([
    [null, '杭州瑞鼎金属制品有限公司职工花名册'],
    [null, '姓名', '基本情况', null, null, '入会日期', '月工资'],
    [null, null, '身份证号码', '出生日期', '是否会员'],
    [null, '张三', '330104199003070024', '1990-03-07', 'TRUE', '2024-02-29', '5200.1'],
    [null, '李四', '330104199003070000', '1990.3.7', null, null, '5200'],
    [null, '王五'],
  ])
  expect(rows[3]!.cells.map((cell) => cell?.kind)).toEqual([undefined, 'text', 'text', 'day', 'boolean', 'day', 'number'])
  expect(rows[4]!.cells[2]!.kind).toBe('rounded')
  expect(rows[4]!.cells[6]).toEqual({ kind: 'number', text: '5200', formula: true })
  expect(textsOf(await readAll(sample, { sheet: '单位' }))).toEqual([['杭州启程货运有限公司']])
})

test('texts of the table: rich, with readings, with escapes, with line ends, empty', async () => {
  const shared =
    '<sst><si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si>' +
    '<si><t>甲_x000D_&#10;乙</t></si><si><t>_x005F_x0041_</t></si><si/><si><t><![CDATA[<&>]]></t></si><si><t>&lt;李&amp;四&gt;&#x4E94;</t></si></sst>'
  const row = [0, 1, 2, 3, 4, 5].map((n) => `<c t="s"><v>${n}</v></c>`).join('')
  const path = await bookOf({ 'xl/sharedStrings.xml': shared, 'xl/worksheets/sheet1.xml': worksheet(`<row>${row}</row>`) })
  expect(textsOf(await readAll(path))).toEqual([['张 三', '甲\r\n乙', '_x0041_', null, '<&>', '<李&四>五']])
})

test('every kind of cell', async () => {
  const cells = await cellsOf(
    '<row r="3"><c r="B3" t="inlineStr"><is><t>内</t><rPh><t>nei</t></rPh></is></c><c r="C3" t="str"><f>A1&amp;"x"</f><v>拼</v></c><c r="D3" t="b"><v>0</v></c>' +
      '<c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F3" s="2"><v>45527</v></c><c r="G3" t="d"><v>2024-08-24T00:00:00</v></c><c r="H3" t="d"><v>2024-08-24T09:30</v></c><c r="I3"><f>WEBSERVICE("http://x")</f></c></row>',
  )
  expect(cells.map((cell) => cell && [cell.kind, cell.text, cell.formula])).toEqual([
    null,
    ['text', '内', false],
    ['text', '拼', true],
    ['boolean', 'FALSE', false],
    ['error', '#DIV/0!', true],
    ['day', '2024-08-23', false],
    ['day', '2024-08-24', false],
    ['moment', '2024-08-24 09:30:00', false],
  ])
})

test('tags with a prefix, strict namespaces, single quotes and blanks inside tags', async () => {
  const path = await bookOf({
    '_rels/.rels': `<Relationships><Relationship Id='x' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='/book/main.xml'/></Relationships>`,
    'xl/workbook.xml': null,
    'book/main.xml': `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A&amp;B" sheetId="4" q:id="r9" ></x:sheet></x:sheets></x:workbook>`,
    'book/_rels/main.xml.rels': `<Relationships><Relationship Target="sheets/one.xml" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Id="r9"/><Relationship Id="s" Type="a/styles" Target="../xl/styles.xml"/></Relationships>`,
    'book/sheets/one.xml': `<x:worksheet xmlns:x="y"><!-- > --><x:sheetData><x:row r='2' ><x:c r='B2' s='1'><x:v>31477</x:v></x:c><x:c t = "inlineStr"><x:is><x:t>字</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
  })
  const book = await openWorkbook(path)
  expect(book.sheets).toEqual(['A&B'])
  book.close()
  expect(textsOf(await readAll(path))).toEqual([[null, '1990-03-07', '字']])
})

test('a million formatted empty rows cost little and are no rows', async () => {
  async function* sheet() {
    yield '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'
    let text = ''
    for (let row = 2; row <= 1_000_000; row++) {
      text += `<row r="${row}" ht="14.25"><c r="A${row}" s="3"/></row>`
      if (row % 1000 === 0) {
        yield text
        text = ''
      }
    }
    yield '<row r="1000001"><c r="A1000001" t="inlineStr"><is><t> </t></is></c></row></sheetData></worksheet>'
  }
  const path = await bookOf({ 'xl/worksheets/sheet1.xml': sheet() })
  expect(await readAll(path)).toHaveLength(1)
}, 20_000)

test('batches are as long as asked for, and a second reading starts again', async () => {
  const rows = Array.from({ length: 25 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join('')
  const book = await openWorkbook(await bookOf({ 'xl/worksheets/sheet1.xml': worksheet(rows) }), { batchRows: 10 })
  for await (const batch of book.rows()) {
    expect(batch).toHaveLength(10)
    break
  }
  const lengths: number[] = []
  for await (const batch of book.rows('花名册')) lengths.push(batch.length)
  expect(lengths).toEqual([10, 10, 5])
  await expect(book.rows('没有').next()).rejects.toMatchObject({ parts: { status: 400 } })
  book.close()
})
