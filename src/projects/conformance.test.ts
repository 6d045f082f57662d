import { expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { mechanisms } from './index.ts'

const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const

test.each(mechanisms.map((m) => [m.procedure.title, m] as const))('%s keeps what every mechanism must keep', async (_title, mechanism) => {
  expect(await faultsOf(mechanism, now, ['CN-ZJ-HZ'])).toEqual([])
})
