/** The register of delegates over HTTP, on a real database: as of a day, added to, ended, replaced, pasted; within what the caller may see. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { demoDistrict, organisationId } from '#registry/demo.ts'
import { congressHouse, union } from '../ballot/session-for-tests.server.ts'
import { seedDelegates } from '../demo/seed.server.ts'

const today = day('2026-11-20')
const house = await congressHouse(today, 3)
const { app, call, people, db } = house
const path = '/api/congress/delegates'
const list = async (who = 'chair', more = '') => await call(who, 'GET', `${path}?union=${union}${more}`)
const names = async (more = '') => (await list('chair', more)).body.items.map((one: { name: string }) => one.name)
const delegate = (name: string, more = {}) => ({
  union,
  key: newId(),
  name,
  manager: false,
  dispatched: false,
  since: '2025-01-01',
  ...more,
})

test('one is entered once, however often it is sent', async () => {
  const input = delegate('代表001', { person: people[0]!.id, constituency: '装配车间', sex: 'female' })
  const first = await call('chair', 'POST', path, input)
  const again = await call('chair', 'POST', path, input)
  expect([first.status, again.body.id]).toEqual([201, first.body.id])
  expect(await names()).toEqual(['代表001'])
  const twice = await call('chair', 'POST', path, delegate('代表001', { person: people[0]!.id }))
  expect([twice.status, twice.body.refusal.says.zh]).toEqual([409, '代表001在这段时间已经是代表'])
})

test('a table is looked at first, names of the firm are recognised, and what is there is left out', async () => {
  const text = '姓名\t选区\t性别\t管理人员\n代表001\t装配车间\t女\t否\n代表002\t质检部\t女\t是\n外来人\t质检部\t男\t否'
  const paste = async (more: object) =>
    (await call('chair', 'POST', `${path}/paste`, { union, key: people[1]!.id, text, since: '2025-01-01', write: false, ...more })).body
  const looked = await paste({})
  expect(looked.rows.map((one: { there: boolean; person?: string }) => [one.there, one.person])).toEqual([
    [true, people[0]!.id],
    [false, people[1]!.id],
    [false, undefined],
  ])
  expect(await names()).toEqual(['代表001'])
  expect((await paste({ write: true })).written).toBe(2)
  expect((await paste({ write: true })).written).toBe(0)
  expect(await names()).toEqual(['代表001', '代表002', '外来人'])
  const faulty = await paste({ write: true, text: `${text}\n新人\t质检部\t女的` })
  expect([faulty.written, faulty.faults.length]).toEqual([0, 1])
})

test('a small workbook becomes the text that would have been pasted', async () => {
  const form = new FormData()
  form.append(
    'file',
    new Blob([await readFile(new URL('../../../../platform/workbook/samples/roster-from-libreoffice.xlsx', import.meta.url))]),
    'roster.xlsx',
  )
  const request = new Request('http://x', { method: 'POST', body: form })
  const answer = await app.inject({
    method: 'POST',
    url: `${path}/sheet`,
    headers: { 'x-test-caller': 'chair', 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.json().text.split('\n')[0].split('\t').length).toBeGreaterThan(1)
})

test('a term ends on its last day, and the seat goes on from the next', async () => {
  const { body } = await list()
  const one = body.items.find((row: { name: string }) => row.name === '外来人')
  const end = {
    key: newId(),
    on: '2026-11-19',
    why: 'left',
    replacement: { name: '代表003', person: people[2]!.id, manager: false, dispatched: false },
  }
  expect((await call('chair', 'POST', `${path}/${one.id}/end`, end)).status).toBe(200)
  expect((await call('chair', 'POST', `${path}/${one.id}/end`, end)).status).toBe(200)
  expect((await call('chair', 'POST', `${path}/${one.id}/end`, { ...end, on: '2026-11-18' })).status).toBe(409)
  expect(await names('&on=2026-11-19')).toEqual(['代表001', '代表002', '外来人'])
  expect(await names('&on=2026-11-20')).toEqual(['代表001', '代表002', '代表003'])
  expect(await names('&past=true')).toEqual(['代表001', '代表002', '代表003', '外来人'])
  const before = await call('chair', 'POST', `${path}/${body.items[0].id}/end`, { key: newId(), on: '2024-12-31', why: 'left' })
  expect(before.status).toBe(400)
})

test('pages go on where the last ended', async () => {
  const first = (await list('chair', '&limit=2')).body
  const second = (await list('chair', `&limit=2&after=${encodeURIComponent(first.next)}`)).body
  expect([...first.items, ...second.items].map((one) => one.name)).toEqual(['代表001', '代表002', '代表003'])
  expect([first.total, second.next]).toEqual([3, undefined])
})

test('the register beside what the ordinance asks', async () => {
  await db.owner(`update organisation set employees = 350 where id = (select firm_id from organisation where id = $1)`, [union])
  await db.owner(`delete from organisation_fact where fact = 'employees'`)
  const { body } = await call('chair', 'GET', `/api/congress/register?union=${union}`)
  expect(body).toMatchObject({ employees: 350, seats: 54, delegates: 3, managers: 1, known: 3, mayChange: true })
  expect(body.warnings.map((one: { id: string; law: { article: string } }) => [one.id, one.law.article])).toEqual(
    expect.arrayContaining([
      ['seats', '10'],
      ['managers', '11'],
    ]),
  )
})

test('for the union’s own desk and those above it', async () => {
  const statuses = await Promise.all(
    ['chair', 'street', 'otherStreet', 'employer', 'worker', 'v0', ''].map(async (who) => (await list(who)).status),
  )
  expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 401])
  expect((await call('street', 'GET', `/api/congress/register?union=${union}`)).body.mayChange).toBe(true)
  expect((await call('otherStreet', 'POST', path, delegate('代表009'))).status).toBe(404)
})

test('the demonstration’s delegates keep every share, and come once', async () => {
  const firm = organisationId('mingxi')
  await seedDelegates(db, demoDistrict.id, [firm], today)
  await seedDelegates(db, demoDistrict.id, [firm], today)
  const [row] = await db.owner<{ n: number; managers: number; known: number }>(
    `select count(*)::int as n, count(*) filter (where manager)::int as managers, count(person_id)::int as known from congress_delegate where union_id = $1`,
    [organisationId('mingxiUnion')],
  )
  expect(row!.n).toBe(100)
  expect(row!.managers).toBeLessThanOrEqual(20)
  expect(row!.known).toBeGreaterThanOrEqual(5)
})
