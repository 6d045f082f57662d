/** The newest step of every case, to be kept elsewhere, and those that are no longer there as they were. */
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { ChainFault } from './audit.server.ts'

export interface CaseHead {
  readonly case: Id
  readonly seq: number
  readonly hash: string
}

/** In pages, so that an anchor can be written as it is read. */
export async function* caseHeads(db: Database, district: Id): AsyncGenerator<CaseHead> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.ask<CaseHead>(
      houseScope(district),
      `select id as case, seq, encode(hash, 'hex') as hash from case_file where district_id = $1 and id > $2 order by id limit 5000`,
      [district, after],
    )
    yield* rows
    if (rows.length < 5000) return
    after = rows[rows.length - 1]!.case
  }
}

export async function missingCaseHeads(db: Database, district: Id, heads: readonly CaseHead[]): Promise<readonly ChainFault[]> {
  return await db.ask<ChainFault>(
    houseScope(district),
    `select h."case", h.seq from jsonb_to_recordset($2::jsonb) as h ("case" uuid, seq integer, hash text)
     where not exists (select 1 from case_step s where s.district_id = $1 and s.case_id = h."case" and s.seq = h.seq and encode(s.hash, 'hex') = h.hash)`,
    [district, JSON.stringify(heads)],
  )
}
