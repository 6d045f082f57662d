/** What any mechanism must keep, asked of mediation, and where its stories come to. */
import { expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { stateOf } from '#engine/run.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import mediation from './index.ts'

test('劳动争议调解 keeps what every mechanism must keep', () => {
  const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
  expect(faultsOf(mediation, now, ['CN', 'CN-ZJ', 'CN-ZJ-HZ'])).toEqual([])
})

test('each story comes to its end', () => {
  const ends = Object.fromEntries(Object.entries(mediation.stories).map(([name, story]) => [name, stateOf(mediation.procedure, story)]))
  expect(ends).toEqual({
    wagesAgreedThenUnpaid: 'enforcing',
    firmRefuses: 'declined',
    dayFifteenPasses: 'failed',
    neverAnswered: 'failed',
    tenColleaguesJoin: 'performed',
    moreTimeIsSigned: 'performed',
    handedToTheStreet: 'performed',
    takenOverByTheStreet: 'mediating',
    riderGetsItBack: 'performed',
    toldAtTheCounter: 'failed',
    notOfLabour: 'notAccepted',
    workerWithdraws: 'withdrawn',
    commissionReviews: 'performed',
    courtConfirmsThenEnforced: 'elsewhere',
    officeSaysNo: 'agreed',
    firmAsksFirst: 'performed',
    unionOffers: 'mediating',
  })
})
