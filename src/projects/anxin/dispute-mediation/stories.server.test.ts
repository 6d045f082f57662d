/** The stories over the API, with the people of the demonstration: from a worker's phone to the payment-order packet, and three other ends. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineRoutes } from '#engine/routes/index.server.ts'
import { tick } from '#engine/store/clockwork.server.ts'
import { createLive } from '#engine/store/live.server.ts'
import type { CaseWire } from '#engine/wire.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { openFileStore } from '#platform/files.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import { baiyangCentre, ruidingCommittee, type Cast, court, qicheng, ruiding } from './demo/cast.ts'
import { application } from './demo/scripts.ts'
import mediation from './index.ts'

const start = day('2026-06-01')
const db = await testDatabase()
await seedRegistry(db, start)
const directory = openDirectory(db)
const people = {
  worker: demoPeople.chenGuoqiang,
  speaker: demoPeople.liuZhijun,
  colleague: demoPeople.zhangXiulan,
  employer: demoPeople.sunLifeng,
  ruiding: demoPeople.qianHaibo,
  clerk: demoPeople.linXiaoyu,
  mediator: demoPeople.shenHongmei,
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
const mechanisms = new Map([['dispute-mediation', mediation]])
const failed = (error: Error) => {
  throw error
}
const nowOf = async () => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) as const
const instant = () => new Date(`${today}T02:00:00Z`)
const districts = async () => [demoDistrict.id]
const app = await testHttp({ callers })
const files = await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-')))
engineRoutes(
  app,
  {
    db,
    mechanisms,
    lookups: {},
    directory,
    files,
    fileLimitBytes: 1_048_576,
    live: createLive(db, mechanisms, failed, 50),
    nowOf,
    instant,
    publicUrl: 'https://hexie.example',
  },
  districts,
)
await app.ready()

let serial = 0
const key = () => `story-${++serial}-of-mediation`
const call = async (who: Who, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
const applied = (cast: Cast, more = {}) => application(more)({ cast, start: today, on: today, day: () => today })
const opens = async (who: Who, cast: Cast, more = {}): Promise<CaseWire> => {
  today = start
  const { status, body } = await call(who, 'POST', '/api/cases', {
    procedure: 'dispute-mediation',
    owner: baiyangCentre.id,
    step: 'apply',
    input: applied(cast, more),
    key: key(),
  })
  expect([status, body.errors ?? body.refusal]).toEqual([201, undefined])
  return body
}
/** Takes the step and expects it to be taken. */
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
const named = ({ id, name }: { id: string; name: string }) => ({ name, personId: id })
async function inMediation(who: Who, firm: Who, cast: Cast): Promise<string> {
  const { id } = await opens(who, cast)
  await takes('clerk', id, 'notifyRespondent', { to: cast.firm.name, how: 'byPhone' })
  await takes(firm, id, 'consent', { who: cast.forFirm.name, how: 'online' })
  await takes('clerk', id, 'accept', { ground: 'labour' })
  await takes('clerk', id, 'assignMediators', { mediators: [{ ...named(people.mediator), tie: 'none' }] })
  return id
}

