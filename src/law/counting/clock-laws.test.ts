/** What must hold of the clock on every day and for every length: properties, on random questions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, type Day, day, daysBetween } from '#kernel/day.ts'
import { count, explain, type Interval } from '../clock.ts'
import { calendarDays, months, type Period, workingDays, years } from '../period.ts'
import { nationalCalendar as calendar } from '../national-days.ts'

const someDay = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(day('2018-01-01'), n))
const someLength = fc.integer({ min: 1, max: 90 })
const somePeriod: fc.Arbitrary<Period> = fc.oneof(
  someLength.map(calendarDays),
  someLength.map(workingDays),
  fc.integer({ min: 1, max: 12 }).map(months),
  fc.integer({ min: 1, max: 3 }).map(years),
)
const someStill = (start: Day): fc.Arbitrary<Interval[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 80 }), fc.integer({ min: 0, max: 25 }))
      .map(([from, long]) => ({ from: addDays(start, from), to: addDays(start, from + long) })),
    { maxLength: 4 },
  )
const stopped = someDay.chain((start) => fc.tuple(fc.constant(start), someStill(start)))
const after = (start: Day, period: Period, suspended: readonly Interval[] = [], suspensionCap?: number) =>
  count({ start, period, calendar, suspended, ...(suspensionCap !== undefined && { suspensionCap }) })

const check = <Ts extends [unknown, ...unknown[]]>(...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...ts: Ts) => void]) =>
  fc.assert((fc.property as unknown as (...all: readonly unknown[]) => fc.IProperty<Ts>)(...args), { numRuns: 400 })

describe('after', () => {
  it('never ends on a rest day, and ends after the start', () => {
    check(someDay, somePeriod, (start: Day, period: Period) => {
      const { last } = after(start, period)
      expect(calendar.isWorking(last)).toBe(true)
      expect(last > start).toBe(true)
    })
  })

  it('moves over rest days only, by nothing else', () => {
    check(someDay, somePeriod, (start: Day, period: Period) => {
      const { last, moved } = after(start, period)
      for (let at = moved?.from ?? last; at < last; at = addDays(at, 1)) expect(calendar.isWorking(at)).toBe(false)
    })
  })

  it('calendar days: where the last day fell is exactly n days on', () => {
    check(someDay, someLength, (start: Day, n: number) => {
      const { last, moved } = after(start, calendarDays(n))
      expect(daysBetween(start, moved?.from ?? last)).toBe(n)
    })
  })

  it('months end on the same date or at the end of a shorter month', () => {
    check(someDay, fc.integer({ min: 1, max: 36 }), (start: Day, n: number) => {
      const { last, moved } = after(start, months(n))
      const fell = moved?.from ?? last
      const sameDate = fell.slice(8) === start.slice(8)
      const monthEnd = addDays(fell, 1).endsWith('-01')
      expect(sameDate || (monthEnd && fell.slice(8) < start.slice(8))).toBe(true)
      expect(fell.slice(0, 7)).toBe(addMonths(day(`${start.slice(0, 7)}-01`), n).slice(0, 7))
    })
  })

  it('working days: so many working days lie after the start up to the last', () => {
    check(someDay, someLength, (start: Day, n: number) => {
      const { last } = after(start, workingDays(n))
      let worked = 0
      for (let at = addDays(start, 1); at <= last; at = addDays(at, 1)) if (calendar.isWorking(at)) worked += 1
      expect(worked).toBe(n)
    })
  })

  it('working days add up: a then b is a + b', () => {
    check(someDay, someLength, someLength, (start: Day, a: number, b: number) => {
      expect(after(after(start, workingDays(a)).last, workingDays(b)).last).toBe(after(start, workingDays(a + b)).last)
    })
  })

  it('a longer period never ends earlier', () => {
    check(someDay, someLength, (start: Day, n: number) => {
      expect(after(start, calendarDays(n + 1)).last >= after(start, calendarDays(n)).last).toBe(true)
      expect(after(start, workingDays(n + 1)).last > after(start, workingDays(n)).last).toBe(true)
    })
  })
})

describe('suspension', () => {
  it('never makes the last day earlier, and more of it never does', () => {
    check(stopped, somePeriod, fc.nat(3), ([start, all]: [Day, Interval[]], period: Period, some: number) => {
      const none = after(start, period).last
      const part = after(start, period, all.slice(0, some)).last
      expect(part >= none).toBe(true)
      expect(after(start, period, all).last >= part).toBe(true)
    })
  })

  it('counts no more than the cap, and a cap of nothing is no suspension', () => {
    check(stopped, somePeriod, fc.integer({ min: 0, max: 40 }), ([start, all]: [Day, Interval[]], period: Period, cap: number) => {
      const capped = after(start, period, all, cap)
      expect(capped.suspendedDays).toBeLessThanOrEqual(cap)
      expect(capped.last <= after(start, period, all).last).toBe(true)
      expect(after(start, period, all, 0).last).toBe(after(start, period).last)
    })
  })

  it('the order in which it is told does not matter', () => {
    check(stopped, somePeriod, ([start, all]: [Day, Interval[]], period: Period) => {
      expect(after(start, period, all.toReversed()).last).toBe(after(start, period, all).last)
    })
  })
})

describe('before', () => {
  it('leaves the whole period between the act and the event', () => {
    check(someDay, someLength, (event: Day, n: number) => {
      expect(daysBetween(count({ start: event, period: calendarDays(n), direction: 'before', calendar }).last, event)).toBe(n)
      const { last } = count({ start: event, period: workingDays(n), direction: 'before', calendar })
      let worked = 0
      for (let at = last; at < event; at = addDays(at, 1)) if (calendar.isWorking(at)) worked += 1
      expect(worked).toBe(n)
    })
  })
})

describe('explain', () => {
  it('shows every day from start to last once, and counts as many as the period', () => {
    check(
      stopped,
      fc.oneof(someLength.map(calendarDays), someLength.map(workingDays)),
      ([start, suspended]: [Day, Interval[]], period: Period) => {
        const { last, suspendedDays } = after(start, period, suspended)
        const days = explain({ start, period, calendar, suspended }, 2000)
        expect(days.map((one) => one.day)).toEqual(Array.from({ length: daysBetween(start, last) + 1 }, (_, n) => addDays(start, n)))
        expect(days.flatMap(({ nth }) => (nth === undefined ? [] : [nth]))).toEqual(Array.from({ length: period.n }, (_, n) => n + 1))
        expect(days.filter(({ kind }) => kind === 'suspended')).toHaveLength(suspendedDays)
        expect(days.filter(({ kind }) => kind === 'last').map((one) => one.day)).toEqual([last])
      },
    )
  })

  it('gives no reason but a rest day for a day that is left out', () => {
    check(stopped, someLength, ([start, suspended]: [Day, Interval[]], n: number) => {
      for (const one of explain({ start, period: workingDays(n), calendar, suspended }, 2000))
        if (one.kind === 'rest') expect(calendar.isWorking(one.day)).toBe(false)
    })
  })
})
