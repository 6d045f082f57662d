/** Writes the demonstration's evaluations: firms under a contract, scored by the rubric, with the answer sheets behind every count. */
import { randomUUID } from 'node:crypto'
import { type Entry, factsOf, type Now, refusal } from '#engine'
import { fillIn } from '#engine/store/kept/fill.server.ts'
import { type Told, writeMany } from '#engine/upkeep/bulk.server.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { count, workingDays } from '#law'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Facts } from '../data.ts'
import { invitedOf, writeCodes } from '../desk/answers.server.ts'
import { evaluationLookups } from '../desk/lookups.server.ts'
import { type Ask, rubricOf, rubricOn } from '../desk/rubrics.server.ts'
import evaluation from '../index.ts'
import type { Tally } from '../rubric/score.ts'
import { courseOf, type Plan, plans, startOf } from './course.ts'
import { sheetsOf, tallyOfMood } from './sheets.ts'
import { chance, type SeedFirm, type SeedPerson } from './target.ts'

export interface Seeding {
  readonly db: Database
  readonly district: Id
  readonly now: Now
  /** How many evaluations there are to be, at most as many as there are plans. */
  readonly wanted: number
}

/** Firms under a contract of their own that nobody has evaluated, with the federation over them and who speaks for each. */
const firmsSql = `
select distinct on (f.id) json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'unit', o.unit_id, 'path', o.path) as owner,
  json_build_object('id', f.id, 'name', f.name, 'employees', coalesce(f.employees, 0)) as firm, c.since,
  (select json_build_object('id', p.id, 'name', p.name) from post t join person p on p.district_id = t.district_id and p.id = t.person_id
    where t.district_id = $1 and t.organisation_id = o.id and t.kind in ('viceChair', 'officer', 'chair') and t.until is null
    order by t.kind = 'viceChair' desc, t.kind = 'officer' desc, t.id limit 1) as evaluator,
  (select json_build_object('id', p.id, 'name', p.name) from organisation u join post t on t.district_id = u.district_id and t.organisation_id = u.id
    join person p on p.district_id = t.district_id and p.id = t.person_id
    where u.district_id = $1 and u.firm_id = f.id and u.kind = 'union' and u.standing = 'standing' and t.kind = 'unionChair' and t.until is null
    order by t.id limit 1) as chair
from contract c join contract_cover v on v.district_id = c.district_id and v.case_id = c.case_id
join organisation f on f.district_id = v.district_id and f.id = v.firm_id and f.standing = 'standing'
join organisation o on o.district_id = f.district_id and o.id = f.unit_id and o.kind in ('street', 'industry', 'park', 'regional')
where c.district_id = $1 and c.level = 'enterprise' and c.since <= $2 and c.until >= $3
  and not exists (select from case_file e where e.district_id = $1 and e.procedure = 'bargaining-evaluation' and e.parties -> 0 ->> 'organisation' = f.id::text)
  and not exists (select from organisation_fact x where x.district_id = $1 and x.organisation_id = f.id and x.fact = 'modelFirm')
order by f.id, c.since`

const beforeSql = `
select count(*)::int as told from case_file c join case_step s on s.district_id = c.district_id and s.case_id = c.id and s.seq = 1 and starts_with(s.key, 'told:')
where c.district_id = $1 and c.procedure = 'bargaining-evaluation'`

const confirmerSql = `
select p.id, p.name from post t join person p on p.district_id = t.district_id and p.id = t.person_id
where t.district_id = $1 and t.kind = 'districtOfficer' and t.until is null order by t.since, t.id limit 1`

/** As many as are still wanting of the number; told ones stay told, whatever has become of them since. */
export async function seedEvaluations({ db, district, now, wanted }: Seeding): Promise<number> {
  const house = houseScope(district)
  const [[before], rows, [confirmer]] = await Promise.all([
    db.ask<{ told: number }>(house, beforeSql, [district]),
    db.ask<SeedFirm & { readonly evaluator: SeedPerson | null; readonly chair: SeedPerson | null }>(house, firmsSql, [
      district,
      addDays(now.today, -20),
      now.today,
    ]),
    db.ask<SeedPerson>(house, confirmerSql, [district]),
  ])
  const firms = rows.filter((one) => one.evaluator !== null && one.chair !== null)
  const fresh = confirmer ? chosen(firms, plans.slice(before!.told, wanted), now.today) : []
  const cases = await db.within(house, async (q) => {
    const told: Told[] = []
    for (const { seed, plan } of fresh) told.push({ owner: ownerOf(seed), log: await play(q, { district, now }, seed, plan, confirmer!) })
    return told.filter(({ log }) => log.length > 0)
  })
  await writeMany({ db, district, m: evaluation, now, ownerOf: () => undefined }, cases)
  await handOut(db, district)
  return cases.length
}