test('unpaid wages: from the phone to a signed agreement, and when it is not kept, to the payment-order packet', async () => {
  const opened = await opens('worker', qicheng)
  expect(opened).toMatchObject({ state: 'received', yourRoles: ['worker'] })
  expect(opened.due.map((due) => due.id)).toEqual(['accept', 'end', 'limitationWage'])
  const { id } = opened
  expect((await call('employer', 'GET', `/api/cases/${id}`)).status).toBe(404)
  expect((await call('otherStreet', 'GET', `/api/cases/${id}`)).status).toBe(404)

  await takes('clerk', id, 'notifyRespondent', { to: qicheng.firm.name, how: 'online' })
  expect((await call('employer', 'GET', `/api/cases/${id}`)).body.yourRoles).toEqual(['employer'])
  expect(await refusesTo('clerk', id, 'accept', { ground: 'labour' })).toMatchObject({
    why: 'broken',
    rule: 'bothSidesAgree',
    missing: { zh: '还差用人单位同意' },
  })
  await takes('employer', id, 'consent', { who: '孙立峰', how: 'online' })
  await takes('street', id, 'accept', { ground: 'labour' })
  await takes('clerk', id, 'assignMediators', { mediators: [{ ...named(people.mediator), tie: 'none' }] })

  today = addDays(start, 3)
  await takes('mediator', id, 'schedule', { day: addDays(start, 8), start: '14:00', room: '2 号调解室', mode: 'onsite', open: 'closed' })
  await takes('worker', id, 'answerHearing', { comes: 'yes' })
  await takes('worker', id, 'supplement', { says: '这是我的工资条' })
  expect(JSON.stringify((await call('employer', 'GET', `/api/cases/${id}`)).body)).not.toContain('这是我的工资条')

  today = addDays(start, 8)
  await takes('mediator', id, 'recordHearing', {
    present: '双方',
    summary: '谈拢了',
    agreed: [{ item: '工资', amountFen: 1_480_000 }],
    open: [],
  })
  await takes('mediator', id, 'draftAgreement', {
    points: ['支付工资'],
    payments: [{ amountFen: 1_480_000, by: addDays(start, 15) }],
    covers: ['unpaidWages'],
  })
  const seal = { mediator: people.mediator.name, sealedBy: baiyangCentre.name, copies: 3 }
  await takes('worker', id, 'workerSigns', { act: 'sign', name: '陈国强' })
  expect(await refusesTo('mediator', id, 'sign', seal)).toMatchObject({ rule: 'bothSidesSigned', missing: { zh: '还差企业方签名' } })
  await takes('employer', id, 'firmSigns', { act: 'sign', name: '孙立峰' })
  const agreed = await takes('mediator', id, 'sign', seal)
  expect(agreed.state).toBe('agreed')
  expect(agreed.papers.find((paper) => paper.kind === 'mediationAgreement')?.number).toMatch(/〔2026〕\d+/)

  today = addDays(start, 15)
  expect(await refusesTo('worker', id, 'reportBreach', { says: '没有到账' })).toMatchObject({ rule: 'agreedDayHasPassed' })
  today = addDays(start, 16)
  await takes('worker', id, 'reportBreach', { says: '没有到账' })
  const packet = await takes('mediator', id, 'issuePaymentOrder', { court, amountFen: 1_480_000 })
  expect(packet.state).toBe('enforcing')
  const papersOf = async (who: Who) => ((await call(who, 'GET', `/api/cases/${id}`)).body as CaseWire).papers.map((paper) => paper.kind)
  expect(await papersOf('worker')).toContain('paymentOrderApplication')
  expect(await papersOf('employer')).not.toContain('paymentOrderApplication')
})

test('the firm refuses: it ends, and the worker has the notice', async () => {
  const { id } = await opens('worker', qicheng)
  await takes('clerk', id, 'notifyRespondent', { to: qicheng.firm.name, how: 'byPhone' })
  const ended = await takes('employer', id, 'decline', { who: '别人', reason: '不欠' })
  expect(ended).toMatchObject({ state: 'declined', ended: true, facts: { decline: { who: '孙立峰' } } })
  expect(((await call('worker', 'GET', `/api/cases/${id}`)).body as CaseWire).papers.map((paper) => paper.kind)).toContain('refusalNotice')
  expect(await refusesTo('clerk', id, 'accept', { ground: 'labour' })).toMatchObject({ why: 'not now' })
})

