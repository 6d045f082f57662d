/** The database's promises: a scope never outlives its transaction, nothing half-done stays, and a failed work is a failed transaction. */
import { expect, test } from 'vitest'
import type { RowScope } from './row-scope.ts'
import { houseScope } from './row-scope.ts'
import { testDatabase } from './testing/database-for-tests.server.ts'

const db = await testDatabase()
const [one, two] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
for (const id of [one, two]) {
  await db.owner('insert into district (id, name, short_name, region) values ($1, $2, $2, $3)', [id, `区${id.at(-1)}`, 'CN-ZJ-HZ'])
  await db.owner("insert into setting (district_id, name, value) values ($1, 'colour', $2)", [id, JSON.stringify(id.at(-1))])
}
const mine = 'select district_id, value from setting'
const nothing: RowScope = { district: one, all: false, trees: [], units: [], readers: [] }

test('each scope sees its district, whichever connection it gets', async () => {
  const asked = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const district = at % 2 ? one : two
      const rows =
        at % 3
          ? await db.ask<{ district_id: string }>(houseScope(district), mine)
          : await db.within(houseScope(district), (q) => q<{ district_id: string }>(mine))
      return rows.length === 1 && rows[0]!.district_id === district
    }),
  )
  expect(asked.every(Boolean)).toBe(true)
})

test('nothing of a scope stays on a connection', async () => {
  await Promise.all(Array.from({ length: 12 }, () => db.ask(houseScope(one), mine)))
  const left = await Promise.all(Array.from({ length: 12 }, () => db.open(mine)))
  expect(left.flat()).toEqual([])
  const settings = await db.open<{ d: string }>("select coalesce(current_setting('hexie.district', true), '') as d")
  expect(settings[0]!.d).toBe('')
})

test('connections are not the owner of the tables', async () => {
  const rows = await db.open<{ who: string; super: string }>("select current_user as who, current_setting('is_superuser') as super")
  expect(rows[0]).toEqual({ who: 'hexie_app', super: 'off' })
})

test('rows of another district cannot be written', async () => {
  const write = db.ask(houseScope(one), "insert into setting (district_id, name, value) values ($1, 'theft', '1')", [two])
  await expect(write).rejects.toMatchObject({ code: '42501' })
})

test('what failed is rolled back, and the connection serves the next', async () => {
  const work = db.within(houseScope(one), async (q) => {
    await q('update setting set value = \'"changed"\'')
    await q('select 1/0')
  })
  await expect(work).rejects.toMatchObject({ code: '22012' })
  expect(await db.ask(houseScope(one), mine)).toEqual([{ district_id: one, value: '1' }])
})

test('one statement that fails leaves neither rows nor scope behind', async () => {
  const write = 'with changed as (update setting set value = \'"changed"\' returning 1) select 1 / (count(*) - count(*)) from changed'
  for (let at = 0; at < 12; at++) await expect(db.ask(houseScope(one), write)).rejects.toMatchObject({ code: '22012' })
  expect(await db.open(mine)).toEqual([])
  expect(await db.ask(houseScope(one), mine)).toEqual([{ district_id: one, value: '1' }])
})

test('a failure that the work swallows still fails the transaction', async () => {
  const swallowed = db.within(houseScope(one), async (q) => {
    await q('update setting set value = \'"changed"\'')
    await q('select 1/0').catch(() => {})
  })
  await expect(swallowed).rejects.toThrow('rolled back')
  const finished = db.within(houseScope(one), async (q, last) => {
    await q('select 1/0').catch(() => {})
    return await last('update setting set value = \'"changed"\'')
  })
  await expect(finished).rejects.toThrow()
  expect(await db.ask(houseScope(one), mine)).toEqual([{ district_id: one, value: '1' }])
})

test('`last` commits in the same flush and ends the transaction', async () => {
  const work = db.within(houseScope(two), async (q, last) => {
    const [a, b] = await Promise.all([q<{ n: number }>('select 1 as n'), q<{ n: number }>('select $1::int as n', [2])])
    const changed = await last<{ value: string }>('update setting set value = $1 returning value', [JSON.stringify('blue')])
    return { sum: a[0]!.n + b[0]!.n, changed }
  })
  expect(await work).toEqual({ sum: 3, changed: [{ value: 'blue' }] })
  await expect(db.within(houseScope(two), async (q, last) => [await last('select 1'), await q('select 1')])).rejects.toThrow('has ended')
})

test('work that throws of its own accord leaves nothing', async () => {
  const work = db.within(houseScope(two), async (q) => {
    await q('update setting set value = \'"gone"\'')
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await db.ask<{ value: string }>(houseScope(two), mine)).toMatchObject([{ value: 'blue' }])
})

test('a scope that sees nothing sees nothing', async () => {
  expect(await db.ask(nothing, 'select * from case_file')).toEqual([])
})

test('statements are prepared once and days come back as days', async () => {
  for (let at = 0; at < 4; at++)
    expect(
      await db.open("select $1::date as day, 9007199254740991::bigint as most, array['2026-08-24'::date] as days", ['2026-08-24']),
    ).toEqual([{ day: '2026-08-24', most: 9007199254740991, days: ['2026-08-24'] }])
})

test('history can be neither changed nor deleted by the application', async () => {
  for (const sql of ['update case_step set step = step', 'delete from case_step', 'delete from case_file', 'delete from person'])
    await expect(db.ask(houseScope(one), sql)).rejects.toMatchObject({ code: '42501' })
})

test('a listener hears what is told, and is told to look again after its connection broke', async () => {
  const heard: string[] = []
  let arrived: () => void = () => {}
  const next = () => new Promise<void>((resolve) => (arrived = resolve))
  let wait = next()
  const stop = await db.listen('told', (payload) => {
    heard.push(payload)
    arrived()
  })
  await wait
  wait = next()
  await db.notify('told', 'first')
  await wait
  wait = next()
  await db.owner('select pg_terminate_backend(pid) from pg_stat_activity where query = \'listen "told"\' and datname = current_database()')
  await wait
  wait = next()
  await db.notify('told', 'second')
  await wait
  expect(heard).toEqual(['', 'first', '', 'second'])
  await stop()
})
