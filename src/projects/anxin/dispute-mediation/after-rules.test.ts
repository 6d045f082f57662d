/** One test an article, on both sides of each limit: review, confirmation, performance, payment order, limitation. */
import { describe, expect, test } from 'vitest'
import { dueOf } from '#engine/due.ts'
import { papersOf } from '#engine/present.ts'
import { atOf, factsOf, type Now, refusal } from '#engine/run.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import * as breaks from './demo/breaks.ts'
import { qicheng } from './demo/cast.ts'
import { type Act, attempt, type Script, type Told } from './demo/play.ts'
import { act, agreed, application, begun, breached, completed, confirmationAsked, ordered, paid, reviewAsked } from './demo/scripts.ts'
import * as stories from './demo/stories.ts'
import mediation from './index.ts'
import { disputeMediation as p } from './procedure.ts'
import { allowsPaymentOrder, nextPayment, overdueFen, unpaidFen } from './terms.ts'

const on = (today: Day): Now => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar })
const start = day('2026-06-01')
const judge = (script: Script, last: Act, cast = qicheng) => {
  const log = attempt(script, last, cast, start)
  const no = refusal(p, log.slice(0, -1), log.at(-1)!, on(log.at(-1)!.on))
  return no?.why === 'broken' ? no.rule.id : no
}
/** Signed on 10 June 2026. */
const settled = [...begun(), ...agreed([20])]

describe('确认效力', () => {
  test('令17 27: fifteen days from effect, jointly', () => {
    expect(judge(settled, reviewAsked(24))).toBeNull()
    expect(judge(settled, reviewAsked(25))).toBe('reviewIsInTime')
    expect(
      judge(
        settled,
        act(12, 'requestArbitralReview', 'mediator', (s) => ({ workerSignedOn: s.on, commission: '委', venue: 'performedHere' })),
      ),
    ).toBe('bothAskForReview')
    for (const side of ['worker', 'employer'] as const)
      expect(judge(settled, { ...reviewAsked(24), by: side }), 'no side signs for the other').toMatchObject({ why: 'not you' })
  })

  test('规则 75: not out of scope, not by another commission, not on a relationship, not after the court', () => {
    const rules = [breaks.reviewOfPlatformDispute, breaks.reviewElsewhere, breaks.reviewOfRelationship, breaks.reviewAfterCourt].map(
      (log) => {
        const no = refusal(p, log.slice(0, -1), log.at(-1)!, on(log.at(-1)!.on))
        return no?.why === 'broken' && no.rule.id
      },
    )
    expect(rules).toEqual(['reviewIsInScope', 'commissionHasVenue', 'relationshipIsNotAtIssue', 'courtHasNotConfirmed'])
  })

  test('民事诉讼法 205: thirty days from effect, jointly; what no longer may be asked is closed by the law itself', () => {
    const late = [...begun(), ...agreed([60])]
    expect(judge(late, confirmationAsked(39))).toBeNull()
    expect(judge(late, confirmationAsked(40))).toBe('confirmationIsInTime')
    const steps = attempt(
      late,
      act(50, 'note', 'clerk', () => ({ says: '记' })),
      qicheng,
      start,
    ).filter((entry) => entry.by === 'law')
    expect(steps.map((entry) => [entry.step, entry.on])).toEqual([
      ['reviewLapses', '2026-06-26'],
      ['confirmationLapses', '2026-07-11'],
    ])
  })
})

describe('履行', () => {
  test('the agreed day itself is in time; the day after it is a breach', () => {
    const log = attempt(
      [...begun(), ...agreed([15])],
      act(15, 'note', 'clerk', () => ({ says: '记' })),
      qicheng,
      start,
    )
    const known = factsOf(p, log) as never
    expect([overdueFen(known, day('2026-06-16')), overdueFen(known, day('2026-06-17'))]).toEqual([0, 1_480_000])
    expect(judge([...begun(), ...agreed([15])], breached(15))).toBe('agreedDayHasPassed')
    expect(judge([...begun(), ...agreed([15])], breached(16))).toBeNull()
  })

  test('instalments: what is paid covers the earliest first', () => {
    const drafts = [
      {
        points: ['付'],
        covers: ['unpaidWages' as const],
        payments: [
          { amountFen: 500, by: day('2026-08-01') },
          { amountFen: 300, by: day('2026-07-01') },
        ],
      },
    ]
    const payments = (amountFen: number) => ({
      drafts,
      payments: amountFen ? [{ amountFen, paidOn: day('2026-06-30'), how: 'bank' as const }] : [],
    })
    expect(nextPayment(payments(0))).toEqual({ by: '2026-07-01', amountFen: 300 })
    expect(nextPayment(payments(300))).toEqual({ by: '2026-08-01', amountFen: 500 })
    expect(nextPayment(payments(350))).toEqual({ by: '2026-08-01', amountFen: 450 })
    expect(nextPayment(payments(800))).toBeUndefined()
    expect(unpaidFen(payments(350))).toBe(450)
    const said = {
      ...payments(300),
      payments: [{ amountFen: 800, paidOn: day('2026-06-30'), how: 'bank' as const, saidBy: 'firm' as const }],
    }
    expect([unpaidFen(said), overdueFen(said, day('2026-08-02'))]).toEqual([800, 800])
  })

  test('done only when all is paid, and it says what is missing', () => {
    const log = breaks.completedUnpaid
    expect(refusal(p, log.slice(0, -1), log.at(-1)!, on(log.at(-1)!.on))).toMatchObject({
      rule: { id: 'allIsPaid' },
      missing: { zh: '还差 7,400 元' },
    })
    expect(judge([...settled, paid(15)], completed(16))).toBeNull()
  })
})

