/** Judges rows about members of the five teams against the rules, each other, the people of the register and the terms on record. */
import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import { spellPeople } from '../../pinyin.server.ts'
import type { Team } from '../../teams/team.ts'
import { type JudgeContext, sealCells } from '../check/judge-people.server.ts'
import type { RowProblem, WrittenRow } from '../check/person-draft.ts'
import type { PersonNow } from '../check/person-now.ts'
import { emptyRow, type StagedRow } from '../check/staged-row.ts'
import type { Fault } from '../values/reading.ts'
import { type Body, hex, type Known, knownOf, type Sought, type Term, type TermValues } from './known-teams.server.ts'
import { draftTeam, saidOf, type TeamDraft } from './team-draft.ts'
import {
  cardTaken,
  cardTwin,
  elsewhere,
  leftOut,
  nameDiffers,
  overlaps,
  severalBodies,
  severalPeople,
  twinFault,
  unknown,
  unknownBody,
} from './team-faults.ts'

/** What is kept of a row for its writing. */
export interface TeamFacts {
  readonly said: Readonly<Record<string, string>>
  readonly member: Id
  readonly team: Team
  readonly organisation: Id
  readonly since: Day
  readonly values: TermValues
  /** The person is new to the register, with these digests. */
  readonly made?: true
  readonly idDigest?: string
  readonly phoneDigest?: string
  readonly old?: Readonly<Record<string, string>>
}

interface Judging extends Sought {
  readonly written: WrittenRow
  readonly problems: RowProblem[]
  readonly row: StagedRow
  now?: PersonNow | undefined
  body?: Body | undefined
}

export async function judgeTeams(q: Query, context: JudgeContext, rows: readonly WrittenRow[]): Promise<StagedRow[]> {
  const judging = rows.map((written) => begin(written, context))
  const known = await knownOf(q, context, judging)
  for (const one of judging) match(one, known, context)
  const twins = await context.twins(
    judging.flatMap(({ row, written }) =>
      row.id_digest && !written.kept.includes('leaveOut') ? [{ row: row.row, identity: row.id_digest, of: row }] : [],
    ),
  )
  const cards = await context.twins(judging.flatMap((one) => cardIdentity(one)))
  for (const one of judging) judge(one, known, { twin: twins.get(one.row.row), cardOf: cards.get(one.row.row) }, context)
  await spell(judging)
  for (const one of judging) seal(one, context)
  return judging.map(({ row }) => row)
}

/** Other rows of the file with the same term, or with the same card in another hand. */
interface Others {
  readonly twin: number | undefined
  readonly cardOf: number | undefined
}

function cardIdentity({ row, draft: { team, cardNumber, since }, written }: Judging) {
  if (!row.id_digest || !team || team === 'volunteer' || !cardNumber || !since || written.kept.includes('leaveOut')) return []
  const identity = createHash('sha256').update(['card', team, cardNumber, since].join('|')).digest().subarray(0, 16)
  return [{ row: row.row, identity, of: row }]
}

function begin(written: WrittenRow, context: JudgeContext): Judging {
  const { draft, problems } = draftTeam(written, context)
  const { secrets } = context
  return {
    written,
    draft,
    problems,
    row: emptyRow(written.row, written.mended),
    ...(draft.idNumber && { idDigest: secrets.digest('idNumber', draft.idNumber) }),
    ...(draft.phone && { phoneDigest: secrets.digest('phone', draft.phone) }),
  }
}

/** Whom the row is about, and by whom they are engaged. */
function match(one: Judging, { people, bodies }: Known, { importId }: JudgeContext): void {
  const { draft, idDigest, phoneDigest, problems, row } = one
  const say = (field: string, fault: Fault) => problems.push({ ...fault, field, cause: `${field}/${fault.code}` })
  row.name = draft.name ?? null
  const byId = idDigest && people.get(`id ${hex(idDigest)}`)?.[0]
  const same = phoneDigest
    ? (people.get(`phone ${hex(phoneDigest)}`) ?? []).filter(({ name, id_digest }) => name === draft.name && !(idDigest && id_digest))
    : []
  one.now = byId ?? (same.length === 1 ? same[0] : undefined)
  if (!one.now && same.length > 1) say('phone', severalPeople)
  else if (!one.now && !idDigest && phoneDigest) say('idNumber', unknown)
  if (one.now && !one.now.near) say('name', elsewhere)
  if (byId?.near && draft.name && byId.name !== draft.name)
    problems.push({
      ...nameDiffers,
      field: 'name',
      cause: 'name/name.differs',
      ...(one.written.kept.includes('name.differs') && { kept: true }),
    })
  const found = bodies.get(draft.organisation ?? '') ?? []
  if (found.length === 1) one.body = found[0]
  else say('organisation', found.length > 1 ? severalBodies : unknownBody)
  const person = one.now?.id ?? (idDigest && madeId(importId, idDigest))
  row.person_id = person ?? null
  // The same term twice in one file: told by person, team, body and first day.
  if (person && draft.team && one.body && draft.since)
    row.id_digest = createHash('sha256').update([person, draft.team, one.body.id, draft.since].join('|')).digest().subarray(0, 16)
}

