/** The payroll check on a real database: who sees which firm, the sheet out, the filled sheet and a firm's own payroll in. */
import { buffer } from 'node:stream/consumers'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Engine } from '#engine/routes/engine.server.ts'
import { day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { type ExportValue, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import { contractFor } from '../contract-for-tests.server.ts'
import { skillAwardRoutes } from '../routes.server.ts'

const today = day('2026-05-20')
const db = await testDatabase()
await seedRegistry(db, today)
const directory = openDirectory(db)
const { liuZhijun, zhangXiulan, maChunyan, qianHaibo, sunLifeng, zhouMin, dongWei, wuJianfang, shenHongmei, heWeidong } = demoPeople
const people = {
  worker: liuZhijun,
  union: maChunyan,
  firm: qianHaibo,
  otherFirm: sunLifeng,
  street: zhouMin,
  otherStreet: dongWei,
  district: wuJianfang,
  mediator: shenHongmei,
  bureau: heWeidong,
}
type Who = keyof typeof people
const callers = Object.fromEntries(
  await Promise.all(
    Object.entries(people).map(
      async ([who, { id }]) => [who, (await callerOf(db, directory, { person: id, district: demoDistrict.id }, today))!] as const,
    ),
  ),
)
const app = await testHttp({ callers })
skillAwardRoutes(app, {
  db,
  directory,
  fileLimitBytes: 1_048_576,
  nowOf: async () => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }),
  instant: () => new Date('2026-05-20T02:00:00Z'),
} as unknown as Engine)
await app.ready()

const ruiding = organisationId('ruiding')
const contract = contractFor(db.owner, organisationId('ruidingUnion'), ruiding)
async function entitled(person: { readonly id: string; readonly name: string }, number: string, fen: number, over: object = {}) {
  const row = {
    district_id: demoDistrict.id,
    case_id: await contract({ number, since: '2026-01-01', until: '2026-12-31', clauses: [] }),
    item: 0,
    event_key: newId(),
    event: 'certificate',
    event_title: '证书',
    event_on: '2026-03-06',
    person_id: person.id,
    person_name: person.name,
    firm_id: ruiding,
    owner_id: organisationId('ruidingUnion'),
    number,
    contract_case_id: newId(),
    contract_number: '瑞协〔2026〕1号',
    contract_title: '能级工资专项集体合同',
    clause: 2,
    meaning: 'skillAllowance',
    grade: 4,
    amount_fen: fen,
    monthly: true,
    since: '2026-04-01',
    until: '2026-12-31',
    standing: 'confirmed',
    paid_fen: fen,
    paid_from: '2026-04-01',
    ...over,
  }
  await db.owner('insert into entitlement select * from jsonb_populate_record(null::entitlement, $1)', [JSON.stringify(row)])
}
await entitled(liuZhijun, '瑞能〔2026〕1号', 30_000)
await entitled(zhangXiulan, '瑞能〔2026〕2号', 20_000, { standing: 'asked', paid_fen: null, paid_from: null, grade: 3 })

