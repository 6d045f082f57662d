/** What a procedure's log says: the state, the facts, and whether a step may be taken. Pure, and the same on both sides of HTTP. */
import { addYears, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Region, WorkCalendar } from '#law'
import { inputErrors } from '#platform/http/input-errors.ts'
import type { FieldError } from '#platform/problem.ts'
import { type At, isGathered, type Procedure, type Rule, type Step } from './define.ts'

export type AnyProcedure = Procedure<any, any, any, any, any, any>

/** One thing that happened. `by` is the role in which it was done; `recordedBy` the desk role that took it down for a party. */
export interface Entry<T extends string = string, R extends string = string> {
  readonly step: T
  readonly by: R | 'law'
  readonly on: Day
  readonly input?: unknown
  readonly person?: Id
  readonly name?: string
  readonly recordedBy?: string
}

/** The day and place of a question. */
export interface Now {
  readonly today: Day
  readonly region: Region
  readonly calendar: WorkCalendar
}

export type Known = Readonly<Record<string, any>>
export type Fault = FieldError

export type Refusal =
  | { readonly why: 'not now'; readonly state: string | undefined; readonly from: readonly string[]; readonly done?: boolean }
  | { readonly why: 'not you'; readonly by: readonly string[] }
  | { readonly why: 'incomplete'; readonly faults: readonly Fault[] }
  | { readonly why: 'broken'; readonly rule: Rule; readonly missing?: { readonly zh: string; readonly en: string } }

export const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one as T]

/** The step of that name. Throws when the procedure has none. */
export function stepOf(p: AnyProcedure, name: string): Step {
  const step = Object.hasOwn(p.steps, name) ? p.steps[name] : undefined
  if (!step) throw new RangeError(`${p.id} has no step ${name}`)
  return step
}

/** What a log says, all of it at once. */
interface Fold {
  readonly p: AnyProcedure
  readonly length: number
  readonly state: string | undefined
  readonly known: Known
}

/** A log is asked dozens of times for the answer to one request and never changes but by growing: it is folded once. */
const folds = new WeakMap<readonly Entry[], Fold>()

function foldOf(p: AnyProcedure, log: readonly Entry[]): Fold {
  const before = folds.get(log)
  if (before?.p === p && before.length === log.length) return before
  const known: Record<string, unknown> = {}
  let state: string | undefined
  for (const [name, section] of Object.entries(p.facts)) if (isGathered(section as never)) known[name] = []
  for (const entry of log) {
    const step = stepOf(p, entry.step)
    if (step.fills !== undefined) known[step.fills] = entry.input
    for (const section of step.clears ?? []) known[section] = isGathered(p.facts[section]) ? [] : undefined
    if (step.gathers !== undefined) (known[step.gathers] as unknown[]).push(entry.input)
    state = step.to ?? state
  }
  const fold = { p, length: log.length, state, known }
  folds.set(log, fold)
  return fold
}

/** Where the log has come to; undefined while it is empty. */
export const stateOf = (p: AnyProcedure, log: readonly Entry[]): string | undefined => foldOf(p, log).state

/** Every section as it stands: the last input of a filled one, all inputs of a gathered one. */
export const factsOf = (p: AnyProcedure, log: readonly Entry[]): Known => foldOf(p, log).known

/** When each step was last taken. */
const daysOf = (log: readonly Entry[]): Record<string, Day | undefined> => Object.fromEntries(log.map((entry) => [entry.step, entry.on]))

/** The question's circumstances for a rule or a paper: the step's own day is among the days, which are looked up when asked for. */
export const atOf = (log: readonly Entry[], on: Day, now: Now): At => ({
  on,
  region: now.region,
  calendar: now.calendar,
  get days() {
    return daysOf(log)
  },
})

/** The input as the section's schema reads it, or what is wrong with it and where. */
export function read(p: AnyProcedure, step: Step, input: unknown): { readonly value: unknown } | { readonly faults: readonly Fault[] } {
  const section = step.fills ?? step.gathers
  if (section === undefined) return { value: undefined }
  const result = p.facts[section].safeParse(input)
  if (result.success) return { value: result.data }
  return { faults: inputErrors(result.error.issues) }
}

