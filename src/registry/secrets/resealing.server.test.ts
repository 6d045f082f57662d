/** The carrying-over ends when it is asked to, also where there is nothing to carry. */
import { expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testSecret } from '../testing/deps-for-tests.server.ts'
import { keepResealing } from './resealing.server.ts'
import { openSecretBook } from './secret-book.server.ts'

test('a house without districts is quiet, and closes', async () => {
  const db = await testDatabase()
  const book = await openSecretBook(db, testSecret)
  const failures: Error[] = []
  const resealing = await keepResealing({ db, book, failed: (error) => failures.push(error) })
  await resealing.quiet()
  await resealing.close()
  await book.close()
  expect(failures).toEqual([])
})
