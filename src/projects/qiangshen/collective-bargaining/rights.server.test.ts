/** Over the API: nobody acts for the other side unseen, nobody reaches another's firm, and odd input is answered, never stumbled over. */
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import { demoPeople, organisationId } from '#registry/demo.ts'
import { mechanisms as all } from '../../index.ts'
import { lookups } from '../../lookups.server.ts'
import { delegate, employerHead, figures, unionHead } from './demo/cast.ts'
import { teller } from './demo/play.ts'
import * as script from './demo/scripts.ts'
import { bargainingHouse } from './house-for-tests.server.ts'

const t = teller(day('2026-03-02'))
const people = { union: demoPeople.maChunyan, employer: demoPeople.qianHaibo, street: demoPeople.zhouMin, bureau: demoPeople.heWeidong }
type Who = keyof typeof people
const { db, mechanisms, call, today, moveTo, works } = await bargainingHouse({ people, start: t.start, all, lookups })

let serial = 0
const key = () => `bargaining-rights-${++serial}`
const step = (who: Who, id: string, name: string, input?: unknown, more: object = {}) =>
  call(who, 'POST', `/api/cases/${id}/steps`, { step: name, ...(input === undefined ? {} : { input }), key: key(), ...more })
const typed = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !['firm', 'bureau', 'floor', 'former'].includes(name)))
const opens = (who: Who, input: unknown, owner = organisationId('ruidingUnion')) =>
  call(who, 'POST', '/api/cases', { procedure: 'collective-bargaining', owner, step: 'offer', input, key: key() })
const opened = async (): Promise<string> => {
  moveTo(t.start)
  return (await opens('union', typed(script.offer(t)))).body.id
}
const at = (after: number) => {
  moveTo(t.day(after))
}
const seated = async (): Promise<string> => {
  const id = await opened()
  await step('employer', id, 'serve', script.service(t))
  at(8)
  await step('employer', id, 'answer', script.answer(t))
  at(10)
  await step('union', id, 'nameWorkers', typed(script.workerSide(t)))
  const { status } = await step('employer', id, 'nameEmployer', typed(script.employerSide(t)))
  expect(status).toBe(200)
  return id
}

describe('nobody acts for the other side unseen', () => {
  test('省10: the employer neither removes a delegate of the workers nor puts one in', async () => {
    const id = await seated()
    const gone = await step('employer', id, 'leave', { side: 'workers', name: unionHead, reason: '换人' })
    expect([gone.status, gone.body.refusal?.rule]).toEqual([409, 'leaverSits'])
    await step('union', id, 'leave', { side: 'workers', name: '陈国梁', reason: '离职' })
    const put = { ...delegate('何平'), side: 'workers', replaces: '陈国梁', noticeOn: today() }
    const placed = await step('employer', id, 'refill', put)
    expect([placed.status, placed.body.refusal?.rule]).toEqual([409, 'refillTakesAPlace'])
    expect((await step('union', id, 'refill', put)).status).toBe(200)
  })
  test('市25: what the employer supplies by its own hand is supplied today', async () => {
    const id = await seated()
    at(20)
    const { body } = await step('employer', id, 'supplyMaterials', { year: 2025, payrollFen: 1, workers: 642, suppliedOn: t.day(12) })
    expect(body.facts.materials.suppliedOn).toBeUndefined()
  })
  test('an offer to change that the employer asks for is the employer’s in the log of the new case', async () => {
    const id = await seated()
    at(14)
    await step('union', id, 'setMeeting', script.meeting(t, 24))
    at(24)
    const agreed = { round: 1, clauses: figures.wage.agreed }
    await step('employer', id, 'propose', agreed)
    await step('union', id, 'propose', agreed)
    at(39)
    expect((await step('employer', id, 'draft', typed(script.draft(t)))).status).toBe(200)
    at(42)
    await step('union', id, 'convene', script.convening(t))
    at(53)
    await step('union', id, 'carry', script.tally(t))
    at(57)
    await step('union', id, 'signWorkers', { name: unionHead })
    const { body } = await step('employer', id, 'signEmployer', { name: employerHead, signedOn: t.day(53) })
    expect(body.facts.employerSignature.signedOn).toBeUndefined()
    at(59)
    await step('employer', id, 'file', script.filing())
    await step('bureau', id, 'receive', { receivedOn: t.day(59) })
    expect((await step('bureau', id, 'receive', { receivedOn: t.day(59) })).status).toBe(409)
    at(75)
    await works()
    const next = { topics: ['工资'], meetOn: t.day(90), meetAt: '14:00', place: '会议室', delegates: [employerHead] }
    const changed = await step('employer', id, 'change', next)
    expect([changed.status, changed.body.refusal ?? changed.body.errors]).toEqual([200, undefined])
    const children = await db.owner<{ by_role: string; by: string }>(
      `select s.by_role, c.facts -> 'offer' ->> 'by' as by from case_file c join case_step s on s.case_id = c.id
       where c.parent_id = $1 and c.procedure = 'collective-bargaining'`,
      [id],
    )
    expect(children).toEqual([{ by_role: 'employer', by: 'employer' }])
    expect((await step('union', id, 'replace', { on: today(), number: '9' })).body.refusal).toMatchObject({ rule: 'newContractIsInForce' })
    const follows = (firm: 'ruiding' | 'qicheng') => asStreet(firm, { purpose: 'change', replaces: id })
    expect((await follows('ruiding')).body.facts.offer.former).toMatchObject({ until: expect.any(String) })
    expect((await follows('qicheng')).body.facts.offer.former).toBeUndefined()
  })
})

