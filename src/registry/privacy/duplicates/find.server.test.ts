/** Duplicates on a real database: each rule finds its pair and no others, the whole pass and the small one agree. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { openSecretBook } from '../../secrets/secret-book.server.ts'
import { testSecret } from '../../testing/deps-for-tests.server.ts'
import { addPerson, engage, layOutDistrict, type NewPerson, place, testDay } from '../testing/people-for-tests.server.ts'
import { findAllAlike, findAlikeOf } from './find.server.ts'

const db = await testDatabase()
const here = await layOutDistrict(db)
const { district, firms } = here
const secrets = await (await openSecretBook(db, testSecret)).of(district)
const names = new Map<Id, string>()
const person = async (label: string, given: NewPerson): Promise<Id> => {
  const id = await addPerson(db, secrets, given)
  names.set(id, label)
  return id
}

beforeAll(async () => {
  const phone = '13800000001'
  await person('phone1', { name: '张伟', spelling: 'zhangwei', phone })
  await person('phone2', { name: '章玮', spelling: 'zhangwei', phone })
  await person('phone: another name', { name: '刘洋', spelling: 'liuyang', phone })
  await person('birth1', { name: '李娜', birth: '1990-01-02', idNumber: '330104199001020001' })
  await person('birth2', { name: '李娜', birth: '1990-01-02' })
  await person('birth: another day', { name: '李娜', birth: '1990-01-03' })
  await person('numbers1', { name: '王芳', birth: '1991-01-01', idNumber: '330104199101010001' })
  await person('numbers2', { name: '王芳', birth: '1991-01-01', idNumber: '330104199101010002' })
  const both = [await person('firm1', { name: '陈静' }), await person('firm2', { name: '陈静', idNumber: '330104199201010001' })]
  const elsewhere = await person('firm: another', { name: '陈静' })
  for (const id of both) await engage(db, district, { person: id, organisation: firms[0], kind: 'employment', since: '2020-01-01' })
  await engage(db, district, { person: elsewhere, organisation: firms[1], kind: 'employment', since: '2020-01-01' })
  for (let n = 0; n < 13; n++) await person(`many${n}`, { name: '赵强', spelling: 'zhaoqiang', phone: '13900000009' })
  await place(db, district, [...names.keys()])
})

const pairs = async (): Promise<readonly (readonly [string, string])[]> =>
  (await db.owner<{ a: Id; b: Id; reasons: string[] }>('select a, b, reasons from person_alike')).map(
    ({ a, b, reasons }) => [[names.get(a), names.get(b)].sort().join(' '), reasons.join(' ')] as const,
  )
const expected = [
  ['birth1 birth2', 'nameBirth'],
  ['firm1 firm2', 'nameFirm'],
  ['phone1 phone2', 'phone'],
]

describe('finding duplicates', () => {
  test('the whole pass finds exactly the pairs that have something in common', async () => {
    await findAllAlike(db, district, testDay)
    expect([...(await pairs())].sort()).toEqual(expected)
  })

  test('the small pass finds the same for the people that changed', async () => {
    await db.owner('delete from person_alike')
    await db.within(houseScope(district), (q) => findAlikeOf(q, district, [...names.keys()], testDay))
    expect([...(await pairs())].sort()).toEqual(expected)
    await db.owner('delete from person_alike')
    const one = [...names].find(([, label]) => label === 'birth1')![0]
    await db.within(houseScope(district), (q) => findAlikeOf(q, district, [one], testDay))
    expect(await pairs()).toEqual([expected[0]])
  })

  test('a pair judged to be two stays judged, one with nothing in common any more goes', async () => {
    await findAllAlike(db, district, testDay)
    await db.owner(`update person_alike set dismissed_at = now(), dismissed_because = '双胞胎' where reasons = '{nameBirth}'`)
    await db.owner(`update person set phone_digest = null where name = '章玮'`)
    await findAllAlike(db, district, testDay)
    expect([...(await pairs())].sort()).toEqual(expected.slice(0, 2))
    expect(await db.owner('select dismissed_because from person_alike where dismissed_at is not null')).toEqual([
      { dismissed_because: '双胞胎' },
    ])
  })
})
