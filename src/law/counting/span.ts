/** Where a period begins and ends, in day numbers: the arithmetic of the clock, without words. */
import { addMonths, type Day } from '#kernel/day.ts'
import type { Interval, Question, WorkCalendar } from '../clock.ts'
import { dayAt, numberOf } from './day-number.ts'
import type { Period } from '../period.ts'

/** Both ends included. */
export type Stretch = readonly [from: number, to: number]

export interface Span {
  readonly start: number
  readonly last: number
  /** Where the last day first fell; the same as `last` when it did not move. */
  readonly fell: number
  /** The first day of a window before an event. */
  readonly opens?: number
  readonly still: readonly Stretch[]
  readonly stillDays: number
  /** The days of suspension that the cap left out. */
  readonly overCap: number
  readonly provisional: boolean
  /** Of an hour period: the minute of the last day. */
  readonly minute?: number
}

/** The stretches after the start on which the clock stands still: in order, overlaps joined, no more days than the cap. */
function stillAfter(start: number, suspended: readonly Interval[], cap: number): { still: Stretch[]; over: number } {
  const sorted = suspended
    .map(({ from, to }): Stretch => {
      if (to < from) throw new RangeError(`a suspension ends before it begins: ${from}..${to}`)
      return [Math.max(numberOf(from), start + 1), numberOf(to)]
    })
    .filter(([from, to]) => from <= to)
    .sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [from, to] of sorted) {
    const before = joined.at(-1)
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to)
    else joined.push([from, to])
  }
  let left = cap
  let over = 0
  const still: Stretch[] = []
  for (const [from, to] of joined) {
    const days = Math.min(to - from + 1, left)
    if (days > 0) still.push([from, from + days - 1])
    left -= days
    over += to - from + 1 - days
  }
  return { still, over }
}

const monthsIn = ({ n, unit }: Period) => (unit === 'year' ? n * 12 : n)

function plainEnd(start: number, startDay: Day, period: Period, still: readonly Stretch[]): number {
  let last = period.unit === 'calendarDay' ? start + period.n : numberOf(addMonths(startDay, monthsIn(period)))
  for (const [from, to] of still) if (from <= last) last += to - from + 1
  return last
}

/** The nth working day after (or, step −1, before) a day. */
function nthWorking(
  start: number,
  n: number,
  step: 1 | -1,
  calendar: WorkCalendar,
  still: readonly Stretch[],
): { last: number; provisional: boolean } {
  let at = start
  let next = 0
  let provisional = false
  for (let left = n; left > 0; ) {
    at += step
    const pause = still[next]
    if (pause && at >= pause[0]) {
      at = pause[1]
      next += 1
      continue
    }
    const day = dayAt(at)
    if (calendar.isProvisional(day)) provisional = true
    if (calendar.isWorking(day)) left -= 1
  }
  return { last: at, provisional }
}

/** The next working day at or after a day (民法典 203). */
function offRest(at: number, calendar: WorkCalendar): { last: number; provisional: boolean } {
  let last = at
  let provisional = calendar.isProvisional(dayAt(last))
  while (!calendar.isWorking(dayAt(last))) {
    last += 1
    if (calendar.isProvisional(dayAt(last))) provisional = true
  }
  return { last, provisional }
}

function forward(question: Question, start: number): Span {
  const { period, calendar } = question
  const { still, over } = stillAfter(start, question.suspended ?? [], question.suspensionCap ?? Number.POSITIVE_INFINITY)
  const ended = period.unit === 'workingDay' ? nthWorking(start, period.n, 1, calendar, still) : undefined
  const fell = ended ? ended.last : plainEnd(start, question.start, period, still)
  const running = still.filter(([from]) => from <= fell)
  const stillDays = running.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  // 立即 is not a period: there is nothing to move.
  const end = period.n === 0 ? { last: fell, provisional: false } : (ended ?? offRest(fell, calendar))
  return { start, last: end.last, fell, still: running, stillDays, overCap: over, provisional: end.provisional }
}

const fixed = (start: number, last: number, more: Partial<Span> = {}): Span => ({
  start,
  last,
  fell: last,
  still: [],
  stillDays: 0,
  overCap: 0,
  provisional: false,
  ...more,
})

const backEnd = (start: number, startDay: Day, period: Period) =>
  period.unit === 'calendarDay' ? start - period.n : numberOf(addMonths(startDay, -monthsIn(period)))

/** An instant unknown counts as the first of its day: never later than the law. */
function hourEnd(question: Question, start: number): Span {
  const [hour = 0, minute = 0] = (question.startTime ?? '00:00').split(':').map(Number)
  const total = hour * 60 + minute + question.period.n * 60
  return fixed(start, start + Math.floor(total / 1440), { minute: total % 1440 })
}

/** First and last day of what a question asks. */
export function spanOf(question: Question): Span {
  const start = numberOf(question.start)
  const { period, calendar, direction = 'after' } = question
  if (period.unit === 'hour') {
    if (direction !== 'after') throw new RangeError(`hours are only counted forward, not ${direction}`)
    return hourEnd(question, start)
  }
  if (direction === 'after') return forward(question, start)
  if (direction === 'keep' || direction === 'within') return fixed(start, plainEnd(start, question.start, period, []))
  if (period.unit === 'workingDay') {
    const { last, provisional } = nthWorking(start, period.n, -1, calendar, [])
    return direction === 'before' ? fixed(start, last, { provisional }) : fixed(start, start, { opens: last, provisional })
  }
  const back = backEnd(start, question.start, period)
  return direction === 'before' ? fixed(start, back) : fixed(start, start, { opens: back })
}
