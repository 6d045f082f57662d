/** The demonstration's coaching on a small district that bargains: within everybody's load and unit, told once, and seen by the street whose firms they are. */
import { expect, test } from 'vitest'
import { addDays, addYears, day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoFirms, demoPeople, firmKeys, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import { coachedFirms } from '../desk/firms.server.ts'
import { templateIds } from '../templates.ts'
import { stateOn } from './course.ts'
import { seedCoaching } from './seed.server.ts'

const today = day('2026-11-22')
const district = demoDistrict.id
const db = await testDatabase()
await seedRegistry(db, today)
const seeding = { db, district, now: { today, calendar: nationalCalendar }, round: 'small' } as const

const steps = ['offer', 'serve', 'answer', 'nameWorkers', 'setMeeting', 'draft', 'convene', 'carry', 'file', 'takeEffect'] as const
const gaps = [0, 2, 10, 12, 20, 33, 36, 40, 44, 62] as const

/** A bargaining of each firm with a union, as far as its day of beginning lets it come. */
async function bargain(): Promise<void> {
  for (const [nth, key] of firmKeys.filter((one) => demoFirms[one].union).entries()) {
    const [id, begun] = [newId(), addDays(today, -12 - ((nth * 37) % 300))]
    const road = steps.map((step, at) => ({ step, on: addDays(begun, gaps[at]!) })).filter(({ on }) => on <= today)
    const state = road.length === steps.length ? 'inForce' : road.length > 5 ? 'drafted' : road.length > 4 ? 'negotiating' : 'preparing'
    await db.owner(
      `insert into case_file (district_id, id, procedure, version, number, state, owner_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
       values ($1, $2, 'collective-bargaining', 1, $3, $6, $4, $3, $5, '{}', '[]', '[]', '[]', 1, '\\x00')`,
      [district, id, `协${nth}`, organisationId(`${key}Union`), begun, state],
    )
    for (const [at, { step, on }] of road.entries())
      await db.owner(
        `insert into case_step (district_id, case_id, seq, step, by_role, on_day, at, key, hash) values ($1, $2, $3, $4, 'workers', $5::date, $5::date, $6, '\\x00')`,
        [district, id, at + 1, step, on, `told:${id}:${at + 1}`],
      )
  }
}

interface Entry {
  readonly firm: Id
  readonly on: string
  readonly state: string
  readonly suggested: string | null
  readonly template: string | null
  readonly next: string | null
  readonly assigned: boolean
  readonly road: Parameters<typeof stateOn>[0]
}
const entries = () =>
  db.owner<Entry>(
    `select e.firm_id as firm, e.on_day as on, e.state, e.suggested, e.template, e.next_visit as next,
       exists (select from team_assignment a where a.member_id = e.member_id and a.firm_id = e.firm_id and a.since <= e.on_day) as assigned,
       (select json_agg(json_build_object('step', s.step, 'on', s.on_day) order by s.seq) from organisation u join case_file c on c.owner_id = u.id
         join case_step s on s.case_id = c.id where u.firm_id = e.firm_id and c.procedure = 'collective-bargaining') as road
     from coaching_entry e order by e.firm_id, e.on_day`,
  )

test('three instructors of the streets; firms only once they bargain, within the load of each, and only once', async () => {
  expect(await seedCoaching({ ...seeding, wanted: 12 })).toBe(0)
  expect(await db.owner(`select 1 from team_member where team = 'instructor'`)).toHaveLength(3)
  await bargain()
  expect(await seedCoaching({ ...seeding, wanted: 12 })).toBe(12)
  const [before] = [await entries()]
  expect(await seedCoaching({ ...seeding, wanted: 40 })).toBe(0)
  expect(await entries()).toEqual(before)
  expect(await db.owner(`select 1 from team_member where team = 'instructor'`)).toHaveLength(3)
  const loads = await db.owner<{ name: string; load: number; limit: number; own: boolean }>(
    `select p.name, count(*)::int as load, m.load_limit as limit, bool_and(f.unit_id = m.organisation_id) as own
     from team_assignment a join team_member m on m.id = a.member_id join person p on p.id = m.person_id join organisation f on f.id = a.firm_id
     group by p.name, m.load_limit`,
  )
  expect(loads.reduce((sum, { load }) => sum + load, 0)).toBe(12)
  expect(loads.map(({ name }) => name)).toEqual(expect.arrayContaining([demoPeople.zhouMin.name, demoPeople.dongWei.name]))
  expect(loads.filter(({ load, limit, own }) => load > limit || !own)).toEqual([])
})

test('two to five visits a firm in the year, while it was looked after, where its case stood that day; templates are known', async () => {
  const all = await entries()
  const firms = Map.groupBy(all, ({ firm }) => firm)
  expect(firms.size).toBe(12)
  for (const visits of firms.values()) {
    expect(visits.length).toBeGreaterThanOrEqual(2)
    expect(visits.length).toBeLessThanOrEqual(5)
  }
  for (const one of all) {
    expect([one.assigned, one.on >= addYears(today, -1), one.on <= today, one.next === null || one.next > one.on]).toEqual(
      Array(4).fill(true),
    )
    expect(one.suggested).toBe(stateOn(one.road, day(one.on)) ?? null)
    expect(one.template === null || templateIds.includes(one.template)).toBe(true)
  }
  expect(new Set(all.map(({ state }) => state)).size).toBe(5)
})

test('the street sees its own firms, and one visit of the district is overdue', async () => {
  const directory = openDirectory(db)
  const seen = async ({ id }: { readonly id: Id }, filter: object) => {
    const caller = (await callerOf(db, directory, { person: id, district }, today))!
    return coachedFirms(db, caller, today, { ...filter, limit: 50 })
  }
  expect((await seen(demoPeople.wuJianfang, {})).total).toBe(12)
  expect((await seen(demoPeople.wuJianfang, { due: 'true' })).total).toBe(1)
  const own = await seen(demoPeople.zhouMin, { mine: 'true' })
  expect([own.canWrite, own.total > 1, own.total < 12]).toEqual([true, true, true])
})

test('a further round adds nobody to the team that is there, takes no firm twice, and gives a recused instructor none of that firm', async () => {
  await db.owner(
    `insert into recusal (district_id, id, person_id, organisation_id, why, since)
     select m.district_id, gen_random_uuid(), m.person_id, f.id, 'interest', '2026-01-01' from team_member m join organisation f on f.unit_id = m.organisation_id
     where m.team = 'instructor' and f.kind = 'firm' and not exists (select from team_assignment a where a.firm_id = f.id)`,
  )
  const whole = { ...seeding, round: 'whole', wanted: 40 } as const
  expect(await seedCoaching(whole)).toBe(0)
  await db.owner('delete from recusal')
  const more = await seedCoaching(whole)
  expect(more).toBeGreaterThan(0)
  expect(await seedCoaching(whole)).toBe(0)
  const [given] = await db.owner<{ firms: number; rows: number; most: number }>(
    `select count(distinct firm_id)::int as firms, count(*)::int as rows,
       (select max(n)::int from (select count(*) as n from team_assignment group by member_id) a) as most from team_assignment`,
  )
  expect(given).toEqual({ firms: 12 + more, rows: 12 + more, most: given!.most })
  expect(given!.most).toBeLessThanOrEqual(8)
  expect(await db.owner(`select 1 from team_member where team = 'instructor'`)).toHaveLength(3)
})
