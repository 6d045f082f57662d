/** The demonstration's evaluations on a small district with contracts: told by the rules, every result and every count made again, never told twice. */
import { expect, test } from 'vitest'
import { faultsOfKept } from '#engine/upkeep/kept-check.server.ts'
import { addDays, day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoFirms, firmKeys, organisationId } from '#registry/demo.ts'
import type { Facts } from '../data.ts'
import { tallyOf } from '../desk/answers.server.ts'
import type { Ask } from '../desk/rubrics.server.ts'
import evaluation from '../index.ts'
import { scoreOf, tallySide } from '../rubric/score.ts'
import { defaultRubric } from '../rubric/default.ts'
import { plans } from './course.ts'
import { seedEvaluations } from './seed.server.ts'
import { sheetsOf, tallyFor } from './sheets.ts'

const today = day('2026-11-22')
const now = { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
const district = demoDistrict.id
const db = await testDatabase()
await seedRegistry(db, today)
const united = firmKeys.filter((key) => demoFirms[key].union)

/** A contract in force for each firm with a union, the oldest of spring. */
async function contracts(): Promise<void> {
  for (const [nth, key] of united.entries()) {
    const [id, number, since] = [newId(), `合同${nth}`, addDays(today, -30 - ((nth * 29) % 200))]
    const owner = organisationId(`${key}Union`)
    await db.owner(
      `insert into case_file (district_id, id, procedure, version, number, state, owner_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
       values ($1, $2, 'collective-bargaining', 1, $3, 'inForce', $4, $3, $5, '{}', '[]', '[]', '[]', 1, '\\x00')`,
      [district, id, number, owner, since],
    )
    await db.owner(
      `insert into contract (district_id, case_id, version, kind, level, title, signed_on, since, until, owner_id, number)
       values ($1, $2, 1, 'wage', 'enterprise', '工资专项集体合同', $3, $3, $4, $5, $6)`,
      [district, id, since, addDays(today, 90), owner, number],
    )
    await db.owner('insert into contract_cover (district_id, case_id, firm_id, since, until) values ($1, $2, $3, $4, $5)', [
      district,
      id,
      organisationId(key),
      since,
      addDays(today, 90),
    ])
  }
}

const states = async () =>
  Object.fromEntries(
    (
      await db.owner<{ state: string; n: number }>(
        `select state, count(*)::int as n from case_file where procedure = 'bargaining-evaluation' group by state`,
      )
    ).map(({ state, n }) => [state, n]),
  )

test('sheets come to the counts they are made of', () => {
  for (const role of ['workers', 'union', 'management'] as const)
    for (const mood of [0, 33, 58, 100]) {
      const side = tallyFor(defaultRubric, role, 37, { answered: mood, aware: 100 - mood, satisfied: 61 })
      expect(tallySide(defaultRubric, role, 37, sheetsOf(defaultRubric, side))).toEqual(side)
    }
})

test('none without contracts; then the small round, the whole one, and no more however often', async () => {
  const seeding = { db, district, now }
  expect(await seedEvaluations({ ...seeding, wanted: 8 })).toBe(0)
  await contracts()
  expect(await seedEvaluations({ ...seeding, wanted: 8 })).toBe(8)
  expect(await states()).toEqual({ closed: 2, concluded: 1, gathering: 1, improving: 2, model: 1, proposed: 1 })
  const sheets = `select count(*)::int as n from evaluation_answer`
  const [before] = await db.owner<{ n: number }>(sheets)
  expect(await seedEvaluations({ ...seeding, wanted: 8 })).toBe(0)
  expect(await db.owner(sheets)).toEqual([before])
  expect(await seedEvaluations({ ...seeding, wanted: 24 })).toBe(plans.length - 8)
  expect(await states()).toEqual({ closed: 14, concluded: 3, gathering: 1, improving: 2, model: 2, proposed: 1, scoring: 1 })
  expect(await seedEvaluations({ ...seeding, wanted: 24 })).toBe(0)
})

test('results are as planned, from 62 to 96, with a plan below 80, and the register says who is a model', async () => {
  const rows = await db.owner<{ total: number; passes: boolean; latest: boolean; state: string; dimensions: number }>(
    `select r.total, r.passes, r.latest, c.state, (r.subject + r.process + r.content + r.performance + r.overall) as dimensions
     from evaluation_result r join case_file c on c.id = r.case_id order by r.total`,
  )
  expect(rows.every(({ total, dimensions }) => total === dimensions)).toBe(true)
  expect([Math.round(rows[0]!.total / 100), Math.round(rows.at(-1)!.total / 100)]).toEqual([62, 96])
  expect(rows.filter(({ passes, latest }) => latest && !passes).map(({ state }) => state)).toEqual(['improving', 'improving'])
  expect(rows.filter(({ latest }) => !latest)).toHaveLength(1)
  expect(rows.filter(({ state, total }) => (state === 'model' || state === 'proposed') && total <= 9_000)).toEqual([])
  expect(await db.owner(`select 1 from organisation_fact where fact = 'modelFirm'`)).toHaveLength(2)
})

test('every stored result comes out again from the log, every count from the sheets, every kept row from its case', async () => {
  const cases = await db.owner<{ id: Id; facts: Facts }>(`select id, facts from case_file where procedure = 'bargaining-evaluation'`)
  for (const { id, facts } of cases) {
    const { rubric, tally } = facts.closings.at(-1) ?? {}
    if (!rubric || !tally) continue
    const attempt = facts.planResults.length + 1
    const again = await db.within(houseScope(district), (q) => tallyOf(q as Ask, district, id, attempt, facts.opening!, rubric))
    expect(again).toEqual(tally)
    const recorded = facts.conclusions.at(-1)?.result
    if (recorded) expect(scoreOf(rubric, facts.scores.at(-1)!.scores, again)).toEqual(recorded)
  }
  expect(await faultsOfKept(db, district, new Map([[evaluation.procedure.id, evaluation]]))).toEqual([])
})

test('where questionnaires are open, codes are out and some sheets are in', async () => {
  const [open] = await db.owner<{ codes: number; sheets: number; invited: number }>(
    `select (select count(*)::int from evaluation_code k where k.case_id = c.id) as codes,
       (select count(*)::int from evaluation_answer a where a.case_id = c.id and a.role = 'workers') as sheets,
       (c.facts -> 'opening' ->> 'invitedWorkers')::int as invited
     from case_file c where c.procedure = 'bargaining-evaluation' and c.state = 'gathering'`,
  )
  expect(open!.codes).toBe(3)
  expect(open!.sheets).toBeGreaterThan(0)
  expect(open!.sheets).toBeLessThan(open!.invited)
})
