/** Judged rows as the grid shows them: masked, with what the register says now beside what changes. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Query } from '#platform/database.server.ts'
import { educationTitle, sexes, skillTitle } from '../../people/person-words.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import type { RowProblem } from '../check/person-draft.ts'
import { type PersonNow, personNowSql } from '../check/person-now.ts'
import type { StagedRow } from '../check/staged-row.ts'
import { withEdits } from '../check/written-row.ts'
import type { CellWire, RowProblemWire, RowWire } from '../import-wire.ts'
import { getKind } from '../kinds/kinds.ts'
import { editsOf, type Edits } from '../store/edits.server.ts'
import type { ImportRecord } from '../store/import-record.server.ts'
import { maskedPlate } from '../values/person-value.ts'
import { originalCells } from './rejudge.server.ts'

interface Shown {
  readonly record: ImportRecord
  readonly secrets: Secrets
  readonly edits: Edits
  readonly firmNames: ReadonlyMap<Id, string>
  readonly people: ReadonlyMap<Id, PersonShown>
  readonly twinNames: ReadonlyMap<number, string>
}

type PersonShown = PersonNow & { readonly phone_sealed: Uint8Array | null }

/** In the house's own scope: who may know of the import was asked before. */
export async function rowWires(
  q: Query,
  record: ImportRecord,
  secrets: Secrets,
  today: Day,
  rows: readonly StagedRow[],
): Promise<readonly RowWire[]> {
  if (rows.length === 0) return []
  const firms = [...new Set(rows.flatMap(({ firm_id }) => firm_id ?? []))]
  const matched = rows.flatMap(({ verdict, person_id }) => (person_id && (verdict === 'changed' || verdict === 'same') ? [person_id] : []))
  const twins = rows.flatMap(({ problems }) => ((problems ?? []) as RowProblem[]).flatMap(({ otherRow }) => otherRow ?? []))
  const of = [record.district_id, record.id]
  const about = getKind(record.kind).about
  const [edits, names, people, others] = await Promise.all([
    editsOf(
      q,
      secrets,
      record,
      rows.map(({ row }) => row),
    ),
    firms.length > 0
      ? q<{ id: Id; name: string }>('select id, name from organisation where district_id = $1 and id = any ($2::uuid[])', [of[0], firms])
      : [],
    matched.length > 0 ? peopleNow(q, record, today, matched, about) : [],
    twins.length > 0
      ? q<{ row: number; name: string | null }>(
          'select row, name from import_row where district_id = $1 and import_id = $2 and row = any ($3::int[])',
          [...of, twins],
        )
      : [],
  ])
  const shown: Shown = {
    record,
    secrets,
    edits,
    firmNames: new Map(names.map(({ id, name }) => [id, name])),
    people: new Map(people.map((person) => [person.id, person])),
    twinNames: new Map(others.map(({ row, name }) => [row, name ?? ''])),
  }
  return rows.map((row) => rowWire(row, shown))
}

async function peopleNow(
  q: Query,
  { district_id, reach }: ImportRecord,
  today: Day,
  ids: readonly Id[],
  about: 'people' | 'firms' | 'teams',
): Promise<PersonShown[]> {
  if (about === 'firms') {
    const firms = await q<{ id: Id; name: string }>('select id, name from organisation where district_id = $1 and id = any ($2::uuid[])', [
      district_id,
      ids,
    ])
    return firms.map((firm) => ({ ...nobody, ...firm }))
  }
  return await q<PersonShown>(personNowSql('uuid', 'p.id = k.key', 'p.phone_sealed,'), [
    district_id,
    today,
    reach.all,
    reach.trees,
    reach.units,
    ids,
  ])
}

const nobody = {
  id_digest: null,
  phone_digest: null,
  phone_sealed: null,
  sex: null,
  birth: null,
  skill: null,
  education: null,
  firm_id: null,
  near: true,
  engaged: [],
} as const

