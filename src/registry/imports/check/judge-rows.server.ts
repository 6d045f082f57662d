/** Judges rows of any kind. */
import type { Query } from '#platform/database.server.ts'
import { judgeTeams } from '../teams/judge-teams.server.ts'
import { judgeFirms } from './judge-firms.server.ts'
import { type JudgeContext, judgePeople } from './judge-people.server.ts'
import type { WrittenRow } from './person-draft.ts'
import type { StagedRow } from './staged-row.ts'

const judges = { people: judgePeople, firms: judgeFirms, teams: judgeTeams } as const

export const judgeRows = (q: Query, context: JudgeContext, rows: readonly WrittenRow[]): Promise<StagedRow[]> =>
  judges[context.kind.about](q, context, rows)
