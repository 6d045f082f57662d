/** The filling: whole steps that go on after a stop; people who stand where the database itself would place them, with numbers that open. */
import { expect, onTestFinished, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { type Database, openDatabase } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { demoDistrict, demoPeople } from '../../demo.ts'
import { seedRegistry } from '../../demo.server.ts'
import { spellPeople } from '../../pinyin.server.ts'
import { openSecrets } from '../../secrets/data-keys.server.ts'
import { districtCounts, filledSoFar, fillDistrict } from './fill.server.ts'
import { writePeople } from './people/people-rows.server.ts'
import { openSpeller } from './people/speller.server.ts'
import { districtPlan } from './plan.ts'

const today = day('2026-11-22')
const secret = 'a secret for tests, long enough to be one'
const most = 2_500
const step = 1_500

/** With fresh connections: those that wrote the first few rows still plan for a few. */
async function seededDatabase(): Promise<Database> {
  const first = await testDatabase()
  await seedRegistry(first, today)
  const db = openDatabase({ url: first.url, connections: 2 })
  onTestFinished(() => db.close())
  return db
}

test('stopped after one step it goes on at the next start, also on another day, and nothing is there twice', async () => {
  const db = await seededDatabase()
  const scope = houseScope(demoDistrict.id)
  const secrets = await openSecrets(db, demoDistrict.id, secret)
  const before = await db.ask<{ id: string }>(scope, 'select * from person where id = $1', [demoPeople.chenGuoqiang.id])
  expect(await filledSoFar(db)).toBeUndefined()
  let steps = 0
  const first = await fillDistrict({ db, secrets, today, most, step, stopped: () => steps++ > 0 })
  expect(first.done > 0 && first.done < most).toBe(true)
  expect(await filledSoFar(db)).toEqual(first)
  const second = await fillDistrict({ db, secrets, today: day('2026-11-25'), most, step })
  expect(second).toEqual({ day: today, done: most, of: first.of })
  expect(await fillDistrict({ db, secrets, today, most, step })).toEqual(second)
  const [named] = await db.ask<{ many: number }>(scope, 'select count(*)::int as many from person where id_number is null')
  expect(await districtCounts(db, today)).toMatchObject({ firms: 3_000, designated: 677, people: most + named!.many })
  expect(await db.ask(scope, 'select * from person where id = $1', [demoPeople.chenGuoqiang.id])).toEqual(before)
})

test('people of every part stand where the database itself would place them; names are spelt and numbers sealed as everywhere', async () => {
  const db = await seededDatabase()
  const scope = houseScope(demoDistrict.id)
  const secrets = await openSecrets(db, demoDistrict.id, secret)
  await fillDistrict({ db, secrets, today, most: 0 })
  const { people } = districtPlan(today, [])
  const made = Array.from({ length: 1_500 }, (_, n) => people.some(n * Math.floor(people.many / 1_500), 1)[0]!)
  const speller = await openSpeller()
  await db.within(scope, (q) => writePeople(made, secrets, speller).write(q))
  const places = 'select id, firm_id, union_id, unit_id, elsewhere, member_since, active from person where id = any ($1) order by id'
  const ids = made.map(({ id }) => id)
  const planned = await db.ask(scope, places, [ids])
  await db.ask(scope, 'select hexie_place_people($1, $2, $3)', [demoDistrict.id, ids, today])
  expect(await db.ask(scope, places, [ids])).toEqual(planned)

  const rows = await db.ask<{ id: string; name: string; sort_name: string; initials: string; id_number: Buffer; id_digest: Buffer }>(
    scope,
    'select id, name, sort_name, initials, id_number, id_digest from person where id = any ($1) order by id',
    [ids],
  )
  const spelt = await spellPeople(rows.map(({ name }) => name))
  expect(rows.map(({ sort_name, initials }) => ({ sort_name, initials }))).toEqual(
    spelt.map(({ sortName, initials }) => ({ sort_name: sortName, initials })),
  )
  for (const [at, row] of rows.entries()) {
    expect(row.name).toBe(made[at]!.surname + made[at]!.given)
    expect(secrets.open('idNumber', row.id, row.id_number)).toBe(made[at]!.idNumber)
    expect(row.id_digest.equals(secrets.digest('idNumber', made[at]!.idNumber))).toBe(true)
  }
})
