import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { seedFigures } from '#law/figures/seed-figures.server.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { faultsOfKept } from '#engine/upkeep/kept-check.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, organisationId } from '#registry/demo.ts'
import { openSecretBook } from '#registry/secrets/secret-book.server.ts'
import { testSecret } from '#registry/testing/deps-for-tests.server.ts'
import bargaining from '../index.ts'
import { stages } from './course.ts'
import { seedBargaining } from './seed.server.ts'

const db = await testDatabase()
const today = day('2026-11-22')
const secrets = await openSecretBook(db, testSecret)
await seedRegistry(db, today, secrets)
await secrets.close()
const district = demoDistrict.id
await db.within(houseScope(district), (q) => seedFigures(q, district, today))
const seeding = {
  db,
  district,
  now: { today, region: demoDistrict.region, calendar: nationalCalendar },
  wanted: { open: 12, past: 2, contracts: 12, workers: 4_000 },
  without: [organisationId('mingxi')],
} as const

test('firms bargain at every stage, each told as far as the law lets it, and once', async () => {
  const many = await seedBargaining(seeding)
  expect(many).toBeGreaterThan(20)
  const rows = await db.owner<{ state: string; n: number }>(
    `select state, count(*)::int as n from case_file where procedure = 'collective-bargaining' group by state`,
  )
  const states = Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  expect(Object.keys(states).toSorted()).toEqual([
    'atCongress',
    'carried',
    'drafted',
    'expired',
    'filed',
    'inForce',
    'negotiating',
    'offered',
    'preparing',
    'rejected',
    'served',
  ])
  expect(states.expired).toBe(2)
  expect(states.inForce).toBe(many - 14)
  expect(stages).toHaveLength(11)
  expect(await seedBargaining(seeding)).toBe(0)
})

test('every contract in force is in the register as its log says, above the minimum wage, and nobody’s is counted twice', async () => {
  const contracts = await db.owner<{ since: string; until: string; least: number }>(
    `select c.since::text, c.until::text, (select (e ->> 'value')::int from jsonb_array_elements(c.clauses) e where e ->> 'meaning' = 'minimumWage') as least from contract c where isfinite(until) and until >= '2026-11-22'`,
  )
  expect(contracts.length).toBeGreaterThan(8)
  for (const one of contracts) {
    expect(one.since <= '2026-11-22' && one.until >= '2026-11-22').toBe(true)
    if (one.least !== null) expect(one.least).toBeGreaterThan(266_000)
  }
  const [cover] = await db.owner<{ firms: number; rows: number }>(
    `select count(distinct firm_id)::int as firms, count(*)::int as rows from contract_cover where isfinite(until) and until >= '2026-11-22'`,
  )
  expect(cover!.firms).toBe(cover!.rows)
  expect(await faultsOfKept(db, district, new Map([[bargaining.procedure.id, bargaining]]))).toEqual([])
})
