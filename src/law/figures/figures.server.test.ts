/** Local figures on a real database: the nearest place and the right day hold, a first day is written once, only the district records. */
import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { figuresOn, recordFigure } from './figures.server.ts'
import { figureRoutes, type FiguresWire, type FigureRecord } from './routes.server.ts'
import { seedFigures } from './seed-figures.server.ts'

const db = await testDatabase()
const [district, elsewhere] = [newId(), newId()]
const caller = (kind: string, at: string): Caller => ({
  person: newId(),
  name: '吴建芳',
  district: at,
  region: 'CN-ZJ-HZ',
  posts: [
    {
      id: newId(),
      kind,
      organisation: { id: at, name: '区总工会', kind: 'district', path: [at] },
      scope: 'below',
      since: day('2024-01-01'),
    },
  ],
  scope: houseScope(at),
})
const app = await testHttp({
  callers: {
    officer: caller('districtOfficer', district),
    clerk: caller('mediator', district),
    elsewhere: caller('districtOfficer', elsewhere),
  },
})
const logged: FigureRecord[] = []
figureRoutes(app, { db, clockDay: () => '2026-11-22', figureRecorded: async (_q, _caller, what) => void logged.push(what) })

beforeAll(async () => {
  for (const id of [district, elsewhere])
    await db.owner('insert into district (id, name, short_name, region) values ($1, $2, $2, $3)', [id, '试验区', 'CN-ZJ-HZ'])
  await db.within(houseScope(district), (q) => seedFigures(q, district, day('2026-11-22')))
  await app.ready()
})

const get = async (as: string, query = '') => {
  const answer = await app.inject({ url: `/api/law/figures${query}`, headers: { 'x-test-caller': as } })
  return { status: answer.statusCode, body: answer.json() as FiguresWire }
}
const post = async (as: string, payload: object) =>
  await app.inject({ method: 'POST', url: '/api/law/figures', payload, headers: { 'x-test-caller': as } })
const minimum = async (on: string) =>
  (await db.within(houseScope(district), (q) => figuresOn(q, district, day(on), 'CN-ZJ-HZ'))).minimumWageFen

test('a figure holds from its first day to the day before the next', async () => {
  expect((await minimum('2023-12-31'))?.value).toBeUndefined()
  expect(await minimum('2024-01-01')).toMatchObject({ value: 249_000, until: '2025-12-31', source: '演示数据' })
  expect((await minimum('2025-12-31'))?.value).toBe(249_000)
  expect((await minimum('2026-01-01'))?.value).toBe(266_000)
})

test('the nearest place is asked first, then the wider ones', async () => {
  await db.within(houseScope(district), async (q) => {
    await recordFigure(q, district, { figure: 'guidelineBase', region: 'CN-ZJ-HZ', value: 600, since: day('2026-07-01'), source: '市里' })
    const before = await figuresOn(q, district, day('2026-06-30'), 'CN-ZJ-HZ')
    const after = await figuresOn(q, district, day('2026-07-01'), 'CN-ZJ-HZ')
    expect([before.guidelineBase?.value, after.guidelineBase?.value]).toEqual([550, 600])
    expect((await figuresOn(q, district, day('2026-07-01'), 'CN-ZJ')).guidelineBase?.value).toBe(550)
  })
})

test('the district records, others read, and another district knows nothing of it', async () => {
  const body = { figure: 'minimumWageFen', region: 'CN-ZJ-HZ', value: 270_000, since: '2027-01-01', source: '浙政发〔2026〕1号' }
  expect((await post('clerk', body)).statusCode).toBe(403)
  expect((await post('officer', { ...body, region: 'CN-JS' })).json().errors[0].path).toBe('region')
  expect((await post('officer', { ...body, value: 0 })).json().errors[0].path).toBe('value')
  expect((await post('officer', body)).statusCode).toBe(201)
  expect((await post('officer', body)).statusCode).toBe(201)
  expect((await get('clerk', '?on=2027-01-01')).body.items[0]).toMatchObject({ value: 270_000, says: { zh: '2,700 元/月' } })
  const now = (await get('clerk')).body
  expect([now.may, now.items[0]]).toMatchObject([false, { value: 266_000, until: '2026-12-31' }])
  expect((await get('elsewhere')).body).toMatchObject({ may: true, items: [], history: [] })
})

test('a first day that is known is replaced only when asked', async () => {
  const body = { figure: 'minimumWageFen', region: 'CN-ZJ-HZ', value: 271_000, since: '2027-01-01', source: '浙政发〔2026〕1号' }
  const refused = await post('officer', body)
  expect([refused.statusCode, refused.json().refusal.says.zh]).toEqual([409, expect.stringContaining('2,700 元/月')])
  expect((await post('officer', { ...body, replaces: true })).statusCode).toBe(201)
  expect((await minimum('2027-01-01'))?.value).toBe(271_000)
  expect(logged.at(-1)).toEqual({
    figure: 'minimumWageFen',
    region: 'CN-ZJ-HZ',
    since: '2027-01-01',
    value: 271_000,
    source: '浙政发〔2026〕1号',
    before: { value: 270_000, source: '浙政发〔2026〕1号' },
  })
})

test('a day that no calendar has is refused with its place', async () => {
  for (const on of ['0000-01-01', '9999-12-31']) {
    const read = await get('clerk', `?on=${on}`)
    expect([read.status, (read.body as unknown as { errors: { path: string }[] }).errors[0]?.path]).toEqual([400, 'query.on'])
    const body = { figure: 'minimumWageFen', region: 'CN-ZJ-HZ', value: 270_000, since: on, source: '浙政发〔2026〕1号' }
    const written = await post('officer', body)
    expect([written.statusCode, written.json().errors[0].path]).toEqual([400, 'since'])
  }
})
