/** Merging on a real database: merged and undone is as if nothing had been, whatever the rows; what changed since goes back with its row. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Id } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { openSecretBook } from '../../secrets/secret-book.server.ts'
import { testSecret } from '../../testing/deps-for-tests.server.ts'
import { verifyAudit } from '../audit/verify.server.ts'
import { addPerson, engage, givePost, layOutDistrict, place, testDay } from '../testing/people-for-tests.server.ts'
import { type Choices, mergeFields } from './merge-fields.ts'
import { mergePeople } from './merge.server.ts'
import { forgetAsides, undoMerge } from './undo.server.ts'

const db = await testDatabase()
const here = await layOutDistrict(db)
const { district, streets, firms, unions } = here
const book = await openSecretBook(db, testSecret)
const secrets = await book.of(district)
const house = houseScope(district)
const boss = await addPerson(db, secrets, { name: '周敏', unit: streets[0] })
const by = { by: boss, byName: '周敏' } as const
const at = new Date('2026-11-22T09:30:00+08:00')

const merge = (kept: Id, gone: Id, choices: Choices = {}) =>
  db.within(house, (q) => mergePeople(q, secrets, { district, kept, gone, choices, reason: '同一人', today: testDay, at, by }))
const undo = (id: Id, today = testDay) =>
  db.within(house, (q) => undoMerge(q, secrets, { district, merge: id, reason: '看错了', today, at, by }))

/** All the registry's rows but the logs, and the kept counts summed. */
async function registry(): Promise<unknown> {
  const [row] = await db.owner<{ all: unknown }>(
    `select json_build_object(
      'person', (select json_agg(to_jsonb(p) - 'updated_at' order by p.id) from person p),
      'secret', (select json_agg(s order by s.person_id, s.field) from person_secret s),
      'engagement', (select json_agg(e order by e.id) from engagement e),
      'post', (select json_agg(h order by h.id) from post h),
      'consent', (select json_agg(c order by c.id) from consent c),
      'request', (select json_agg(r order by r.id) from data_request r),
      'aside', (select count(*) from person_merge_secret),
      'tally', (select json_agg(t order by t) from (
        select unit_id, active, skill, sum(people) as people from person_tally group by 1, 2, 3 having sum(people) <> 0) t)) as all`,
  )
  return row!.all
}

const one = async <Row>(sql: string, ...values: unknown[]): Promise<Row> => (await db.owner<Row>(sql, values))[0]!

let number = 0
const idNumber = (): string => `33010419${String(70 + (++number % 30))}0101${String(number).padStart(4, '0')}`

