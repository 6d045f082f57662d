/** No order of the steps gets around a guard: another text than the one voted on, an old signature, another's delegates, a day made up. */
import { describe, expect, test } from 'vitest'
import { refusal } from '#engine/run.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { contractRowsOf } from '../contract.ts'
import { delegate, employerHead, firm, unionHead, workersNamed } from '../demo/cast.ts'
import { judgeIn } from '../demo/judge.ts'
import { type Told, teller } from '../demo/play.ts'
import {
  answered,
  called,
  carried,
  convening,
  draft,
  drafted,
  filed,
  filing,
  firstRound,
  inForce,
  offered,
  prepared,
  served,
  service,
  signed,
  tally,
  workerSide,
} from '../demo/scripts.ts'
import { collectiveBargaining } from '../procedure.ts'
import { factsOf, stateOf } from '#engine/run.ts'

const t = teller(day('2026-03-02'))
type Log = readonly Told[]
const judge = judgeIn(t)
const broken = (id: string) => expect.arrayContaining([id])
/** Every step of the log may be taken; else which one may not. */
const told = (log: Log): Log => {
  log.forEach((entry, at) => {
    const why = refusal(collectiveBargaining, log.slice(0, at), entry, { today: entry.on, region: 'CN-ZJ-HZ', calendar: nationalCalendar })
    expect([entry.step, why]).toEqual([entry.step, null])
  })
  return log
}
const rowsOf = (log: Log) =>
  contractRowsOf({
    id: '0197c000-0000-7000-8000-000000000001',
    number: '协〔2026〕1 号',
    owner: { id: '0197c000-0000-7000-8000-000000000002', unit: null },
    known: factsOf(collectiveBargaining, log) as never,
    state: stateOf(collectiveBargaining, log)!,
    log,
  })

describe('省24: what is signed is the text that was voted on', () => {
  const again: Log = [
    ...carried(t),
    t.act(54, 'signWorkers', 'workers', { name: unionHead }),
    t.act(54, 'refuse', 'workers', { how: 'noSign' }),
    t.act(55, 'resume', 'workers', { on: t.day(55) }),
    t.act(56, 'draft', 'employer', draft(t, 'wage', { paragraphs: ['另加一条'] })),
  ]
  test('a draft made anew after the vote has no vote', () => {
    const refused = told([...again, t.act(57, 'refuse', 'workers', { how: 'refused' })])
    expect(judge(refused, 58, 'signEmployer', 'employer', { name: employerHead })).toEqual(broken('signsWhatPassed'))
  })
  test('and no signature, until both have signed again', () => {
    const voted = told([...again, t.act(57, 'convene', 'workers', convening(t, 58)), t.act(58, 'carry', 'workers', tally(t, 58))])
    const one = told([...voted, t.act(58, 'signEmployer', 'employer', { name: employerHead })])
    expect(judge(one, 59, 'file', 'employer', filing())).toEqual(broken('bothChiefsSigned'))
    const both = told([...one, t.act(59, 'signWorkers', 'workers', { name: unionHead })])
    expect(judge(both, 59, 'file', 'employer', filing())).toBeNull()
    expect([rowsOf(one), rowsOf(both).length]).toEqual([[], 1])
  })
  test('a text amended is signed anew, be it all on one day', () => {
    const log = told([
      ...carried(t),
      ...signed(t, 57),
      ...filed(t, 57),
      t.act(57, 'object', 'bureau', { says: '写明夜班时间' }, 'workers'),
      t.act(57, 'amend', 'employer', draft(t)),
    ])
    expect(judge(log, 57, 'file', 'employer', filing())).toEqual(broken('bothChiefsSigned'))
  })
  test('signed on a day after the vote and not after today', () => {
    const on = (signedOn: number) => judge(carried(t), 57, 'signWorkers', 'workers', { name: unionHead, signedOn: t.day(signedOn) })
    expect([52, 53, 57, 58].map(on)).toEqual([broken('signedAfterVote'), null, null, broken('signedAfterVote')])
  })
})

