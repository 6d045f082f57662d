/** Coaching on a real database: load, the log and its corrections, what the cases suggest, who sees which firm. */
import { describe, expect, test } from 'vitest'
import type { Engine } from '#engine/routes/engine.server.ts'
import { addDays, day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Caller } from '#platform/caller.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import { assign } from '#registry/teams/assignments.server.ts'
import { coachingRoutes } from './routes.server.ts'
import type { FirmLog } from './wire.ts'

const today = day('2026-11-22')
const db = await testDatabase()
await seedRegistry(db, today)
const directory = openDirectory(db)
const asCaller = async (person: { readonly id: string }): Promise<Caller> =>
  (await callerOf(db, directory, { person: person.id, district: demoDistrict.id }, today))!
const callers = {
  district: await asCaller(demoPeople.wuJianfang),
  street: await asCaller(demoPeople.zhouMin),
  otherStreet: await asCaller(demoPeople.dongWei),
  union: await asCaller(demoPeople.maChunyan),
  employer: await asCaller(demoPeople.qianHaibo),
  // No post of a desk: an instructor engaged by the street.
  instructor: await asCaller(demoPeople.chenGuoqiang),
  worker: await asCaller(demoPeople.liuZhijun),
}
type Who = keyof typeof callers | 'nobody'
const app = await testHttp({ callers })
coachingRoutes(app, { db, directory, nowOf: async () => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) } as unknown as Engine)
await app.ready()

const firm = organisationId('ruiding')
const member = newId()
await db.owner(
  `insert into team_member (district_id, id, team, person_id, organisation_id, load_limit, since, until)
   values ($1, $2, 'instructor', $3, $4, 1, '2026-01-01', '2027-12-31')`,
  [demoDistrict.id, member, demoPeople.chenGuoqiang.id, organisationId('baiyang')],
)
const teams = { db, directory, today: () => today }
await assign(teams, callers.street, member, { firm, since: day('2026-03-01') })

const call = async (who: Who, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.headers['content-type']?.toString().includes('json') ? answer.json() : undefined }
}
let serial = 0
const visit = (more = {}) => ({
  firm,
  member,
  on: '2026-04-02',
  what: '讲解要约程序，帮助拟定协商内容',
  hours: 1.5,
  template: 'wageFull',
  state: 'prepare',
  nextVisit: '2026-04-20',
  key: `visit-of-coaching-${++serial}`,
  ...more,
})
const log = async (who: Who) => (await call(who, 'GET', `/api/coaching/firms/${firm}`)).body as FirmLog

test('above the limit of the load nobody is assigned, and the reason says both numbers', async () => {
  const second = assign(teams, callers.street, member, { firm: organisationId('qicheng'), since: today })
  await expect(second).rejects.toMatchObject({ parts: { refusal: { says: { zh: '已联系 1 家，达到上限 1 家' } } } })
})

describe('the log', () => {
  test('a visit once, however often it is sent; not in the future, not before the firm was assigned', async () => {
    const first = visit()
    expect((await call('instructor', 'POST', '/api/coaching/entries', first)).status).toBe(201)
    const again = (await call('instructor', 'POST', '/api/coaching/entries', first)).body as FirmLog
    expect(again.entries).toHaveLength(1)
    expect(again.entries[0]).toMatchObject({ hours: 1.5, state: 'prepare', by: demoPeople.chenGuoqiang.name, mayCorrect: true })
    const status = async (more: object) => (await call('instructor', 'POST', '/api/coaching/entries', visit(more))).status
    expect(await status({ on: addDays(today, 1), nextVisit: undefined })).toBe(400)
    expect(await status({ on: '2026-04-20' })).toBe(400)
    expect(await status({ hours: 1.2 })).toBe(400)
    expect(await status({ template: 'unknown' })).toBe(400)
    const early = await call('instructor', 'POST', '/api/coaching/entries', visit({ on: '2026-02-28', nextVisit: undefined }))
    expect([early.status, early.body.refusal.why]).toEqual([409, 'broken'])
    expect(await status({ on: '2026-03-01' })).toBe(201)
  })

  test('a day no calendar has is refused with its place', async () => {
    for (const more of [{ on: '0000-01-01' }, { nextVisit: '9999-12-31' }]) {
      const { status, body } = await call('instructor', 'POST', '/api/coaching/entries', visit(more))
      expect([status, body.errors[0].path]).toEqual([400, Object.keys(more)[0]])
    }
  })

  test('a correction gives its reason, once for each entry, and what stood before stays', async () => {
    const { id } = (await log('instructor')).entries[0]!
    const { firm: _f, member: _m, ...told } = visit({ hours: 2 })
    const put = (who: Who, more = {}) => call(who, 'POST', `/api/coaching/entries/${id}/correction`, { ...told, ...more })
    expect((await put('instructor')).status).toBe(400)
    expect((await put('union', { reason: '时长写错' })).status).toBe(404)
    expect((await put('instructor', { reason: '时长写错' })).status).toBe(200)
    expect((await put('instructor', { reason: '再改', key: 'another-key-of-it' })).status).toBe(409)
    const { entries } = await log('street')
    expect(entries.filter((one) => one.corrects === id)).toMatchObject([{ hours: 2, reason: '时长写错', mayCorrect: true }])
    expect(entries.find((one) => one.id === id)).toMatchObject({ hours: 1.5, mayCorrect: false })
    await expect(db.ask(houseScope(demoDistrict.id), 'update coaching_entry set half_hours = 9')).rejects.toThrow('append-only')
  })

  test('the street that engages the instructor records for them; others who see the firm may not', async () => {
    const later = visit({ on: '2026-05-06', nextVisit: '2026-06-01', state: 'talk' })
    expect((await call('street', 'POST', '/api/coaching/entries', later)).status).toBe(201)
    expect((await log('street')).entries[0]!.by).toBe(demoPeople.zhouMin.name)
    expect((await call('otherStreet', 'POST', '/api/coaching/entries', visit())).status).toBe(404)
    expect((await call('employer', 'POST', '/api/coaching/entries', visit())).status).toBe(404)
  })
})