test('day 15 passes: the law ends it on the next day, not before, and the limitation goes on', async () => {
  const id = await inMediation('worker', 'employer', qicheng)
  const works = () => tick({ db, mechanisms, districts, nowOf, instant, taken: () => {}, failed })
  const state = async () => ((await call('worker', 'GET', `/api/cases/${id}`)).body as CaseWire).state
  today = addDays(start, 15)
  await works()
  expect(await state()).toBe('mediating')
  today = addDays(start, 16)
  await works()
  expect(await state()).toBe('failed')
  const { body } = await call('worker', 'GET', `/api/cases/${id}`)
  expect(body.log.at(-1)).toMatchObject({ step: 'lapse', by: 'law', on: '2026-06-17' })
  expect(body.papers.map((paper: { kind: string }) => paper.kind)).toContain('lapseNotice')
  expect(body.due.map((due: { id: string; last: Day }) => [due.id, due.last])).toEqual([['limitationWage', '2027-06-17']])
})

test('ten colleagues: the case turns collective, representatives sign with the consent of the others', async () => {
  const id = await inMediation('speaker', 'ruiding', ruiding)
  // At the desk, with the person before it, a name is bound to an account; by a colleague's word alone it is not.
  const join = (n: number) => takes('mediator', id, 'join', { ...named(ruiding.colleagues[n]!), sameClaim: true })
  for (let n = 0; n < 8; n++) expect((await join(n)).marks).toEqual([])
  const people3 = [ruiding.worker, ...ruiding.colleagues.slice(1, 3)].map(named)
  expect(await refusesTo('speaker', id, 'electRepresentatives', { people: people3, voters: 9 })).toMatchObject({
    rule: 'workersAreMany',
    missing: { zh: '还差 1 人' },
  })
  const collective = await join(8)
  expect(collective).toMatchObject({ subject: '刘志军等 10 人 与 杭州瑞鼎金属制品有限公司' })
  expect(collective.marks.map((mark) => mark.id)).toEqual(['collective'])
  await takes('speaker', id, 'electRepresentatives', { people: people3, voters: 10 })

  await takes('mediator', id, 'draftAgreement', {
    points: ['补发加班工资'],
    payments: [{ amountFen: 100_000, by: addDays(start, 20) }],
    covers: ['unpaidWages'],
  })
  await takes('speaker', id, 'workerSigns', { act: 'sign', name: '刘志军' })
  await takes('ruiding', id, 'firmSigns', { act: 'sign', name: '钱海波' })
  const seal = { mediator: people.mediator.name, sealedBy: baiyangCentre.name, copies: 3 }
  expect(await refusesTo('mediator', id, 'sign', seal)).toMatchObject({ rule: 'representedAgree', missing: { zh: '还差 7 人' } })
  const own = await takes('colleague', id, 'approve', { name: '冒名' })
  expect((own.facts.approvals as { name: string }[]).map((one) => one.name)).toEqual([people.colleague.name])
  for (let n = 3; n < 9; n++) await takes('mediator', id, 'approve', named(ruiding.colleagues[n]!))
  expect((await takes('mediator', id, 'sign', seal)).state).toBe('agreed')
})

test('a firm’s committee has only what is against its firm, and only its own people mediate', async () => {
  const id = await inMediation('worker', 'employer', qicheng)
  const post = (step: string, input: object) => call('clerk', 'POST', `/api/cases/${id}/steps`, { step, input, key: key() })
  const away = { to: { name: ruidingCommittee.name, organisationId: ruidingCommittee.id }, level: 'enterprise', reason: '换个地方' }
  expect(await post('handOver', away)).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'input.to', says: { zh: expect.stringContaining('不能办理') } }] },
  })
  const mediators = (one: { id: string; name: string }) => ({ mediators: [{ ...named(one), tie: 'none' }] })
  expect((await post('assignMediators', mediators(people.employer))).status).toBe(400)
  expect((await post('assignMediators', mediators({ id: people.mediator.id, name: '冒名' }))).status).toBe(400)
  expect((await post('assignMediators', mediators(people.mediator))).status).toBe(200)
  const { facts } = await takes('worker', id, 'join', { ...named(people.colleague), sameClaim: true })
  expect(facts.colleagues).toEqual([{ name: people.colleague.name, sameClaim: true }])
  expect((await call('colleague', 'GET', `/api/cases/${id}`)).status).toBe(404)
})
