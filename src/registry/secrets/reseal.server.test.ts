/** Keys changed over a register that is being used: nothing is lost, nothing found twice, the work goes on where it stopped. */
import { expect, test } from 'vitest'
import { type Id, newId } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { checkDigitOf } from '../id-number.ts'
import type { Secrets } from './cipher.server.ts'
import { openSecrets, rotateKey } from './data-keys.server.ts'
import { type Resealed, reseal } from './reseal.server.ts'
import { keepResealing } from './resealing.server.ts'
import { openSecretBook } from './secret-book.server.ts'

const db = await testDatabase()
const master = 'the secret of a house in a test, long enough'
const numberOf = (at: number): string => {
  const first = `33010419900101${String(at).padStart(3, '0')}`
  return first + checkDigitOf(first)
}
const phoneOf = (at: number): string => `138${String(at).padStart(8, '0')}`

interface Registered {
  readonly district: Id
  readonly people: readonly Id[]
  readonly secrets: Secrets
}

async function registered(count: number): Promise<Registered> {
  const district = newId()
  await db.owner(`insert into district (id, name, short_name, region) values ($1, '钱塘区', '钱塘', 'CN-ZJ-HZ')`, [district])
  const secrets = await openSecrets(db, district, master)
  const people: Id[] = []
  for (let at = 0; at < count; at++) people.push(await enter(secrets, at))
  return { district, people, secrets }
}

async function enter({ district, seal, digest }: Secrets, at: number): Promise<Id> {
  const id = newId()
  await db.within(houseScope(district), async (q) => {
    await q(
      `insert into person (district_id, id, name, id_number, id_digest, phone_sealed, phone_digest) values ($1, $2, '张三', $3, $4, $5, $6)`,
      [
        district,
        id,
        seal('idNumber', id, numberOf(at)),
        digest('idNumber', numberOf(at)),
        seal('phone', id, phoneOf(at)),
        digest('phone', phoneOf(at)),
      ],
    )
    await q(`insert into person_secret (district_id, person_id, field, sealed, digest) values ($1, $2, 'illness', $3, null)`, [
      district,
      id,
      seal('illness', id, '尘肺'),
    ])
  })
  return id
}

const find = async (secrets: Secrets, number: string): Promise<readonly Id[]> =>
  (
    await db.ask<{ id: Id }>(houseScope(secrets.district), 'select id from person where district_id = $1 and id_digest = any ($2)', [
      secrets.district,
      secrets.digests('idNumber', number),
    ])
  ).map(({ id }) => id)

async function versions(district: Id): Promise<readonly unknown[]> {
  return await db.ask(
    houseScope(district),
    `select distinct get_byte(p.id_number, 0) as id, get_byte(p.id_digest, 0) as id_digest, get_byte(p.phone_sealed, 0) as phone,
       get_byte(p.phone_digest, 0) as phone_digest, get_byte(s.sealed, 0) as illness
     from person p join person_secret s on s.district_id = p.district_id and s.person_id = p.id order by 1, 2`,
  )
}

const retired = async (district: Id): Promise<readonly string[]> =>
  (
    await db.ask<{ name: string }>(
      houseScope(district),
      `select purpose || version as name from data_key where retired_at is not null order by 1`,
    )
  ).map(({ name }) => name)

