/** Fills the demonstration's district to the article's size, in steps that each are whole: cut off at any moment, it goes on where it was. */
import type { Day } from '#kernel/day.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoDistrict } from '../../demo.ts'
import { spellOrganisations } from '../../pinyin.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import type { Designation } from './firms/organisations.ts'
import { type DistrictPlan, districtPlan, type OrganisationsPlan } from './plan.ts'
import { writePeople } from './people/people-rows.server.ts'
import { writeTeams } from './teams/member-rows.server.ts'
import { teamRows } from './teams/members.ts'
import { openSpeller } from './people/speller.server.ts'

export interface Filling {
  readonly db: Database
  readonly secrets: Secrets
  readonly today: Day
  /** People written so far, of how many; 0 once the organisations are there. */
  progress?(done: number, of: number): void
  /** Asked before each step. */
  stopped?(): boolean
  /** Only the first so many people, and so many at a time; for trying. */
  readonly most?: number
  readonly step?: number
}

/** What is kept in the setting `demonstration`: the day the district is of, and how many people are written. */
export interface Filled {
  readonly day: Day
  readonly done: number
  readonly of: number
}

const district = demoDistrict.id
const scope = houseScope(district)
/** The more at a time, the less work for the database (neighbours in its indexes come together), and the more memory. */
const atATime = 4_000

/** How far it is; undefined when nothing was filled yet. */
export async function filledSoFar(db: Database): Promise<Filled | undefined> {
  const [row] = await db.ask<{ value: Filled }>(scope, "select value from setting where district_id = $1 and name = 'demonstration'", [
    district,
  ])
  return row?.value
}

/** After `seedRegistry`. Does what is missing and answers with what is there then. */
export async function fillDistrict({
  db,
  secrets,
  today,
  progress,
  stopped,
  most = Number.POSITIVE_INFINITY,
  step = atATime,
}: Filling): Promise<Filled> {
  let state = await filledSoFar(db)
  if (state && state.done >= Math.min(state.of, most)) return state
  const plan = districtPlan(state?.day ?? today, await namedDesignations(db))
  const of = plan.people.many
  if (!state) {
    state = { day: today, done: 0, of }
    await writeOrganisations(db, plan, state)
  }
  progress?.(state.done, of)
  const last = Math.min(of, most)
  const speller = await openSpeller()
  const make = (from: number) => writePeople(plan.people.some(from, Math.min(step, last - from)), secrets, speller)
  let made = state.done < last ? make(state.done) : undefined
  while (made && !stopped?.()) {
    const next: Filled = { ...state, done: state.done + made.many }
    const { write } = made
    const teams = next.done === of ? teamRows(plan.people, state.day) : undefined
    const writing = writeBatch(db, state, next, (q) => Promise.all([write(q), teams && writeTeams(q, teams)]))
    // While the database writes these, the next are made.
    made = next.done < last ? make(next.done) : undefined
    await writing
    state = next
    progress?.(state.done, of)
  }
  return state
}

export interface DistrictCounts {
  readonly firms: number
  readonly designated: number
  readonly unions: number
  readonly people: number
  readonly workers: number
  readonly members: number
}

/** Counted from the rows, for the last line of the filling. */
export async function districtCounts(db: Database, today: Day): Promise<DistrictCounts> {
  const [row] = await db.ask<DistrictCounts>(scope, countsSql, [district, today])
  return row!
}

const countsSql = `
  select (select count(*)::int from organisation where district_id = $1 and kind = 'firm') as firms,
    (select count(distinct organisation_id)::int from organisation_fact where district_id = $1 and fact = 'designated' and value = 'true'
       and since <= $2 and (until is null or until >= $2)) as designated,
    (select count(*)::int from organisation where district_id = $1 and kind in ('union', 'jointUnion')) as unions,
    count(*)::int as people, count(firm_id)::int as workers, count(member_since)::int as members
  from person where district_id = $1`

/** Since when the named firms count as 规上; what was filled before is left out. */
const namedDesignations = (db: Database): Promise<Designation[]> =>
  db.ask<Designation>(
    scope,
    "select since, until from organisation_fact where district_id = $1 and fact = 'designated' and source = '登记' and value = 'true'",
    [district],
  )

