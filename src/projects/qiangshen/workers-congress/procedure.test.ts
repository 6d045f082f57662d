/** What every mechanism must keep, and where the stories of the congress come to. */
import { expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { stateOf } from '#engine/run.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import congress from './index.ts'

test('it conforms', async () => {
  const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
  expect(await faultsOf(congress, now, ['CN-ZJ-HZ'])).toEqual([])
})

test('each story comes to its end', async () => {
  const { stories } = await congress.told()
  const ends = Object.fromEntries(Object.entries(stories).map(([name, story]) => [name, stateOf(congress.procedure, story)]))
  expect(ends).toEqual({
    passesByOne: 'closed',
    failsThoughMostPresentAgree: 'closed',
    thirtyDelegatesAsk: 'closed',
    everybodyMeets: 'closed',
    registerOnPaper: 'closed',
    calledOff: 'cancelled',
    voidWhileCounting: 'inSession',
  })
})
