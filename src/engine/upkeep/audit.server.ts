/** The verifier of the hash chains: names the first step of each case whose hash no longer follows from what is written. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { hashOf } from '../store/chain.server.ts'

export interface ChainFault {
  readonly case: Id
  readonly seq: number
}

interface Row {
  readonly case_id: Id
  readonly seq: number
  readonly step: string
  readonly by_role: string
  readonly person_id: Id | null
  readonly person_name: string | null
  readonly recorded_by: string | null
  readonly on_day: Day
  readonly at: Date
  readonly input: unknown
  readonly previous: Buffer | null
  readonly hash: Buffer
  readonly file_seq: number
  readonly file_hash: Buffer
}

const select = `select s.case_id, s.seq, s.step, s.by_role, s.person_id, s.person_name, s.recorded_by, s.on_day, s.at, s.input, s.previous, s.hash,
    c.seq as file_seq, c.hash as file_hash
  from case_step s join case_file c on c.district_id = s.district_id and c.id = s.case_id
  where s.district_id = $1 and (s.case_id, s.seq) > ($2, $3) order by s.case_id, s.seq limit 2000`

/** Reads all in pages; a missing step, a changed one and a cut-off end are each a fault, the first of its case. */
export async function faultsOfChain(db: Database, district: Id): Promise<readonly ChainFault[]> {
  const faults = new Map<Id, number>()
  let last: Row | undefined
  for (;;) {
    const rows = await db.ask<Row>(houseScope(district), select, [
      district,
      last?.case_id ?? '00000000-0000-0000-0000-000000000000',
      last?.seq ?? 0,
    ])
    for (const row of rows) {
      if (last && last.case_id !== row.case_id) endFault(last, faults)
      if (!faults.has(row.case_id) && !follows(row, last?.case_id === row.case_id ? last : undefined)) faults.set(row.case_id, row.seq)
      last = row
    }
    if (rows.length === 0) break
  }
  if (last) endFault(last, faults)
  return [...faults].map(([id, seq]) => ({ case: id, seq }))
}

function endFault(last: Row, faults: Map<Id, number>): void {
  if (!faults.has(last.case_id) && (last.seq !== last.file_seq || !last.hash.equals(last.file_hash))) faults.set(last.case_id, last.seq + 1)
}

function follows(row: Row, before: Row | undefined): boolean {
  if (row.seq !== (before?.seq ?? 0) + 1) return false
  if (before ? !row.previous?.equals(before.hash) : row.previous !== null) return false
  const hash = hashOf(before?.hash ?? null, row.case_id, row.seq, row.at.toISOString(), {
    step: row.step,
    by: row.by_role,
    on: row.on_day,
    ...(row.input === null ? {} : { input: row.input }),
    ...(row.person_id ? { person: row.person_id } : {}),
    ...(row.person_name ? { name: row.person_name } : {}),
    ...(row.recorded_by ? { recordedBy: row.recorded_by } : {}),
  })
  return hash.equals(row.hash)
}
