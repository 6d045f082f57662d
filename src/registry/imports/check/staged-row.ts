/** A judged row as it lies in import_row: the verdict, and what would be written. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Verdict } from '../import-wire.ts'

export interface StagedRow {
  row: number
  verdict: Verdict
  look: boolean
  mended: boolean
  person_id: Id | null
  name: string | null
  sort_name: string | null
  initials: string | null
  sex: string | null
  birth: Day | null
  skill: number | null
  education: number | null
  id_number: Uint8Array | null
  id_digest: Uint8Array | null
  phone_sealed: Uint8Array | null
  phone_digest: Uint8Array | null
  firm_id: Id | null
  union_id: Id | null
  unit_id: Id | null
  elsewhere: readonly Id[] | null
  works_kind: 'employment' | 'platform' | null
  works_at: Id | null
  works_since: Day | null
  works_id: Id | null
  works_new: boolean | null
  ends_work: Id | null
  member_at: Id | null
  member_since: Day | null
  member_id: Id | null
  member_new: boolean | null
  ends_member: Id | null
  job: string | null
  details: Readonly<Record<string, unknown>> | null
  facts: Readonly<Record<string, unknown>> | null
  changes: readonly string[] | null
  problems: readonly unknown[] | null
  raw: Uint8Array | null
}

export const emptyRow = (row: number, mended: boolean): StagedRow => ({
  row,
  verdict: 'wrong',
  look: false,
  mended,
  person_id: null,
  name: null,
  sort_name: null,
  initials: null,
  sex: null,
  birth: null,
  skill: null,
  education: null,
  id_number: null,
  id_digest: null,
  phone_sealed: null,
  phone_digest: null,
  firm_id: null,
  union_id: null,
  unit_id: null,
  elsewhere: null,
  works_kind: null,
  works_at: null,
  works_since: null,
  works_id: null,
  works_new: null,
  ends_work: null,
  member_at: null,
  member_since: null,
  member_id: null,
  member_new: null,
  ends_member: null,
  job: null,
  details: null,
  facts: null,
  changes: null,
  problems: null,
  raw: null,
})

export const stagedColumns = Object.keys(emptyRow(0, false)) as readonly (keyof StagedRow)[]

type Kind = 'int' | 'text' | 'bool' | 'bytes' | 'ids' | 'texts' | 'json'
const kinds: Partial<Record<keyof StagedRow, Kind>> = {
  look: 'bool',
  mended: 'bool',
  works_new: 'bool',
  member_new: 'bool',
  id_number: 'bytes',
  id_digest: 'bytes',
  phone_sealed: 'bytes',
  phone_digest: 'bytes',
  raw: 'bytes',
  elsewhere: 'ids',
  changes: 'texts',
  details: 'json',
  facts: 'json',
  problems: 'json',
}

const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r') : text

const encoders = stagedColumns.map((column) => {
  const kind = kinds[column]
  const encode = (value: unknown): string => {
    if (kind === 'bytes') return `\\\\x${(value as Buffer).toString('hex')}`
    if (kind === 'bool') return value ? 't' : 'f'
    if (kind === 'json') return escaped(JSON.stringify(value))
    if (kind === 'ids' || kind === 'texts') return `{${(value as string[]).join(',')}}`
    return typeof value === 'string' ? escaped(value) : String(value)
  }
  return [column, encode] as const
})

/** One line as COPY takes it in its text format, behind the two ids that all rows share. */
export function copyLine(prefix: string, row: StagedRow): string {
  let line = prefix
  for (const [column, encode] of encoders) {
    const value = row[column]
    line += value === null ? '\t\\N' : `\t${encode(value)}`
  }
  return `${line}\n`
}