const asStreet = (firm: 'ruiding' | 'beichen' | 'qicheng', more: object = {}) => {
  const company = { name: '那家企业', organisationId: organisationId(firm) }
  return opens('street', typed({ ...script.offer(t, { meetOn: addDays(today(), 20) }), company, ...more }), organisationId('baiyang'))
}

describe('nobody reaches another’s firm', () => {
  test('a street bargains for the firms that lie in it, and learns nothing of any other', async () => {
    moveTo(t.start)
    const [own, other] = [await asStreet('ruiding'), await asStreet('beichen')]
    expect([own.status, other.status].sort()).toEqual([201, 400])
    expect(JSON.stringify(other.body)).not.toContain('unionHead')
  })
})

describe('odd input is answered', () => {
  const odd: readonly unknown[] = [
    null,
    [],
    'x',
    7,
    {},
    { company: null },
    { company: [] },
    { company: { organisationId: 7 } },
    { ...typed(script.offer(t)), replaces: 'x' },
    { ...typed(script.offer(t)), place: 'a\u0000b' },
    { ...typed(script.offer(t)), place: '\ud800' },
    { ...typed(script.offer(t)), topics: Array.from({ length: 201 }, () => '事') },
    { ...typed(script.offer(t)), company: { name: '那家', organisationId: '00000000-0000-7000-8000-00000000dead' } },
    { ...typed(script.offer(t)), clauses: [{ meaning: 'minimumWage', value: 1e12 }] },
    { ...typed(script.offer(t)), former: { number: '1', title: '1', until: '2026-03-03' }, purpose: 'renewal' },
    { ...typed(script.offer(t)), __proto__: { by: 'x' }, constructor: 'y' },
  ]
  test.each(odd.map((input, n) => [n, input] as const))('at the opening: %i', async (_, input) => {
    moveTo(t.start)
    for (const who of ['union', 'street'] as const) expect((await opens(who, input)).status).toBeLessThan(500)
  })
  test('at every step, in every state that is reached here', async () => {
    const id = await seated()
    const bargaining = mechanisms.get('collective-bargaining')!.procedure
    const inputs: readonly unknown[] = [
      undefined,
      null,
      [],
      {},
      { side: 'workers' },
      { side: 7, clauses: [{}] },
      { on: '2026-13-01' },
      { name: '\u0000' },
    ]
    for (const name of Object.keys(bargaining.steps)) {
      if (name === 'withdraw') continue
      for (const input of inputs)
        for (const who of ['union', 'employer', 'street', 'bureau'] as const) {
          const { status } = await step(who, id, name, input)
          expect([name, who, JSON.stringify(input), status < 500]).toEqual([name, who, JSON.stringify(input), true])
        }
    }
  })
})
