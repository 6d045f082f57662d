/** The guards of votes, figures, suspensions and corrections (law.md §20 CB.*), each on both sides of its limit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import type { Region } from '#law'
import type { Clause } from '#law/clauses/clause.ts'
import { floor } from './demo/cast.ts'
import { judgeIn } from './demo/judge.ts'
import { type Told, teller } from './demo/play.ts'
import { called, draft, inForce, offer, prepared, proposal, served, talked, tally } from './demo/scripts.ts'

const t = teller(day('2026-03-02'))
type Log = readonly Told[]
const judge = judgeIn(t)
const broken = (id: string) => expect.arrayContaining([id])

describe('CB.VOTE.ENTERPRISE', () => {
  const vote = (more: object, region?: Region) => judge(called(t), 53, 'carry', 'workers', tally(t, 53, more), region)
  test('省24: of 90, sixty must be there and forty-six agree', () => {
    expect(vote({ present: 61, yes: 46 })).toBeNull()
    expect(vote({ present: 60, yes: 46, no: 9 })).toBeNull()
    expect(vote({ present: 59, yes: 50, no: 5, abstain: 4 })).toEqual([
      'twoThirdsPresent',
      '90 的三分之二是 60，实到 59，还差 1 名',
      '2/3 of 90 = 60; 59 present, 1 short',
    ])
    expect(vote({ yes: 45 })).toEqual([
      'moreThanHalfOfAll',
      '全体 90 的过半数是 46，赞成 45，还差 1 票',
      'more than half of 90 = 46; 45 in favour, 1 short',
    ])
  })
  test('规定36: the nation lets half of all be enough', () => {
    expect(vote({ yes: 45 }, 'CN')).toBeNull()
    expect(vote({ yes: 44 }, 'CN')).toEqual(broken('moreThanHalfOfAll'))
  })
  test('the count of the session held here stands above what was typed', () => {
    const congress = {
      caseId: '0197c000-0000-7000-8000-000000000009',
      number: '职代会〔2026〕3 号',
      all: 90,
      present: 61,
      yes: 45,
      no: 11,
      abstain: 5,
    }
    expect(vote({ yes: 80, congress })).toEqual(broken('moreThanHalfOfAll'))
  })
  test('for any numbers: carried exactly when two thirds are there and more than half of all agree, and else rejected or not quorate', () => {
    const numbers = fc
      .integer({ min: 1, max: 400 })
      .chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 0, max: all })))
      .chain(([all, present]) => fc.tuple(fc.constant(all), fc.constant(present), fc.integer({ min: 0, max: present })))
    fc.assert(
      fc.property(numbers, ([all, present, yes]) => {
        const more = { all, present, yes, no: present - yes, abstain: 0 }
        const quorate = present * 3 >= all * 2
        const carried = quorate && yes * 2 > all
        expect(vote(more) === null).toBe(carried)
        expect(judge(called(t), 53, 'reject', 'workers', tally(t, 53, more)) === null).toBe(quorate && !carried)
      }),
    )
  })
})

describe('CB.PAY, CB.PIECE, 市35, 省17, 省30', () => {
  const propose = (clauses: readonly Clause[], more: object = {}) =>
    judge(prepared(t), 24, 'propose', 'employer', { ...proposal('employer', 1, clauses), ...more })
  test('市11: pay above the minimum wage; equal is not enough; what is no pay is not asked', () => {
    expect([248_999, 249_000, 249_001].map((value) => propose([{ meaning: 'minimumWage', value }]))).toEqual([
      broken('payAboveMinimum'),
      broken('payAboveMinimum'),
      null,
    ])
    expect(propose([{ meaning: 'nightShift', value: 100 }])).toBeNull()
    expect(propose([{ meaning: 'entryWage', value: 1 }], { floor: { contracts: [] } })).toBeNull()
  })
  test('市35: not below the contract above', () => {
    const above = {
      ...floor,
      contracts: [
        {
          caseId: '0197c000-0000-7000-8000-000000000009',
          title: '行业合同',
          number: '1',
          level: 'industry',
          clauses: [{ meaning: 'nightShift', value: 3_000 }],
        },
      ],
    }
    expect([2_999, 3_000].map((value) => propose([{ meaning: 'nightShift', value }], { floor: above }))).toEqual([
      broken('notBelowTheContractAbove'),
      null,
    ])
  })
  test('市10: ninety in a hundred reach the quota', () => {
    expect([8_999, 9_000].map((value) => propose([{ meaning: 'attainableQuota', value }]))).toEqual([
      ['quotaIsAttainable', '能完成的 89.99%，还差 0.01 个百分点', '89.99% can; 0.01 points short'],
      null,
    ])
  })
  const drafts = (more: object) => judge(talked(t), 39, 'draft', 'employer', draft(t, 'wage', more))
  test('省17: only what both agreed to', () => {
    expect(drafts({ clauses: [{ meaning: 'wageGrowth', value: 550 }] })).toBeNull()
    expect(drafts({ clauses: [{ meaning: 'wageGrowth', value: 551 }] })).toEqual([
      'onlyWhatIsAgreed',
      '还有 1 条没有达成一致：年度增长幅度',
      '1 clause(s) not agreed: Growth in the year',
    ])
    expect(drafts({ clauses: [{ meaning: 'meal', value: 1_500 }] })).toEqual(broken('onlyWhatIsAgreed'))
  })
  test('省30: one to three years, to the day', () => {
    const until = ['2027-04-29', '2027-04-30', '2029-04-30', '2029-05-01'].map((one) =>
      drafts({ since: day('2026-05-01'), until: day(one) }),
    )
    expect(until).toEqual([broken('oneToThreeYears'), null, null, broken('oneToThreeYears')])
  })
})

describe('CB.SUSPEND', () => {
  const spell = (from: number, until: number, more: object = {}) => ({
    from: t.day(from),
    until: t.day(until),
    workersChiefConsents: true,
    employerConsents: true,
    reason: '等财务数据',
    ...more,
  })
  const suspends = (log: Log, from: number, until: number, more: object = {}) =>
    judge(log, from, 'suspend', 'workers', spell(from, until, more))
  test("市27: the workers' chief consents; the employer need not in wage talks, and must in all others", () => {
    expect(suspends(prepared(t), 24, 30, { workersChiefConsents: false })).toEqual(['workersChiefConsents'])
    expect(suspends(prepared(t), 24, 30, { employerConsents: false })).toBeNull()
    expect(suspends(prepared(t, { kind: 'safety' }), 24, 30, { employerConsents: false })).toEqual(['bothConsent'])
  })
  test('市27: thirty days in all; 民主管理条例29: sixty days a time', () => {
    expect([54, 55].map((until) => suspends(prepared(t), 24, until))).toEqual([null, broken('thirtyDaysInAll')])
    expect([84, 85].map((until) => suspends(prepared(t, { kind: 'women' }), 24, until))).toEqual([null, broken('sixtyDaysAtMost')])
    expect(suspends(prepared(t), 24, 24)).toEqual(broken('thirtyDaysInAll'))
  })
  test('for any spells: the days really stood still are added up, and the thirty-first is refused', () => {
    const spells = fc.array(fc.record({ asked: fc.integer({ min: 1, max: 30 }), early: fc.integer({ min: 0, max: 29 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(spells, (list) => {
        let log: Log = prepared(t)
        let from = 24
        let total = 0
        for (const { asked, early } of list) {
          const no = suspends(log, from, from + asked)
          expect(no === null).toBe(total + asked <= 30)
          if (no !== null) return
          const stood = Math.max(1, asked - early)
          log = [
            ...log,
            t.act(from, 'suspend', 'workers', spell(from, from + asked)),
            t.act(from + stood, 'resume', 'workers', { on: t.day(from + stood) }),
          ]
          total += stood
          from += stood + 1
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('refusal, correction, termination', () => {
  test('省7: silence counts on the eleventh working day', () => {
    expect([14, 15].map((after) => judge(served(t), after, 'refuse', 'workers', { how: 'silent' }))).toEqual([
      broken('silenceIsPast'),
      null,
    ])
    expect(judge(served(t), 1, 'refuse', 'workers', { how: 'refused' })).toBeNull()
  })
  test('监督条例23: no answer counts after fifteen working days; an answer that mends nothing at once', () => {
    const demanded: Log = [
      ...served(t),
      t.act(15, 'refuse', 'workers', { how: 'silent' }),
      t.act(16, 'demandCorrection', 'upperUnion', { breach: '未答复', wants: '答复', signedBy: '周敏', receivedOn: t.day(16) }),
    ]
    const proposes = (log: Log, after: number, ground: string) =>
      judge(log, after, 'proposePenalty', 'upperUnion', { ground, says: '建议' })
    expect([38, 39].map((after) => proposes(demanded, after, 'noAnswer'))).toEqual([broken('employerDidNotMend'), null])
    const answers = (corrected: boolean): Log => [...demanded, t.act(20, 'answerDemand', 'employer', { says: '答复', corrected })]
    expect([true, false].map((corrected) => proposes(answers(corrected), 21, 'notCorrected'))).toEqual([broken('employerDidNotMend'), null])
  })
  test('市38, 39: both or a ground with reasons, and the vote; a firm that is no more has no congress', () => {
    const ends = (more: object) =>
      judge(inForce(t), 120, 'terminate', 'workers', { ground: 'agreed', on: t.day(120), bothAgree: true, vote: tally(t, 118), ...more })
    expect(ends({})).toBeNull()
    expect(ends({ bothAgree: false })).toEqual(broken('groundIsLawful'))
    expect(ends({ bothAgree: false, ground: 'forceMajeure', says: '台风毁损厂房' })).toBeNull()
    expect(ends({ vote: tally(t, 118, { yes: 45 }) })).toEqual(broken('endedByTheSameProcedure'))
    expect(ends({ ground: 'dissolved', vote: undefined })).toBeNull()
  })
  test('省34: a signature older than the amendment is none', () => {
    const amended: Log = [
      ...inForce(t).slice(0, -1),
      t.act(70, 'object', 'bureau', { says: '第三条不明确' }),
      t.act(71, 'amend', 'employer', draft(t)),
    ]
    expect(judge(amended, 72, 'file', 'employer', { copies: 5, explanation: true })).toEqual(broken('bothChiefsSigned'))
  })
  test('市24: an offer names a time ahead', () => {
    const asks = (meetOn: number) => judge([], 0, 'offer', 'workers', offer(t, { meetOn: addDays(t.start, meetOn) }))
    expect([asks(-1), asks(0)]).toEqual([broken('timeLiesAhead'), null])
  })
})
