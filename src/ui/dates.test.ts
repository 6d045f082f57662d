/** Days and moments as both languages say them. */
import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { fromToday, headDay, longDay, moment, shortDay } from './dates.ts'

const thursday = day('2026-11-26')
const today = day('2026-11-23')

it('says a day with its weekday', () => {
  expect(longDay(thursday, 'zh')).toBe('11月26日　周四')
  expect(longDay(thursday, 'en')).toBe('Thu 26 Nov')
  expect(headDay(today, 'zh')).toBe('11月23日　星期一')
  expect(headDay(today, 'en')).toBe('Monday 23 November')
})

it('adds the year only when it is another one', () => {
  expect(shortDay(thursday, 'zh', today)).toBe('11-26')
  expect(shortDay(day('2027-01-04'), 'zh', today)).toBe('2027-01-04')
  expect(longDay(day('2027-01-04'), 'en', today)).toBe('Mon 4 Jan 2027')
})

it('counts from today to both sides', () => {
  const words = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-22', '2026-11-20'].map((one) =>
    fromToday(day(one), today, 'zh'),
  )
  expect(words).toEqual(['今天', '明天', '后天', '还有 3 天', '昨天', '3 天前'])
  expect(fromToday(day('2026-11-24'), today, 'en')).toBe('tomorrow')
})

it('gives the hour of Shanghai, whatever the offset of the instant', () => {
  expect(moment('2026-11-23T01:31:00Z', today, 'zh')).toBe('今天 09:31')
  expect(moment('2026-11-22T16:30:00Z', today, 'zh')).toBe('今天 00:30')
  expect(moment('2026-11-20T16:02:00+08:00', today, 'en')).toBe('20 Nov 16:02')
})
