/** .csv as it comes: encodings, separators, quotes, numbers wrapped against rounding. */
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { fileOf, readAll, textsOf } from './samples/book-for-tests.server.ts'

const read = async (content: Buffer | string) => textsOf(await readAll(fileOf(content, 'csv')))
const table = [
  ['姓名', '身份证号', '备注'],
  ['张三', '330104199003070024', '甲,乙'],
  ['李四', '33010419850505001X', '说“好”'],
]
const lines = (separator: string, end = '\r\n') => table.map((row) => row.map((field) => `"${field}"`).join(separator) + end).join('')

test('the encoding is found: UTF-8 with and without mark, GBK, GB18030 with rare names, UTF-16', async () => {
  for (const bytes of [
    Buffer.from(lines(',')),
    Buffer.from(`\uFEFF${lines(',')}`),
    iconv.encode(lines(','), 'gbk'),
    iconv.encode(lines('\t'), 'utf-16le', { addBOM: true }),
    iconv.encode(lines('\t'), 'utf-16be', { addBOM: true }),
  ])
    expect(await read(bytes)).toEqual(table)
  expect(await read(iconv.encode('姓名\r\n𬭚㛃\r\n', 'gb18030'))).toEqual([['姓名'], ['𬭚㛃']])
})

test('a long file in GBK whose first Chinese comes late is still read', async () => {
  const late = `${'a,b\r\n'.repeat(100_000)}张三,李四\r\n`
  expect((await read(iconv.encode(late, 'gbk'))).at(-1)).toEqual(['张三', '李四'])
})

test('the separator is found, or named in the first line; line ends of all kinds', async () => {
  for (const separator of [',', '\t', ';', '|']) expect(await read(lines(separator))).toEqual(table)
  for (const end of ['\n', '\r']) expect(await read(lines(',', end))).toEqual(table)
  expect(await read('sep=;\r\na;b,c\r\n')).toEqual([['a', 'b,c']])
})

test('rows count as Excel counts them; blank ones are left out; quotes may hold line ends', async () => {
  const rows = await readAll(fileOf('a,b\r\n\r\n,\r\n"x\r\ny","he said ""no"""\r\n,,z', 'csv'))
  expect(rows.map(({ number }) => number)).toEqual([1, 4, 5])
  expect(textsOf(rows)).toEqual([
    ['a', 'b'],
    ['x\r\ny', 'he said "no"'],
    [null, null, 'z'],
  ])
})

test('wrapped numbers are unwrapped, and what Excel has already rounded is told', async () => {
  const rows = await readAll(fileOf('="330104199003070024",3.30104E+17,"=""00571"""\r\n', 'csv'))
  expect(rows[0]!.cells.map((cell) => [cell!.kind, cell!.text])).toEqual([
    ['text', '330104199003070024'],
    ['rounded', '3.30104E+17'],
    ['text', '00571'],
  ])
})

test('records longer than a piece of the file arrive whole', async () => {
  const long = '长'.repeat(30_000)
  const content = Array.from({ length: 40 }, (_, i) => `${i},"${long}"\r\n`).join('')
  const rows = await readAll(fileOf(content, 'csv'))
  expect(rows).toHaveLength(40)
  expect(rows.every(({ cells }, i) => cells[0]!.text === String(i) && cells[1]!.text === long)).toBe(true)
})

test('wherever the file is cut in pieces, between quotes and in line ends, records are the same', async () => {
  for (let shift = 0; shift < 9; shift++) {
    const rows = textsOf(await readAll(fileOf(`${'p'.repeat(shift)},\r\n${'"a""b"\r\n'.repeat(35_000)}`, 'csv')))
    expect(new Set(rows.slice(-35_000).map((row) => row.join()))).toEqual(new Set(['a"b']))
    expect(rows).toHaveLength(35_000 + (shift > 0 ? 1 : 0))
  }
})

test('an open quotation mark, an unknown encoding, a huge cell: an answer', async () => {
  await expect(read(`a,b\n1,"${'x\n'.repeat(3_000_000)}`)).rejects.toMatchObject({ parts: { status: 400 } })
  await expect(read('a,b\n1,"x\ny\n')).rejects.toMatchObject({ parts: { status: 400 } })
  await expect(read(Buffer.from([0xff, 0xff, 0x41, 0x0a]))).rejects.toMatchObject({ parts: { status: 400 } })
  await expect(read(`a,${'x'.repeat(32_768)}\n`)).rejects.toMatchObject({ parts: { status: 400 } })
})