describe('省10: delegates', () => {
  test('without a chief nobody signs', () => {
    const log = told([...carried(t), t.act(54, 'leave', 'workers', { side: 'workers', name: unionHead, reason: '调动' })])
    expect(judge(log, 55, 'signWorkers', 'workers', { name: '许玉兰' })).toEqual(broken('chiefSigns'))
  })
  test('one name is one delegate, however often it is written', () => {
    const delegates = [...workersNamed.slice(0, 4), workersNamed[3]!]
    expect(judge(answered(t), 9, 'nameWorkers', 'workers', workerSide(t, { delegates }))).toEqual(broken('threeToNine'))
  })
  test('the new chief of the workers is the head of the union, or sent in writing', () => {
    const log = told([...prepared(t), t.act(15, 'leave', 'workers', { side: 'workers', name: unionHead, reason: '调动' })])
    const refill = (name: string, more: object = {}) =>
      judge(log, 16, 'refill', 'workers', {
        ...delegate(name, { chief: true }),
        side: 'workers',
        replaces: unionHead,
        noticeOn: t.day(16),
        firm: firm({ unionHead: '何建设' }),
        ...more,
      })
    expect([refill('何平'), refill('何建设'), refill('何平', { delegation: '工会主席书面委托' })]).toEqual([
      broken('newChiefMayLead'),
      null,
      null,
    ])
  })
  test('a list is not named anew once the talks have begun: places are left and filled', () => {
    expect(judge(prepared(t), 15, 'nameWorkers', 'workers', workerSide(t))).toBeNull()
    expect(judge([...prepared(t), ...firstRound(t)], 25, 'nameWorkers', 'workers', workerSide(t))).toEqual(broken('listStands'))
  })
  test('nobody drafts without delegates: not by way of coordination either', () => {
    const clauses = [{ meaning: 'wageGrowth', value: 500 }]
    const log = told([
      ...offered(t, { clauses: clauses as never }),
      t.act(0, 'serve', 'workers', service(t)),
      t.act(15, 'refuse', 'workers', { how: 'silent' }),
      t.act(15, 'applyCoordination', 'workers', { by: 'workers', matters: '不答复' }),
      t.act(16, 'acceptCoordination', 'bureau', undefined, 'workers'),
      t.act(16, 'propose', 'employer', { side: 'employer', round: 1, clauses }),
      t.act(17, 'settleCoordination', 'bureau', { settled: true, says: '5%' }, 'workers'),
    ])
    expect(judge(log, 18, 'draft', 'employer', draft(t, 'wage', { clauses: clauses as never }))).toEqual(broken('bothListsNamed'))
  })
})

describe('a clock is not wound back', () => {
  test('劳动合同法54: the office receives one filing once', () => {
    const log = told([...carried(t), ...signed(t), ...filed(t)])
    expect(judge(log, 70, 'receive', 'bureau', { receivedOn: t.day(70) })).toMatchObject({ why: 'not now', done: true })
  })
  test('and a filing made anew once more, whose fifteen days are its own', () => {
    const anew = told([
      ...carried(t),
      ...signed(t),
      ...filed(t),
      t.act(74, 'object', 'bureau', { says: '写明' }, 'workers'),
      t.act(90, 'amend', 'employer', draft(t)),
      ...signed(t, 91),
      t.act(92, 'file', 'employer', filing()),
    ])
    expect(judge(anew, 93, 'object', 'bureau', { says: '写明' })).toEqual(['objectedInTime'])
    const received = told([...anew, t.act(93, 'receive', 'bureau', { receivedOn: t.day(93) }, 'workers')])
    expect(judge(received, 94, 'object', 'bureau', { says: '写明' })).toBeNull()
  })
  test('省39: one application is accepted once', () => {
    const log = told([
      ...prepared(t),
      t.act(30, 'applyCoordination', 'workers', { by: 'workers', matters: '增长' }),
      t.act(31, 'acceptCoordination', 'bureau', undefined, 'workers'),
    ])
    expect(judge(log, 40, 'acceptCoordination', 'bureau', undefined)).toMatchObject({ why: 'not now', done: true })
  })
  test('省37: what has not been held is not reported', () => {
    const report = (heldOn: number) =>
      judge(inForce(t), 120, 'report', 'employer', { year: 2026, heldOn: t.day(heldOn), says: '好', kept: 3, notKept: 0 })
    expect([report(120), report(121)]).toEqual([null, broken('reportIsHeld')])
  })
  test('市25: data are not supplied on a day to come', () => {
    const supply = (on: number) =>
      judge(answered(t), 14, 'supplyMaterials', 'employer', { year: 2025, payrollFen: 1, workers: 642, suppliedOn: t.day(on) })
    expect([supply(14), supply(15)]).toEqual([null, broken('suppliedByNow')])
  })
})

