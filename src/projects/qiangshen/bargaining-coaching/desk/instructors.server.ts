/** Instructors with their load and what came of it, as of a day, within the caller's reach. */
import { type Day, day } from '#kernel/day.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { startOf } from '#registry/routes/lists.server.ts'
import { cursorText } from '#registry/routes/wire.ts'
import { memberFrom, reachValues } from '#registry/teams/member-rows.server.ts'
import type { Instructor, InstructorsPage, InstructorsQuery } from './wire.ts'

const filter = `${memberFrom} and m.team = 'instructor' and m.since <= $6 and m.until >= $6 and ($7::uuid is null or o.unit_id = $7)
  and ($8 = '' or starts_with(p.name, $8) or starts_with(p.sort_name, lower($8)) or starts_with(p.initials, lower($8)))`

/** Of the members of this page: the firms of today, the visits of the year, the contracts signed under their care. */
const withResults = (page: string) => `
  select m.*, l.load, coalesce(v.visits, 0) as visits, coalesce(v.half_hours, 0) as half_hours, v."lastVisit", s.signed
  from (${page}) m
  cross join lateral (
    select count(*)::int as load from team_assignment a
    where a.district_id = $1 and a.member_id = m.id and a.since <= $6 and (a.until is null or a.until >= $6)
  ) l
  cross join lateral (
    select count(*)::int as visits, sum(e.half_hours)::int as half_hours, max(e.on_day) as "lastVisit" from coaching_entry e
    where e.district_id = $1 and e.member_id = m.id and e.on_day between $9 and $6
      and not exists (select 1 from coaching_entry n where n.district_id = e.district_id and n.corrects = e.id)
  ) v
  cross join lateral (
    select count(distinct c.case_id)::int as signed from team_assignment a
    join contract_cover k on k.district_id = a.district_id and k.firm_id = a.firm_id
    join contract c on c.district_id = k.district_id and c.case_id = k.case_id
    where a.district_id = $1 and a.member_id = m.id and c.signed_on between a.since and least(coalesce(a.until, $6), $6)
  ) s
  order by m.key collate "C", m.id`

type Row = Omit<Instructor, 'hours' | 'mine'> & { readonly half_hours: number; readonly key: string }

export async function instructors(db: Database, caller: Caller, on: Day, wanted: InstructorsQuery): Promise<InstructorsPage> {
  const { unit, q: seek, limit, after } = wanted
  const start = startOf(after)
  const values = [...reachValues(caller, on), unit ?? null, seek ?? '']
  const page = `select m.id, json_build_object('id', p.id, 'name', p.name) as person, o.name as organisation, m.until, m.load_limit as "limit", p.sort_name as key
    ${filter} ${start ? 'and (p.sort_name, m.id) > ($10 collate "C", $11::uuid)' : ''} order by p.sort_name collate "C", m.id limit ${limit + 1}`
  const year = day(`${on.slice(0, 4)}-01-01`)
  const [rows, [counted]] = await db.within(houseScope(caller.district), (q) =>
    Promise.all([
      q<Row>(withResults(page), [...values, year, ...(start ? [start.name, start.id] : [])]),
      q<{ total: number }>(`select count(*)::int as total ${filter}`, values),
    ]),
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ key: _, half_hours, ...row }) => ({ ...row, hours: half_hours / 2, mine: row.person.id === caller.person })),
    total: counted!.total,
    ...(last && { next: cursorText({ name: last.key, id: last.id }) }),
  }
}
