/** Plays a script from a day on: people act on working days, the law takes its own steps between, and nothing happens after today. */
import { type Entry, lawStepsOf, type Now, refusal } from '#engine'
import { dueOf } from '#engine/due.ts'
import { addDays, type Day, laterOf } from '#kernel/day.ts'
import type { WorkCalendar } from '#law'
import { nationalCalendar } from '#law/national-days.ts'
import { disputeMediation } from '../procedure.ts'
import type { Cast, Someone } from './cast.ts'

export type StepName = keyof typeof disputeMediation.steps
export type RoleName = keyof typeof disputeMediation.roles
export type Told = Entry<StepName, RoleName>

export interface Scene {
  readonly cast: Cast
  readonly start: Day
  readonly on: Day
  /** The working day on or after so many days from the start, never before this act. */
  day(after: number): Day
}

/** One act: so many days after the start, a step by a role, perhaps recorded by another. */
export interface Act {
  readonly after: number
  readonly step: StepName
  readonly by: RoleName
  readonly recordedBy?: RoleName
  readonly input?: (scene: Scene) => unknown
  readonly who?: Someone
  /** People write at night and on Sundays; the desk does not. */
  readonly anyDay?: boolean
  /** Taken on the first day on which the law lets it be taken. */
  readonly waits?: boolean
  /** Left out where the law does not let it be taken; without it, a refusal ends the play. */
  readonly maybe?: boolean
}
export type Script = readonly Act[]

export const workingDay = (from: Day, calendar: WorkCalendar): Day => {
  let on = from
  while (!calendar.isWorking(on)) on = addDays(on, 1)
  return on
}

const personOf = (cast: Cast, { by, recordedBy, who }: Act): Someone => {
  if (who) return who
  const role = recordedBy ?? by
  const known: Readonly<Record<RoleName, Someone>> = {
    worker: cast.worker,
    colleague: cast.worker,
    employer: cast.forFirm,
    clerk: cast.clerk,
    committee: cast.clerk,
    mediator: cast.mediator,
    upperUnion: cast.upper,
  }
  return known[role]
}

/** The log as it stands on `now.today`. An act that is refused ends the play: the story has taken another turn. */
export function play(script: Script, cast: Cast, start: Day, now: Now): readonly Told[] {
  let log: readonly Told[] = []
  for (const act of script) {
    const wanted = addDays(start, act.after)
    const first = laterOf(act.anyDay ? wanted : workingDay(wanted, now.calendar), log.at(-1)?.on ?? start)
    if (first > now.today) break
    const next = taken(act, cast, start, log, first, now)
    if (next) log = next
    else if (!act.maybe) break
  }
  return withLaw(log, now.today, now)
}

/** The log with this act on its day, or the first day after on which it may be taken; undefined if it may not by today. */
function taken(act: Act, cast: Cast, start: Day, before: readonly Told[], first: Day, now: Now): readonly Told[] | undefined {
  for (let on = first; on <= now.today; on = addDays(on, 1)) {
    const log = withLaw(before, on, now)
    const entry = entryOf(act, cast, start, on, now)
    if (!refusal(disputeMediation, log, entry, { ...now, today: on })) return [...log, entry]
    if (!act.waits) return undefined
  }
  return undefined
}

function entryOf(act: Act, cast: Cast, start: Day, on: Day, now: Now): Told {
  const day = (after: number) => laterOf(workingDay(addDays(start, after), now.calendar), on)
  const { id, name } = personOf(cast, act)
  return {
    step: act.step,
    by: act.by,
    on,
    person: id,
    name,
    ...(act.recordedBy ? { recordedBy: act.recordedBy } : {}),
    ...(act.input ? { input: act.input({ cast, start, on, day }) } : {}),
  }
}

/** The log with the law's own steps that fell due before or on this day. */
function withLaw(log: readonly Told[], on: Day, now: Now): readonly Told[] {
  if (log.length === 0) return log
  const next = lawStepsOf(disputeMediation, dueOf(disputeMediation, log, { ...now, today: on }), on).toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  )[0]
  if (!next) return log
  return withLaw([...log, { step: next.step as StepName, by: 'law', on: next.on }], on, now)
}

/** The script, then one more act on its day, whatever the law says of it: for what must be refused. */
export function attempt(script: Script, last: Act, cast: Cast, start: Day): readonly Told[] {
  const now: Now = { today: addDays(start, last.after), region: 'CN-ZJ-HZ', calendar: nationalCalendar }
  const scene: Scene = { cast, start, on: now.today, day: (after) => addDays(start, after) }
  const { step, by, recordedBy, input } = last
  return [
    ...play(script, cast, start, now),
    { step, by, on: now.today, ...(recordedBy ? { recordedBy } : {}), ...(input ? { input: input(scene) } : {}) },
  ]
}