describe('who is said to be in breach', () => {
  test('省7: the workers’ own silence is not the employer’s', () => {
    expect(judge(served(t), 15, 'refuse', 'workers', { how: 'silent' })).toBeNull()
    expect(judge(served(t, { by: 'employer' }), 15, 'refuse', 'workers', { how: 'silent' })).toEqual(broken('silenceIsPast'))
  })
  test('市29: what was agreed within sixty days did not overrun', () => {
    expect(judge([...prepared(t), ...firstRound(t)], 66, 'refuse', 'workers', { how: 'overran' })).toBeNull()
    expect(judge(drafted(t), 66, 'refuse', 'workers', { how: 'overran' })).toEqual(broken('sixtyDaysArePast'))
  })
  test('监督条例23: a letter is not received before it is written, so that its days run', () => {
    const silent: Log = [...served(t), t.act(15, 'refuse', 'workers', { how: 'silent' })]
    const letter = (on: number) =>
      judge(silent, 16, 'demandCorrection', 'upperUnion', { breach: '不答复', wants: '答复', signedBy: '周敏', receivedOn: t.day(on) })
    expect([letter(15), letter(16)]).toEqual([broken('letterIsReceived'), null])
  })
  test('an answer to the first letter is none to the second', () => {
    const letter = (on: number) =>
      t.act(on, 'demandCorrection', 'upperUnion', { breach: '不答复', wants: '答复', signedBy: '周敏', receivedOn: t.day(on) })
    const log = told([
      ...served(t),
      t.act(15, 'refuse', 'workers', { how: 'silent' }),
      letter(16),
      t.act(20, 'answerDemand', 'employer', { says: '改', corrected: true }),
      letter(20),
    ])
    expect(judge(log, 60, 'proposePenalty', 'upperUnion', { ground: 'noAnswer', says: '建议' })).toBeNull()
  })
})

describe('the end of a contract', () => {
  test('省33: it ends for a new one only when the new one is in force', () => {
    const successor = { caseId: '0197c000-0000-7000-8000-000000000003', number: '协〔2026〕9 号', since: t.day(110) }
    const replace = (on: number, more: object = {}) => judge(inForce(t), 120, 'replace', 'workers', { on: t.day(on), number: '9', ...more })
    expect([replace(110), replace(109, { successor }), replace(110, { successor }), replace(121, { successor })]).toEqual([
      broken('newContractIsInForce'),
      broken('newContractIsInForce'),
      null,
      broken('newContractIsInForce'),
    ])
  })
  test('省33: neither before it was in force nor by the employer’s hand alone', () => {
    const ending = { ground: 'agreed', bothAgree: true, vote: tally(t, 75) }
    const end = (on: number) => judge(inForce(t), 120, 'terminate', 'workers', { ...ending, on: t.day(on) })
    expect([end(74), end(75), end(120)]).toEqual([broken('endsWhileInForce'), null, null])
    expect(judge(inForce(t), 120, 'terminate', 'employer', { ...ending, on: t.day(120) })).toMatchObject({ why: 'not you' })
  })
  test('市27: nor does the employer alone write down that the workers’ chief lets the talks stand still', () => {
    const still = { from: t.day(24), until: t.day(30), workersChiefConsents: true, employerConsents: true, reason: '等' }
    expect(judge(prepared(t), 24, 'suspend', 'employer', still)).toMatchObject({ why: 'not you' })
    expect(judge(prepared(t), 24, 'suspend', 'workers', still)).toBeNull()
  })
  test('only the congress that was called for this draft and has counted carries it', () => {
    const held = { caseId: '0197c000-0000-7000-8000-000000000004', state: 'voting' }
    expect(judge(called(t), 53, 'carry', 'workers', { ...tally(t), held })).toEqual(broken('congressHasCounted'))
    expect(judge(called(t), 53, 'carry', 'workers', { ...tally(t), held: { ...held, state: 'called' } })).toBeNull()
    const counted = { caseId: held.caseId, number: '1', all: 90, present: 61, yes: 40, no: 11, abstain: 10 }
    expect(judge(called(t), 54, 'convene', 'workers', { ...convening(t, 60), voted: counted })).toEqual(broken('voteIsTold'))
  })
})
