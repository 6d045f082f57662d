/** Imports that are cut short, raced, lost and filled with chance: nothing is written twice, nothing is lost, and the counts always balance. */
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { demoFirms, organisationId } from '../demo.ts'
import type { ImportWire } from './import-wire.ts'
import { idOf, nameOf, phoneOf, sheet, testImports } from './testing/imports-for-tests.server.ts'

const { db, as } = await testImports()
const street = await as('street')
const baiyang = organisationId('baiyang')
const titles = ['姓名', '身份证号', '手机号', '所在单位', '入会日期']
const line = (n: number): (string | null)[] => [nameOf(n), idOf(n), phoneOf(n), demoFirms.ruiding.name, '2026-03-12']
const lines = (from: number, count: number) => Array.from({ length: count }, (_, n) => line(from + n))
const time = { timeout: 90_000 }

/** Holds a table so that whoever writes into it waits, cuts their connection once they do, and lets go. */
async function cutWriterOf(table: string, start: () => Promise<unknown>): Promise<void> {
  const holder = new pg.Client({ connectionString: db.url })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query(`lock table ${table} in share row exclusive mode`)
    await start()
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and state = 'active' and query like '%${table}%'`
    await expect.poll(async () => (await db.owner(cut)).length, { timeout: 30_000, interval: 30 }).toBeGreaterThan(0)
  } finally {
    await holder.query('rollback')
    await holder.end()
  }
}

const written = async (id: string) =>
  (await db.owner<{ n: number }>('select count(*) as n from person where source_import = $1', [id]))[0]!.n

test('cut in the middle of the check, it is checked again from the start', time, async () => {
  let id = ''
  await cutWriterOf('import_row', async () => (id = await street.put('members', baiyang, await sheet(titles, lines(0, 300)))))
  const seen = await street.rest(id)
  expect(seen).toMatchObject({ state: 'checked', counts: { read: 300, new: 300, valid: 300, wrong: 0 } })
})

test('cut in the middle of the writing, nothing is there; then it is written once and whole', time, async () => {
  const seen = await street.checked('members', baiyang, await sheet(titles, lines(0, 300)))
  let during = -1
  await cutWriterOf('engagement', async () => {
    await street.send('POST', `/api/imports/${seen.id}/commit`, {})
    during = await written(seen.id)
  })
  expect(during).toBe(0)
  const done = await street.rest(seen.id)
  expect(done).toMatchObject({ state: 'committed', committed: { new: 300, changed: 0, same: 0 } })
  expect(await written(seen.id)).toBe(300)
  const [jobs] = await db.owner<{ n: number }>('select count(*) as n from engagement where source_import = $1', [seen.id])
  expect(jobs!.n).toBe(600)
})

test('two files with the same people and two hands on each button: everybody once', time, async () => {
  const [a, b] = [
    await street.checked('members', baiyang, await sheet(titles, lines(1_000, 200))),
    await street.checked('members', baiyang, await sheet(titles, lines(1_100, 200))),
  ]
  const press = (id: string) => street.send<ImportWire>('POST', `/api/imports/${id}/commit`, {})
  await Promise.all([press(a.id), press(b.id), press(a.id), press(b.id)])
  const done = [await street.rest(a.id), await street.rest(b.id)]
  expect(done.map(({ state }) => state)).toEqual(['committed', 'committed'])
  const sums = done.map(({ committed }) => committed!.new + committed!.changed + committed!.same)
  expect(sums).toEqual([200, 200])
  expect(done.reduce((sum, { committed }) => sum + committed!.new, 0)).toBe(300)
  const [twice] = await db.owner<{ n: number }>(
    `select count(*) as n from (select person_id from engagement where source_import = any ($1) group by person_id, kind having count(*) > 1) t`,
    [[a.id, b.id]],
  )
  expect(twice!.n).toBe(0)
})

test('judged rows lost with the database are made again, with what was mended', time, async () => {
  const rows = lines(2_000, 40)
  rows[5]![1] = '123'
  const seen = await street.checked('members', baiyang, await sheet(titles, rows))
  await street.send('PATCH', `/api/imports/${seen.id}/rows/7`, { field: 'idNumber', value: idOf(2_005) })
  // What a crash leaves of a table that is not logged.
  await db.owner('truncate import_row')
  const halted = await street.commit(seen.id)
  expect(halted).toMatchObject({ state: 'checked', counts: { read: 40, new: 40, wrong: 0, mended: 1 } })
  expect((await street.commit(seen.id)).committed).toMatchObject({ new: 40 })
})

test('somebody entered between check and writing is met, not doubled', time, async () => {
  const seen = await street.checked('members', baiyang, await sheet(titles, lines(2_500, 20)))
  const other = await street.checked('members', baiyang, await sheet(titles, lines(2_510, 1)))
  await street.commit(other.id)
  expect((await street.commit(seen.id)).committed).toMatchObject({ new: 19, same: 1, changed: 0 })
})

test('cancelled, it is not checked further and not written', time, async () => {
  const seen = await street.checked('members', baiyang, await sheet(titles, lines(2_600, 20)))
  expect((await street.send<ImportWire>('POST', `/api/imports/${seen.id}/cancel`, {})).state).toBe('cancelled')
  await street.send('POST', `/api/imports/${seen.id}/commit`, {}, 409)
})

const spoilers: readonly ((row: (string | null)[], n: number) => void)[] = [
  () => {},
  (row) => (row[0] = null),
  (row) => (row[1] = `${row[1]!.slice(0, 17)}*`),
  (row) => (row[1] = null),
  (row) => (row[2] = '12345'),
  (row) => (row[2] = null),
  (row) => (row[3] = '没有听说过的单位'),
  (row) => (row[3] = '无单位'),
  (row) => (row[4] = '2099-01-01'),
  (row) => (row[4] = '昨天'),
  (row) => row.splice(1, 2, null, null),
  (row, n) => (row[1] = idOf(5_000 + (n % 7))),
  (row, n) => row.splice(0, 3, ...line(5_000 + (n % 5)).slice(0, 3)),
  (row) => row.fill(null),
]

test('whatever is in the file: read = valid + wrong, written = valid, and a second time all of it is the same', {
  timeout: 240_000,
}, async () => {
  const kinds = fc.array(fc.nat({ max: spoilers.length - 1 }), { minLength: 1, maxLength: 60 })
  let from = 10_000
  await fc.assert(
    fc.asyncProperty(kinds, async (chosen) => {
      const rows = chosen.map((kind, n) => {
        const row = line(from + n)
        spoilers[kind]!(row, n)
        return row
      })
      from += 100
      const filled = rows.filter((row) => row.some((cell) => cell !== null)).length
      const file = await sheet(titles, rows)
      const { id, counts, state } = await street.checked('members', baiyang, file)
      if (filled === 0) {
        expect(state).toBe('failed')
        return
      }
      expect(counts.read).toBe(filled)
      expect(counts.valid + counts.wrong).toBe(counts.read)
      expect(counts.new + counts.changed + counts.same).toBe(counts.valid)
      const before = await db.owner<{ n: number }>('select count(*) as n from person')
      const { committed } = await street.commit(id)
      expect(committed!.new + committed!.changed + committed!.same).toBe(counts.valid)
      expect((await db.owner<{ n: number }>('select count(*) as n from person'))[0]!.n - before[0]!.n).toBe(counts.new)
      const again = await street.checked('members', baiyang, file)
      expect(again.counts).toMatchObject({ read: filled, new: 0, changed: 0, same: counts.valid, wrong: counts.wrong })
    }),
    { numRuns: 8 },
  )
})
