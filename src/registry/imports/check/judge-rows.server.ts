/** Judges rows of any kind. */
import type { Query } from '#platform/database.server.ts'
import { type JudgeContext, judgePeople } from './judge-people.server.ts'
import type { WrittenRow } from './person-draft.ts'
import type { StagedRow } from './staged-row.ts'

export async function judgeRows(q: Query, context: JudgeContext, rows: readonly WrittenRow[]): Promise<StagedRow[]> {
  return await judgePeople(q, context, rows)
}
