/** A case row of the database as lists show it. Pure. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Party, Step } from '../define.ts'
import { deadlineOf } from '../due.ts'
import type { Mechanism } from '../mechanism.ts'
import { type Actor, rolesIn } from '../roles.ts'
import { listOf } from '../run.ts'
import type { CaseRow, DueRow } from '../wire.ts'
import { deadlineTitle, lawWire, stateTitle, stepTitle } from '../words.ts'
import type { DueKept } from './projection.ts'

export interface KeptRow {
  readonly id: Id
  readonly number: string
  readonly procedure: string
  readonly state: string
  readonly subject: string
  readonly matter: string
  readonly owner_id: Id
  readonly owner_name: string
  readonly owner_path: readonly Id[]
  readonly opened_on: Day
  readonly marks: readonly string[]
  readonly parties: readonly Party[]
  readonly assigned: readonly { readonly role: string; readonly person: Id; readonly name: string }[]
  readonly due: DueKept | null
  readonly due_on: string
}

/** A kept clock with its titles and article again; undefined when its definition no longer has it. */
export function dueFromKept(m: Mechanism, due: DueKept, today: Day): DueRow | undefined {
  if (!Object.hasOwn(m.procedure.deadlines, due.id)) return undefined
  const deadline = deadlineOf(m.procedure, due.id)
  const rule = deadline.rule.rules.find((one) => one.id === due.rule)
  if (!rule) return undefined
  return {
    id: due.id,
    title: deadlineTitle(m, due.id),
    rule: rule.id,
    start: due.start,
    last: due.last,
    overdue: today > due.last,
    period: rule.period,
    counted: due.says,
    ...(due.moved ? { moved: due.moved } : {}),
    provisional: due.provisional ?? false,
    ...(due.extendedTo ? { extendedTo: due.extendedTo } : {}),
    law: lawWire(rule.law),
    by: due.by,
  }
}

/** The step of their own by which this caller would end the clock: one that only its own form could still refuse, or none is offered. */
function nextStep(m: Mechanism, row: KeptRow, actor: Actor): CaseRow['next'] {
  if (!row.due || !Object.hasOwn(m.procedure.deadlines, row.due.id)) return undefined
  const roles = rolesIn(m.procedure, row, { id: row.owner_id, path: row.owner_path }, actor)
  const step = listOf(deadlineOf(m.procedure, row.due.id).until).find((name) => {
    const one = m.procedure.steps[name] as Step
    const may = listOf(one.by).some((role) => roles.includes(role))
    const free = (one.needs ?? []).every((rule) => rule.reads.every((section) => section === one.fills || section === one.gathers))
    return may && free && (one.from === undefined || listOf(one.from).includes(row.state))
  })
  return step ? { step, title: stepTitle(m, step) } : undefined
}

export function caseRow(m: Mechanism, row: KeptRow, caller: Caller, today: Day): CaseRow {
  const { procedure: p } = m
  const due = row.due ? dueFromKept(m, row.due, today) : undefined
  const next = nextStep(m, row, caller)
  return {
    id: row.id,
    number: row.number,
    procedure: p.id,
    procedureTitle: { zh: p.title, en: m.en.title },
    short: { zh: p.short, en: m.en.short },
    project: p.project,
    state: row.state,
    stateTitle: stateTitle(m, row.state),
    subject: row.subject,
    ...(row.matter ? { matter: row.matter } : {}),
    owner: { id: row.owner_id, name: row.owner_name },
    openedOn: row.opened_on,
    marks: row.marks.map((id) => ({ zh: p.marks[id]?.title ?? id, en: m.en.marks[id] ?? id })),
    ...(due ? { due } : {}),
    ...(next ? { next } : {}),
    assigned: row.assigned.map((one) => one.name),
  }
}
