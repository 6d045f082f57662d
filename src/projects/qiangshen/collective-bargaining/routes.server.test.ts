/** The wage table over HTTP: workbooks and text files are read, what is no table is refused in words, and nothing stays behind. */
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import type { Caller } from '#platform/caller.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { bargainingRoutes } from './routes.server.ts'

const firm = { district: 'd', person: 'p', name: '谭志勇', posts: [], scope: {} } as unknown as Caller
const app = await testHttp({ callers: { firm } })
bargainingRoutes(app)
await app.ready()
const folder = await mkdtemp(join(tmpdir(), 'hexie-test-'))
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const url = '/api/bargaining/wage-table'
async function send(content: Buffer, name: string, who: string | undefined = 'firm') {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), name)
  const request = new Request('http://x', { method: 'POST', body: form })
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: { ...(who ? { 'x-test-caller': who } : {}), 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('hexie-wages-'))
const titles = ['工种', '技能等级', '人数', '月人均工资', '夜班'] as const
const book = (rows: readonly (readonly (string | number)[])[]) =>
  buffer(writeWorkbook({ sheetName: '工资', columns: titles.map((title) => ({ title, kind: 'text' as const })), rows }))

test('a workbook and a text file of the office become the same rows, and no file stays', async () => {
  const rows = [{ trade: '数控车工', grade: 4, people: 132, monthlyFen: 672_000, nightShifts: 6 }]
  expect(await send(await book([['数控车工', '高级工', '132', '6,720', '6']]), '工资.xlsx')).toEqual({
    status: 200,
    body: { rows, faults: [] },
  })
  const csv = Buffer.from(`${titles.join(',')}\r\n数控车工,高级工,132,"6,720",6\r\n`)
  expect((await send(csv, '工资.csv')).body.rows).toEqual(rows)
  expect(left()).toEqual([])
})

test('a roster is refused, and its names are not said again', async () => {
  const csv = Buffer.from('姓名,工种,人数,月人均工资\n张三,车工,1,6000\n')
  const { status, body } = await send(csv, '花名册.csv')
  expect([status, body.rows]).toEqual([200, []])
  expect(JSON.stringify(body)).not.toContain('张三')
})

test('what is no table is refused in both languages, and leaves nothing', async () => {
  const { status, body } = await send(Buffer.from('%PDF-1.7 …'), '工资.xlsx')
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(body.says ?? body.errors).toBeTruthy()
  expect(left()).toEqual([])
})

test('two megabytes are the most', async () => {
  const { status } = await send(Buffer.alloc(2 * 1_048_576 + 1, 'a'), '工资.csv')
  expect(status).toBe(413)
})

test('nobody sends without signing in', async () => {
  expect((await send(Buffer.from('x'), 'x.csv', '')).status).toBe(401)
  expect((await app.inject({ url: `${url}/template` })).statusCode).toBe(401)
})

test.each(['zh', 'en'] as const)('the blank one, filled in, is read again (%s)', async (language) => {
  const answer = await app.inject({ url: `${url}/template?language=${language}`, headers: { 'x-test-caller': 'firm' } })
  expect(answer.statusCode).toBe(200)
  const path = join(folder, `${language}.xlsx`)
  await writeFile(path, answer.rawPayload)
  const blank = await openWorkbook(path)
  const heads: string[] = []
  for await (const batch of blank.rows()) for (const row of batch) heads.push(...row.cells.map((cell) => cell?.text ?? ''))
  blank.close()
  const filled: Readable = writeWorkbook({
    sheetName: 'x',
    columns: heads.map((title) => ({ title, kind: 'text' as const })),
    rows: [['车工', '技师', '3', '7980', '']],
  })
  expect((await send(await buffer(filled), 'x.xlsx')).body).toEqual({
    rows: [{ trade: '车工', grade: 5, people: 3, monthlyFen: 798_000 }],
    faults: [],
  })
})