test('both keys changed: everything is carried over, stays readable and is found all along', async () => {
  const { district, people, secrets: before } = await registered(23)
  await rotateKey(db, district, master, 'seal')
  await rotateKey(db, district, master, 'digest')
  const secrets = await openSecrets(db, district, master)
  let looked = 0
  const done = await reseal(db, secrets, {
    batch: 5,
    told: () => looked++,
  })
  expect(done).toEqual({ carried: 23 * 3, unreadable: 0, left: 0 } satisfies Resealed)
  expect(looked).toBeGreaterThan(10)
  expect(await versions(district)).toEqual([{ id: 2, id_digest: 2, phone: 2, phone_digest: 2, illness: 2 }])
  expect(await retired(district)).toEqual(['digest1', 'seal1'])
  for (const [at, person] of people.entries()) expect(await find(secrets, numberOf(at))).toEqual([person])
  // A server that still writes with the keys of before is not locked out, and what it wrote is found and carried later.
  const late = await enter(before, 500)
  expect(await find(secrets, numberOf(500))).toEqual([late])
  expect(await reseal(db, secrets)).toEqual({ carried: 3, unreadable: 0, left: 0 })
  const [row] = await db.ask<{ sealed: Buffer }>(houseScope(district), 'select id_number as sealed from person where id = $1', [late])
  expect(secrets.open('idNumber', late, row!.sealed)).toBe(numberOf(500))
})

test('stopped in the middle, everybody is found; the next run does only the rest', async () => {
  const { district, people } = await registered(12)
  await rotateKey(db, district, master, 'digest')
  const secrets = await openSecrets(db, district, master)
  let batches = 0
  const first = await reseal(db, secrets, { batch: 4, told: () => batches++, stopped: () => batches >= 2 })
  expect(first.carried).toBe(8)
  expect(first.left).toBe(16)
  expect(await retired(district)).toEqual([])
  for (const [at, person] of people.entries()) expect(await find(secrets, numberOf(at))).toEqual([person])
  expect(await reseal(db, secrets)).toEqual({ carried: 16, unreadable: 0, left: 0 })
  expect(await retired(district)).toEqual(['digest1'])
})

test('a row in somebody’s hands is passed over without waiting, and found by the next run', async () => {
  const { district, people } = await registered(3)
  await rotateKey(db, district, master, 'seal')
  const secrets = await openSecrets(db, district, master)
  await db.within(houseScope(district), async (q) => {
    await q('select 1 from person where district_id = $1 and id = $2 for update', [district, people[1]])
    const done = await reseal(db, secrets, { batch: 2 })
    expect(done).toEqual({ carried: 7, unreadable: 0, left: 2 })
  })
  expect(await retired(district)).toEqual([])
  expect(await reseal(db, secrets)).toEqual({ carried: 2, unreadable: 0, left: 0 })
})

test('what was changed from outside is counted, left as it is, and does not stop the rest', async () => {
  const { district, people } = await registered(3)
  await db.owner('update person set id_number = (select id_number from person where id = $2) where id = $1', [people[0], people[1]])
  await rotateKey(db, district, master, 'seal')
  expect(await reseal(db, await openSecrets(db, district, master))).toEqual({ carried: 8, unreadable: 1, left: 1 })
  expect(await retired(district)).toEqual([])
})

test('one number entered twice while the digest key changed is left for people to merge', async () => {
  const { district, people } = await registered(2)
  await rotateKey(db, district, master, 'digest')
  const secrets = await openSecrets(db, district, master)
  const twin = await enter(secrets, 0)
  expect(await reseal(db, secrets)).toEqual({ carried: 3, unreadable: 0, left: 1 })
  expect((await find(secrets, numberOf(0))).toSorted()).toEqual([people[0]!, twin].toSorted())
})

test('a running server carries over by itself when a key was made elsewhere', async () => {
  const { district } = await registered(5)
  const book = await openSecretBook(db, master)
  const failures: Error[] = []
  const { promise: done, resolve } = Promise.withResolvers<Resealed>()
  const resealing = await keepResealing({
    db,
    book,
    failed: (error) => void failures.push(error),
    told: (id, carried) => {
      if (id === district) resolve(carried)
    },
  })
  await resealing.quiet()
  await rotateKey(db, district, master, 'seal')
  expect(await done).toEqual({ carried: 15, unreadable: 0, left: 0 })
  await resealing.close()
  await book.close()
  expect(failures).toEqual([])
  expect(await versions(district)).toEqual([{ id: 2, id_digest: 1, phone: 2, phone_digest: 1, illness: 2 }])
})
