/** Migrations run once each and in order, never change, and work for an owner who is not a superuser. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../database.server.ts'
import { migrate, readMigrations } from './migrations.server.ts'
import { houseScope } from '../row-scope.ts'
import { StartProblem } from '../start-problem.ts'
import { emptyDatabase } from '../testing/database-for-tests.server.ts'

const folder = await mkdtemp(join(tmpdir(), 'hexie-migrations-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function files(name: string, content: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  for (const [file, sql] of Object.entries(content)) await writeFile(join(path, file), sql)
  return path
}

const first = { '0001-house.sql': 'create table house (id int primary key);' }

test('run once, in order, and again only what is new', async () => {
  const url = await emptyDatabase()
  const one = await files('one', first)
  expect((await migrate({ url, folder: one })).applied).toEqual(['0001-house'])
  expect((await migrate({ url, folder: one })).applied).toEqual([])
  const two = await files('two', { ...first, '0002-room.sql': 'create table room (id int); insert into house values (1);' })
  expect((await migrate({ url, folder: two })).applied).toEqual(['0002-room'])
})

test('two servers at once: each migration runs once', async () => {
  const url = await emptyDatabase()
  const both = await Promise.all([migrate({ url, folder: join(folder, 'one') }), migrate({ url, folder: join(folder, 'one') })])
  expect(both.flatMap(({ applied }) => applied)).toEqual(['0001-house'])
})

test('a file changed after it ran stops the start', async () => {
  const url = await emptyDatabase()
  await migrate({ url, folder: join(folder, 'one') })
  const changed = await files('changed', { '0001-house.sql': 'create table house (id bigint primary key);' })
  await expect(migrate({ url, folder: changed })).rejects.toThrow('0001-house.sql was changed after it had run')
  const endings = await files('endings', { '0001-house.sql': first['0001-house.sql'].replace('\n', '\r\n') })
  expect((await migrate({ url, folder: endings })).applied).toEqual([])
})

test('a database ahead of the program stops the start', async () => {
  const url = await emptyDatabase()
  await migrate({ url, folder: join(folder, 'two') })
  await expect(migrate({ url, folder: join(folder, 'one') })).rejects.toThrow('The database is newer than the program')
})

test('a failing migration leaves nothing of itself', async () => {
  const url = await emptyDatabase()
  const broken = await files('broken', { ...first, '0002-broken.sql': 'create table half (id int); select 1/0;' })
  await expect(migrate({ url, folder: broken })).rejects.toThrow('migration 0002-broken failed')
  const db = openDatabase({ url, connections: 1 })
  expect(await db.open("select to_regclass('house') is not null as first, to_regclass('half') is not null as half")).toEqual([
    { first: true, half: false },
  ])
  await db.close()
})

test('numbers have no gap', async () => {
  await expect(readMigrations(await files('gap', { ...first, '0003-later.sql': '' }))).rejects.toThrow('should be number 2')
})

test('unreachable, unknown and refused databases are told in a sentence', async () => {
  const url = new URL(await emptyDatabase())
  const elsewhere = (change: (address: URL) => void): string => {
    const address = new URL(url)
    change(address)
    return address.href
  }
  const wrong: readonly [string, RegExp][] = [
    ['postgres://nobody:x@127.0.0.1:1/none', /connection failed ECONNREFUSED/],
    [elsewhere((address) => (address.pathname = '/nowhere')), /no such database/],
    [elsewhere((address) => (address.password = 'wrong')), /the user or the password is wrong/],
  ]
  for (const [address, words] of wrong) {
    const failure = await migrate({ url: address, folder: join(folder, 'one') }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StartProblem)
    expect((failure as StartProblem).says.en).toMatch(words)
    expect((failure as StartProblem).says.en).not.toContain('wrong@')
  }
})

test('an owner without superuser rights migrates, and row-level security binds the application', async () => {
  const url = new URL(await emptyDatabase())
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  const owner = `owner_${Date.now()}`
  await admin.query(`create role ${owner} login createrole password 'plain'`)
  await admin.query(`grant hexie_app to ${owner} with admin option`)
  await admin.query(`alter database ${url.pathname.slice(1)} owner to ${owner}`)
  url.username = owner
  url.password = 'plain'
  await migrate({ url: url.href, folder: join(import.meta.dirname, '../../../migrations') })
  const db = openDatabase({ url: url.href, connections: 2 })
  const id = '00000000-0000-7000-8000-000000000001'
  await db.open("insert into district (id, name, short_name, region) values ($1, '区', '区', 'CN')", [id])
  await db.ask(houseScope(id), "insert into setting (district_id, name, value) values ($1, 'a', '1')", [id])
  expect(await db.open('select * from setting')).toEqual([])
  expect(await db.ask(houseScope(id), 'select name from setting')).toEqual([{ name: 'a' }])
  await db.close()
  await admin.query(`alter database ${url.pathname.slice(1)} owner to ${admin.user}`)
  await admin.query(`reassign owned by ${owner} to ${admin.user}`)
  await admin.query(`drop owned by ${owner}`)
  await admin.query(`drop role ${owner}`)
  await admin.end()
})
