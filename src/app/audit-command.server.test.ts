/** `hexie audit` on a real database: whole chains pass, a changed entry is named, one cut off is seen against the anchor. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { record } from '#registry/privacy/audit.server.ts'
import { verifyChains, writeAnchor } from './audit-command.server.ts'

const db = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'hexie-anchor-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const said: string[] = []
const command = { db, say: (line: string) => void said.push(line) }
const [district, by] = [newId(), newId()]
const look = (reason: string) =>
  db.within(houseScope(district), (q) =>
    record(q, { district, by, byName: '周敏', kind: 'sight', about: by, what: { field: 'phone', reason } }),
  )

test('an anchor shows what the chains alone cannot', async () => {
  await db.owner(`insert into district (id, name, short_name, region) values ($1, '钱塘区总工会', '钱塘', 'CN-ZJ-HZ')`, [district])
  for (const reason of ['一', '二', '三']) await look(reason)
  const anchor = join(folder, 'anchor.jsonl')
  await writeAnchor(command, anchor)
  expect(
    (await readFile(anchor, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ district, kind: 'audit', chain: by, seq: 3 }])
  await expect(writeAnchor(command, anchor)).rejects.toThrow(/exists/)
  await look('四')
  await verifyChains(command, anchor)

  await db.owner('alter table audit_entry disable trigger user')
  await db.owner('delete from audit_entry where seq >= 3')
  await verifyChains(command)
  await expect(verifyChains(command, anchor)).rejects.toThrow(/1/)
  expect(said.at(-1)).toContain(`audit ${by}  seq 3`)

  await db.owner(`update audit_entry set by_name = '别人' where seq = 2`)
  await expect(verifyChains(command)).rejects.toThrow()
  expect(said.at(-1)).toContain(`audit ${by}  seq 2`)
})

test('what is no anchor is told in a sentence', async () => {
  await expect(verifyChains(command, join(folder, 'none'))).rejects.toThrow()
  const other = join(folder, 'other.txt')
  await writeFile(other, 'hello\n')
  await expect(verifyChains(command, other)).rejects.toThrow(/anchor/)
})
