/** Who is told of a step: those on the case, and the unit above when the case becomes one that must be told upward. Pure. */
import { type Id, newId } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Mechanism } from '../mechanism.ts'
import { type Entry, stepOf } from '../run.ts'
import { stepTitle } from '../words.ts'
import type { Projection } from './projection.ts'

/** Parties and assigned persons are told of a step that another took. */
export function noticesOf(m: Mechanism, caseId: Id, seq: number, entry: Entry, next: Projection): readonly NoticeRow[] {
  const tells = stepOf(m.procedure, entry.step).tells
  const told = (role: string) => tells === undefined || tells.includes(role)
  const readers = new Set<string>()
  for (const party of next.parties) {
    if (party.sees === false || !told(party.role)) continue
    if (party.person) readers.add(`p:${party.person}`)
    else if (party.organisation) readers.add(`o:${party.organisation}`)
  }
  for (const one of next.assigned) if (told(one.role)) readers.add(`p:${one.person}`)
  if (entry.person) readers.delete(`p:${entry.person}`)
  const title: Text = stepTitle(m, entry.step)
  return [...readers].map((reader) => ({ id: newId(), reader, kind: 'step', title, key: `${caseId}:${seq}` }))
}

/** The unit above is told once when the facts give a case a mark that must be told upward: ten workers with one claim. */
export function escalationsOf(
  m: Mechanism,
  caseId: Id,
  above: Id | undefined,
  before: readonly string[],
  next: Projection,
): readonly NoticeRow[] {
  const fresh = above ? next.marks.filter((id) => m.procedure.marks[id]?.escalate && !before.includes(id)) : []
  return fresh.map((id) => {
    const title = { zh: `${m.procedure.marks[id]!.title}：${next.subject}`, en: `${m.en.marks[id]}: ${next.subject}` }
    return { id: newId(), reader: `o:${above}`, kind: 'escalated', title, key: `${caseId}:mark:${id}` }
  })
}

export interface NoticeRow {
  readonly id: Id
  readonly reader: string
  readonly kind: string
  readonly title: Text
  readonly key: string
}
