/** Members of the teams as rows: read with names and load, judged as of a day, within the caller's reach. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { governs } from '../reach.ts'
import { peopleReach } from '../routes/lists.server.ts'
import { missing, type Standing, standingSql, type Team } from './team.ts'
import type { MemberWire } from './team-wire.ts'

export interface MemberRow {
  readonly id: Id
  readonly team: Team
  readonly person_id: Id
  readonly person_name: string
  readonly sort_name: string
  readonly organisation: { readonly id: Id; readonly name: string; readonly kind: string; readonly path: readonly Id[] }
  readonly card_number: string | null
  readonly trained_on: Day | null
  readonly training_hours: number | null
  readonly examined_on: Day | null
  readonly exam_passed: boolean | null
  readonly certified_by: string | null
  readonly registration: string | null
  readonly special: boolean
  readonly load_limit: number | null
  readonly load: number
  readonly areas: readonly string[]
  readonly hours: string | null
  readonly since: Day
  readonly until: Day
  readonly standing: Standing
  readonly version: string
}

/** $1 district, $2 all, $3 trees, $4 units, $5 the caller, $6 the day. */
export const reachValues = (caller: Caller, on: Day): readonly unknown[] => {
  const { all, trees, units } = peopleReach(caller)
  return [caller.district, all, trees, units, caller.person, on]
}

export const standing = standingSql('$6::date')

export const memberColumns = `m.id, m.team, m.person_id, p.name as person_name, p.sort_name,
  json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'path', o.path) as organisation,
  m.card_number, m.trained_on, m.training_hours, m.examined_on, m.exam_passed, m.certified_by, m.registration, m.special, m.load_limit,
  m.areas, m.hours, m.since, m.until, ${standing} as standing, m.updated_at::text as version,
  (select count(*)::int from team_assignment a where a.district_id = m.district_id and a.member_id = m.id
     and a.since <= $6 and (a.until is null or a.until >= $6)) as load`

export const memberFrom = `
  from team_member m
    join person p on p.district_id = m.district_id and p.id = m.person_id
    join organisation o on o.district_id = m.district_id and o.id = m.organisation_id
  where m.district_id = $1 and ($2 or o.unit_id = any ($3::uuid[]) or o.id = any ($4::uuid[]) or m.person_id = $5)`

/** The member as of that day, if the caller may know of it; throws 404 otherwise. The reach is in the statement, as names lie on people elsewhere. */
export async function visibleMember(db: Database, caller: Caller, id: Id, on: Day): Promise<MemberRow> {
  const [row] = await db.ask<MemberRow>(houseScope(caller.district), `select ${memberColumns} ${memberFrom} and m.id = $7`, [
    ...reachValues(caller, on),
    id,
  ])
  if (!row) throw notFound()
  return row
}

export const mayChange = (caller: Caller, row: MemberRow): boolean => governs(caller.posts, row.organisation, 'unit')

const told = <T>(value: T | null): T | undefined => value ?? undefined

export function memberWire(row: MemberRow, caller: Caller, on: Day): MemberWire {
  const qualification = {
    team: row.team,
    trainedOn: told(row.trained_on),
    examinedOn: told(row.examined_on),
    examPassed: told(row.exam_passed),
    cardNumber: told(row.card_number),
    registration: told(row.registration),
    since: row.since,
    until: row.until,
  }
  const { id, name, kind } = row.organisation
  return {
    ...qualification,
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    organisation: { id, name, kind },
    trainingHours: told(row.training_hours),
    certifiedBy: told(row.certified_by),
    special: row.special,
    loadLimit: told(row.load_limit),
    load: row.load,
    areas: [...row.areas],
    hours: told(row.hours),
    standing: row.standing,
    missing: [...missing(qualification, on)],
    mayChange: mayChange(caller, row),
    version: row.version,
  }
}
