/** The demonstration's awards on a small district with a contract: told by the rules, kept in the table, never told twice. */
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, organisationId } from '#registry/demo.ts'
import { contractFor } from '../contract-for-tests.server.ts'
import { seedAwards } from './seed.server.ts'

const today = day('2026-11-22')
const now = { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
const db = await testDatabase()
await seedRegistry(db, today)
const contract = contractFor(db.owner, organisationId('ruidingUnion'), organisationId('ruiding'))

test('as many as there are workers for, each by the contract in force, and only once', async () => {
  const seeding = { db, district: demoDistrict.id, now, wanted: 40 }
  expect(await seedAwards(seeding)).toBe(0)
  await contract({
    number: '瑞协〔2026〕1号',
    since: '2026-06-01',
    until: '2027-05-31',
    clauses: [
      { meaning: 'skillAllowance', grade: 4, value: 30_000 },
      { meaning: 'contestPrize', level: '区级', value: 80_000 },
    ],
  })
  expect(await seedAwards(seeding)).toBe(4)
  const rows = await db.owner<{ fen: number; since: string }>(
    'select amount_fen::int as fen, since from entitlement order by since, amount_fen',
  )
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.every(({ fen, since }) => (fen === 30_000 || fen === 80_000) && since >= '2026-06-01')).toBe(true)
  expect(await seedAwards(seeding)).toBe(0)
})
