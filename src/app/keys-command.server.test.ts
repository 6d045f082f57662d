/** `hexie keys` as an operator types it. */
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { StartProblem } from '#platform/start-problem.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { openSecrets } from '#registry/secrets/data-keys.server.ts'
import { keysCommand } from './keys-command.server.ts'

const db = await testDatabase()
const [old, fresh] = ['the secret of the house in a test, the old', 'the secret of the house in a test, the new']
const district = newId()
await db.owner(`insert into district (id, name, short_name, region) values ($1, '钱塘区', '钱塘', 'CN-ZJ-HZ')`, [district])

async function type(words: string, secret = old, previous?: string): Promise<readonly string[]> {
  const said: string[] = []
  await keysCommand(words.split(' '), { db, config: { secret, dataFolder: '/nowhere' }, previous, say: (line) => void said.push(line) })
  return said
}

test('rotate, list and rewrap', async () => {
  expect(await type('list')).toEqual(['钱塘区  还没有密钥 no keys yet'])
  const before = await openSecrets(db, district, old)
  const person = newId()
  const sealed = before.seal('phone', person, '13812345678')
  expect((await type('rotate'))[0]).toMatch('seal 2')
  expect((await type('rotate --digest'))[0]).toMatch('digest 2')
  const listed = await type('list')
  expect(listed.map((line) => line.split(/\s+/).slice(1, 3).join(' '))).toEqual(['digest 1', 'digest 2', 'seal 1', 'seal 2'])
  expect(listed.map((line) => line.includes('retired'))).toEqual([true, false, true, false])
  await expect(type('rewrap', fresh)).rejects.toThrow(StartProblem)
  expect((await type('rewrap', fresh, old))[0]).toMatch(/4$/)
  expect((await type('rewrap', fresh, old))[0]).toMatch(/0$/)
  expect((await openSecrets(db, district, fresh)).open('phone', person, sealed)).toBe('13812345678')
  await expect(type('rotate', old)).rejects.toThrow('HEXIE_SECRET')
})

test('words it does not know are named', async () => {
  await expect(type('burn')).rejects.toThrow('rotate')
  await expect(type('list --digest')).rejects.toThrow(StartProblem)
})
