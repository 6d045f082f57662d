/** The row of a case out of its log: what lists, searches and row-level security read. Pure; a check can rebuild it. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Meeting, Party } from '../define.ts'
import { type Due, deadlineOf, dueOf, lawDayOf } from '../due.ts'
import type { Mechanism } from '../mechanism.ts'
import { marksOf } from '../present.ts'
import { type Entry, factsOf, type Known, type Now, stateOf } from '../run.ts'

/** A clock as the row keeps it; titles and articles come back from the definition. */
export interface DueKept {
  readonly id: string
  readonly rule: string
  readonly start: Day
  readonly last: Day
  readonly says: Text
  readonly moved?: { readonly from: Day; readonly because: Text }
  readonly provisional?: true
  readonly extendedTo?: Day
  readonly by: readonly string[]
  readonly also?: readonly { readonly rule: string; readonly last: Day }[]
}

export interface Projection {
  readonly state: string
  readonly endedOn: Day | null
  readonly subject: string
  readonly matter: string
  readonly facts: Known
  readonly parties: readonly Party[]
  readonly assigned: readonly { readonly role: string; readonly person: Id; readonly name: string }[]
  readonly marks: readonly string[]
  readonly due: readonly DueKept[]
  /** The soonest last day, or `infinity`. */
  readonly dueOn: Day | 'infinity'
  readonly lawOn: Day | null
  readonly meetings: readonly Meeting[]
  readonly meetsUntil: Day | null
  readonly readers: readonly string[]
}

const kept = (due: Due): DueKept => ({
  id: due.id,
  rule: due.rule.id,
  start: due.start,
  last: due.last,
  says: due.counted.says,
  ...(due.counted.moved ? { moved: due.counted.moved } : {}),
  ...(due.counted.provisional ? { provisional: true as const } : {}),
  ...(due.extended ? { extendedTo: due.extended.to } : {}),
  by: due.by,
  ...(due.also.length > 0 ? { also: due.also.map(({ rule, last }) => ({ rule: rule.id, last })) } : {}),
})

/** `p:` and `o:` keys of everyone who may read the case beside the units over its owner. */
export function readersOf(m: Mechanism, log: readonly Entry[], known: Known): readonly string[] {
  const readers = new Set<string>()
  for (const party of m.procedure.parties(known)) {
    if (party.sees === false) continue
    if (party.person) readers.add(`p:${party.person}`)
    if (party.organisation) readers.add(`o:${party.organisation}`)
  }
  for (const one of m.procedure.assigned(known)) readers.add(`p:${one.person}`)
  for (let at = 0; at < log.length; at++) {
    const step = m.procedure.steps[log[at]!.step]
    if (step?.sharesWith) for (const body of step.sharesWith(factsOf(m.procedure, log.slice(0, at + 1)))) readers.add(`o:${body}`)
  }
  return [...readers]
}

export function project(m: Mechanism, log: readonly Entry[], now: Now): Projection {
  const p = m.procedure
  const known = factsOf(p, log)
  const state = stateOf(p, log)!
  const dues = dueOf(p, log, now)
  const running = dues.filter((due) => !(p.ends.includes(state) && deadlineOf(p, due.id).outlives))
  const meetings = p.ends.includes(state) ? [] : (p.meetings?.(known) ?? [])
  return {
    state,
    endedOn: p.ends.includes(state) ? log.at(-1)!.on : null,
    subject: p.subject(known),
    matter: p.matter?.(known) ?? '',
    facts: known,
    parties: p.parties(known),
    assigned: p.assigned(known),
    marks: marksOf(m, known),
    due: dues.map(kept),
    dueOn: running[0]?.last ?? 'infinity',
    lawOn: p.ends.includes(state) ? null : (lawDayOf(p, dues) ?? null),
    meetings,
    meetsUntil: meetings.reduce<Day | null>((last, one) => (last && last > one.on ? last : one.on), null),
    readers: readersOf(m, log, known),
  }
}
