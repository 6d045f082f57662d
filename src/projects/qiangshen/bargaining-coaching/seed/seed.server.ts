/** Writes the demonstration's coaching: instructors, the firms they look after within their load, and a log of visits to each. */
import { addDays, type Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { WorkCalendar } from '#law'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoId } from '#registry/demo/demo-id.ts'
import { type Coached, courseOf, movingSteps, type SeedFirm } from './course.ts'
import { instructorRows } from './instructors.ts'

export interface Seeding {
  readonly db: Database
  readonly district: Id
  readonly now: { readonly today: Day; readonly calendar: WorkCalendar }
  /** Each round is told once, whatever became of it since. */
  readonly round: 'small' | 'whole'
  /** How many firms are to be looked after, at most. */
  readonly wanted: number
}

/** Nobody's team is added to. */
const membersSql = `
insert into team_member (district_id, id, team, person_id, organisation_id, trained_on, training_hours, load_limit, areas, since, until)
select $1, id, 'instructor', person, organisation, "trainedOn", "trainingHours", "loadLimit", areas, since, until
from jsonb_to_recordset($2::jsonb) as r (id uuid, person uuid, organisation uuid, "trainedOn" date, "trainingHours" smallint, "loadLimit" smallint,
  areas text[], since date, until date)
where not exists (select from team_member t where t.district_id = $1 and t.team = 'instructor')
on conflict do nothing`

const beforeSql = 'select 1 from coaching_entry where district_id = $1 and starts_with(key, $2) limit 1'

/** Firms that bargain or are under a contract as the demonstration tells it, nobody's yet; each with the steps of the bargaining begun last. */
const firmsSql = `
select f.id as firm, f.unit_id as unit, coalesce(f.employees, 0) as employees, c.opened_on as opened, c.road
from organisation f
join organisation u on u.district_id = f.district_id and u.firm_id = f.id and u.kind = 'union' and u.standing = 'standing'
cross join lateral (
  select c.id, c.district_id, c.opened_on, c.state, (select json_agg(json_build_object('step', s.step, 'on', s.on_day) order by s.seq) from case_step s
    where s.district_id = c.district_id and s.case_id = c.id and s.step = any ($3)) as road
  from case_file c where c.district_id = u.district_id and c.owner_id = u.id and c.procedure = 'collective-bargaining'
  order by c.opened_on desc, c.id desc limit 1
) c
where f.district_id = $1 and f.kind = 'firm' and f.standing = 'standing' and c.road is not null and c.opened_on > $2::date - 345
  and c.state in ('served', 'preparing', 'negotiating', 'drafted', 'atCongress', 'rejected', 'carried', 'filed', 'inForce')
  and exists (select from case_step s where s.district_id = c.district_id and s.case_id = c.id and s.seq = 1 and starts_with(s.key, 'told:'))
  and not exists (select from team_assignment a join team_member m on m.district_id = a.district_id and m.id = a.member_id
    where a.district_id = $1 and a.firm_id = f.id and m.team = 'instructor')
order by md5(f.id::text)`

interface Member {
  readonly id: Id
  readonly person: Id
  readonly name: string
  readonly unit: Id | null
  readonly since: Day
  readonly free: number
  readonly recused: readonly Id[]
}

/** Instructors of today with room for more, at most eight firms each. */
const standingSql = `
select m.id, m.person_id as person, p.name, o.unit_id as unit, m.since,
  least(8, coalesce(m.load_limit, 8)) - (select count(*)::int from team_assignment a where a.district_id = $1 and a.member_id = m.id
    and (a.until is null or a.until >= $2)) as free,
  array(select r.organisation_id from recusal r where r.district_id = $1 and r.person_id = m.person_id) as recused
from team_member m join organisation o on o.district_id = m.district_id and o.id = m.organisation_id
join person p on p.district_id = m.district_id and p.id = m.person_id
where m.district_id = $1 and m.team = 'instructor' and m.since <= $2::date - 60 and m.until >= $2 order by md5(m.id::text)`

const assignmentsSql = `
insert into team_assignment (district_id, id, member_id, firm_id, task, since)
select $1, id, member, firm, task, since from jsonb_to_recordset($2::jsonb) as r (id uuid, member uuid, firm uuid, task text, since date)
on conflict do nothing`

const entriesSql = `
insert into coaching_entry (district_id, id, member_id, firm_id, on_day, what, half_hours, template, state, suggested, next_visit, key,
  recorded_by, recorded_name, recorded_at)
select $1, id, member, firm, "on", what, "halfHours", template, state, suggested, next, key, by, name, ("on" + time '16:30') at time zone 'Asia/Shanghai'
from jsonb_to_recordset($2::jsonb) as r (id uuid, member uuid, firm uuid, "on" date, what text, "halfHours" smallint, template text, state text,
  suggested text, next date, key text, by uuid, name text)
on conflict do nothing`

/** All of a round in one transaction. Answers for how many firms it told. */
export async function seedCoaching({ db, district, now, round, wanted }: Seeding): Promise<number> {
  return await db.within(houseScope(district), async (q) => {
    await q(membersSql, [district, JSON.stringify(instructorRows(now.today))])
    if ((await q(beforeSql, [district, `told:${round}:`])).length > 0) return 0
    const firms = await q<SeedFirm & { readonly unit: Id }>(firmsSql, [district, now.today, movingSteps])
    const members = await q<Member>(standingSql, [district, now.today])
    const byId = new Map(members.map((one) => [one.id, one]))
    const course = (one: SeedFirm, nth: number, late: boolean) => courseOf(one, nth, late, now.today, (on) => workingDay(on, now.calendar))
    const told = pairsOf(firms, members).filter((one) => course(one, 0, true).visits.length > 1)
    // Of each twenty one has a visit that is overdue.
    const coached = told.slice(0, wanted).map((one, at) => course(one, at, at % 20 === 1))
    await q(assignmentsSql, [district, JSON.stringify(coached.map((one) => ({ ...one, id: demoId(`coached ${one.firm}`) })))])
    await q(entriesSql, [district, JSON.stringify(coached.flatMap((one) => entriesOf(round, one, byId.get(one.member)!)))])
    return coached.length
  })
}

/** Firms to instructors of their own unit, by turns, within the load of each. */
function pairsOf(firms: readonly (SeedFirm & { readonly unit: Id })[], members: readonly Member[]): readonly SeedFirm[] {
  const load = new Map<Id, number>()
  return firms.flatMap((firm) => {
    const may = members.filter((one) => one.unit === firm.unit && !one.recused.includes(firm.firm) && (load.get(one.id) ?? 0) < one.free)
    const member = may.toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0))[0]
    if (!member) return []
    load.set(member.id, (load.get(member.id) ?? 0) + 1)
    return [{ ...firm, member: member.id, memberSince: member.since }]
  })
}

const entriesOf = (round: string, { firm, member, visits }: Coached, by: Member): readonly object[] =>
  visits.map((visit) => ({ ...visit, id: newId(), member, firm, key: `told:${round}:${firm}:${visit.on}`, by: by.person, name: by.name }))

/** The day itself, or the next one on which people work. */
function workingDay(on: Day, calendar: WorkCalendar): Day {
  let day = on
  while (!calendar.isWorking(day)) day = addDays(day, 1)
  return day
}
