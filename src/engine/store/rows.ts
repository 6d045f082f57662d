/** The columns of a case and of its step, in the order in which the statements that write them take them. Pure. */
import type { Id } from '#kernel/id.ts'
import type { Entry } from '../run.ts'
import type { Projection } from './projection.ts'

/** $4…$18 of `append`, and the same columns when a case opens. */
export const rowOf = (next: Projection, owner: { readonly id: Id; readonly unit: Id | null }): readonly unknown[] => [
  next.state,
  next.endedOn,
  owner.id,
  owner.unit,
  next.subject,
  next.matter,
  JSON.stringify(next.facts),
  JSON.stringify(next.parties),
  JSON.stringify(next.assigned),
  next.marks,
  JSON.stringify(next.due),
  next.dueOn,
  next.lawOn,
  JSON.stringify(next.meetings),
  next.meetsUntil,
]

export const entryRow = (entry: Entry): readonly unknown[] => [
  entry.step,
  entry.by,
  entry.person ?? null,
  entry.name ?? null,
  entry.recordedBy ?? null,
  entry.on,
  entry.input === undefined ? null : JSON.stringify(entry.input),
]
