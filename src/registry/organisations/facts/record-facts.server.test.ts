/** Facts in the database after anything was recorded, corrected and withdrawn in any order: never two at once, and the row says what holds today. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { Problem } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { demoDistrict } from '../../demo.ts'
import type { FactKind, Organisation } from '../../organisation.ts'
import { testDay } from '../../testing/registry-for-tests.server.ts'
import { writeOrganisations } from '../places/write-organisations.server.ts'
import { correctFact, withdrawFacts } from './correct-facts.server.ts'
import { type FactRow, recordFacts } from './record-facts.server.ts'

const db = await testDatabase()
const district = demoDistrict.id
const scope = houseScope(district)
const by = newId()
await db.owner(`insert into district (id, name, short_name, region) values ($1, '试验区', '试验', 'CN-ZJ-HZ')`, [district])

const start = addDays(testDay, -30)
const at = (n: number) => addDays(start, n)
const values = { employees: [1, 2, 3], designated: [true, false], address: ['甲', '乙'], name: ['甲公司', '乙公司'] } as const
const kinds = Object.keys(values) as (keyof typeof values)[]

const row = fc
  .record({ fact: fc.constantFrom(...kinds), value: fc.nat(2), since: fc.nat(60), lasts: fc.option(fc.nat(20), { nil: undefined }) })
  .map(({ fact, value, since, lasts }) => ({
    fact: fact as FactKind,
    value: values[fact][value % values[fact].length],
    since: at(since),
    ...(lasts !== undefined && { until: at(since + lasts) }),
    source: '试验',
  }))
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 4 }), renew: fc.boolean(), mend: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ withdraw: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ correct: fc.nat(9), since: fc.nat(60), value: fc.nat(2) }) },
)

async function doneTo(firm: Organisation, what: typeof deed extends fc.Arbitrary<infer D> ? D : never): Promise<void> {
  const known = await db.owner<{ id: string; fact: (typeof kinds)[number] }>(
    'select id, fact from organisation_fact where organisation_id = $1 order by fact, since',
    [firm.id],
  )
  await db.within(scope, async (q) => {
    if ('rows' in what) {
      const rows = what.rows.map((one): FactRow => ({ ...one, organisation: firm.id }))
      const mend = what.mend ? { mend: '更新' } : {}
      const {
        written,
        known: same,
        mended,
        faults,
      } = await recordFacts(q, { district, today: testDay, by, renew: what.renew, ...mend }, rows)
      expect(written.length + same.length + mended.length + faults.length).toBe(rows.length)
    } else if ('withdraw' in what) {
      const one = known[what.withdraw % Math.max(1, known.length)]
      if (one) await withdrawFacts(q, { district, today: testDay, by, reason: '试验' }, [one.id])
    } else {
      const one = known[what.correct % Math.max(1, known.length)]
      if (!one) return
      const value = values[one.fact][what.value % values[one.fact].length]!
      await correctFact(q, firm, one.id, { value, since: at(what.since), reason: '试验' }, { today: testDay, by })
    }
  })
}

test('never two at once, and the row says what holds today', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 7 }), async (deeds) => {
      const id = newId()
      const firm: Organisation = {
        id,
        district,
        kind: 'firm',
        name: '试验公司',
        shortName: '试验公司',
        path: [id],
        designated: false,
        mediates: false,
        standing: 'standing',
        since: start,
      }
      await db.within(scope, (q) => writeOrganisations(q, { district, by, source: '登记' }, [firm]))
      for (const what of deeds)
        await doneTo(firm, what).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error
        })
      const overlapping = await db.owner(
        `select 1 from organisation_fact a join organisation_fact b on b.organisation_id = a.organisation_id and b.fact = a.fact and b.id <> a.id
         where a.organisation_id = $1 and daterange(a.since, a.until, '[]') && daterange(b.since, b.until, '[]')`,
        [id],
      )
      expect(overlapping).toEqual([])
      const [seen] = await db.owner<Record<string, unknown>>(
        `select employees, designated, address, name, sort_name like '% ' || name as spelt, short_name from organisation where id = $1`,
        [id],
      )
      const held = await db.owner<{ fact: string; value: unknown }>(
        `select fact, value from organisation_fact where organisation_id = $1 and since <= $2 and (until is null or until >= $2)`,
        [id, testDay],
      )
      const now = Object.fromEntries(held.map(({ fact, value }) => [fact, value]))
      expect({ ...seen, short_name: undefined }).toEqual({
        employees: now.employees ?? null,
        designated: now.designated ?? false,
        address: now.address ?? null,
        name: now.name ?? seen!.name,
        spelt: true,
        short_name: undefined,
      })
    }),
    { numRuns: 60 },
  )
})

test('a list of 700 firms is taken in by a handful of statements, and another district sees nothing of it', async () => {
  const firms = Array.from({ length: 700 }, (_, n): Organisation => {
    const id = newId()
    const name = `名单企业${n}`
    const known = { kind: 'firm', designated: false, mediates: false, standing: 'standing', since: start } as const
    return { id, district, name, shortName: name, path: [id], ...known }
  })
  let statements = 0
  await db.within(scope, async (q) => {
    await writeOrganisations(q, { district, by: null, source: '登记' }, firms)
    const counted: typeof q = (sql, params) => {
      statements++
      return q(sql, params)
    }
    const rows = firms.map(({ id }): FactRow => ({ organisation: id, fact: 'designated', value: true, since: start, source: '名单' }))
    const { written, faults } = await recordFacts(counted, { district, today: testDay, by: null, renew: true }, rows)
    expect([written.length, faults]).toEqual([700, []])
  })
  expect(statements).toBeLessThan(10)
  const elsewhere = houseScope('00000000-0000-7000-8000-0000000000ff')
  for (const table of ['organisation_fact', 'organisation_place', 'organisation_change', 'union_term', 'union_cover'])
    expect(await db.ask(elsewhere, `select 1 from ${table} limit 1`), table).toEqual([])
  await expect(db.ask(scope, 'update organisation_change set reason = null')).rejects.toThrow()
})