const personOf = fc.record({
  name: fc.constantFrom('张伟', '张玮', '张伟伟', '章伟'),
  birth: fc.option(fc.constantFrom('1990-01-01', '1990-10-01'), { nil: undefined }),
  unit: fc.constantFrom(undefined, ...streets),
  hasId: fc.boolean(),
  phone: fc.option(fc.constantFrom('13800000001', '13800000002'), { nil: undefined }),
  bankCard: fc.option(fc.constantFrom('6222020200000000001', '6222020200000000002'), { nil: undefined }),
  illness: fc.option(fc.constantFrom('肺结核', '乳腺癌'), { nil: undefined }),
  engagements: fc.array(
    fc.record({
      at: fc.constantFrom(0, 1),
      kind: fc.constantFrom('employment' as const, 'membership' as const),
      since: fc.constantFrom('2015-03-01', '2020-05-01', '2026-12-01'),
      until: fc.option(fc.constantFrom('2021-01-01', '2027-01-01'), { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
  post: fc.boolean(),
  consents: fc.subarray(['payment', 'hardship'] as const),
})

async function layOut(given: typeof personOf extends fc.Arbitrary<infer T> ? T : never): Promise<Id> {
  const id = await addPerson(db, secrets, { ...given, ...(given.hasId && { idNumber: idNumber() }) } as never)
  for (const { at: place_, kind, since, until } of given.engagements) {
    const organisation = (kind === 'employment' ? firms : unions)[place_]!
    if (until === undefined || until >= since)
      await engage(db, district, { person: id, organisation, kind, since, ...(until && { until }) })
  }
  if (given.post) await givePost(db, district, { person: id, organisation: unions[0], kind: 'unionOfficer', scope: 'self' })
  for (const purpose of given.consents)
    await db.owner(
      `insert into consent (district_id, id, person_id, purpose, version, channel, given_on) values ($1, gen_random_uuid(), $2, $3, 1, 'phone', '2026-01-01')`,
      [district, id, purpose],
    )
  return id
}

describe('merging', () => {
  test('several merges undone in the reverse order leave every row of the registry as it was', async () => {
    const choicesOf = fc.record(
      Object.fromEntries(mergeFields.map((field) => [field, fc.constantFrom('kept' as const, 'gone' as const)])),
      {
        requiredKeys: [],
      },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(personOf, { minLength: 3, maxLength: 3 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.boolean(),
        choicesOf,
        choicesOf,
        async (people, [x, y, z], chain, first, second) => {
          const ids: Id[] = []
          for (const one of people) ids.push(await layOut(one))
          await place(db, district, ids)
          const before = await registry()
          const one = await merge(ids[x!]!, ids[y!]!, first)
          const between = await registry()
          const two = chain ? await merge(ids[z!]!, ids[x!]!, second) : await merge(ids[x!]!, ids[z!]!, second)
          expect(await registry()).not.toEqual(between)
          await undo(two)
          expect(await registry()).toEqual(between)
          await undo(one)
          expect(await registry()).toEqual(before)
        },
      ),
      { numRuns: 40 },
    )
    expect(await verifyAudit(db, district)).toEqual([])
  })

  test('the kept one has what was chosen, opened with its own name on it; both ID numbers are still found', async () => {
    const [old, mine] = [idNumber(), idNumber()]
    const kept = await addPerson(db, secrets, { name: '李娜', idNumber: old, phone: '13900000001', unit: streets[0] })
    const gone = await addPerson(db, secrets, { name: '李娜娜', idNumber: mine, bankCard: '6222020200000000009', unit: streets[0] })
    const job = await engage(db, district, { person: gone, organisation: firms[0], kind: 'employment', since: '2020-01-01' })
    await place(db, district, [kept, gone])
    await merge(kept, gone, { name: 'gone', idNumber: 'gone', phone: 'gone' })

    const row = await one<{ name: string; id_number: Buffer; phone_sealed: Buffer; firm_id: Id }>(
      'select * from person where id = $1',
      kept,
    )
    expect([row.name, row.firm_id]).toEqual(['李娜娜', firms[0]])
    expect(secrets.open('idNumber', kept, row.id_number)).toBe(mine)
    // The gone one has no phone, so the kept one's stays whatever was ticked.
    expect(secrets.open('phone', kept, row.phone_sealed)).toBe('13900000001')
    const card = await one<{ sealed: Buffer }>(`select sealed from person_secret where person_id = $1 and field = 'bankCard'`, kept)
    expect(secrets.open('bankCard', kept, card.sealed)).toBe('6222020200000000009')
    expect((await one<{ person_id: Id }>('select person_id from engagement where id = $1', job)).person_id).toBe(kept)
    for (const known of [old, mine])
      expect(
        await one(
          'select coalesce(merged_into, id) as id from person where id_digest = any ($1::bytea[])',
          secrets.digests('idNumber', known),
        ),
      ).toEqual({ id: kept })
  })

  test('what changed since goes back with its row, what was added since stays with the kept one', async () => {
    const kept = await addPerson(db, secrets, { name: '王芳', phone: '13700000001', unit: streets[0] })
    const gone = await addPerson(db, secrets, { name: '汪芳', phone: '13700000002', birth: '1988-08-08', unit: streets[1] })
    const job = await engage(db, district, { person: gone, organisation: firms[1], kind: 'employment', since: '2020-01-01' })
    await place(db, district, [kept, gone])
    const id = await merge(kept, gone, { name: 'gone', phone: 'gone' })
    await db.owner(`update engagement set until = '2026-10-31', ended_how = 'left' where id = $1`, [job])
    const later = await engage(db, district, { person: kept, organisation: firms[0], kind: 'employment', since: '2026-11-01' })
    const phone = '13700000003'
    await db.owner(`update person set birth = '1988-08-18', phone_sealed = $2, phone_digest = $3 where id = $1`, [
      kept,
      secrets.seal('phone', kept, phone),
      secrets.digest('phone', phone),
    ])
    await undo(id)
    const [k, g] = [
      await one<Record<string, never>>('select * from person where id = $1', kept),
      await one<Record<string, never>>('select * from person where id = $1', gone),
    ]
    expect([k.name, k.birth, k.firm_id, k.merged_into]).toEqual(['王芳', '1988-08-18', firms[0], null])
    expect([g.name, g.birth, g.firm_id, g.merged_into]).toEqual(['汪芳', '1988-08-08', null, null])
    expect(secrets.open('phone', kept, k.phone_sealed as never)).toBe(phone)
    expect(secrets.open('phone', gone, g.phone_sealed as never)).toBe('13700000002')
    expect(await one('select person_id, until from engagement where id = $1', job)).toEqual({ person_id: gone, until: '2026-10-31' })
    expect(await one('select person_id from engagement where id = $1', later)).toEqual({ person_id: kept })
  })

  test('a merge is undone once, within its days, later ones first, and of two at once one is told', async () => {
    const [a, b, c] = [
      await addPerson(db, secrets, { name: '赵一', phone: '13600000001' }),
      await addPerson(db, secrets, { name: '赵二', phone: '13600000002' }),
      await addPerson(db, secrets, { name: '赵三' }),
    ]
    const first = await merge(a, b, { phone: 'gone' })
    await expect(merge(c, b)).rejects.toMatchObject({ parts: { status: 409 } })
    const second = await merge(c, a)
    await expect(undo(first)).rejects.toMatchObject({ parts: { status: 409 } })
    expect(await one('select merged_into from person where id = $1', b)).toEqual({ merged_into: c })
    await undo(second)
    await expect(undo(first, '2026-12-23' as never)).rejects.toMatchObject({ parts: { status: 409 } })
    const both = await Promise.allSettled([undo(first, '2026-12-22' as never), undo(first)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(undo(first)).rejects.toMatchObject({ parts: { status: 409 } })
  })

  test('what was laid aside is forgotten when undoing is over', async () => {
    const kept = await addPerson(db, secrets, { name: '钱一', phone: '13500000001' })
    const gone = await addPerson(db, secrets, { name: '钱二', phone: '13500000002' })
    await merge(kept, gone, { phone: 'gone' })
    const asides = () => one<{ n: number }>('select count(*)::int as n from person_merge_secret where person_id = any ($1)', [kept, gone])
    await db.within(house, (q) => forgetAsides(q, district, '2026-12-22' as never))
    expect((await asides()).n).toBe(2)
    await db.within(house, (q) => forgetAsides(q, district, '2026-12-23' as never))
    expect((await asides()).n).toBe(0)
    const [left] = await db.owner<{ before: unknown }>('select before from person_merge where kept_id = $1', [kept])
    expect(left!.before).toEqual({ gone: { name: '钱二' } })
  })
})
