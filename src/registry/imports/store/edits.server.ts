/** What was mended by hand in a file: kept apart from the rows, sealed, so that a file judged anew keeps it. */
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import { noEdits, type RowEdits } from '../check/written-row.ts'
import type { ImportRecord } from './import-record.server.ts'

export interface Edits {
  of(row: number): RowEdits
}

type Of = Pick<ImportRecord, 'district_id' | 'id'>

interface EditRow {
  readonly row: number
  readonly field: string
  readonly value: Uint8Array | null
}

/** Of all rows, or of some. */
export async function editsOf(q: Query, secrets: Secrets, { district_id, id }: Of, rows?: readonly number[]): Promise<Edits> {
  const found = await q<EditRow>(
    `select row, field, value from import_edit where district_id = $1 and import_id = $2 ${rows ? 'and row = any ($3::int[])' : ''}`,
    [district_id, id, ...(rows ? [rows] : [])],
  )
  const byRow = new Map<number, { values: Record<string, string>; kept: string[] }>()
  for (const { row, field, value } of found) {
    const known = byRow.get(row) ?? { values: {}, kept: [] }
    byRow.set(row, known)
    if (field.startsWith('keep:')) known.kept.push(field.slice(5))
    else if (value) known.values[field] = secrets.open('idNumber', sealedFor(id, row, field), value)
  }
  return { of: (row) => byRow.get(row) ?? noEdits }
}

export interface Edit {
  readonly row: number
  /** A field of the sheet, or `keep:` and the code of a doubt; `keep:leaveOut`. */
  readonly field: string
  readonly value?: string
}

export async function writeEdits(q: Query, secrets: Secrets, { district_id, id }: Of, by: Id, edits: readonly Edit[]): Promise<void> {
  if (edits.length === 0) return
  const values = edits.map(({ row, field, value }) =>
    value === undefined ? null : secrets.seal('idNumber', sealedFor(id, row, field), value),
  )
  await q(
    `insert into import_edit (district_id, import_id, row, field, value, by_person)
     select $1, $2, e.row, e.field, e.value, $3 from unnest($4::int[], $5::text[], $6::bytea[]) as e (row, field, value)
     on conflict (district_id, import_id, row, field) do update set value = excluded.value, by_person = excluded.by_person, at = now()`,
    [district_id, id, by, edits.map(({ row }) => row), edits.map(({ field }) => field), values],
  )
}

export async function dropEdit(q: Query, { district_id, id }: Of, row: number, field: string): Promise<void> {
  await q('delete from import_edit where district_id = $1 and import_id = $2 and row = $3 and field = $4', [district_id, id, row, field])
}

const sealedFor = (id: Id, row: number, field: string): string => `${id}:${row}:${field}`
