import { expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import award from './index.ts'

const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const

test('keeps what every mechanism must keep', () => {
  expect(faultsOf(award, now, ['CN', 'CN-ZJ-HZ'])).toEqual([])
})