/**
 * Null when the step may be taken, otherwise why not. With `preview`, asks only what can be known before the form is filled:
 * rules that read the section this step fills wait for it.
 */
export function refusal(p: AnyProcedure, log: readonly Entry[], next: Entry, now: Now, preview = false): Refusal | null {
  const step = stepOf(p, next.step)
  const where = placeRefusal(p, log, step, next.step)
  if (where) return where
  const who = personRefusal(log, step, next)
  if (who) return who
  if (preview) return ruleRefusal(p, log, step, next.on, now, preview)
  const late = dayFault(p, log, next.on, now.today)
  if (late) return { why: 'incomplete', faults: [late] }
  const input = read(p, step, next.input)
  if ('faults' in input) return { why: 'incomplete', faults: input.faults }
  // What is judged is what will be kept, not what was sent.
  return ruleRefusal(p, [...log, { ...next, input: input.value }], step, next.on, now, preview)
}

function placeRefusal(p: AnyProcedure, log: readonly Entry[], step: Step, name: string): Refusal | null {
  const from = listOf(step.from)
  const state = stateOf(p, log)
  if (step.once && log.slice(sinceOf(step, log)).some((entry) => entry.step === name)) return { why: 'not now', state, from, done: true }
  if (state === undefined ? from.length === 0 : from.includes(state)) return null
  return { why: 'not now', state, from }
}

/** Where the stretch begins in which a step is taken once: at the last of the step that opens it, or with the case. */
const sinceOf = ({ once }: Step, log: readonly Entry[]): number =>
  typeof once === 'string'
    ? Math.max(
        0,
        log.findLastIndex((entry) => entry.step === once),
      )
    : 0

function personRefusal(log: readonly Entry[], step: Step, next: Entry): Refusal | null {
  const by = listOf(step.by)
  const recorded = next.recordedBy === undefined || listOf(step.recordedBy).includes(next.recordedBy)
  const own = step.notBy !== undefined && log.findLast((entry) => entry.step === step.notBy)?.by === next.by
  return by.includes(next.by) && recorded && !own ? null : { why: 'not you', by }
}

/** How far back something may be recorded that opens a case: the law of older days is not kept. */
const yearsBack = 5

function dayFault(p: AnyProcedure, log: readonly Entry[], on: Day, today: Day): Fault | undefined {
  const opened = log[0]?.on
  const moved = log.findLast((entry) => stepOf(p, entry.step).to !== undefined)?.on
  const earliest = addYears(today, -yearsBack)
  if (on > today) return { path: 'on', says: { zh: `不能晚于今天 ${today}`, en: `Not later than today, ${today}` } }
  if (opened && on < opened)
    return { path: 'on', says: { zh: `不能早于收案之日 ${opened}`, en: `Not before the day the case was received, ${opened}` } }
  if (moved && on < moved)
    return { path: 'on', says: { zh: `不能早于上一步办结之日 ${moved}`, en: `Not before the day the case came to where it is, ${moved}` } }
  if (!opened && on < earliest) return { path: 'on', says: { zh: `不能早于 ${earliest}`, en: `Not before ${earliest}` } }
  return undefined
}

function ruleRefusal(p: AnyProcedure, log: readonly Entry[], step: Step, on: Day, now: Now, preview: boolean): Refusal | null {
  const known = factsOf(p, log)
  const at = atOf(log, on, now)
  for (const rule of step.needs ?? []) {
    if (preview && (rule.reads.includes(step.fills ?? '') || rule.reads.includes(step.gathers ?? ''))) continue
    const unfilled = rule.reads.some((section) => known[section] === undefined)
    if (unfilled || !rule.holds(known, at)) {
      const missing = unfilled ? undefined : rule.missing?.(known, at)
      return missing ? { why: 'broken', rule, missing } : { why: 'broken', rule }
    }
  }
  return null
}
