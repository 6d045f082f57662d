import { expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import regional from './index.ts'

test('it keeps what every mechanism must keep', () => {
  expect(faultsOf(regional, { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar }, ['CN-ZJ-HZ'])).toEqual([])
})
