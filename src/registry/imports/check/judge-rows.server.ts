/** Judges rows of any kind. */
import type { Query } from '#platform/database.server.ts'
import { judgeFirms } from './judge-firms.server.ts'
import { type JudgeContext, judgePeople } from './judge-people.server.ts'
import type { WrittenRow } from './person-draft.ts'
import type { StagedRow } from './staged-row.ts'

export const judgeRows = (q: Query, context: JudgeContext, rows: readonly WrittenRow[]): Promise<StagedRow[]> =>
  context.kind.about === 'firms' ? judgeFirms(q, context, rows) : judgePeople(q, context, rows)
