/** A step is taken: judged by the definition, then written with its projection, papers and notices in one transaction. */
import { type Day, dayOf } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Database, Query } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { marksOf, papersOf } from '../present.ts'
import { type Entry, factsOf, type Now, read, type Refusal, refusal, stepOf } from '../run.ts'
import { stepTitle } from '../words.ts'
import { hashOf } from './chain.server.ts'
import type { LoadedCase } from './load.server.ts'
import { numberFrom, paperWire, type PaperRow, writePapers } from './papers.server.ts'
import { type Projection, project } from './projection.ts'
import { searchText } from './search.server.ts'

/** The case as it is now that the step is written. */
export interface Taken {
  readonly file: LoadedCase
}

export type Outcome = { readonly taken: Taken } | { readonly refused: Refusal } | { readonly stale: true }

const moveCase = `
moved as (
  update case_file set state = $4, ended_on = $5, owner_id = $6, unit_id = $7, subject = $8, matter = $9, facts = $10, parties = $11, assigned = $12,
    marks = $13, due = $14, due_on = $15, law_on = $16, meetings = $17, meets_until = $18, seq = $3 + 1, hash = $19, search = coalesce($20, search), updated_at = $21
  where district_id = $1 and id = $2 and seq = $3 returning id
), entry as (
  insert into case_step (district_id, case_id, seq, step, by_role, person_id, person_name, recorded_by, on_day, at, input, key, previous, hash)
  select $1, $2, $3 + 1, $22::text, $23::text, $24::uuid, $25::text, $26::text, $27::date, $21, $28::jsonb, $29::text, $30::bytea, $19 from moved
)`
const placeReaders = `placed as (
  update case_reader r set owner_id = $6, unit_id = $7 from moved where r.district_id = $1 and r.case_id = $2
)`
const addReaders = (readers: string) => `read_by as (
  insert into case_reader (district_id, reader, case_id, owner_id, unit_id) select $1, reader, $2, $6, $7 from unnest(${readers}::text[]) as reader, moved on conflict do nothing
)`
const addPapers = (papers: string) => `papers as (
  insert into case_paper (district_id, id, case_id, seq, step, kind, title, title_en, number, issuer, on_day, body, code, hash, for_roles)
  select $1, p.id, $2, $3 + 1, $22::text, p.kind, p.title, p.title_en, p.number, p.issuer, p.on_day, p.body, p.code, p.hash, p.for_roles
  from moved, jsonb_to_recordset(${papers}::jsonb) as p (id uuid, kind text, title text, title_en text, number text, issuer text, on_day date, body jsonb,
    code text, hash text, for_roles text[])
)`
const tell = (notices: string) => `told as (
  insert into notice (district_id, id, reader, case_id, kind, title, key, at)
  select $1, n.id, n.reader, $2, n.kind, n.title, n.key, $21 from moved, jsonb_to_recordset(${notices}::jsonb) as n (id uuid, reader text, kind text, title jsonb, key text)
  on conflict do nothing
)`

interface Brought {
  readonly elsewhere: boolean
  readonly readers: readonly string[]
  readonly papers: readonly PaperRow[]
  readonly notices: readonly NoticeRow[]
}

/** One statement with what this step brings and no more: nothing of it happens when somebody was faster and the case has moved on. */
function append({ elsewhere, readers, papers, notices }: Brought, params: unknown[]): string {
  const value = (v: unknown) => `$${params.push(v)}`
  const parts = [moveCase]
  if (elsewhere) parts.push(placeReaders)
  if (readers.length > 0) parts.push(addReaders(value(readers)))
  if (papers.length > 0) parts.push(addPapers(value(JSON.stringify(papers))))
  if (notices.length > 0) parts.push(tell(value(JSON.stringify(notices))))
  return `with ${parts.join(', ')} select 1 as written from moved`
}

export interface Writing {
  readonly m: Mechanism
  readonly file: LoadedCase
  readonly entry: Entry
  readonly key: string
  readonly now: Now
  readonly instant: Date
  /** The new owner, when the step moves the case. */
  readonly moved?: LoadedCase['owner']
}

/** Judges and writes, in a transaction of its own. Refusals and a lost race are values; anything else is thrown. */
export const take = (db: Database, scope: RowScope, writing: Writing): Promise<Outcome> => db.within(scope, (q, last) => takeIn(q, last, scope.district, writing))

/** The same inside a transaction that is open; `last` sends the writing statement. */
export async function takeIn(q: Query, last: Query, district: Id, writing: Writing): Promise<Outcome> {
  const { m, file, now } = writing
  const why = refusal(m.procedure, file.log, writing.entry, now)
  if (why) return { refused: why }
  const input = read(m.procedure, stepOf(m.procedure, writing.entry.step), writing.entry.input)
  const entry = 'value' in input && input.value !== undefined ? { ...writing.entry, input: input.value } : writing.entry
  const log = [...file.log, { ...entry, seq: file.seq + 1, at: writing.instant.toISOString() }]
  const numbered = papersOf(m, log, now).length > 0
  const papers = numbered ? await writePapers(numberFrom(q, district), m, log, now, file.owner, file) : []
  return await write(last, district, { ...writing, entry }, log, papers)
}

async function write(q: Query, district: Id, writing: Writing, log: LoadedCase['log'], papers: readonly PaperRow[]): Promise<Outcome> {
  const { m, file, entry } = writing
  const next = project(m, log, writing.now)
  const { seq, at } = log.at(-1)!
  const hash = hashOf(file.hash, file.id, seq, at, entry)
  const owner = writing.moved ?? file.owner
  const readers = next.readers.filter((reader) => !file.readers.includes(reader))
  const params = [
    district, file.id, file.seq,
    ...rowOf(next, owner), hash,
    next.subject === file.subject ? null : searchText(file.number, next), at,
    ...entryRow(entry), writing.key, file.hash,
  ]
  const notices = [...noticesOf(m, file.id, seq, entry, next), ...escalationsOf(m, file.id, file.owner.path.at(-2), marksOf(m, factsOf(m.procedure, file.log)), next)]
  const written = await q(append({ elsewhere: writing.moved !== undefined, readers, papers, notices }, params), params)
  if (written.length === 0) return { stale: true }
  const after: LoadedCase = {
    ...file, owner, seq, hash,
    subject: next.subject,
    readers: [...file.readers, ...readers],
    log,
    papers: [...file.papers, ...papers.map((paper) => paperWire(paper, entry.step, seq))],
  }
  return { taken: { file: after } }
}

/** $4…$18 of `append`, and the same columns when a case opens. */
export const rowOf = (next: Projection, owner: { readonly id: Id; readonly unit: Id | null }): readonly unknown[] => [
  next.state, next.endedOn, owner.id, owner.unit, next.subject, next.matter, JSON.stringify(next.facts), JSON.stringify(next.parties),
  JSON.stringify(next.assigned), next.marks, JSON.stringify(next.due), next.dueOn, next.lawOn, JSON.stringify(next.meetings), next.meetsUntil,
]

export const entryRow = (entry: Entry): readonly unknown[] => [
  entry.step, entry.by, entry.person ?? null, entry.name ?? null, entry.recordedBy ?? null, entry.on,
  entry.input === undefined ? null : JSON.stringify(entry.input),
]

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
export function escalationsOf(m: Mechanism, caseId: Id, above: Id | undefined, before: readonly string[], next: Projection): readonly NoticeRow[] {
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

export const nowAt = (instant: Date, asOf: Day | undefined, rest: Omit<Now, 'today'>): Now => ({ today: asOf ?? dayOf(instant), ...rest })
