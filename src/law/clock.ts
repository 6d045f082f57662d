/** How the law counts time: 民法典 200–204 and 1259, working days with 调休, suspension, and the reasons said aloud. Pure. */
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { sayCount } from './counting/words.ts'
import { dayAt } from './counting/day-number.ts'
import type { Direction } from './parameter.ts'
import type { Period } from './period.ts'
import { type Span, spanOf } from './counting/span.ts'

/** Which days people work. Built from the State Council notices; `provisional` where the year's notice is not yet known. */
export interface WorkCalendar {
  isWorking(day: Day): boolean
  /** 国庆节, 周六, 调休上班…; undefined for an ordinary working day. */
  nameOf(day: Day): Text | undefined
  /** A weekend day on which people work (调休). */
  isMakeUp(day: Day): boolean
  isProvisional(day: Day): boolean
}

/** Days on which the clock stood still, both ends included. */
export interface Interval {
  readonly from: Day
  readonly to: Day
}

export interface CountedDay {
  readonly day: Day
  /** `moved`: a rest day that the last day moved off. */
  readonly kind: 'start' | 'counted' | 'rest' | 'suspended' | 'moved' | 'last'
  /** 1 for the first day counted; counted back from the event for `before` and `window`. */
  readonly nth?: number
  readonly makeUp?: boolean
  readonly name?: Text
}

/** The result of a count, with everything needed to explain it. */
export interface Counted {
  readonly start: Day
  readonly period: Period
  readonly direction: Direction
  /** The last day on which the act is in time (or, `keep`, the last day of keeping). It ends at 24:00, or at `lastTime`. */
  readonly last: Day
  /** Of a period in hours: the time on the last day, `14:30`. */
  readonly lastTime?: string
  /** Of a window before an event: its first day. */
  readonly opens?: Day
  /** Where the last day first fell, if it moved off a rest day (民法典 203). */
  readonly moved?: { readonly from: Day; readonly because: Text }
  readonly suspendedDays: number
  /** The year's holiday notice is not yet known, so the day may still move. */
  readonly provisional: boolean
  /** One sentence: 9月28日收到不算；国庆 7 天不算；10月10日调休上班，算；数满 10 个工作日。 */
  readonly says: Text
}

export interface Question {
  readonly start: Day
  /** Of a period in hours: the time of the start in Shanghai, `14:30`. Unknown, it counts from the first minute of the day. */
  readonly startTime?: string
  /** What happened on the start day, for the sentence: 收到调解申请. */
  readonly event?: Text
  readonly period: Period
  readonly direction?: Direction
  readonly calendar: WorkCalendar
  /** Stands still only what runs forward (`after`); overlaps are joined. */
  readonly suspended?: readonly Interval[]
  /** The most days of suspension that count. */
  readonly suspensionCap?: number
}

const clockTime = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const restDay: Text = { zh: '休息日', en: 'a rest day' }

/** The last day of a period. Cheap: no list of days is built, and the sentence is made when it is read. */
export function count(question: Question): Counted {
  const span = spanOf(question)
  const direction = question.direction ?? 'after'
  const fell = dayAt(span.fell)
  return {
    start: question.start,
    period: question.period,
    direction,
    last: dayAt(span.last),
    ...(span.minute !== undefined && { lastTime: clockTime(span.minute) }),
    ...(span.opens !== undefined && { opens: dayAt(span.opens) }),
    ...(span.last !== span.fell && { moved: { from: fell, because: question.calendar.nameOf(fell) ?? restDay } }),
    suspendedDays: span.stillDays,
    provisional: span.provisional,
    get says() {
      return sayCount(question, span)
    },
  }
}

/**
 * Every day from the start to the last, each with why it counts or not; for the page that explains. A longer count than `limit` shows its
 * first days and its last.
 */
export function explain(question: Question, limit = 400): readonly CountedDay[] {
  const span = spanOf(question)
  const days = span.last < span.start || span.opens !== undefined ? backDays(question, span) : forwardDays(question, span)
  return days.length <= limit ? days : [...days.slice(0, Math.max(0, limit - 1)), days.at(-1)!]
}

function describe(at: number, kind: CountedDay['kind'], calendar: WorkCalendar, nth?: number): CountedDay {
  const day = dayAt(at)
  const name = calendar.nameOf(day)
  return { day, kind, ...(nth !== undefined && { nth }), ...(calendar.isMakeUp(day) && { makeUp: true }), ...(name && { name }) }
}

function forwardDays(question: Question, span: Span): CountedDay[] {
  const { calendar, period } = question
  if (span.last === span.start) return [describe(span.last, 'last', calendar)]
  const days = [describe(span.start, 'start', calendar)]
  let nth = 0
  for (let at = span.start + 1; at <= span.last; at++) {
    const day = dayAt(at)
    if (span.still.some(([from, to]) => at >= from && at <= to)) days.push(describe(at, 'suspended', calendar))
    else if (period.unit === 'workingDay' && !calendar.isWorking(day)) days.push(describe(at, 'rest', calendar))
    else if (at > span.fell) days.push(describe(at, at === span.last ? 'last' : 'moved', calendar))
    else {
      nth += 1
      const kind = at === span.last ? 'last' : at === span.fell ? 'moved' : 'counted'
      days.push(describe(at, kind, calendar, period.unit === 'hour' ? undefined : nth))
    }
  }
  return days
}

function backDays(question: Question, span: Span): CountedDay[] {
  const { calendar, period } = question
  const first = span.opens ?? span.last
  const days = [describe(span.start, span.opens === undefined ? 'start' : 'last', calendar)]
  let nth = 0
  for (let at = span.start - 1; at >= first; at--) {
    if (period.unit === 'workingDay' && !calendar.isWorking(dayAt(at))) days.push(describe(at, 'rest', calendar))
    else {
      nth += 1
      days.push(describe(at, at === span.last ? 'last' : 'counted', calendar, nth))
    }
  }
  return days.reverse()
}
