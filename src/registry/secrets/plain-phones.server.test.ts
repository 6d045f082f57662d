/** Numbers stored in plain by an earlier version are sealed once, and found again by their digest. */
import { expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { day } from '#kernel/day.ts'
import { demoDistrict, demoPeople } from '../demo.ts'
import { seedRegistry } from '../demo.server.ts'
import { testSecret } from '../testing/deps-for-tests.server.ts'
import { sealPlainPhones } from './plain-phones.server.ts'
import { openSecretBook } from './secret-book.server.ts'

test('none is left in plain, and each opens for its person', async () => {
  const db = await testDatabase()
  await seedRegistry(db, day('2026-11-22'))
  const { id } = demoPeople.chenGuoqiang
  await db.owner(`update person set phone_plain = '13812345678' where id = $1`, [id])
  const book = await openSecretBook(db, testSecret)
  expect(await sealPlainPhones(db, book)).toBe(1)
  expect(await sealPlainPhones(db, book)).toBe(0)
  const secrets = await book.of(demoDistrict.id)
  const [row] = await db.owner<{ plain: string | null; sealed: Buffer; found: boolean }>(
    'select phone_plain as plain, phone_sealed as sealed, phone_digest = any ($2::bytea[]) as found from person where id = $1',
    [id, secrets.digests('phone', '138 1234 5678')],
  )
  expect(row!.plain).toBeNull()
  expect(row!.found).toBe(true)
  expect(secrets.open('phone', id, row!.sealed)).toBe('13812345678')
  await book.close()
})
