/** The mediation desk's questions to the database, each one statement within what the caller may see. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { Level } from '../data.ts'
import type { BoardRow } from './board.ts'
import { type Result, statesOf, type StatisticsRow } from './statistics.ts'

const level = `case when o.firm_id is not null then 'enterprise' when u.kind = 'industry' then 'industry' when u.kind = 'park' then 'regional' else 'street' end`
const from = `from case_file c
  join organisation o on o.district_id = c.district_id and o.id = c.owner_id
  left join organisation u on u.district_id = o.district_id and u.id = o.unit_id
  where c.district_id = $1 and c.procedure = 'dispute-mediation'`
/** Workers on one side of a case: those who joined by name, or as many as the application says. */
const workers = `greatest(1 + jsonb_array_length(c.facts -> 'colleagues') - jsonb_array_length(c.facts -> 'leavers'), coalesce((c.facts -> 'application' ->> 'workers')::int, 1))`
const agreedFen = `case when c.state = any ($4::text[]) then (
  select coalesce(sum((p ->> 'amountFen')::bigint), 0) from jsonb_array_elements(c.facts -> 'drafts' -> -1 -> 'payments') p) else 0 end`

const statisticsSql = `select ${level} as level, c.state, count(*)::int as cases, sum(${workers})::bigint as workers, sum(${agreedFen})::bigint as "agreedFen"
  ${from} and c.opened_on between $2 and $3 group by 1, 2`

export const mediationRows = (db: Database, scope: RowScope, begin: Day, end: Day): Promise<StatisticsRow[]> =>
  db.ask<StatisticsRow>(scope, statisticsSql, [scope.district, begin, end, statesOf('agreed')]).then((rows) => rows.map(numbersOf))

const numbersOf = (row: StatisticsRow): StatisticsRow => ({ ...row, workers: Number(row.workers), agreedFen: Number(row.agreedFen) })

export interface CountedCase {
  readonly id: Id
  readonly number: string
  readonly subject: string
  readonly matter: string
  readonly state: string
  readonly owner: string
  readonly openedOn: Day
}

const casesSql = `select c.id, c.number, c.subject, c.matter, c.state, o.name as owner, c.opened_on as "openedOn"
  ${from} and c.opened_on between $2 and $3 and ($4::text is null or ${level} = $4) and ($5::text[] is null or c.state = any ($5))
  order by c.opened_on desc, c.id limit $6`

/** The cases behind a number of the table, newest first. */
export const casesBehind = (
  db: Database,
  scope: RowScope,
  wanted: { begin: Day; end: Day; level?: Level | undefined; result?: Result | undefined; limit: number },
): Promise<CountedCase[]> =>
  db.ask<CountedCase>(scope, casesSql, [
    scope.district,
    wanted.begin,
    wanted.end,
    wanted.level ?? null,
    wanted.result ? statesOf(wanted.result) : null,
    wanted.limit,
  ])

const boardSql = `select c.id, c.number, c.subject, c.matter, c.state, jsonb_build_object('id', o.id, 'name', o.name) as owner, c.opened_on as "openedOn", c.marks,
  coalesce((select jsonb_agg(a ->> 'name') from jsonb_array_elements(c.assigned) a), '[]') as mediators, c.meetings, c.due
  ${from} and c.ended_on is null and c.state in ('received', 'mediating') order by c.due_on, c.id limit $2`

export const openMediations = (db: Database, scope: RowScope, limit: number): Promise<BoardRow[]> =>
  db.ask<BoardRow>(scope, boardSql, [scope.district, limit])

const beforeSql = `select count(*)::int as n ${from} and c.opened_on >= $2 and c.facts -> 'application' -> 'respondent' ->> 'organisationId' = $3`

/** Mediations against a firm since a day. */
export const mediationsAgainst = (db: Database, scope: RowScope, firm: Id, since: Day): Promise<number> =>
  db.ask<{ n: number }>(scope, beforeSql, [scope.district, since, firm]).then(([row]) => row?.n ?? 0)
