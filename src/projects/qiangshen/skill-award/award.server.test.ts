/** Skill awards over the API on a real database, with the people of the demonstration. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineRoutes } from '#engine/routes/index.server.ts'
import { tick } from '#engine/store/clockwork.server.ts'
import { createLive } from '#engine/store/live.server.ts'
import type { CaseWire } from '#engine/wire.ts'
import { type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { openFileStore } from '#platform/files.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import { contractFor } from './contract-for-tests.server.ts'
import { certificate, clauses, firm } from './demo/told.ts'
import award from './index.ts'
import { skillAwardLookups } from './lookups.server.ts'

const start = day('2026-03-09')
const db = await testDatabase()
await seedRegistry(db, start)
const directory = openDirectory(db)
const people = {
  worker: demoPeople.liuZhijun,
  colleague: demoPeople.zhangXiulan,
  chair: demoPeople.maChunyan,
  firm: demoPeople.qianHaibo,
  otherFirm: demoPeople.sunLifeng,
  street: demoPeople.zhouMin,
  otherStreet: demoPeople.dongWei,
}
type Who = keyof typeof people
const callers = Object.fromEntries(
  await Promise.all(
    Object.entries(people).map(
      async ([who, { id }]) => [who, (await callerOf(db, directory, { person: id, district: demoDistrict.id }, start))!] as const,
    ),
  ),
)
let today: Day = start
const mechanisms = new Map([['skill-award', award]])
const failed = (error: Error) => {
  throw error
}
const nowOf = async () => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) as const
const instant = () => new Date(`${today}T02:00:00Z`)
const districts = async () => [demoDistrict.id]
const app = await testHttp({ callers })
const live = createLive(db, mechanisms, failed, 50)
const files = await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-')))
const engine = {
  db,
  mechanisms,
  lookups: { 'skill-award': skillAwardLookups },
  directory,
  files,
  fileLimitBytes: 1_048_576,
  live,
  nowOf,
  instant,
  publicUrl: 'https://hexie.example',
}
engineRoutes(app, engine, districts)
await app.ready()
const contract = contractFor(db.owner, organisationId('ruidingUnion'), firm.organisationId)

let serial = 0
const key = () => `award-${++serial}-of-skill`
const call = async (who: Who, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
const reports = async (who: Who, more: object = {}, owner = organisationId('ruidingUnion')): Promise<CaseWire> => {
  const input = { ...certificate, worker: { name: '冒名' }, number: `ZJ${++serial}`, ...more }
  const { status, body } = await call(who, 'POST', '/api/cases', { procedure: 'skill-award', owner, step: 'report', input, key: key() })
  expect([status, body.errors ?? body.refusal]).toEqual([201, undefined])
  return body
}
const takes = async (who: Who, id: string, step: string, input?: object): Promise<CaseWire> => {
  const { status, body } = await call(who, 'POST', `/api/cases/${id}/steps`, { step, ...(input ? { input } : {}), key: key() })
  expect([step, status, body.errors ?? body.refusal]).toEqual([step, 200, undefined])
  return body
}
const refusesTo = async (who: Who, id: string, step: string, input?: object) => {
  const { status, body } = await call(who, 'POST', `/api/cases/${id}/steps`, { step, ...(input ? { input } : {}), key: key() })
  expect([step, status]).toEqual([step, 409])
  return body.refusal
}
const rows = (id: string) =>
  db.owner<Record<string, unknown>>(
    'select meaning, amount_fen::int as fen, since, until, standing, contract_number as contract, paid_fen::int as paid from entitlement where case_id = $1 order by item',
    [id],
  )
const noSuchDay = {
  how: 'original',
  entitlement: { employed: true, looked: [], items: [{ meaning: 'skillAllowance', amountFen: 9_999_999 }] },
}

test('from the phone to the wage slip: whatever is sent, the contract in force says how much', async () => {
  today = start
  await contract({ number: '瑞协〔2026〕1号', since: '2026-01-01', until: '2026-12-31', clauses })
  const { id } = await reports('worker')
  expect((await call('firm', 'GET', `/api/cases/${id}`)).status).toBe(404)
  expect((await call('otherStreet', 'GET', `/api/cases/${id}`)).status).toBe(404)
  const due = await takes('chair', id, 'verify', noSuchDay)
  expect(due.facts.event).toMatchObject({ worker: { name: '刘志军', personId: people.worker.id } })
  expect(due.papers.map((paper) => paper.kind)).toEqual(['entitlementNotice', 'paymentRequest'])
  expect(due.due.map((one) => [one.id, one.last])).toEqual([['confirm', '2026-03-23']])
  expect(await rows(id)).toEqual([
    {
      meaning: 'skillAllowance',
      fen: 30_000,
      since: '2026-04-01',
      until: '2026-12-31',
      standing: 'asked',
      contract: '瑞协〔2026〕1号',
      paid: null,
    },
    {
      meaning: 'promotionReward',
      fen: 100_000,
      since: '2026-03-09',
      until: null,
      standing: 'asked',
      contract: '瑞协〔2026〕1号',
      paid: null,
    },
  ])
  const word = { monthlyFen: 30_000, fromMonth: '2026-04', onceFen: 100_000, paidOn: '2026-04-15' }
  expect(await refusesTo('firm', id, 'confirmPayment', { ...word, monthlyFen: 29_999 })).toMatchObject({
    rule: 'paysInFull',
    missing: { zh: '每月还差 0.01 元' },
  })
  expect(await refusesTo('firm', id, 'confirmPayment', { ...word, fromMonth: '2026-05' })).toMatchObject({ rule: 'paysFromTheMonth' })
  expect((await takes('firm', id, 'confirmPayment', word)).state).toBe('confirmed')
  expect((await rows(id)).map((row) => [row.standing, row.paid])).toEqual([
    ['confirmed', 30_000],
    ['confirmed', 100_000],
  ])
  expect((await call('otherFirm', 'GET', `/api/cases/${id}`)).status).toBe(404)
  expect((await call('colleague', 'GET', `/api/cases/${id}`)).status).toBe(404)
  expect((await takes('worker', id, 'dispute', { what: 'tooLittle' })).state).toBe('disputed')
  expect((await rows(id))[0]).toMatchObject({ standing: 'disputed' })
})

test('the contract ends and the law waits; its successor goes on without a gap', async () => {
  today = start
  const { id } = await reports('worker')
  await takes('chair', id, 'verify', { how: 'website' })
  await takes('firm', id, 'confirmPayment', { monthlyFen: 30_000, fromMonth: '2026-04', onceFen: 100_000, paidOn: '2026-04-15' })
  const works = () => tick({ db, mechanisms, districts, nowOf, instant, taken: () => {}, failed })
  today = day('2026-12-31')
  await works()
  const state = async () => ((await call('worker', 'GET', `/api/cases/${id}`)).body as CaseWire).state
  expect(await state()).toBe('confirmed')
  today = day('2027-01-01')
  await works()
  expect(await state()).toBe('expired')
  expect(await refusesTo('chair', id, 'carryOver', {})).toMatchObject({ rule: 'successorSpeaks' })
  await contract({
    number: '瑞协〔2027〕1号',
    since: '2027-01-01',
    until: '2027-12-31',
    clauses: [{ meaning: 'skillAllowance', grade: 4, value: 35_000 }],
  })
  today = day('2027-01-08')
  await takes('chair', id, 'carryOver', {})
  expect((await rows(id)).map((row) => [row.fen, row.since, row.until, row.contract, row.paid])).toEqual([
    [30_000, '2026-04-01', '2026-12-31', '瑞协〔2026〕1号', null],
    [100_000, '2026-03-09', null, '瑞协〔2026〕1号', null],
    [35_000, '2027-01-01', '2027-12-31', '瑞协〔2027〕1号', null],
  ])
})

test('a change within the term is carried over too: its figure from its month on, and no older contract ever', async () => {
  today = start
  const skill = (value: number) => [{ meaning: 'mentorAllowance', value }] as const
  const old = await contract({ number: '师〔2026〕1号', since: '2026-01-01', until: '2026-12-31', clauses: skill(10_000) })
  const { id } = await reports('worker', { kind: 'mentor', grade: undefined })
  await takes('chair', id, 'verify', { how: 'original' })
  expect(await refusesTo('chair', id, 'carryOver', {})).toMatchObject({ rule: 'successorSpeaks' })
  for (const table of ['contract', 'contract_cover']) await db.owner(`update ${table} set until = '2026-06-30' where case_id = $1`, [old])
  await contract({ number: '师〔2026〕2号', since: '2026-07-01', until: '2026-12-31', clauses: skill(15_000) })
  today = day('2026-07-06')
  await takes('chair', id, 'carryOver', {})
  expect((await rows(id)).map((row) => [row.fen, row.since, row.until])).toEqual([
    [10_000, '2026-04-01', '2026-06-30'],
    [15_000, '2026-07-01', '2026-12-31'],
  ])
  today = start
})

describe('the day decides', () => {
  test('the last day of one contract and the first of the next', async () => {
    today = day('2026-12-31')
    const old = await reports('worker', { on: '2026-12-31' })
    await takes('chair', old.id, 'verify', { how: 'original' })
    expect((await rows(old.id)).map((row) => [row.fen, row.contract])).toEqual([
      [30_000, '瑞协〔2026〕1号'],
      [100_000, '瑞协〔2026〕1号'],
    ])
    today = day('2027-01-01')
    const next = await reports('worker', { on: '2027-01-01' })
    await takes('chair', next.id, 'verify', { how: 'original' })
    expect((await rows(next.id)).map((row) => [row.fen, row.since, row.contract])).toEqual([[35_000, '2027-02-01', '瑞协〔2027〕1号']])
  })
  test('before any contract: no entitlement, and the worker is told which was looked at', async () => {
    today = day('2025-12-31')
    const { id } = await reports('worker', { on: '2025-12-30' })
    expect(await refusesTo('chair', id, 'verify', { how: 'original' })).toMatchObject({
      rule: 'contractSpeaks',
      missing: { zh: expect.stringContaining('2026-01-01 起生效') },
    })
    const told = await takes('chair', id, 'noEntitlement', {})
    expect(told).toMatchObject({ state: 'noEntitlement', ended: true })
    expect(told.papers.map((paper) => paper.kind)).toEqual(['absenceNotice'])
    expect(await rows(id)).toEqual([])
  })
  test('the special contract governs the comprehensive, the industry’s is the least', async () => {
    today = day('2026-06-01')
    const fact = { meaning: 'skillAllowance', grade: 5 } as const
    await contract({ kind: 'comprehensive', number: '综', since: '2026-01-01', until: '2026-12-31', clauses: [{ ...fact, value: 90_000 }] })
    const one = await reports('worker', { grade: 'technician', on: '2026-05-20' })
    await takes('chair', one.id, 'verify', { how: 'original' })
    expect((await rows(one.id)).map((row) => [row.fen, row.contract])).toEqual([[90_000, '综']])
    await contract({ number: '专', since: '2026-01-01', until: '2026-12-31', clauses: [{ ...fact, value: 50_000 }] })
    const two = await reports('worker', { grade: 'technician', on: '2026-05-20' })
    await takes('chair', two.id, 'verify', { how: 'original' })
    expect((await rows(two.id)).map((row) => [row.fen, row.contract])).toEqual([[50_000, '专']])
    await contract({ level: 'industry', number: '行', since: '2026-01-01', until: '2026-12-31', clauses: [{ ...fact, value: 60_000 }] })
    const three = await reports('worker', { grade: 'technician', on: '2026-05-20' })
    await takes('chair', three.id, 'verify', { how: 'original' })
    expect((await rows(three.id)).map((row) => [row.fen, row.contract])).toEqual([[60_000, '行']])
  })
})

describe('who may', () => {
  test('the same certificate entitles once, also when two cases race', async () => {
    today = start
    const [one, two] = [await reports('worker', { number: 'ZJ 777' }), await reports('worker', { number: 'zj777' })]
    await takes('chair', one.id, 'verify', { how: 'original' })
    const refusal = await refusesTo('chair', two.id, 'verify', { how: 'original' })
    expect(refusal).toMatchObject({ rule: 'notRecognisedBefore', missing: { zh: expect.stringContaining(one.number) } })
    await takes('chair', two.id, 'refuse', { reason: 'twice', says: '已经认定' })
    const copy = `insert into entitlement select (jsonb_populate_record(e, jsonb_build_object('case_id', $2::text))).* from entitlement e where case_id = $1`
    await expect(db.owner(copy, [one.id, two.id])).rejects.toThrow('entitlement_event')
  })
  test('two cases of one certificate verified at the same instant: one is entitled, the other is told so', async () => {
    today = start
    const raced = await Promise.all([reports('worker', { number: 'ZJ888' }), reports('worker', { number: 'zj 888' })])
    const answers = await Promise.all(
      raced.map(({ id }) => call('chair', 'POST', `/api/cases/${id}/steps`, { step: 'verify', input: { how: 'original' }, key: key() })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const entitled = await Promise.all(raced.map(async ({ id }) => (await rows(id)).length))
    expect(entitled.toSorted()).toEqual([0, 2])
    const late = raced[entitled.indexOf(0)]!
    const again = await refusesTo('chair', late.id, 'verify', { how: 'original' })
    expect(again).toMatchObject({ rule: 'notRecognisedBefore' })
  })
  test('the same certificate without its number, or with it the second time, is still the same', async () => {
    today = start
    const found = { on: '2026-02-10', title: '职业技能 等级证书' }
    const one = await reports('worker', { ...found, number: 'ZJ999' })
    await takes('chair', one.id, 'verify', { how: 'original' })
    const two = await reports('worker', { on: found.on, title: '职业技能等级证书', number: undefined })
    expect(await refusesTo('chair', two.id, 'verify', { how: 'original' })).toMatchObject({ rule: 'notRecognisedBefore' })
    const bare = await reports('worker', { ...found, on: '2026-02-11', number: undefined })
    await takes('chair', bare.id, 'verify', { how: 'original' })
    const numbered = await reports('worker', { ...found, on: '2026-02-11', number: 'ZJ1000' })
    expect(await refusesTo('chair', numbered.id, 'verify', { how: 'original' })).toMatchObject({ rule: 'notRecognisedBefore' })
    const another = await reports('worker', { ...found, number: 'ZJ1001' })
    await takes('chair', another.id, 'verify', { how: 'original' })
  })
  test('a contract that is only signed entitles nobody, and the worker is told in words', async () => {
    today = start
    const number = '瑞协〔2030〕1号'
    await contract({ number, since: 'infinity', until: 'infinity', clauses })
    const { id } = await reports('worker', { kind: 'patent', patent: 'invention', grade: undefined })
    const refusal = await refusesTo('chair', id, 'verify', { how: 'original' })
    expect(refusal.missing.zh).toContain(`${number}《`)
    expect(JSON.stringify(refusal)).not.toMatch(/infinity/i)
  })
  test('nobody verifies their own, and a stranger to the firm is not employed there', async () => {
    today = start
    const own = await reports('chair', {})
    expect(await refusesTo('chair', own.id, 'verify', { how: 'original' })).toMatchObject({ why: 'not you' })
    const elsewhere = await call('otherFirm', 'POST', '/api/cases', {
      procedure: 'skill-award',
      owner: organisationId('ruidingUnion'),
      step: 'report',
      input: { ...certificate, number: 'X1' },
      key: key(),
    })
    expect(elsewhere.status).toBe(201)
    expect(await refusesTo('chair', elsewhere.body.id, 'verify', { how: 'original' })).toMatchObject({ rule: 'worksThere' })
  })
  test('a union has only what is of its own firm', async () => {
    today = start
    const other = { name: '杭州启程货运有限公司', organisationId: organisationId('qicheng') }
    const { status, body } = await call('worker', 'POST', '/api/cases', {
      procedure: 'skill-award',
      owner: organisationId('ruidingUnion'),
      step: 'report',
      input: { ...certificate, firm: other },
      key: key(),
    })
    expect([status, body.errors?.[0].path]).toEqual([400, 'owner'])
  })
})