interface Chosen {
  readonly seed: SeedFirm
  readonly plan: Plan
}

/** For each plan a firm whose contract is old enough for it, else the one that is oldest; nobody twice. */
function chosen(firms: readonly SeedFirm[], wanted: readonly Plan[], today: Day): readonly Chosen[] {
  const free = firms.toSorted((a, b) => chance(a.firm.id, 1_000_000) - chance(b.firm.id, 1_000_000))
  const taken: Chosen[] = []
  for (const plan of wanted) {
    const oldest = free.reduce((best, one, at) => (best < 0 || one.since < free[best]!.since ? at : best), -1)
    const fits = free.findIndex((one) => startOf(one, plan, today) === addDays(today, -plan.back))
    const [seed] = free.splice(fits < 0 ? oldest : fits, 1)
    if (seed) taken.push({ seed, plan })
  }
  return taken
}

const ownerOf = ({ owner: { unit, ...owner } }: SeedFirm): Told['owner'] => ({ ...owner, ...(unit ? { unit } : {}) })

/** The steps as far as the rules let them come by today. */
async function play(
  q: Query,
  { district, now }: Pick<Seeding, 'district' | 'now'>,
  seed: SeedFirm,
  plan: Plan,
  confirmer: SeedPerson,
): Promise<readonly Entry[]> {
  const later = (from: Day, n: number): Day =>
    count({ start: from, period: workingDays(n), direction: 'after', calendar: now.calendar }).last
  const rubric = await rubricOn(q as Ask, district, later(startOf(seed, plan, now.today), 1))
  let log: readonly Entry[] = []
  for (const { entry, tally } of courseOf({ seed, plan, today: now.today, rubric, confirmer, later })) {
    if (entry.on > now.today) return log
    const filled = await fillIn(q, district, about(log, seed, now, tally), entry)
    if (refusal(evaluation.procedure, log, filled, { ...now, today: entry.on })) return log
    log = [...log, filled]
  }
  return log
}

/** What the house would look up; the counts are those of the sheets that are handed out afterwards. */
const about = (log: readonly Entry[], { owner }: SeedFirm, now: Now, tally: Tally | undefined) => ({
  m: evaluation,
  lookups: { 'bargaining-evaluation': { ...evaluationLookups, tally: async () => tally } },
  region: now.region,
  owner,
  known: factsOf(evaluation.procedure, log),
})

interface WithoutSheets {
  readonly id: Id
  readonly state: string
  readonly opening: NonNullable<Facts['opening']>
  readonly attempt: number
  readonly tallies: readonly Tally[]
}

/** Told evaluations without codes yet: each is handed out in one transaction with those of its time, so that none is counted twice. */
const withoutSql = `
select c.id, c.state, c.facts -> 'opening' as opening, jsonb_array_length(c.facts -> 'planResults') + 1 as attempt,
  coalesce((select json_agg(t.input -> 'tally' order by t.seq) from case_step t
    where t.district_id = c.district_id and t.case_id = c.id and t.step = 'closeAnswers'), '[]') as tallies
from case_file c join case_step s on s.district_id = c.district_id and s.case_id = c.id and s.seq = 1 and starts_with(s.key, 'told:')
where c.district_id = $1 and c.procedure = 'bargaining-evaluation'
  and not exists (select from evaluation_code k where k.district_id = c.district_id and k.case_id = c.id)`

const answersSql = `
insert into evaluation_answer (district_id, id, case_id, attempt, role, answers)
select $1, id, "case", attempt, role, answers
from jsonb_to_recordset($2::jsonb) as r (id uuid, "case" uuid, attempt smallint, role text, answers jsonb) order by id`

async function handOut(db: Database, district: Id): Promise<void> {
  await db.within(houseScope(district), async (q) => {
    const rows: object[] = []
    for (const { id, state, opening, attempt, tallies } of await q<WithoutSheets>(withoutSql, [district])) {
      const rubric = await rubricOf(q as Ask, district, opening.rubricVersion!)
      const half = tallyOfMood(rubric, invitedOf(opening), { answered: 45, aware: 80, satisfied: 85 })
      for (const [at, tally] of (state === 'gathering' ? [...tallies.slice(0, attempt - 1), half] : tallies).entries())
        for (const side of tally)
          for (const answers of sheetsOf(rubric, side)) rows.push({ id: randomUUID(), case: id, attempt: at + 1, role: side.role, answers })
      await writeCodes(q, district, id, opening)
    }
    await q(answersSql, [district, JSON.stringify(rows)])
  })
}
