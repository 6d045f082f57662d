/** One bargaining over the API, by the people of the demonstration: from an offer to the contract in force, its rows, and the next round. */
import { expect, test } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import { type Day, day } from '#kernel/day.ts'
import { seedFigures } from '#law/figures/seed-figures.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { mechanisms as all } from '../../index.ts'
import { lookups } from '../../lookups.server.ts'
import { employerHead, figures, unionHead } from './demo/cast.ts'
import { type Teller, teller } from './demo/play.ts'
import * as script from './demo/scripts.ts'
import { bargainingHouse } from './house-for-tests.server.ts'

const t: Teller = teller(day('2026-03-02'))
const people = {
  union: demoPeople.maChunyan,
  employer: demoPeople.qianHaibo,
  otherFirm: demoPeople.sunLifeng,
  bureau: demoPeople.heWeidong,
}
type Who = keyof typeof people
const { db, call, today, moveTo, works } = await bargainingHouse({ people, start: t.start, all, lookups })
await db.within(houseScope(demoDistrict.id), (q) => seedFigures(q, demoDistrict.id, t.start))

let serial = 0
const key = () => `bargaining-story-${++serial}`
const step = (who: Who, id: string, name: string, input?: object, more: object = {}) =>
  call(who, 'POST', `/api/cases/${id}/steps`, { step: name, ...(input ? { input } : {}), key: key(), ...more })
const takes = async (who: Who, id: string, name: string, input?: object, more: object = {}): Promise<CaseWire> => {
  const { status, body } = await step(who, id, name, input, more)
  expect([name, status, body.errors ?? body.refusal ?? body.detail]).toEqual([name, 200, undefined])
  return body
}
/** What was looked up by the house is left out: it writes it itself. */
const typed = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !['firm', 'bureau', 'floor', 'former'].includes(name)))
const at = (after: number) => {
  moveTo(t.day(after))
}
const rows = (table: string, id: string) => db.owner<Record<string, unknown>>(`select * from ${table} where case_id = $1`, [id])

test('from the offer to the contract in force, and to the next offer in its last ninety days', async () => {
  const opened = await call('union', 'POST', '/api/cases', {
    procedure: 'collective-bargaining',
    owner: organisationId('ruidingUnion'),
    step: 'offer',
    input: typed(script.offer(t)),
    key: key(),
  })
  expect([opened.status, opened.body.errors ?? opened.body.refusal]).toEqual([201, undefined])
  const { id } = opened.body
  expect(opened.body.facts.offer).toMatchObject({
    firm: { hasUnion: true, unionHead },
    bureau: { name: '杭州市钱塘区人力资源和社会保障局' },
  })
  expect((await call('employer', 'GET', `/api/cases/${id}`)).body.yourRoles).toEqual(['employer'])
  expect([(await call('otherFirm', 'GET', `/api/cases/${id}`)).status, (await call('bureau', 'GET', `/api/cases/${id}`)).status]).toEqual([
    404, 404,
  ])

  await takes('employer', id, 'serve', script.service(t))
  at(8)
  expect((await step('union', id, 'answerEmployer', script.answer(t))).body.refusal).toMatchObject({ rule: 'employerOffered' })
  await takes('employer', id, 'answer', script.answer(t))
  await takes('union', id, 'askMaterials', { wants: ['工资表'], meetingOn: t.day(24) })
  at(10)
  await takes('union', id, 'nameWorkers', typed(script.workerSide(t)))
  await takes('employer', id, 'nameEmployer', typed(script.employerSide(t)))
  at(14)
  await takes('employer', id, 'supplyMaterials', { year: 2025, payrollFen: 3_200_000_000, workers: 642 })
  await takes('union', id, 'setMeeting', script.meeting(t, 24))
  at(24)
  const least = (await call('union', 'GET', `/api/cases/${id}`)).body.facts.offer.floor.minimumWageFen
  const below = await step('employer', id, 'propose', { round: 1, clauses: [{ meaning: 'minimumWage', value: least }] })
  expect(below.body.refusal).toMatchObject({ rule: 'payAboveMinimum' })
  const agreed = { round: 1, clauses: figures.wage.agreed }
  await takes('employer', id, 'propose', agreed)
  const said = await takes('union', id, 'propose', agreed)
  expect((said.facts.proposals as { side: string }[]).map(({ side }) => side)).toEqual(['employer', 'workers'])
  await takes('union', id, 'recordMeeting', script.minutes(1))
  at(39)
  await takes('employer', id, 'draft', typed(script.draft(t)))
  at(42)
  await takes('union', id, 'convene', script.convening(t))
  const [session] = await db.owner<{ procedure: string; state: string }>('select procedure, state from case_file where parent_id = $1', [
    id,
  ])
  expect(session).toEqual({ procedure: 'workers-congress', state: 'called' })

  at(53)
  expect((await step('union', id, 'carry', script.tally(t, 53, { present: 59, yes: 50, no: 5, abstain: 4 }))).body.refusal).toMatchObject({
    rule: 'twoThirdsPresent',
    missing: { en: '2/3 of 90 = 60; 59 present, 1 short' },
  })
  await takes('union', id, 'carry', script.tally(t))
  at(57)
  await takes('union', id, 'signWorkers', { name: unionHead })
  await takes('employer', id, 'signEmployer', { name: employerHead })
  at(59)
  await takes('employer', id, 'file', script.filing())
  expect((await call('bureau', 'GET', `/api/cases/${id}`)).body.yourRoles).toEqual(['bureau'])
  await takes('bureau', id, 'receive', { receivedOn: t.day(59) })
  expect(await rows('contract', id)).toMatchObject([{ since: 'infinity', until: 'infinity' }])

  at(74)
  await works()
  expect((await call('union', 'GET', `/api/cases/${id}`)).body.state).toBe('filed')
  at(75)
  await works()
  expect((await call('union', 'GET', `/api/cases/${id}`)).body.state).toBe('inForce')
  expect(await rows('contract', id)).toMatchObject([{ version: 1, kind: 'wage', level: 'enterprise', deemed: true }])
  expect(await rows('contract_cover', id)).toMatchObject([{ firm_id: organisationId('ruiding') }])
  at(78)
  await takes('union', id, 'publish', { publishedOn: today(), how: '公告栏' })

  const next = (meetOn: Day) => ({ topics: ['年度增长'], meetOn, meetAt: '14:00', place: '会议室', delegates: [unionHead] })
  moveTo(day('2027-01-29'))
  expect((await step('union', id, 'renew', next(day('2027-02-20')))).body.refusal).toMatchObject({ rule: 'inTheLastNinetyDays' })
  moveTo(day('2027-01-30'))
  await takes('union', id, 'renew', next(day('2027-02-25')))
  const [child] = await db.owner<{ state: string; purpose: string }>(
    `select state, facts -> 'offer' ->> 'purpose' as purpose from case_file where parent_id = $1 and procedure = 'collective-bargaining'`,
    [id],
  )
  expect(child).toEqual({ state: 'offered', purpose: 'renewal' })
  moveTo(day('2027-05-01'))
  await works()
  expect((await call('union', 'GET', `/api/cases/${id}`)).body.state).toBe('expired')
})