function rowWire(row: StagedRow, shown: Shown): RowWire {
  const { record, secrets, edits, firmNames, people } = shown
  const { values, kept } = edits.of(row.row)
  const original = originalCells(row, record, secrets, (id) => firmNames.get(id))
  const { cells } = withEdits({ row: row.row, cells: original, original, mended: false, kept: [] }, { values, kept })
  const now = row.person_id && row.verdict !== 'new' ? people.get(row.person_id) : undefined
  const wires: Record<string, CellWire> = {}
  for (const { field } of getKind(record.kind).fields) {
    const written = cells[field]
    const mended = field in values
    const old = row.changes?.includes(field) && now ? oldValue(field, now, secrets, row) : undefined
    if (!written && !mended && !old) continue
    const before = original[field]?.text
    wires[field] = {
      ...(written && { shown: masked(field, written.text) }),
      ...(old && { old: masked(field, old) }),
      ...(mended && { mended: true, ...(before && { original: masked(field, before) }) }),
    }
  }
  return {
    row: row.row,
    verdict: row.verdict,
    look: row.look,
    cells: wires,
    problems: ((row.problems ?? []) as RowProblem[]).map((problem) => problemWire(problem, row, shown)),
    ...(now?.near && { matches: { id: now.id, name: now.name } }),
  }
}

function problemWire(problem: RowProblem, row: StagedRow, { record, twinNames }: Shown): RowProblemWire {
  const { code, cause, field, severity, title, says, suggestion, kept, otherRow } = problem
  const twin = otherRow === undefined ? undefined : twinNames.get(otherRow)
  const told =
    twin && row.name && twin !== row.name
      ? text(`${says.zh}姓名一处写“${twin}”，一处写“${row.name}”。`, `${says.en} One says “${twin}”, the other “${row.name}”.`)
      : says
  const same = record.causes[cause]?.rows
  return {
    code,
    cause,
    field,
    severity,
    title,
    says: told,
    ...(suggestion && { suggestion: { ...suggestion, ...(same && same > 1 && { sameCauseRows: same }) } }),
    keepable: severity === 'look',
    ...(kept && { kept }),
    ...(otherRow !== undefined && { otherRow }),
  }
}

function oldValue(field: string, now: PersonShown, secrets: Secrets, row: StagedRow): string | undefined {
  const facts = row.facts as { old?: Readonly<Record<string, string>> } | null
  if (facts?.old) return facts.old[field]
  if (field === 'name') return now.name
  if (field === 'sex') return now.sex ? sexes[now.sex as keyof typeof sexes].zh : undefined
  if (field === 'birth') return now.birth ?? undefined
  if (field === 'skill') return now.skill ? skillTitle(now.skill).zh : undefined
  if (field === 'education') return now.education ? educationTitle(now.education).zh : undefined
  if (field === 'phone') return now.phone_sealed ? secrets.open('phone', now.id, now.phone_sealed) : undefined
  const work = now.engaged.find(({ id, kind }) => id === row.ends_work || id === row.works_id || (kind !== 'membership' && row.works_new))
  if (field === 'firm') return work?.name
  if (field === 'job') return work?.job ?? undefined
  if (field === 'plate') return work?.plate ?? undefined
  if (field === 'employedOn') return work?.since
  if (field === 'memberOn') return now.engaged.find(({ kind, approved }) => kind === 'membership' && approved)?.since
  return undefined
}

const between = (written: string, head: number, tail: number): string =>
  written.length > head + tail
    ? `${written.slice(0, head)}${'*'.repeat(written.length - head - tail)}${written.slice(-tail)}`
    : '*'.repeat(written.length)

function masked(field: string, written: string): string {
  if (field === 'idNumber') return between(written.trim(), 2, 2)
  if (field === 'phone') return between(written.trim(), 3, 4)
  if (field === 'plate') return maskedPlate(written)
  return written
}
