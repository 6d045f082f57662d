/** Writes the demonstration's skill awards: workers of firms whose contract in force prices their grade, told step by step as the law lets them. */
import { type Entry, factsOf, type Now, refusal } from '#engine'
import { fillIn } from '#engine/store/kept/fill.server.ts'
import { type Told, writeMany } from '#engine/upkeep/bulk.server.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { count, workingDays } from '#law'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import award from '../index.ts'
import { skillAwardLookups } from '../lookups.server.ts'
import { courseOf, type SeedFirm } from './course.ts'

export interface Seeding {
  readonly db: Database
  readonly district: Id
  readonly now: Now
  /** How many awards there are to be. */
  readonly wanted: number
  readonly progress?: (done: number, of: number) => void
}

/** Firms under a contract that prices a senior worker, with their chair, their representative, and workers of long standing. */
const firmsSql = `
select distinct on (f.id) json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'unit', u.unit_id, 'path', u.path, 'firm', u.firm_id) as owner,
  json_build_object('id', f.id, 'name', f.name) as firm, c.since,
  (select json_build_object('id', p.id, 'name', p.name) from post t join person p on p.district_id = t.district_id and p.id = t.person_id
    where t.district_id = $1 and t.organisation_id = u.id and t.kind = 'unionChair' and t.until is null order by t.id limit 1) as chair,
  (select json_build_object('id', p.id, 'name', p.name) from post t join person p on p.district_id = t.district_id and p.id = t.person_id
    where t.district_id = $1 and t.organisation_id = f.id and t.kind = 'firmRepresentative' and t.until is null order by t.id limit 1) as representative,
  coalesce((select json_agg(w) from (select p.id, p.name from person p where p.district_id = $1 and p.firm_id = f.id and p.active
    and exists (select from engagement e where e.district_id = $1 and e.person_id = p.id and e.organisation_id = f.id and e.kind = 'employment' and e.since < c.since)
    order by p.sort_name, p.id limit 4) w), '[]') as workers
from contract c join contract_cover v on v.district_id = c.district_id and v.case_id = c.case_id
join organisation f on f.district_id = v.district_id and f.id = v.firm_id
join organisation u on u.district_id = f.district_id and u.firm_id = f.id and u.kind = 'union' and u.standing = 'standing'
where c.district_id = $1 and c.level = 'enterprise' and c.since <= $2 and c.until >= $3 and c.clauses @> '[{"meaning": "skillAllowance", "grade": 4}]'
order by f.id, c.since`

const before = `
select c.parties from case_file c join case_step s on s.district_id = c.district_id and s.case_id = c.id and s.seq = 1 and starts_with(s.key, 'told:')
where c.district_id = $1 and c.procedure = 'skill-award'`

/** As many as are still wanting of the number; told ones stay told, whatever has become of them since. */
export async function seedAwards({ db, district, now, wanted, progress }: Seeding): Promise<number> {
  const house = houseScope(district)
  const had = await db.ask<{ parties: readonly { readonly person?: Id }[] }>(house, before, [district])
  const told = new Set(had.flatMap(({ parties }) => parties.map(({ person }) => person)))
  const left = wanted - had.length
  if (left <= 0) return 0
  const firms = (await db.ask<SeedFirm>(house, firmsSql, [district, addDays(now.today, -45), now.today])).filter(
    (one) => one.chair !== null && one.representative !== null && one.workers.length > 0,
  )
  const fresh = await db.within(house, async (q) => {
    const logs: Told[] = []
    for (let nth = 0; logs.length < left && nth < firms.length * 4; nth++) {
      const firm = firms[nth % firms.length]!
      const worker = firm.workers[Math.floor(nth / firms.length)]
      if (worker && !told.has(worker.id)) logs.push({ owner: ownerOf(firm), log: await play(q, { district, now }, firm, worker, nth) })
    }
    return logs.filter(({ log }) => log.length > 0)
  })
  await writeMany({ db, district, m: award, now, ownerOf: () => undefined, ...(progress ? { progress } : {}) }, fresh)
  return fresh.length
}

const ownerOf = ({ owner: { unit, ...owner } }: SeedFirm): Told['owner'] => ({ ...owner, ...(unit ? { unit } : {}) })

/** The steps as far as the rules let them come by today. */
async function play(
  q: Query,
  { district, now }: Pick<Seeding, 'district' | 'now'>,
  firm: SeedFirm,
  worker: SeedFirm['workers'][number],
  nth: number,
): Promise<readonly Entry[]> {
  const later = (from: Day, n: number): Day =>
    count({ start: from, period: workingDays(n), direction: 'after', calendar: now.calendar }).last
  let log: readonly Entry[] = []
  for (const step of courseOf({ firm, worker, nth, today: now.today, later })) {
    const entry = typeof step === 'function' ? step(factsOf(award.procedure, log)) : step
    if (entry.on > now.today) return log
    const known = factsOf(award.procedure, log)
    const owner = { ...firm.owner, unit: firm.owner.unit }
    const why = (one: Entry) => refusal(award.procedure, log, one, { ...now, today: one.on })
    const filling = { m: award, lookups: { 'skill-award': skillAwardLookups }, region: now.region, owner, known }
    const filled = await fillIn(q, district, filling, entry)
    if (why(filled)) {
      // What the contract does not give is said so.
      const none = await fillIn(q, district, filling, { ...entry, step: 'noEntitlement', input: {} })
      return entry.step === 'verify' && !why(none) ? [...log, none] : log
    }
    log = [...log, filled]
  }
  return log
}
