/** A case as a caller may see it: the shapes of wire.ts out of the definition, the log and the roles. Pure. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Mark, Paper, Party, Step } from './define.ts'
import { type Due, deadlineOf, dueOf } from './due.ts'
import type { Mechanism } from './mechanism.ts'
import { type Actor, involvedIn, is, type Owner, rolesIn, visibleFacts } from './roles.ts'
import { atOf, type Entry, factsOf, type Known, type Now, stateOf } from './run.ts'
import { stepsWire } from './step-wires.ts'
import type { AttachmentWire, CaseWire, DueWire, EntryWire, PaperWire } from './wire.ts'
import { deadlineTitle, lawWire, roleTitle, stateTitle, stepTitle } from './words.ts'

/** A case as it is kept: the row and its log. */
export interface CaseFile {
  readonly id: Id
  readonly number: string
  readonly version: number
  readonly owner: Owner & { readonly name: string }
  readonly seq: number
  readonly openedOn: Day
  readonly log: readonly (Entry & { readonly seq: number; readonly at: string })[]
  readonly papers: readonly (PaperWire & { readonly seq: number; readonly forRoles?: readonly string[] })[]
  readonly attachments: readonly (AttachmentWire & { readonly person: Id })[]
  readonly related: CaseWire['related']
}

export function dueWire(m: Mechanism, due: Due): DueWire {
  const { ifMissed } = deadlineOf(m.procedure, due.id)
  return {
    id: due.id,
    title: deadlineTitle(m, due.id),
    rule: due.rule.id,
    start: due.start,
    last: due.last,
    overdue: due.overdue,
    period: due.rule.period,
    counted: due.counted.says,
    ...(due.counted.moved ? { moved: due.counted.moved } : {}),
    provisional: due.counted.provisional,
    ...(due.extended ? { extendedTo: due.extended.to } : {}),
    law: lawWire(due.rule.law),
    by: due.by,
    also: due.also.map(({ rule, last }) => ({ rule: rule.id, last, law: lawWire(rule.law) })),
    ifMissed: {
      ...(ifMissed.take ? { take: stepTitle(m, ifMissed.take) } : {}),
      ...(ifMissed.tell ? { tell: ifMissed.tell.map((role) => roleTitle(m, role)) } : {}),
    },
  }
}

/** The marks a case bears by its facts: 集体争议. A mark waits until the sections it reads are filled. */
export function marksOf(m: Mechanism, known: Known): readonly string[] {
  return Object.entries<Mark>(m.procedure.marks)
    .filter(([, mark]) => mark.reads.every((section) => known[section] !== undefined) && mark.when(known))
    .map(([id]) => id)
}

/** Holds a role at the desk or by assignment, and so reads everything of the case. */
export const worksOn = (m: Mechanism, roles: readonly string[]): boolean => roles.some((role) => m.procedure.roles[role]?.kind !== 'party')

/** May this caller read that paper? The desk reads all; a party what is for its role; a body the case was shared with what is for everyone. */
export const readsPaper = (m: Mechanism, roles: readonly string[], forRoles: readonly string[] | undefined): boolean =>
  forRoles === undefined || worksOn(m, roles) || forRoles.some((role) => roles.includes(role))

export function caseWire(m: Mechanism, file: CaseFile, actor: Actor, now: Now): CaseWire {
  const { procedure: p } = m
  const known = factsOf(p, file.log)
  const state = stateOf(p, file.log)!
  const roles = rolesIn(p, involvedIn(p, known), file.owner, actor)
  const desk = worksOn(m, roles)
  const papers = file.papers.filter((paper) => readsPaper(m, roles, paper.forRoles))
  return {
    id: file.id,
    number: file.number,
    procedure: p.id,
    version: file.version,
    title: { zh: p.title, en: m.en.title },
    state,
    stateTitle: stateTitle(m, state),
    ended: p.ends.includes(state),
    subject: p.subject(known),
    ...(p.matter ? { matter: p.matter(known) } : {}),
    owner: { id: file.owner.id, name: file.owner.name },
    openedOn: file.openedOn,
    marks: marksOf(m, known).map((id) => markWire(m, id)),
    parties: p.parties(known).map((party: Party) => partyWire(m, party)),
    assigned: p.assigned(known),
    facts: visibleFacts(p, known, roles),
    log: file.log.map((entry) => entryWire(m, entry, papers, hiddenSections(m, roles))),
    due: dueOf(p, file.log, now).map((due) => dueWire(m, due)),
    steps: stepsWire(m, file.log, roles, now),
    papers: papers.map(({ forRoles: _, seq: __, ...paper }) => paper),
    attachments: file.attachments.filter((one) => desk || one.shared || is(one.person, actor)).map(({ person: _, ...one }) => one),
    related: file.related,
    yourRoles: roles,
    seq: file.seq,
    today: now.today,
  }
}

const hiddenSections = (m: Mechanism, roles: readonly string[]): readonly string[] =>
  Object.entries<readonly string[] | undefined>(m.procedure.private ?? {}).flatMap(([section, may]) =>
    may?.some((role) => roles.includes(role)) ? [] : [section],
  )

function markWire(m: Mechanism, id: string): CaseWire['marks'][number] {
  const mark = m.procedure.marks[id] as Mark
  return {
    id,
    title: { zh: mark.title, en: m.en.marks[id] ?? mark.title },
    law: lawWire(mark.law),
    ...(mark.suggests ? { suggests: { zh: mark.suggests, en: m.en.suggests?.[id] ?? mark.suggests } } : {}),
  }
}

const partyWire = (m: Mechanism, { role, name, person, organisation }: Party): CaseWire['parties'][number] => ({
  role,
  roleTitle: roleTitle(m, role),
  name,
  ...(person ? { person } : {}),
  ...(organisation ? { organisation } : {}),
})

function entryWire(m: Mechanism, entry: CaseFile['log'][number], papers: CaseFile['papers'], hidden: readonly string[]): EntryWire {
  const step = m.procedure.steps[entry.step] as Step
  const section = step.fills ?? step.gathers
  return {
    seq: entry.seq,
    step: entry.step,
    title: stepTitle(m, entry.step),
    by: entry.by,
    byTitle: roleTitle(m, entry.by),
    ...(entry.person ? { person: { id: entry.person, name: entry.name ?? '' } } : {}),
    ...(entry.recordedBy ? { recordedBy: entry.name ?? entry.recordedBy } : {}),
    on: entry.on,
    at: entry.at,
    ...(entry.input !== undefined && !(section && hidden.includes(section)) ? { input: entry.input } : {}),
    papers: papers.filter((paper) => paper.seq === entry.seq).map(({ forRoles: _, seq: __, ...paper }) => paper),
  }
}

/** The papers that a step leaves, in order, each if its condition holds. */
export function papersOf(m: Mechanism, log: readonly Entry[], now: Now): readonly Paper[] {
  const last = log.at(-1)!
  const known = factsOf(m.procedure, log)
  const at = atOf(log, last.on, now)
  return ((m.procedure.steps[last.step] as Step).papers ?? []).filter(
    (paper) => paper.reads.every((section) => known[section] !== undefined) && (paper.when?.(known, at) ?? true),
  )
}
