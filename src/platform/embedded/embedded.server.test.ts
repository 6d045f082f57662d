/** The embedded database through its hardest days: killed with the server, killed without it, started twice, stopped in order. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { backUp, restore } from './backup.server.ts'
import { choosePlace } from './place.server.ts'
import { isAlive } from './process.server.ts'
import { address, openEmbedded } from './embedded.server.ts'
import { startHouse } from '../testing/house-process.server.ts'

const base = await mkdtemp(join(tmpdir(), 'hexie-embedded-'))
await chmod(base, 0o711)
// A path as people have them.
const dataFolder = join(base, '工会 数据')
const environment = { HEXIE_DATA: dataFolder, HEXIE_DEMO: '0' }
afterAll(() => rm(base, { recursive: true, force: true }))

const postmaster = async (): Promise<number> => {
  const { cluster } = await choosePlace(dataFolder)
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

async function asOwner<Row>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address(await choosePlace(dataFolder), 'hexie') })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const count = async (): Promise<number> => (await asOwner<{ n: number }>('select count(*)::int as n from kept'))[0]!.n

test('what was answered is there after kill -9 of the server, of the database, of both, and a stop', { timeout: 120_000 }, async () => {
  let house = await startHouse(environment)
  await asOwner('create table kept (id serial)')
  await asOwner('insert into kept default values')

  const left = await postmaster()
  await house.end('SIGKILL')
  expect(isAlive(left)).toBe(true)
  house = await startHouse(environment)
  expect([await postmaster(), await count()]).toEqual([left, 1])

  await asOwner('insert into kept default values')
  process.kill(left, 'SIGKILL')
  await house.end('SIGKILL')
  house = await startHouse(environment)
  expect(await postmaster()).not.toBe(left)
  expect(await count()).toBe(2)

  const health = await fetch(`http://127.0.0.1:${house.port}/api/health`)
  expect([health.status, (await health.json()).status]).toEqual([200, 'ok'])
  const last = await postmaster()
  expect(await house.end('SIGTERM')).toBe(0)
  expect(isAlive(last)).toBe(false)
})

test('a stale postmaster.pid that names another living process does not block the start', { timeout: 60_000 }, async () => {
  const { cluster } = await choosePlace(dataFolder)
  await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`)
  const server = await openEmbedded({ dataFolder, lost: () => {} })
  expect(server.fresh).toBe(false)
  expect(await count()).toBe(2)
  await server.stop()
})

test('a second server on the same data folder is told so, and the first goes on', { timeout: 60_000 }, async () => {
  const house = await startHouse(environment)
  await expect(startHouse(environment)).rejects.toThrow(/exit 1:[\s\S]*正由另一个和谐引擎使用[\s\S]*is in use by another Hexie/)
  expect((await fetch(`http://127.0.0.1:${house.port}/api/health`)).status).toBe(200)
  expect(await house.end('SIGINT')).toBe(0)
})

test('a backup makes the same house elsewhere; a broken-off or foreign one is refused', { timeout: 60_000 }, async () => {
  const copy = join(base, 'copy')
  await writeFile(join(dataFolder, 'secret'), 'the key of the cookies, which must come along')
  await backUp({ dataFolder, version: '1' }, copy, new Date('2026-11-22T08:00:00Z'))
  await expect(backUp({ dataFolder, version: '1' }, copy, new Date())).rejects.toThrow('is not empty')
  const other = join(base, 'other')
  await restore({ dataFolder: other, version: '1' }, copy)
  const server = await openEmbedded({ dataFolder: other, lost: () => {} })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  expect((await client.query('select count(*)::int as n from kept')).rows).toEqual([{ n: 2 }])
  await client.end()
  await server.stop()
  expect(await readFile(join(other, 'secret'), 'utf8')).toContain('which must come along')
  await expect(restore({ dataFolder: other, version: '1' }, copy)).rejects.toThrow('is not empty')
  await expect(restore({ dataFolder: join(base, 'third'), version: '1' }, base)).rejects.toThrow('no whole backup')
  await expect(restore({ dataFolder: join(base, 'third'), version: '1', databaseUrl: 'postgres://x' }, copy)).rejects.toThrow(
    'without DATABASE_URL',
  )
})
