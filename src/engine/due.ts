/** What is due, by when, and how it was counted: derived from the log, the law in force and the calendar, never stored as truth. Pure. */
import { addDays, type Day, earlierOf, laterOf } from '#kernel/day.ts'
import { type Citation, type Counted, count, type Interval, type LegalRule } from '#law'
import type { Deadline } from './define.ts'
import { type AnyProcedure, atOf, type Entry, factsOf, type Known, listOf, type Now, stateOf, stepOf } from './run.ts'

export interface Due {
  readonly id: string
  readonly rule: LegalRule
  readonly start: Day
  readonly counted: Counted
  /** The last day in time; later than the counted one if both sides agreed to more. */
  readonly last: Day
  readonly extended?: { readonly to: Day; readonly law: Citation }
  readonly overdue: boolean
  /** Whose act ends it. */
  readonly by: readonly string[]
  readonly also: readonly { readonly rule: LegalRule; readonly last: Day }[]
}

export const deadlineOf = (p: AnyProcedure, id: string): Deadline => p.deadlines[id]!

/** What is written and what is answered ask for the same clocks: they are counted once. */
const counts = new WeakMap<
  readonly Entry[],
  { readonly p: AnyProcedure; readonly now: Now; readonly length: number; readonly dues: readonly Due[] }
>()

/** The clocks that run, soonest first. An ended case has none, but for those that outlive it. */
export function dueOf(p: AnyProcedure, log: readonly Entry[], now: Now): readonly Due[] {
  const before = counts.get(log)
  if (before?.p === p && before.now === now && before.length === log.length) return before.dues
  const dues = clocksOf(p, log, now)
  counts.set(log, { p, now, length: log.length, dues })
  return dues
}

function clocksOf(p: AnyProcedure, log: readonly Entry[], now: Now): readonly Due[] {
  const ended = p.ends.includes(stateOf(p, log))
  const known = factsOf(p, log)
  const all = Object.entries<Deadline>(p.deadlines).flatMap(([id, deadline]) =>
    ended && !deadline.outlives ? [] : (clockOf(p, id, deadline, log, known, now) ?? []),
  )
  return all.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0))
}

function clockOf(p: AnyProcedure, id: string, deadline: Deadline, log: readonly Entry[], known: Known, now: Now): Due | undefined {
  const begun = log.findLastIndex((entry) => listOf(deadline.from).includes(entry.step))
  if (begun < 0 || log.slice(begun + 1).some((entry) => listOf(deadline.until).includes(entry.step))) return undefined
  const taken = log[begun]!.on
  const start = deadline.start ? deadline.start(known, atOf(log, taken, now)) : taken
  // Where no law of the place sets the period, nothing runs: a nation without the province's rule is no fault of the case.
  const rule = start && deadline.rule.find(start, now.region)
  if (!start || !rule) return undefined
  const suspended = pausesOf(deadline, log, now.today)
  const counted = count({
    start,
    event: rule.start,
    period: rule.period,
    direction: rule.direction,
    calendar: now.calendar,
    suspended,
    ...(deadline.pauses?.capDays === undefined ? {} : { suspensionCap: deadline.pauses.capDays }),
  })
  const agreed = deadline.extended?.to(known)
  const last = agreed ? laterOf(counted.last, agreed) : counted.last
  return {
    id,
    rule,
    start,
    counted,
    last,
    ...(agreed && deadline.extended ? { extended: { to: agreed, law: deadline.extended.law } } : {}),
    overdue: now.today > last,
    by: deadline.by ?? [...new Set(listOf(deadline.until).flatMap((step) => listOf(stepOf(p, step).by).filter((role) => role !== 'law')))],
    also: alsoOf(deadline, log[begun]!.step, start, log, now),
  }
}

/** A clock that has stood still: from the pausing step to the resuming one, or to today while it lasts. */
function pausesOf(deadline: Deadline, log: readonly Entry[], today: Day): readonly Interval[] {
  const { pauses } = deadline
  if (!pauses) return []
  const intervals: Interval[] = []
  let from: Day | undefined
  for (const entry of log) {
    if (entry.step === pauses.from) from ??= entry.on
    if (entry.step === pauses.until && from) {
      intervals.push({ from, to: entry.on })
      from = undefined
    }
  }
  return from ? [...intervals, { from, to: laterOf(from, today) }] : intervals
}

/** From the same day as the deadline itself where they begin with the same step, else from the day of their own. */
function alsoOf(deadline: Deadline, begunBy: string, begunOn: Day, log: readonly Entry[], now: Now): Due['also'] {
  return (deadline.also ?? []).flatMap((other) => {
    const start = other.from === begunBy ? begunOn : log.findLast((entry) => entry.step === other.from)?.on
    if (!start) return []
    const rule = other.rule.find(start, now.region)
    if (!rule) return []
    return [{ rule, last: count({ start, period: rule.period, direction: rule.direction, calendar: now.calendar }).last }]
  })
}

/** The next day on which the clockwork has something to do for this case: a last day arrives, or has passed. */
export function lawDayOf(p: AnyProcedure, dues: readonly Due[]): Day | undefined {
  return dues
    .filter((due) => !deadlineOf(p, due.id).outlives)
    .reduce<Day | undefined>((soonest, due) => (soonest ? earlierOf(soonest, due.last) : due.last), undefined)
}

/** What the law does of itself on this day: the steps it takes because a last day has passed, the day it took effect. */
export function lawStepsOf(
  p: AnyProcedure,
  dues: readonly Due[],
  today: Day,
): readonly { readonly step: string; readonly on: Day; readonly due: Due }[] {
  return dues.flatMap((due) => {
    const take = deadlineOf(p, due.id).ifMissed.take
    return take && today > due.last ? [{ step: take, on: addDays(due.last, 1), due }] : []
  })
}