const get = async (who: Who | 'nobody', url: string) => {
  const answer = await app.inject({ method: 'GET', url, headers: { 'x-test-caller': who } })
  return { status: answer.statusCode, body: answer.json() }
}
const sheet = `/api/skill-award/payroll?firm=${ruiding}&month=2026-05`
const send = async (who: Who, content: Buffer, name = 'payroll.xlsx') => {
  const edge = 'hexie-edge'
  const payload = Buffer.concat([
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  const headers = { 'x-test-caller': who, 'content-type': `multipart/form-data; boundary=${edge}` }
  const answer = await app.inject({ method: 'POST', url: `/api/skill-award/payroll/check?firm=${ruiding}&month=2026-05`, headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}
const book = (titles: readonly string[], rows: readonly (readonly ExportValue[])[]) =>
  buffer(writeWorkbook({ sheetName: '工资', columns: titles.map((title) => ({ title, kind: 'text' })), rows }))

describe('who sees the payroll check', () => {
  test('the firm, its union and the federations above; nobody else learns that it is there', async () => {
    const seen = await Promise.all((Object.keys(people) as Who[]).map(async (who) => [who, (await get(who, sheet)).status] as const))
    expect(Object.fromEntries(seen)).toEqual({
      worker: 404,
      union: 200,
      firm: 200,
      otherFirm: 404,
      street: 200,
      otherStreet: 404,
      district: 200,
      mediator: 404,
      bureau: 404,
    })
    expect((await get('nobody', sheet)).status).toBe(401)
    expect((await get('otherFirm', sheet.replace('payroll?', 'payroll/export?'))).status).toBe(404)
    expect((await send('otherFirm', Buffer.from('姓名,津贴\n'), 'a.csv')).status).toBe(404)
  })
  test('the list of firms holds exactly those', async () => {
    const names = async (who: Who) =>
      (await get(who, '/api/skill-award/firms?month=2026-05')).body.items.map((one: { id: string }) => one.id)
    for (const who of ['union', 'firm', 'street', 'district'] as const) expect(await names(who)).toEqual([ruiding])
    for (const who of ['worker', 'otherFirm', 'otherStreet', 'mediator', 'bureau'] as const) expect(await names(who)).toEqual([])
    expect((await get('union', '/api/skill-award/firms?month=2026-03')).body.items).toEqual([])
    expect((await get('union', '/api/skill-award/firms?month=2026-05&q=100%25')).body.items).toEqual([])
    expect((await get('union', '/api/skill-award/firms?after=x')).status).toBe(400)
  })
  test('one’s own, and where to report the next', async () => {
    const { body } = await get('worker', '/api/skill-award/mine')
    expect(body.items).toMatchObject([{ fen: 30_000, monthly: true, since: '2026-04-01', clause: 2, standing: 'confirmed' }])
    expect(body.report).toMatchObject({ union: { id: organisationId('ruidingUnion') }, firm: { id: ruiding } })
    expect((await get('district', '/api/skill-award/mine')).body).toEqual({ items: [] })
  })
})

test('the sheet says what is due, confirmed and missing, also in Excel', async () => {
  const { body } = await get('union', sheet)
  expect(body).toMatchObject({ people: 2, dueFen: 50_000, confirmedFen: 30_000, shortFen: 20_000, side: 'union' })
  const answer = await app.inject({
    method: 'GET',
    url: sheet.replace('payroll?', 'payroll/export?'),
    headers: { 'x-test-caller': 'firm' },
  })
  const path = join(await mkdtemp(join(tmpdir(), 'hexie-check-')), 'sheet.xlsx')
  await writeFile(path, answer.rawPayload)
  const workbook = await openWorkbook(path)
  const rows: string[][] = []
  for await (const batch of workbook.rows()) for (const row of batch) rows.push(row.cells.map((cell) => cell?.text ?? ''))
  await workbook.close()
  expect(rows[0]).toContain('本月实发')
  expect(rows.slice(1).map((row) => [row[0], row[1], row[3], row[5]])).toEqual([
    ['瑞能〔2026〕1号', '刘志军', '高级工', '300.00'],
    ['瑞能〔2026〕2号', '张秀兰', '中级工', '200.00'],
  ])
})

test('an allowance is due while its contract is in force: one that ended early ends it', async () => {
  const ended = await contract({ number: '瑞协〔2026〕9号', since: '2026-01-01', until: '2026-08-15', clauses: [] })
  await entitled(zhangXiulan, '瑞能〔2026〕9号', 7_000, { contract_case_id: ended, meaning: 'mentorAllowance', since: '2026-07-01' })
  const due = async (month: string) =>
    (await get('union', sheet.replace('2026-05', month))).body.lines
      .map((line: { number: string }) => line.number)
      .includes('瑞能〔2026〕9号')
  expect([await due('2026-06'), await due('2026-07'), await due('2026-08'), await due('2026-09')]).toEqual([false, true, true, false])
  await db.owner(`delete from entitlement where number = '瑞能〔2026〕9号'`)
})

describe('a payroll comes in', () => {
  test('the sheet filled in by the firm; the union then sees the counts and no payroll', async () => {
    const titles = ['编号', '姓名', '应发金额', '本月实发']
    const filled = await book(titles, [
      ['瑞能〔2026〕1号', '刘志军', '300', '300'],
      ['瑞能〔2026〕2号', '张秀兰', '200', '150.5'],
    ])
    const { status, body } = await send('firm', filled)
    expect([status, body.counts, body.owedFen]).toEqual([200, { matched: 1, tooLittle: 1, missing: 0, unclear: 0 }, 4_950])
    const [check] = (await get('union', sheet)).body.checks
    expect(check).toEqual({
      side: 'firm',
      month: '2026-05',
      entitled: 2,
      matched: 1,
      tooLittle: 1,
      missing: 0,
      unclear: 0,
      owedFen: 4_950,
      at: '2026-05-20T02:00:00.000Z',
    })
    const columns = await db.owner<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'payroll_check'`,
    )
    expect(columns.map((one) => one.name)).not.toContain('person_id')
  })
  test('a firm’s own payroll as .csv; the last check of a month stands', async () => {
    const { body } = await send(
      'firm',
      Buffer.from('﻿瑞鼎 2026 年 5 月,,\n姓名,技能等级,技能津贴\n刘志军,高级工,300\n王小明,,100\n合计,,400\n'),
      'a.csv',
    )
    expect(body).toMatchObject({ counts: { matched: 1, missing: 1, tooLittle: 0 }, others: 1, owedFen: 20_000 })
    expect((await get('union', sheet)).body.checks).toHaveLength(1)
    expect((await get('district', '/api/skill-award/firms')).body.items[0].checks[0]).toMatchObject({ missing: 1 })
  })
  test('identity numbers are sent back, and a file without heads is explained', async () => {
    const sealed = await send('union', await book(['姓名', '身份证号', '津贴'], [['刘志军', '330101199001011234', '300']]))
    expect([sealed.status, sealed.body.errors[0].says.zh]).toEqual([400, expect.stringContaining('请删去这一列')])
    const bare = await send('union', await book(['甲', '乙'], [['刘志军', '300']]))
    expect([bare.status, bare.body.errors[0].says.zh]).toEqual([400, expect.stringContaining('没有找到表头')])
    expect((await send('union', Buffer.from('not a table'))).status).toBeGreaterThanOrEqual(400)
    expect((await get('union', sheet)).body.checks.map((one: { side: string }) => one.side)).toEqual(['firm'])
  })
})
