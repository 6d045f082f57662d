/** Writes some regional and industry contracts of the demonstration: of the unions that cover the most small firms, told by the procedure. */
import { dueOf, type Entry, factsOf, lawStepsOf, type Now, refusal } from '#engine'
import { fillIn } from '#engine/store/kept/fill.server.ts'
import { writeMany } from '#engine/upkeep/bulk.server.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { count, workingDays } from '#law'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import regional from '../index.ts'
import { regionalLookups } from '../lookups.server.ts'
import { type RegionalCourse, regionalCourse, regionalEnding, type RegionalTarget } from './course.ts'

/** Owners with the firms they cover that have no contract of their own; none that has bargained already. */
const targets = `
select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'unit', u.unit_id, 'path', u.path) as owner,
  case when u.kind = 'industry' then 'industry' else 'regional' end as level,
  f.firms, coalesce(h.chair, json_build_object('name', '周雅琴')) as chair
from organisation u
cross join lateral (
  select json_agg(json_build_object('organisationId', x.id, 'name', x.name)) as firms, count(*) as many from (
    select o.id, o.name from union_cover c join organisation o on o.district_id = c.district_id and o.id = c.firm_id
    where c.district_id = u.district_id and c.union_id = u.id and c.until is null and o.standing = 'standing' and not o.designated
    order by o.id limit 60
  ) x
) f
left join lateral (
  select json_build_object('id', p.id, 'name', p.name) as chair from post t join person p on p.district_id = t.district_id and p.id = t.person_id
  where t.district_id = u.district_id and t.organisation_id = u.id and t.kind in ('chair', 'unionChair') and t.until is null limit 1
) h on true
where u.district_id = $1 and u.kind in ('industry', 'park', 'regional', 'jointUnion') and u.standing = 'standing' and f.many >= 3
  and not exists (select from case_file k where k.district_id = u.district_id and k.owner_id = u.id and k.procedure = 'regional-bargaining')
order by f.many desc, u.id limit $2`

/** As many contracts as asked for, each in force today. Answers how many there were to write. */
export async function seedRegional(db: Database, district: Id, now: Now, many: number): Promise<number> {
  const [done] = await db.ask<{ n: number }>(
    houseScope(district),
    `select count(*)::int as n from case_file where district_id = $1 and procedure = 'regional-bargaining'`,
    [district],
  )
  const left = many - (done?.n ?? 0)
  if (left <= 0) return 0
  const told = await db.within(houseScope(district), async (q) => {
    const found = await q<RegionalTarget>(targets, [district, left])
    const logs = []
    for (const [at, target] of found.entries()) logs.push({ owner: ownerOf(target), log: await toldOf(q, district, target, at, now) })
    return logs
  })
  await writeMany({ db, district, m: regional, now, ownerOf: () => undefined }, told)
  return told.length
}

const ownerOf = ({ owner: { unit, path: _, ...owner } }: RegionalTarget) => ({ ...owner, ...(unit ? { unit } : {}) })

async function toldOf(q: Query, district: Id, target: RegionalTarget, at: number, now: Now): Promise<readonly Entry[]> {
  const later = (from: Day, n: number): Day =>
    n === 0 ? from : count({ start: from, period: workingDays(n), direction: 'after', calendar: now.calendar }).last
  const course: RegionalCourse = { target, later, start: addDays(now.today, -(150 + at * 17)) }
  const log: Entry[] = []
  const tell = async (typed: Entry): Promise<boolean> => {
    if (typed.on > now.today) return false
    const about = { m: regional, lookups: { 'regional-bargaining': regionalLookups }, region: now.region, owner: target.owner }
    const entry = await fillIn(q, district, { ...about, known: factsOf(regional.procedure, log) }, typed)
    if (refusal(regional.procedure, log, entry, { ...now, today: entry.on })) return false
    log.push(entry)
    return true
  }
  for (const typed of regionalCourse(course)) if (!(await tell(typed))) return log
  const effect = lawStepsOf(regional.procedure, dueOf(regional.procedure, log, now), now.today).find(({ step }) => step === 'takeEffect')
  if (!effect) return log
  log.push({ step: effect.step, by: 'law', on: effect.on })
  for (const typed of regionalEnding(course, effect.on)) await tell(typed)
  return log
}