test('who sees a firm’s log: those over it and its instructor, not the firm, not its workers, not the next street', async () => {
  const status = async (who: Who) => (await call(who, 'GET', `/api/coaching/firms/${firm}`)).status
  const all = ['nobody', 'district', 'street', 'instructor', 'otherStreet', 'employer', 'worker', 'union'] as const
  expect(await Promise.all(all.map(status))).toEqual([401, 200, 200, 200, 404, 404, 404, 404])
  const total = async (who: Who) => (await call(who, 'GET', '/api/coaching/firms')).body.total
  expect(await Promise.all((['district', 'street', 'instructor', 'otherStreet', 'employer', 'worker'] as const).map(total))).toEqual([
    1, 1, 1, 0, 0, 0,
  ])
})

test('firms by state and by visits that are due; instructors with load, hours of the year and what was put right counted once', async () => {
  const firms = async (query: string) => (await call('instructor', 'GET', `/api/coaching/firms?${query}`)).body
  expect((await firms('mine=true')).items).toMatchObject([
    { firm: { id: firm }, visits: 3, hours: 5, state: 'talk', nextVisit: '2026-06-01', suggested: null, signedOn: null, model: false },
  ])
  expect([(await firms('state=talk')).total, (await firms('state=wish')).total, (await firms('due=true')).total]).toEqual([1, 0, 1])
  const { body } = await call('district', 'GET', '/api/coaching/instructors')
  expect(body.items.find((one: { id: Id }) => one.id === member)).toMatchObject({ load: 1, limit: 1, visits: 3, hours: 5, signed: 0 })
  expect((await call('instructor', 'GET', '/api/coaching/instructors')).body.items).toMatchObject([{ id: member, mine: true }])
  expect((await call('worker', 'GET', '/api/coaching/instructors')).body.total).toBe(0)
})

test('the state of the firm’s bargaining stands beside what the instructor says, and a contract signed since counts', async () => {
  const id = newId()
  await db.owner(
    `insert into case_file (district_id, id, procedure, version, number, state, owner_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
     values ($1, $2, 'collective-bargaining', 1, '商1', 'atCongress', $3, '瑞鼎', '2026-06-01', '{}', '[]', '[]', '[]', 1, '\\x00')`,
    [demoDistrict.id, id, organisationId('ruidingUnion')],
  )
  expect((await log('instructor')).suggested).toBe('pass')
  await db.owner(
    `insert into contract (district_id, case_id, version, kind, level, title, signed_on, since, until, owner_id, number)
     values ($1, $2, 1, 'wage', 'enterprise', '工资专项集体合同', '2026-07-01', '2026-07-20', '2027-07-19', $3, 'HT-7')`,
    [demoDistrict.id, id, organisationId('ruidingUnion')],
  )
  await db.owner(
    `insert into contract_cover (district_id, case_id, firm_id, since, until) values ($1, $2, $3, '2026-07-20', '2027-07-19')`,
    [demoDistrict.id, id, firm],
  )
  expect((await log('district')).contracts).toMatchObject([{ number: 'HT-7', signedOn: '2026-07-01', coached: true }])
  const { body } = await call('street', 'GET', '/api/coaching/firms')
  expect(body.items[0]).toMatchObject({ suggested: 'pass', signedOn: '2026-07-01' })
  const [one] = (await call('street', 'GET', '/api/coaching/instructors')).body.items
  expect(one.signed).toBe(1)
})

test('model firms of the day with since when and why, and the workbook', async () => {
  await db.owner(
    `insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
     values ($1, $2, $3, 'modelFirm', '"技能与工资挂钩"', '2026-10-01', '区总工会认定')`,
    [demoDistrict.id, newId(), firm],
  )
  const models = async (who: Who) => (await call(who, 'GET', '/api/coaching/models')).body.items
  expect(await models('street')).toMatchObject([{ id: firm, since: '2026-10-01', reasons: '技能与工资挂钩', signed: 1 }])
  expect(await models('otherStreet')).toEqual([])
  expect(await models('worker')).toEqual([])
  const file = await app.inject({ url: '/api/coaching/export', headers: { 'x-test-caller': 'street' } })
  expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

test('the same visit sent twice at one instant is written once, and both are told so', async () => {
  const before = (await log('instructor')).entries.length
  const twice = visit({ on: '2026-03-05' })
  const both = await Promise.all([1, 2, 3].map(() => call('instructor', 'POST', '/api/coaching/entries', twice)))
  expect(both.map(({ status }) => status)).toEqual([201, 201, 201])
  expect((await log('instructor')).entries).toHaveLength(before + 1)
})
