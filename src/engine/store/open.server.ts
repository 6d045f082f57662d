/** A case is opened: its first step is judged and written with its row, its number and its readers in one transaction. */
import { type Id, newId } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { type Entry, type Now, type Refusal, read, refusal, stepOf } from '../run.ts'
import { hashOf } from './chain.server.ts'
import { keptChanges, writeKept } from './kept/kept.server.ts'
import { noticesOf } from './notices.ts'
import { numberFrom, writePapers } from './papers.server.ts'
import { project } from './projection.ts'
import { entryRow, rowOf } from './rows.ts'
import { searchText } from './search.server.ts'

export interface Opening {
  readonly m: Mechanism
  readonly owner: { readonly id: Id; readonly name: string; readonly shortName: string; readonly unit: Id | null }
  readonly entry: Entry
  readonly key: string
  readonly now: Now
  readonly instant: Date
  readonly parent?: Id
}

const insertFile = `
insert into case_file (district_id, id, procedure, version, number, opened_on, state, ended_on, owner_id, unit_id, subject, matter, facts, parties, assigned,
  marks, due, due_on, law_on, meetings, meets_until, seq, hash, search, parent_id, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 1, $22, $23, $24, $25)`

const insertReaders =
  'insert into case_reader (district_id, reader, case_id, owner_id, unit_id) select $1, reader, $2, $4, $5 from unnest($3::text[]) as reader'

/** After the file and its readers: row-level security lets a step be written only to a case that can be seen. */
const insertStep = `
with papers as (
  insert into case_paper (district_id, id, case_id, seq, step, kind, title, title_en, number, issuer, on_day, body, code, hash, for_roles)
  select $1, p.id, $2, 1, $5::text, p.kind, p.title, p.title_en, p.number, p.issuer, p.on_day, p.body, p.code, p.hash, p.for_roles
  from jsonb_to_recordset($13::jsonb) as p (id uuid, kind text, title text, title_en text, number text, issuer text, on_day date, body jsonb,
    code text, hash text, for_roles text[])
), told as (
  insert into notice (district_id, id, reader, case_id, kind, title, key, at)
  select $1, n.id, n.reader, $2, n.kind, n.title, n.key, $4 from jsonb_to_recordset($14::jsonb) as n (id uuid, reader text, kind text, title jsonb, key text)
)
insert into case_step (district_id, case_id, seq, step, by_role, person_id, person_name, recorded_by, on_day, at, input, key, previous, hash)
values ($1, $2, 1, $5, $6, $7, $8, $9, $10, $4, $11, $12, null, $3)`

export type Opened = { readonly id: Id } | { readonly refused: Refusal }

/** The word before the year in a case's number: 白杨调. */
export const caseSeries = (m: Mechanism, owner: { readonly shortName: string }): string => `${owner.shortName}${[...m.procedure.short][0]}`

/** The case by the key under which it was opened, if it was. */
export async function findByKey(db: Database, scope: RowScope, key: string): Promise<{ id: Id; seq: number } | undefined> {
  const [row] = await db.ask<{ id: Id; seq: number }>(
    scope,
    'select case_id as id, seq from case_step where district_id = $1 and key = $2',
    [scope.district, key],
  )
  return row
}

export const open = (db: Database, scope: RowScope, opening: Opening): Promise<Opened> =>
  db.within(scope, (q, last) => openIn(q, last, scope.district, opening))

/** The same inside a transaction that is open; `last` sends the last statement. */
export async function openIn(q: Query, last: Query, district: Id, opening: Opening): Promise<Opened> {
  const { m, now, owner, instant } = opening
  const p = m.procedure
  const why = refusal(p, [], opening.entry, now)
  if (why) return { refused: why }
  const input = read(p, stepOf(p, opening.entry.step), opening.entry.input)
  const entry = 'value' in input && input.value !== undefined ? { ...opening.entry, input: input.value } : opening.entry
  const next = project(m, [entry], now)
  const id = newId()
  const at = instant.toISOString()
  const hash = hashOf(null, id, 1, at, entry)
  const numbering = numberFrom(q, district)
  const number = await numbering(caseSeries(m, owner), Number(entry.on.slice(0, 4)))
  const papers = await writePapers(numbering, m, [entry], now, owner, { id, number, papers: [] })
  const file = q(insertFile, [
    district,
    id,
    p.id,
    p.version,
    number,
    entry.on,
    ...rowOf(next, owner),
    hash,
    searchText(number, next),
    opening.parent ?? null,
    at,
  ])
  const readers = q(insertReaders, [district, id, next.readers, owner.id, owner.unit])
  const kept = keptChanges(m, { id, number, owner }, [], [entry])
  const step = (kept.length > 0 ? q : last)(insertStep, [
    district,
    id,
    hash,
    at,
    ...entryRow(entry),
    opening.key,
    JSON.stringify(papers),
    JSON.stringify(noticesOf(m, id, 1, entry, next)),
  ])
  await Promise.all([file, readers, step, ...writeKept(q, last, district, id, kept)])
  return { id }
}
