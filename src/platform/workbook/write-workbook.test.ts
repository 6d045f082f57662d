/** What we write is what is read: any text, days, money; nothing written is a formula. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportColumn, ExportValue } from './write-workbook.server.ts'
import { writeCsv, writeWorkbook } from './write-workbook.server.ts'
import { openWorkbook } from './open-workbook.server.ts'
import { readAll, saved, textsOf } from './samples/book-for-tests.server.ts'
import { writeTemplate } from './write-template.server.ts'
import { safeText } from './safe-text.ts'
import { plainText, xmlText } from './xml-text.ts'

const textColumns = (count: number): ExportColumn[] => Array.from({ length: count }, (_, i) => ({ title: `列${i}`, kind: 'text' }))
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('_x000D_', '_', 'x', '\r', '\n', '\t', '\u0000', '\u0007', '<', '&', '>', '"', "'", ' ', '=', '张', '𬭚', ']]>'),
    maxLength: 8,
  }),
)
/** A row of blanks is no row, and an empty cell none. */
const readable = (rows: readonly (readonly string[])[]) =>
  rows
    .filter((row) => row.some((text) => /\S/.test(text)))
    .map((row) => row.map((text) => text.toWellFormed() || null).slice(0, row.findLastIndex((text) => text !== '') + 1))

test('any table of strings comes back equal', async () => {
  const table = fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const read = await readAll(await saved(writeWorkbook({ sheetName: '表', columns: textColumns(3), rows })))
      expect(textsOf(read).slice(1)).toEqual(readable(rows))
    }),
    { numRuns: 60 },
  )
})

test('text through XML and back', () => {
  fc.assert(
    fc.property(
      nasty,
      (text) =>
        !/[<&]/.test(xmlText(text).replace(/&(amp|lt|gt|quot);/g, '')) && plainText(unescaped(xmlText(text))) === text.toWellFormed(),
    ),
  )
})
function pending() {
  let resolve: (text: string) => void = () => {}
  const promise = new Promise<string>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
const unescaped = (xml: string) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

test('kinds: days and money are numbers to Excel, long numbers are text, misfits are text', async () => {
  const columns: ExportColumn[] = [
    { title: '身份证号', kind: 'text' },
    { title: '出生日期', kind: 'day' },
    { title: '工资', kind: 'money' },
    { title: '人数', kind: 'number' },
  ]
  const rows: ExportValue[][] = [
    ['330104199003070024', '1990-03-07', 520_010, 12.5],
    ['=1+1', '1900-02-28', -5, '不详'],
    [null, '未知', undefined, Number.NaN],
  ]
  const read = await readAll(await saved(writeWorkbook({ sheetName: 'a/b:c', columns, rows })))
  expect(read.slice(1).map(({ cells }) => cells.map((cell) => cell && [cell.kind, cell.text]))).toEqual([
    [
      ['text', '330104199003070024'],
      ['day', '1990-03-07'],
      ['number', '5200.10'],
      ['number', '12.5'],
    ],
    [
      ['text', '=1+1'],
      ['text', '1900-02-28'],
      ['number', '-0.05'],
      ['text', '不详'],
    ],
    [null, ['text', '未知'], null, ['text', 'NaN']],
  ])
  expect(read.flatMap(({ cells }) => cells).some((cell) => cell?.formula)).toBe(false)
})

test('what does not fit one sheet goes on in the next', async () => {
  const rows = Array.from({ length: 25 }, (_, i) => [String(i)])
  const path = await saved(writeWorkbook({ sheetName: '职工', columns: textColumns(1), rows, sheetRows: 11 }))
  const book = await openWorkbook(path)
  expect(book.sheets).toEqual(['职工', '职工 2', '职工 3'])
  book.close()
  const each = await Promise.all(['职工', '职工 2', '职工 3'].map((sheet) => readAll(path, { sheet })))
  expect(each.map((read) => read.length - 1)).toEqual([10, 10, 5])
  expect(each.flatMap((read) => textsOf(read).slice(1).flat())).toEqual(rows.flat())
})

test('an error of the rows breaks the file off', async () => {
  async function* rows(): AsyncGenerator<string[]> {
    yield ['a']
    throw new Error('gone')
  }
  await expect(saved(writeWorkbook({ sheetName: 'x', columns: textColumns(1), rows: rows() }))).rejects.toThrow('gone')
})

test('who stops reading stops the rows', async () => {
  const ended = pending()
  async function* endless(): AsyncGenerator<string[]> {
    try {
      for (let i = 0; ; i++) yield [`${Math.sin(i)}`]
    } finally {
      ended.resolve('ended')
    }
  }
  for await (const piece of writeWorkbook({ sheetName: 'x', columns: textColumns(1), rows: endless() })) if (piece) break
  expect(await ended.promise).toBe('ended')
})

test('in .csv nothing begins a formula, and long numbers keep their digits', async () => {
  for (const text of ['=1', '+1', '-1', '@a', '\ta', '\ra', ' =1', '＝1']) expect(safeText(text)).toBe(`'${text}`)
  for (const text of ['张三', '3301', 'a=b', '']) expect(safeText(text)).toBe(text)
  const columns: ExportColumn[] = [...textColumns(3), { title: '增减', kind: 'number' }]
  const path = await saved(writeCsv({ columns, rows: [['330104199003070024', '=cmd|x', 'a,"b"\n', -3]] }), 'csv')
  const line = `"=""330104199003070024""",'=cmd|x,"a,""b""\n",-3`
  expect(readFileSync(path, 'utf8')).toBe(`\uFEFF列0,列1,列2,增减\r\n${line}\r\n`)
  expect(textsOf(await readAll(path))[1]).toEqual(['330104199003070024', "'=cmd|x", 'a,"b"\n', '-3'])
})

test('a template has one row of titles, text columns, lists, and says what belongs where', async () => {
  const path = await saved(
    writeTemplate({
      title: '职工花名册',
      columns: [
        { title: '姓名', note: { zh: '与身份证一致', en: 'As on the ID card' }, kind: 'text', required: true, example: '陈国强' },
        { title: '性别', note: { zh: '男或女', en: 'M or F' }, kind: 'text', choices: ['男', '女'] },
        { title: '入会日期', note: { zh: '如 2026-08-24', en: 'As 2026-08-24' }, kind: 'day' },
      ],
    }),
  )
  const book = await openWorkbook(path)
  expect(book.sheets).toEqual(['职工花名册', '填写说明'])
  book.close()
  expect(textsOf(await readAll(path))).toEqual([['姓名', '性别', '入会日期']])
  const guide = textsOf(await readAll(path, { sheet: '填写说明' }))
  expect(guide[1]).toEqual(['姓名', '必填 Yes', '与身份证一致', 'As on the ID card', '陈国强'])
  expect(guide[2]!.at(-1)).toBe('男、女')
})
