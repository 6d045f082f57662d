/** Skill awards over the API on a real database, with the people of the demonstration. */
import { describe, expect, test } from 'vitest'
import { tick } from '#engine/store/clockwork.server.ts'
import type { CaseWire } from '#engine/wire.ts'
import { day } from '#kernel/day.ts'
import { demoPeople, organisationId } from '#registry/demo.ts'
import { certificate, clauses } from './demo/told.ts'
import {
  call,
  clock,
  contract,
  db,
  districts,
  failed,
  instant,
  key,
  mechanisms,
  nowOf,
  refusesTo,
  reports,
  rows,
  start,
  takes,
} from './town-for-tests.server.ts'

const noSuchDay = {
  how: 'original',
  entitlement: { employed: true, looked: [], items: [{ meaning: 'skillAllowance', amountFen: 9_999_999 }] },
}

test('from the phone to the wage slip: whatever is sent, the contract in force says how much', async () => {
  clock.today = start
  await contract({ number: '瑞协〔2026〕1号', since: '2026-01-01', until: '2026-12-31', clauses })
  const { id } = await reports('worker')
  expect((await call('firm', 'GET', `/api/cases/${id}`)).status).toBe(404)
  expect((await call('otherStreet', 'GET', `/api/cases/${id}`)).status).toBe(404)
  const due = await takes('chair', id, 'verify', noSuchDay)
  expect(due.facts.event).toMatchObject({ worker: { name: '刘志军', personId: demoPeople.liuZhijun.id } })
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
  clock.today = start
  const { id } = await reports('worker')
  await takes('chair', id, 'verify', { how: 'website' })
  await takes('firm', id, 'confirmPayment', { monthlyFen: 30_000, fromMonth: '2026-04', onceFen: 100_000, paidOn: '2026-04-15' })
  const works = () => tick({ db, mechanisms, districts, nowOf, instant, taken: () => {}, failed })
  clock.today = day('2026-12-31')
  await works()
  const state = async () => ((await call('worker', 'GET', `/api/cases/${id}`)).body as CaseWire).state
  expect(await state()).toBe('confirmed')
  clock.today = day('2027-01-01')
  await works()
  expect(await state()).toBe('expired')
  expect(await refusesTo('chair', id, 'carryOver', {})).toMatchObject({ rule: 'successorSpeaks' })
  await contract({
    number: '瑞协〔2027〕1号',
    since: '2027-01-01',
    until: '2027-12-31',
    clauses: [{ meaning: 'skillAllowance', grade: 4, value: 35_000 }],
  })
  clock.today = day('2027-01-08')
  await takes('chair', id, 'carryOver', {})
  expect((await rows(id)).map((row) => [row.fen, row.since, row.until, row.contract, row.paid])).toEqual([
    [30_000, '2026-04-01', '2026-12-31', '瑞协〔2026〕1号', null],
    [100_000, '2026-03-09', null, '瑞协〔2026〕1号', null],
    [35_000, '2027-01-01', '2027-12-31', '瑞协〔2027〕1号', null],
  ])
})

describe('the day decides', () => {
  test('the last day of one contract and the first of the next', async () => {
    clock.today = day('2026-12-31')
    const old = await reports('worker', { on: '2026-12-31' })
    await takes('chair', old.id, 'verify', { how: 'original' })
    expect((await rows(old.id)).map((row) => [row.fen, row.contract])).toEqual([
      [30_000, '瑞协〔2026〕1号'],
      [100_000, '瑞协〔2026〕1号'],
    ])
    clock.today = day('2027-01-01')
    const next = await reports('worker', { on: '2027-01-01' })
    await takes('chair', next.id, 'verify', { how: 'original' })
    expect((await rows(next.id)).map((row) => [row.fen, row.since, row.contract])).toEqual([[35_000, '2027-02-01', '瑞协〔2027〕1号']])
  })
  test('before any contract: no entitlement, and the worker is told which was looked at', async () => {
    clock.today = day('2025-12-31')
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
    clock.today = day('2026-06-01')
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
    clock.today = start
    const [one, two] = [await reports('worker', { number: 'ZJ 777' }), await reports('worker', { number: 'zj777' })]
    await takes('chair', one.id, 'verify', { how: 'original' })
    const refusal = await refusesTo('chair', two.id, 'verify', { how: 'original' })
    expect(refusal).toMatchObject({ rule: 'notRecognisedBefore', missing: { zh: expect.stringContaining(one.number) } })
    await takes('chair', two.id, 'refuse', { reason: 'twice', says: '已经认定' })
    const copy = `insert into entitlement select (jsonb_populate_record(e, jsonb_build_object('case_id', $2::text))).* from entitlement e where case_id = $1`
    await expect(db.owner(copy, [one.id, two.id])).rejects.toThrow('entitlement_event')
  })
  test('nobody verifies their own, and a stranger to the firm is not employed there', async () => {
    clock.today = start
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
    clock.today = start
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
