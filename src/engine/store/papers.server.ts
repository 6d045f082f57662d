/** The papers a step leaves: numbered on issue in the same transaction, written from the facts, hashed. */
import type { Day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { Mechanism } from '../mechanism.ts'
import type { Body } from '../paper-body.ts'
import { hashOf } from '../papers/paper-hash.server.ts'
import { numbered } from '../papers/printed-paper.ts'
import { codeOf } from '../papers/verify-code.ts'
import { papersOf } from '../present.ts'
import { dueOf } from '../due.ts'
import type { WritingAt } from '../define.ts'
import { atOf, type Entry, factsOf, type Now } from '../run.ts'
import { paperTitle } from '../words.ts'
import type { LoadedCase } from './load.server.ts'

export interface PaperRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly title_en: string
  readonly number: string | null
  readonly issuer: string
  readonly on_day: string
  readonly body: Body
  readonly code: string
  readonly hash: string
  readonly for_roles: readonly string[] | null
}

/** Whose paper it is, and where its numbers come from. */
export interface Issuer {
  readonly name: string
  readonly shortName: string
}

/** Gives the next number of a series in a year. */
export type Numbering = (series: string, year: number) => Promise<string>

/** The next number of a series in a year; holds the counter until the transaction ends, so that no number is lost or given twice. */
export const numberFrom =
  (q: Query, district: string): Numbering =>
  async (series, year) => {
    const [row] = await q<{ last: number }>(
      `insert into series_counter (district_id, series, year, last) values ($1, $2, $3, 1)
     on conflict (district_id, series, year) do update set last = series_counter.last + 1 returning last`,
      [district, series, year],
    )
    return numbered(series, year, row!.last)
  }

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Writes the papers of the last step of this log. `file` is the case before it, or what will be its number when it opens. */
export async function writePapers(
  number: Numbering,
  m: Mechanism,
  log: readonly Entry[],
  now: Now,
  issuer: Issuer,
  file: Pick<LoadedCase, 'id' | 'number' | 'papers'>,
): Promise<readonly PaperRow[]> {
  const due = papersOf(m, log, now)
  if (due.length === 0) return []
  const { on } = log.at(-1)!
  const known = factsOf(m.procedure, log)
  const dues = dueOf(m.procedure, log, now)
  const dueBefore = dueOf(m.procedure, log.slice(0, -1), now)
  const earlier = Object.fromEntries(file.papers.map((paper) => [paper.kind, { number: paper.number, on: paper.on }]))
  const at: WritingAt = {
    ...atOf(log, on, now),
    caseNumber: file.number,
    issuer: issuer.name,
    papers: earlier as WritingAt['papers'],
    due: (id) => (dues.find((one) => one.id === id) ?? dueBefore.find((one) => one.id === id))?.last,
  }
  const rows: PaperRow[] = []
  for (const paper of due) {
    const given = paper.series ? await number(`${issuer.shortName}${paper.series}`, yearOf(on)) : null
    const body = paper.write(known, at)
    const title = body.title ?? paper.title
    const hash = hashOf({
      of: `${file.id}:${log.length}`,
      ...(given ? { number: given } : {}),
      title,
      issuer: issuer.name,
      on,
      body,
    })
    rows.push({
      id: newId(),
      kind: paper.id,
      title,
      title_en: paperTitle(m, paper).en,
      number: given,
      issuer: issuer.name,
      on_day: on,
      body,
      code: codeOf(hash),
      hash,
      for_roles: paper.for ?? null,
    })
  }
  return rows
}

/** A paper just written, as a case carries it. */
export const paperWire = (row: PaperRow, step: string, seq: number): LoadedCase['papers'][number] => ({
  id: row.id,
  seq,
  kind: row.kind,
  title: { zh: row.title, en: row.title_en },
  ...(row.number ? { number: row.number } : {}),
  on: row.on_day as Day,
  step,
  code: row.code,
  hash: row.hash,
  ...(row.for_roles ? { forRoles: row.for_roles } : {}),
})
