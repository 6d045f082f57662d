/** Many cases at once, from their logs: for the demonstration and the workloads. The rows are those that step by step would have made. */
import { type Id, newId } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { type Entry, type Now, read, refusal, stepOf } from '../run.ts'
import { escalationsOf } from '../store/notices.ts'
import { hashOf } from '../store/chain.server.ts'
import { keptOf, keptRows, writeAllKept } from '../store/kept/kept.server.ts'
import type { LoadedCase } from '../store/load.server.ts'
import { caseSeries } from '../store/open.server.ts'
import { numbered } from '../papers/printed-paper.ts'
import { type Numbering, type PaperRow, paperWire, writePapers } from '../store/papers.server.ts'
import { project } from '../store/projection.ts'
import { searchText } from '../store/search.server.ts'

export interface Told {
  readonly owner: { readonly id: Id; readonly name: string; readonly shortName: string; readonly unit?: Id | undefined }
  readonly log: readonly Entry[]
}

export interface Bulk {
  readonly db: Database
  readonly district: Id
  readonly m: Mechanism
  readonly now: Now
  /** The owner a step moves the case to. */
  readonly ownerOf: (id: Id) => Told['owner'] | undefined
  /** Skips judging and papers, for workloads that only need rows. */
  readonly bare?: boolean
  readonly progress?: (done: number, of: number) => void
}

const chunk = 250

/** Writes the cases, oldest first, in transactions of 250. Throws on a log that the procedure refuses. */
export async function writeMany(bulk: Bulk, cases: readonly Told[]): Promise<void> {
  const given = await bulk.db.ask<{ name: string; last: number }>(
    houseScope(bulk.district),
    `select series || ' ' || year as name, last from series_counter where district_id = $1`,
    [bulk.district],
  )
  const counters = new Map(given.map(({ name, last }) => [name, last]))
  const numbering: Numbering = async (series, year) => {
    const next = (counters.get(`${series} ${year}`) ?? 0) + 1
    counters.set(`${series} ${year}`, next)
    return numbered(series, year, next)
  }
  for (let from = 0; from < cases.length; from += chunk) {
    const rows: Rows = { files: [], steps: [], readers: [], papers: [], notices: [], kept: new Map() }
    for (const told of cases.slice(from, from + chunk)) await rowsOf(bulk, told, numbering, rows)
    await bulk.db.within(houseScope(bulk.district), async (q) => insert(q, bulk.district, rows))
    bulk.progress?.(Math.min(from + chunk, cases.length), cases.length)
  }
  const series = [...counters].map(([name, last]) => {
    const [word, year] = name.split(' ')
    return { word, year: Number(year), last }
  })
  await bulk.db.ask(
    houseScope(bulk.district),
    `insert into series_counter (district_id, series, year, last) select $1, word, year, last from jsonb_to_recordset($2::jsonb) as c (word text, year int, last int)
     on conflict (district_id, series, year) do update set last = greatest(series_counter.last, excluded.last)`,
    [bulk.district, JSON.stringify(series)],
  )
}

interface Rows {
  readonly files: object[]
  readonly steps: object[]
  readonly readers: object[]
  readonly papers: object[]
  readonly notices: object[]
  readonly kept: Map<string, object[]>
}

/** Steps of one day follow each other through the working morning; on the day of writing early, so that little of it lies ahead. */
function instantOf(on: string, at: number, today: string): string {
  const start = on === today ? 7 : 9
  const minutes = on === today ? at : at * 10
  return new Date(new Date(`${on}T0${start}:04:00+08:00`).getTime() + minutes * 60_000).toISOString()
}

