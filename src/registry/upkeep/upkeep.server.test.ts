/** A new day: who began or left is seen by whom it should be, facts turn, and the counts still balance. */
import { expect, test } from 'vitest'
import { addDays, type Day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { demoDistrict, demoPeople, organisationId } from '../demo.ts'
import { seedRegistry } from '../demo.server.ts'
import { testDay } from '../testing/registry-for-tests.server.ts'
import { keepDay } from './upkeep.server.ts'

const db = await testDatabase()
await seedRegistry(db, testDay)
const district = demoDistrict.id
const { id } = demoPeople.chenGuoqiang
const placeOf = async () =>
  (await db.owner<{ firm: string | null; active: boolean }>('select firm_id as firm, active from person where id = $1', [id]))[0]!
const tally = async () => {
  const [row] = await db.owner<{ rows: number; people: number; real: number }>(
    `select count(*)::int as rows, sum(people)::int as people, (select count(*)::int from person where merged_into is null) as real from person_tally`,
  )
  return row!
}

test('an engagement that ends and one that begins turn on their days, once', async () => {
  const last = addDays(testDay, 3)
  await keepDay(db, district, testDay)
  await db.owner('update engagement set until = $2 where person_id = $1', [id, last])
  await db.owner(
    `insert into engagement (district_id, id, person_id, organisation_id, kind, since) values ($1, $2, $3, $4, 'employment', $5)`,
    [district, newId(), id, organisationId('ruiding'), addDays(last, 3)],
  )
  const on = (days: number): Promise<boolean> => keepDay(db, district, addDays(last, days) as Day)
  await on(0)
  expect(await placeOf()).toEqual({ firm: organisationId('qicheng'), active: true })
  expect(await on(1)).toBe(true)
  expect(await placeOf()).toEqual({ firm: null, active: false })
  expect(await on(1)).toBe(false)
  // The house stood still for some days: what turned meanwhile is made up for.
  expect(await on(9)).toBe(true)
  expect(await placeOf()).toEqual({ firm: organisationId('ruiding'), active: true })
})

test('counts are folded without changing', async () => {
  for (let n = 0; n < 3; n++)
    await db.ask(houseScope(district), 'update person set skill = $2 where district_id = $1 and id = $3', [district, n + 1, id])
  const before = await tally()
  await keepDay(db, district, testDay)
  const after = await tally()
  expect(after.people).toBe(before.people)
  expect(after.people).toBe(after.real)
  expect(after.rows).toBeLessThan(before.rows)
})
