import { expect, test } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import { type CountedDay, weeksOf } from './law-wire.ts'

const days = (from: string, n: number): readonly CountedDay[] =>
  Array.from(
    { length: n },
    (_, at) => ({ day: addDays(day(from), at), kind: at === 0 ? 'start' : at === n - 1 ? 'last' : 'counted' }) as const,
  )

test('whole weeks from Monday, the days around filled', () => {
  const weeks = weeksOf(days('2026-09-30', 5))
  expect(weeks.map((week) => [week?.[0]?.day, week?.[6]?.day])).toEqual([['2026-09-28', '2026-10-04']])
  expect(weeks[0]!.map((cell) => cell.kind)).toEqual(['after', 'after', 'start', 'counted', 'counted', 'counted', 'last'])
})

test('another rule that ends soon after is shown; one that ends far away is not', () => {
  expect(weeksOf(days('2026-09-28', 7), [day('2026-10-19')])).toHaveLength(4)
  expect(weeksOf(days('2026-09-28', 7), [day('2027-10-19')])).toHaveLength(1)
})

test('a year is shown by its two ends', () => {
  const weeks = weeksOf(days('2026-10-20', 366))
  expect(weeks).toHaveLength(7)
  expect(weeks[3]).toBeNull()
  expect(weeks.at(-1)!.some((cell) => cell.kind === 'last')).toBe(true)
})
