import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, organisationId } from '#registry/demo.ts'
import { openSecretBook } from '#registry/secrets/secret-book.server.ts'
import { testSecret } from '#registry/testing/deps-for-tests.server.ts'
import { seedRegional } from './seed.server.ts'

const db = await testDatabase()
const today = day('2026-11-22')
const secrets = await openSecretBook(db, testSecret)
await seedRegistry(db, today, secrets)
await secrets.close()
const now = { today, region: demoDistrict.region, calendar: nationalCalendar } as const

test('a federation that covers small firms has a contract in force that binds each of them, once', async () => {
  const owner = organisationId('freightFederation')
  const covered = ['qicheng', 'dongqu', 'zhongtuo', 'tengda'] as const
  for (const key of covered)
    await db.owner(
      `insert into union_cover (district_id, id, union_id, firm_id, since, source) values ($1, $2, $3, $4, '2020-01-01', '备案')`,
      [demoDistrict.id, newId(), owner, organisationId(key)],
    )
  await db.owner('update organisation set designated = false where id = any ($1)', [covered.map((key) => organisationId(key))])
  expect(await seedRegional(db, demoDistrict.id, now, 1)).toBe(1)
  expect(await seedRegional(db, demoDistrict.id, now, 1)).toBe(0)
  const rows = await db.owner<{ level: string; state: string; firms: number }>(
    `select c.level, f.state, (select count(*)::int from contract_cover v where v.case_id = c.case_id) as firms
     from contract c join case_file f on f.id = c.case_id where c.owner_id = $1`,
    [owner],
  )
  expect(rows).toEqual([{ level: 'industry', state: 'inForce', firms: 4 }])
})