async function rowsOf(bulk: Bulk, told: Told, numbering: Numbering, rows: Rows): Promise<void> {
  const { m, now } = bulk
  const id = newId()
  const number = await numbering(caseSeries(m, told.owner), Number(told.log[0]!.on.slice(0, 4)))
  let owner = told.owner
  let hash: Buffer | null = null
  const log: Entry[] = []
  const papers: LoadedCase['papers'][number][] = []
  for (const [index, given] of told.log.entries()) {
    const then = { ...now, today: given.on }
    if (!bulk.bare) judge(m, log, given, then)
    const input = read(m.procedure, stepOf(m.procedure, given.step), given.input)
    const entry: Entry = 'value' in input && input.value !== undefined ? { ...given, input: input.value } : given
    log.push(entry)
    const seq = index + 1
    const at = instantOf(entry.on, index, now.today)
    const next = hashOf(hash, id, seq, at, entry)
    rows.steps.push({
      case_id: id,
      seq,
      step: entry.step,
      by_role: entry.by,
      person_id: entry.person,
      person_name: entry.name,
      recorded_by: entry.recordedBy,
      on_day: entry.on,
      at,
      input: entry.input,
      key: `told:${id}:${seq}`,
      previous: hash?.toString('hex'),
      hash: next.toString('hex'),
    })
    hash = next
    const written: readonly PaperRow[] = bulk.bare ? [] : await writePapers(numbering, m, log, then, owner, { id, number, papers })
    for (const paper of written) rows.papers.push({ ...paper, case_id: id, seq, step: entry.step })
    papers.push(...written.map((paper) => paperWire(paper, entry.step, seq)))
    const moved = stepOf(m.procedure, entry.step).movesTo
    if (moved) owner = bulk.ownerOf(String((entry.input as { to?: unknown }).to)) ?? owner
  }
  const p = project(m, log, now)
  rows.files.push({
    id,
    procedure: m.procedure.id,
    version: m.procedure.version,
    number,
    state: p.state,
    ended_on: p.endedOn,
    owner_id: owner.id,
    unit_id: owner.unit,
    subject: p.subject,
    matter: p.matter,
    opened_on: log[0]!.on,
    facts: p.facts,
    parties: p.parties,
    assigned: p.assigned,
    marks: p.marks,
    due: p.due,
    due_on: p.dueOn,
    law_on: p.lawOn,
    meetings: p.meetings,
    meets_until: p.meetsUntil,
    seq: log.length,
    hash: hash!.toString('hex'),
    search: searchText(number, p),
  })
  if (!p.endedOn) rows.notices.push(...escalationsOf(m, id, owner.unit, [], p))
  for (const { table, rows: kept } of keptOf(m, { id, number, owner: { id: owner.id, unit: owner.unit ?? null } }, log)) {
    const all = rows.kept.get(table) ?? []
    all.push(...keptRows(bulk.district, id, kept))
    rows.kept.set(table, all)
  }
  for (const reader of p.readers) rows.readers.push({ reader, case_id: id, owner_id: owner.id, unit_id: owner.unit })
}

function judge(m: Mechanism, log: readonly Entry[], entry: Entry, then: Now): void {
  const why = refusal(m.procedure, log, entry, then)
  if (why) throw new Error(`the told case is refused at ${entry.step} on ${entry.on}: ${JSON.stringify(why)}`)
}

async function insert(q: Query, district: Id, rows: Rows): Promise<void> {
  await q(
    `insert into case_file (district_id, id, procedure, version, number, state, ended_on, owner_id, unit_id, subject, matter, opened_on, facts, parties, assigned,
       marks, due, due_on, law_on, meetings, meets_until, seq, hash, search)
     select $1, f.id, f.procedure, f.version, f.number, f.state, f.ended_on, f.owner_id, f.unit_id, f.subject, f.matter, f.opened_on, f.facts, f.parties, f.assigned,
       f.marks, f.due, f.due_on, f.law_on, f.meetings, f.meets_until, f.seq, decode(f.hash, 'hex'), f.search
     from jsonb_to_recordset($2::jsonb) as f (id uuid, procedure text, version int, number text, state text, ended_on date, owner_id uuid, unit_id uuid, subject text,
       matter text, opened_on date, facts jsonb, parties jsonb, assigned jsonb, marks text[], due jsonb, due_on date, law_on date, meetings jsonb, meets_until date,
       seq int, hash text, search text)`,
    [district, JSON.stringify(rows.files)],
  )
  await q(
    `insert into case_reader (district_id, reader, case_id, owner_id, unit_id) select $1, reader, case_id, owner_id, unit_id
     from jsonb_to_recordset($2::jsonb) as r (reader text, case_id uuid, owner_id uuid, unit_id uuid)`,
    [district, JSON.stringify(rows.readers)],
  )
  await q(
    `insert into case_step (district_id, case_id, seq, step, by_role, person_id, person_name, recorded_by, on_day, at, input, key, previous, hash)
     select $1, case_id, seq, step, by_role, person_id, person_name, recorded_by, on_day, at, input, key, decode(previous, 'hex'), decode(hash, 'hex')
     from jsonb_to_recordset($2::jsonb) as s (case_id uuid, seq int, step text, by_role text, person_id uuid, person_name text, recorded_by text, on_day date,
       at timestamptz, input jsonb, key text, previous text, hash text) order by at`,
    [district, JSON.stringify(rows.steps)],
  )
  await q(
    `insert into case_paper (district_id, id, case_id, seq, step, kind, title, title_en, number, issuer, on_day, body, code, hash, for_roles)
     select $1, id, case_id, seq, step, kind, title, title_en, number, issuer, on_day, body, code, hash, for_roles
     from jsonb_to_recordset($2::jsonb) as p (id uuid, case_id uuid, seq int, step text, kind text, title text, title_en text, number text, issuer text, on_day date,
       body jsonb, code text, hash text, for_roles text[])`,
    [district, JSON.stringify(rows.papers)],
  )
  await q(
    `insert into notice (district_id, id, reader, case_id, kind, title, key)
     select $1, id, reader, split_part(key, ':', 1)::uuid, kind, title, key from jsonb_to_recordset($2::jsonb) as n (id uuid, reader text, kind text, title jsonb, key text)`,
    [district, JSON.stringify(rows.notices)],
  )
  await writeAllKept(q, rows.kept)
}