async function writeBatch(db: Database, before: Filled, after: Filled, write: (q: Query) => Promise<unknown>): Promise<void> {
  await db.within(scope, async (q) => {
    const mine = await q(
      `update setting set value = $2 where district_id = $1 and name = 'demonstration' and (value ->> 'done')::int = $3 returning 1 as one`,
      [district, JSON.stringify(after), before.done],
    )
    // Another server of the same database is at it.
    if (mine.length === 0) throw new Error('the demonstration is being filled by somebody else')
    // What is lost with the power is written again at the next start.
    await Promise.all([q('set local synchronous_commit = off'), write(q)])
  })
}

async function writeOrganisations(db: Database, { organisations }: DistrictPlan, state: Filled): Promise<void> {
  const plan = organisations()
  const spelt = await spellOrganisations(plan.organisations.map(({ name }) => name))
  const rows = plan.organisations.map((row, at) => ({ ...row, ...spelt[at] }))
  await db.within(scope, async (q) => {
    await q("insert into setting (district_id, name, value) values ($1, 'demonstration', $2)", [district, JSON.stringify(state)])
    await Promise.all([
      q(organisationsSql, [district, JSON.stringify(rows)]),
      ...factBatches(plan).map((facts) => q(factsSql, [district, JSON.stringify(facts)])),
      q(placesSql, [district, JSON.stringify(plan.places)]),
      q(termsSql, [district, JSON.stringify(plan.terms)]),
      q(coversSql, [district, JSON.stringify(plan.covers)]),
    ])
  })
}

function factBatches({ facts }: OrganisationsPlan): readonly (readonly unknown[])[] {
  return Array.from({ length: Math.ceil(facts.length / 10_000) }, (_, at) => facts.slice(at * 10_000, (at + 1) * 10_000))
}

const organisationsSql = `
  insert into organisation (district_id, id, kind, name, short_name, pinyin, initials, sort_name, parent_id, unit_id, path, firm_id, street_id,
    sector, employees, designated, address, mediates, since, standing, credit_code, legal_representative, size, ownership)
  select $1, id, kind, name, "shortName", pinyin, initials, "sortName", parent, unit, path, firm, street,
    sector, employees, coalesce(designated, false), address, false, since, 'standing', "creditCode", "legalRepresentative", size, ownership
  from jsonb_to_recordset($2::jsonb) as r (id uuid, kind text, name text, "shortName" text, pinyin text, initials text, "sortName" text,
    parent uuid, unit uuid, path uuid[], firm uuid, street uuid, sector text, employees int, designated boolean, address text, since date,
    "creditCode" text, "legalRepresentative" text, size text, ownership text)`

const factsSql = `
  insert into organisation_fact (district_id, id, organisation_id, fact, value, since, until, source)
  select $1, id, organisation, fact, value, since, until, source
  from jsonb_to_recordset($2::jsonb) as r (id uuid, organisation uuid, fact text, value jsonb, since date, until date, source text)`

const placesSql = `
  insert into organisation_place (district_id, id, organisation_id, parent_id, unit_id, approval_number, approved_on, since)
  select $1, id, organisation, parent, unit, "approvalNumber", "approvedOn", since
  from jsonb_to_recordset($2::jsonb) as r (id uuid, organisation uuid, parent uuid, unit uuid, "approvalNumber" text, "approvedOn" date, since date)`

const termsSql = `
  insert into union_term (district_id, id, organisation_id, years, began_on, ends_on, approval_number, approved_on)
  select $1, id, organisation, years, "beganOn", "endsOn", "approvalNumber", "approvedOn"
  from jsonb_to_recordset($2::jsonb) as r (id uuid, organisation uuid, years int, "beganOn" date, "endsOn" date, "approvalNumber" text,
    "approvedOn" date)
  on conflict (district_id, organisation_id, began_on) do nothing`

const coversSql = `
  insert into union_cover (district_id, id, union_id, firm_id, since, source)
  select $1, id, "union", firm, since, source
  from jsonb_to_recordset($2::jsonb) as r (id uuid, "union" uuid, firm uuid, since date, source text)`
