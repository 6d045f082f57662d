/** import_file as rows: read, and what of it the house itself works with. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Query } from '#platform/database.server.ts'
import type { ColumnWire, ImportKind, ImportState, ProgressWire, Verdict } from '../import-wire.ts'
import type { Reach } from '../check/person-now.ts'

export interface Tally {
  readonly read: number
  readonly look: number
  readonly mended: number
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>
  /** Beginning memberships, and people without a firm among the new. */
  readonly members: number
  readonly withoutFirm: number
  /** Of the place the file is for, when its checking began. */
  readonly now?: { readonly members: number; readonly withoutFirm: number }
}

export const emptyTally: Tally = { read: 0, look: 0, mended: 0, verdicts: {}, members: 0, withoutFirm: 0 }

/** What one kind of fault is called, and how many rows have it. */
export interface Cause {
  readonly code: string
  readonly field: string
  readonly severity: 'wrong' | 'look'
  readonly title: Text
  readonly rows: number
}
export type Causes = Readonly<Record<string, Cause>>

export interface ImportRecord {
  readonly district_id: Id
  readonly id: Id
  readonly kind: ImportKind
  readonly unit_id: Id
  readonly tree_id: Id | null
  readonly state: ImportState
  readonly name: string
  readonly bytes: number
  readonly sheet: string | null
  readonly heading_row: number | null
  readonly file_key: Uint8Array
  readonly reach: Reach
  readonly by_person: Id
  readonly by_name: string
  readonly as_body: Id | null
  readonly as_post: string | null
  readonly at: Date
  readonly columns: readonly ColumnWire[]
  readonly chosen: readonly { readonly at: number; readonly field: string }[] | null
  readonly counts: Partial<Tally>
  readonly causes: Causes
  readonly progress: ProgressWire | null
  readonly problem: Text | null
  readonly rechecks: number
  readonly checked_at: Date | null
  readonly committed_at: Date | null
  readonly committed_by: Id | null
  readonly committed_name: string | null
  readonly written: { readonly new: number; readonly changed: number; readonly same: number; readonly requests: number } | null
  readonly undo_until: Day | null
  readonly undone_at: Date | null
  readonly undone_by: Id | null
  readonly undone_name: string | null
  readonly undone: { readonly undone: number; readonly refused: number } | null
  readonly emptied_at: Date | null
}

/** `lock`: for a change of state; waits for whoever is changing it. */
export async function importRecord(q: Query, district: Id, id: Id, lock = false): Promise<ImportRecord | undefined> {
  const [row] = await q<ImportRecord>(`select * from import_file where district_id = $1 and id = $2${lock ? ' for update' : ''}`, [
    district,
    id,
  ])
  return row
}

export const tallyOf = (counts: Partial<Tally>): Tally => ({ ...emptyTally, ...counts })
