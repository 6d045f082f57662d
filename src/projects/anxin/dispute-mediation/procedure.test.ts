/** Where the stories of mediation come to. */
import { expect, test } from 'vitest'
import { stateOf } from '#engine/run.ts'
import mediation from './index.ts'

test('each story comes to its end', async () => {
  const { stories } = await mediation.told()
  const ends = Object.fromEntries(Object.entries(stories).map(([name, story]) => [name, stateOf(mediation.procedure, story)]))
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