describe('支付令', () => {
  test('调解仲裁法 16: of four kinds of agreement only', () => {
    expect(['unpaidWages', 'injuryMedical', 'severance', 'damages', 'other'].map((one) => allowsPaymentOrder([one]))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  test('调解仲裁法 16: only after the agreed day has passed, and for no more than is due', () => {
    const twoParts = [...begun(), ...agreed([15, 40])]
    expect(judge(twoParts, ordered(16, 0.5))).toMatchObject({ why: 'not now' })
    expect(judge([...twoParts, breached(16)], ordered(16, 0.5))).toBeNull()
    expect(judge([...twoParts, breached(16)], ordered(16, 1))).toBe('orderIsForWhatIsDue')
  })

  test('the packet names the sum in figures and capitals, and the court', () => {
    const log = stories.wagesAgreedThenUnpaid.slice(
      0,
      stories.wagesAgreedThenUnpaid.findIndex((entry) => entry.step === 'issuePaymentOrder') + 1,
    )
    const now = on(log.at(-1)!.on)
    const paper = papersOf(mediation, log, now)[0]!
    const text = JSON.stringify(
      paper.write(factsOf(p, log), {
        ...atOf(log, now.today, now),
        caseNumber: '',
        issuer: '白杨中心',
        papers: {},
        due: () => undefined,
      }),
    )
    for (const words of ['支付令申请书', '人民币 7,400 元（大写：柒仟肆佰元整）', '杭州市钱塘区人民法院', '陈国强', '杭州启程货运有限公司'])
      expect(paper.title + text).toContain(words)
  })

  test('民事诉讼法 206: enforcement only of what commission or court has confirmed', () => {
    const log = breaks.enforcementUnconfirmed
    expect(refusal(p, log.slice(0, -1), log.at(-1)!, on(log.at(-1)!.on))).toMatchObject({ rule: { id: 'agreementIsConfirmed' } })
  })
})

describe('仲裁时效', () => {
  const clocks = (more: Parameters<typeof application>[0], claim = qicheng.claim) => {
    const cast = { ...qicheng, claim }
    const log: readonly Told[] = [
      { step: 'apply', by: 'worker', on: start, input: application(more)({ cast, start, on: start, day: () => start }) },
    ]
    return dueOf(p, log, on(start))
      .filter((due) => due.id.startsWith('limitation'))
      .map((due) => [due.rule.id, due.last])
  }

  test('调解仲裁法 27: a year from knowing', () => {
    expect(clocks({ knewOn: day('2026-04-20'), stillEmployed: true }, 'dismissal')).toEqual([['ARB.LIMITATION', '2027-04-20']])
  })

  test('调解仲裁法 27 IV: wages have no limit while one works there, and a year from leaving', () => {
    expect(clocks({ stillEmployed: true })).toEqual([])
    expect(clocks({ stillEmployed: false, employmentEndedOn: day('2026-05-20') })).toEqual([['ARB.LIMITATION.WAGE', '2027-05-20']])
  })

  test('令17 31: counted anew when mediation has failed, and it outlives the case', () => {
    const log = stories.neverAnswered
    const due = dueOf(p, log, on(addDays(log.at(-1)!.on, 5))).filter((one) => one.id.startsWith('limitation'))
    expect(log.at(-1)).toMatchObject({ step: 'lapse', on: '2026-04-29' })
    expect(due.map((one) => one.last)).toEqual(['2027-04-29'])
  })
})
