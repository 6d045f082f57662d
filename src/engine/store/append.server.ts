/** A step is taken: judged by the definition, then written with its projection, papers and notices in one transaction. */
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { marksOf, papersOf } from '../present.ts'
import { type Entry, factsOf, listOf, type Now, read, type Refusal, refusal, stepOf } from '../run.ts'
import { hashOf } from './chain.server.ts'
import type { LoadedCase } from './load.server.ts'
import { keptChanges, writeKept } from './kept/kept.server.ts'
import { escalationsOf, noticesOf, type NoticeRow } from './notices.ts'
import { type Opening, openIn } from './open.server.ts'
import { numberFrom, paperWire, type PaperRow, writePapers } from './papers.server.ts'
import { project } from './projection.ts'
import { entryRow, rowOf } from './rows.ts'
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
  /** The first step of the case that this step opens, where the house has recorded facts in it. */
  readonly opening?: Entry
  /** Where the procedures are that a step may open a case of. */
  readonly mechanisms: ReadonlyMap<string, Mechanism>
}

/** Judges and writes, in a transaction of its own. Refusals and a lost race are values; anything else is thrown. */
export const take = (db: Database, scope: RowScope, writing: Writing): Promise<Outcome> =>
  db.within(scope, (q, last) => takeIn(q, last, scope.district, writing))

/** The same inside a transaction that is open; `last` sends the last statement. A case that the step opens comes with it or not at all. */
export async function takeIn(q: Query, last: Query, district: Id, writing: Writing): Promise<Outcome> {
  const { m, file, now } = writing
  const { opens } = stepOf(m.procedure, writing.entry.step)
  const why = opens && refusal(m.procedure, file.log, writing.entry, now)
  if (why) return { refused: why }
  const opening = openingOf(writing)
  if (!opening) return await takeOne(q, last, district, writing)
  const outcome = await takeOne(q, q, district, writing)
  if (!('taken' in outcome)) return outcome
  const opened = await openIn(q, last, district, opening)
  if ('refused' in opened)
    throw new Error(`${writing.entry.step} opens a case that its procedure refuses: ${JSON.stringify(opened.refused)}`)
  return outcome
}

/** The case of another procedure that this step opens, by the same person, for the same owner. Asked of a step that may be taken. */
export function openingOf({ m, file, entry: sent, key, now, instant, moved, mechanisms, opening }: Writing): Opening | undefined {
  const { opens } = stepOf(m.procedure, sent.step)
  const input = opens && read(m.procedure, stepOf(m.procedure, sent.step), sent.input)
  const entry = input && 'value' in input ? { ...sent, input: input.value } : sent
  const known = opens && factsOf(m.procedure, [...file.log, entry])
  if (!opens || (opens.when && !opens.when(known))) return undefined
  const child = mechanisms.get(opens.procedure)
  if (!child) throw new Error(`${m.procedure.id} opens a case of ${opens.procedure}, which is not here`)
  const { person, name, on, recordedBy } = entry
  const step = stepOf(child.procedure, opens.step)
  // In the same role where there is one, so that nobody opens in the name of the other side.
  const same = listOf(step.by).includes(entry.by)
  const first: Entry = {
    step: opens.step,
    by: same ? entry.by : listOf(step.by)[0]!,
    ...(same && recordedBy && listOf(step.recordedBy).includes(recordedBy) ? { recordedBy } : {}),
    on,
    input: opens.input(known, file.id),
    ...(person ? { person } : {}),
    ...(name ? { name } : {}),
  }
  return { m: child, owner: moved ?? file.owner, entry: opening ?? first, key: `${key}:opens`, now, instant, parent: file.id }
}

async function takeOne(q: Query, last: Query, district: Id, writing: Writing): Promise<Outcome> {
  const { m, file, now } = writing
  const why = refusal(m.procedure, file.log, writing.entry, now)
  if (why) return { refused: why }
  const input = read(m.procedure, stepOf(m.procedure, writing.entry.step), writing.entry.input)
  const entry = 'value' in input && input.value !== undefined ? { ...writing.entry, input: input.value } : writing.entry
  const log = [...file.log, { ...entry, seq: file.seq + 1, at: writing.instant.toISOString() }]
  const numbered = papersOf(m, log, now).length > 0
  const papers = numbered ? await writePapers(numberFrom(q, district), m, log, now, file.owner, file) : []
  return await write(q, last, district, { ...writing, entry }, log, papers)
}

async function write(
  q: Query,
  last: Query,
  district: Id,
  writing: Writing,
  log: LoadedCase['log'],
  papers: readonly PaperRow[],
): Promise<Outcome> {
  const { m, file, entry } = writing
  const next = project(m, log, writing.now)
  const { seq, at } = log.at(-1)!
  const hash = hashOf(file.hash, file.id, seq, at, entry)
  const owner = writing.moved ?? file.owner
  const readers = next.readers.filter((reader) => !file.readers.includes(reader))
  const params = [
    district,
    file.id,
    file.seq,
    ...rowOf(next, owner),
    hash,
    next.subject === file.subject ? null : searchText(file.number, next),
    at,
    ...entryRow(entry),
    writing.key,
    file.hash,
  ]
  const notices = [
    ...noticesOf(m, file.id, seq, entry, next),
    ...escalationsOf(m, file.id, file.owner.path.at(-2), marksOf(m, factsOf(m.procedure, file.log)), next),
  ]
  const kept = keptChanges(m, { ...file, owner }, file.log, log, file.owner)
  const written = await (kept.length > 0 ? q : last)(
    append({ elsewhere: writing.moved !== undefined, readers, papers, notices }, params),
    params,
  )
  if (written.length === 0) return { stale: true }
  await Promise.all(writeKept(q, last, district, file.id, kept))
  const after: LoadedCase = {
    ...file,
    owner,
    seq,
    hash,
    subject: next.subject,
    readers: [...file.readers, ...readers],
    log,
    papers: [...file.papers, ...papers.map((paper) => paperWire(paper, entry.step, seq))],
  }
  return { taken: { file: after } }
}