/** Somebody new gets the same id in every row of the file: they may be in two teams. */
function madeId(importId: Id, digest: Uint8Array): Id {
  const bytes = createHash('sha256').update(importId).update(digest).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function judge(
  { written, draft, problems, row, now, body, idDigest, phoneDigest }: Judging,
  known: Known,
  { twin, cardOf }: Others,
  { place }: JudgeContext,
): void {
  const say = (field: string, fault: Fault, more: Partial<RowProblem> = {}): void => {
    const kept = fault.severity === 'look' && written.kept.includes(fault.code)
    problems.push({ ...fault, field, cause: `${field}/${fault.code}`, ...(kept && { kept: true }), ...more })
  }
  if (written.kept.includes('leaveOut')) {
    problems.length = 0
    row.id_digest = null
    say('name', leftOut)
    return
  }
  if (twin !== undefined) say('name', twinFault(twin), { otherRow: twin })
  else if (cardOf !== undefined) say('cardNumber', cardTwin(cardOf), { otherRow: cardOf })
  if (problems.some(({ severity }) => severity === 'wrong') || !draft.team || !body || !draft.since || !draft.until) return
  const { team, since, until } = draft
  const terms = known.terms.filter((term) => term.person_id === now?.id && term.team === team && term.organisation_id === body.id)
  const term = terms.find((one) => one.since === since)
  if (team !== 'volunteer' && draft.cardNumber && known.terms.some((one) => one !== term && holds(one, draft))) say('cardNumber', cardTaken)
  if (!term && terms.some((one) => one.since <= until && one.until >= since)) say('since', overlaps)
  if (problems.some(({ severity }) => severity === 'wrong')) return
  const values = valuesOf(draft)
  const changed = term ? (Object.keys(values) as (keyof TermValues)[]).filter((column) => term[column] !== values[column]) : []
  const facts: TeamFacts = {
    said: saidOf(draft),
    member: term?.id ?? newId(),
    team,
    organisation: body.id,
    since,
    values,
    ...(!now && { made: true, idDigest: hex(idDigest!), ...(phoneDigest && { phoneDigest: hex(phoneDigest) }) }),
    ...(term && { old: Object.fromEntries(changed.map((column) => [fieldOfColumn[column], shownOf(term[column])])) }),
  }
  Object.assign(row, {
    facts,
    verdict: !term ? 'new' : changed.length > 0 ? 'changed' : 'same',
    changes: term ? changed.map((column) => fieldOfColumn[column]) : null,
    sex: draft.sex ?? null,
    birth: draft.birth ?? null,
    unit_id: body.unit_id ?? place.unit,
    look: problems.some(({ severity, kept }) => severity === 'look' && !kept),
  })
}

const holds = (term: Term, { team, cardNumber, since }: TeamDraft): boolean =>
  term.team === team && term.card_number === cardNumber && term.since === since

/** Empty cells say nothing. A legal volunteer's number is that of their profession. */
function valuesOf({ team, cardNumber, trainedOn, trainingHours, examinedOn, exam, until }: TeamDraft): TermValues {
  return {
    ...(cardNumber && (team === 'volunteer' ? { registration: cardNumber } : { card_number: cardNumber })),
    ...(trainedOn && { trained_on: trainedOn }),
    ...(trainingHours !== undefined && { training_hours: trainingHours }),
    ...(examinedOn && { examined_on: examinedOn }),
    ...(exam !== undefined && { exam_passed: exam }),
    ...(until && { until }),
  }
}

const fieldOfColumn: Readonly<Record<keyof TermValues, string>> = {
  card_number: 'cardNumber',
  registration: 'cardNumber',
  trained_on: 'trainedOn',
  training_hours: 'trainingHours',
  examined_on: 'examinedOn',
  exam_passed: 'exam',
  until: 'until',
}
const shownOf = (value: string | number | boolean | null): string =>
  value === null ? '' : value === true ? '合格' : value === false ? '不合格' : String(value)

async function spell(judging: readonly Judging[]): Promise<void> {
  const fresh = judging.filter(({ row }) => (row.facts as TeamFacts | null)?.made)
  const spellings = await spellPeople(fresh.map(({ row }) => row.name!))
  for (const [at, { row }] of fresh.entries()) Object.assign(row, { sort_name: spellings[at]!.sortName, initials: spellings[at]!.initials })
}

function seal({ row, draft, problems, written }: Judging, { secrets, importId }: JudgeContext): void {
  if (row.verdict !== 'wrong') {
    if (draft.idNumber) row.id_number = secrets.seal('idNumber', row.person_id!, draft.idNumber)
    if (draft.phone) row.phone_sealed = secrets.seal('phone', row.person_id!, draft.phone)
  } else row.person_id = null
  if (problems.length === 0 && !row.mended) return
  row.problems = problems
  row.raw = sealCells(secrets, importId, written)
}
