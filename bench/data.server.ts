/** The data of the workloads: made once in an embedded PostgreSQL, durable as in use, and copied for each run. */
import { hashPassword } from 'better-auth/crypto'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Now } from '#engine'
import { writeMany } from '#engine/upkeep/bulk.server.ts'
import { type Day, dayOf } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { projectFolder } from '#platform/config.server.ts'
import { connectionSettings, openDatabase } from '#platform/database.server.ts'
import { type Embedded, openEmbedded } from '#platform/embedded/embedded.server.ts'
import { migrate, readMigrations } from '#platform/database/migrations.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import mediation from '#projects/anxin/dispute-mediation/index.ts'
import { writeAccounts } from '#registry/accounts/accounts.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoHolders, demoRegistry, streetKeys } from '#registry/demo.ts'
import { demoPassword } from '#registry/session/password.ts'
import { benchCases } from './cases.ts'

const migrationsFolder = join(projectFolder, 'migrations')
export const say = (text: string): void => void process.stderr.write(`${text}\n`)

export interface Data {
  readonly url: string
  /** As the owner of the tables. */
  readonly owner: pg.Client
  close(): Promise<void>
}

export const openCluster = (folder: string): Promise<Embedded> => openEmbedded({ dataFolder: folder, lost: (error) => say(error.message) })

/** A database of the run with so many cases, a copy of the one that is kept in the folder. */
export async function openData(folder: string, cases: number): Promise<Data> {
  const server = await openCluster(folder)
  const today = dayOf(new Date())
  const now = { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
  const sql = await readFile(join(import.meta.dirname, 'bare.sql'), 'utf8')
  const made = await ensureTemplate(server, `bench_${cases}`, [today, sql], (url) => fill(url, cases, now))
  const url = await copyOf(server, made, 'bench_run')
  const owner = await ownerOf(url)
  return {
    url,
    owner,
    async close() {
      await owner.end()
      await server.stop()
    },
  }
}

/** A fresh copy of a database under that name; its address. */
export async function copyOf(server: Embedded, template: string, name: string): Promise<string> {
  await onServer(server, async (q) => {
    await q(`drop database if exists ${name} with (force)`)
    await q(`create database ${name} template ${template} strategy file_copy`)
    // Written back now, not during the first measure.
    await q('checkpoint')
  })
  return withDatabase(server.url, name)
}

export async function ownerOf(url: string): Promise<pg.Client> {
  const client = new pg.Client(connectionSettings({ url, role: null, statementSeconds: 0 }))
  client.on('error', () => {})
  await client.connect()
  return client
}

async function onServer<T>(server: Embedded, work: (q: (sql: string) => Promise<pg.QueryResult>) => Promise<T>): Promise<T> {
  const client = await ownerOf(withDatabase(server.url, 'postgres'))
  try {
    return await work((sql) => client.query(sql))
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Named after the migrations and what else it is made of, so that another of these makes it anew; the ones before are dropped. */
export async function ensureTemplate(
  server: Embedded,
  kind: string,
  parts: readonly string[],
  make: (url: string) => Promise<void>,
): Promise<string> {
  const migrations = await readMigrations(migrationsFolder)
  const all = [...parts, ...migrations.map((one) => one.sha256)]
  const name = `${kind}_${createHash('sha256').update(all.join()).digest('hex').slice(0, 12)}`
  await onServer(server, async (q) => {
    const { rows } = await q(`select datname from pg_database where datname ~ '^${kind}_[0-9a-f]{12}$'`)
    if (rows.some((row) => row.datname === name)) return
    for (const { datname } of rows) await q(`drop database "${datname}" with (force)`)
    await q('drop database if exists bench_making with (force)')
    await q('create database bench_making')
    await make(withDatabase(server.url, 'bench_making'))
    await q(`alter database bench_making rename to ${name}`)
  })
  return name
}

/** As many as are told one by one; beyond, their rows are copied in the database. */
const mostTold = 50_000

/** Tables and the demonstration's small registry of that day. */
export async function seeded(url: string, today: Day): Promise<void> {
  await migrate({ url, folder: migrationsFolder })
  const db = openDatabase({ url })
  await seedRegistry(db, today)
  await db.close()
}

async function fill(url: string, cases: number, now: Now): Promise<void> {
  await seeded(url, now.today)
  const db = openDatabase({ url })
  const { organisations } = demoRegistry(now.today)
  const hash = await hashPassword(demoPassword)
  const desks = streetKeys.flatMap((street) =>
    demoHolders(street, 'viceChair')
      .slice(0, 1)
      .map(({ id, name }) => ({ username: deskOf(street), person: id, name, district: demoDistrict.id })),
  )
  await db.within(houseScope(demoDistrict.id), (q) =>
    writeAccounts(
      q,
      desks.filter((one) => one.username !== 'street'),
      hash,
    ),
  )
  const owners = new Map(organisations.map((one) => [one.id, one]))
  const told = benchCases(now, Math.min(cases, mostTold)).map(({ owner, log }) => ({ owner: owners.get(owner)!, log }))
  const progress = (done: number, of: number) => void (done % 10_000 === 0 && say(`  ${done} of ${of} cases`))
  await writeMany({ db, district: demoDistrict.id, m: mediation, now, ownerOf: (id) => owners.get(id), bare: true, progress }, told)
  await db.close()
  const owner = await ownerOf(url)
  for (let copies = Math.floor(cases / mostTold); copies > 1; copies--) await copyCases(owner, copies)
  await owner.query(await readFile(join(import.meta.dirname, 'bare.sql'), 'utf8'))
  // What the clockwork would do of itself in its first minutes is done: nothing is to be told or taken today.
  await owner.query('update case_file set law_on = null where law_on <= $1', [now.today])
  await owner.query('vacuum analyze')
  await owner.query('checkpoint')
  await owner.end()
}

/** The account at the desk of a street. */
export const deskOf = (street: (typeof streetKeys)[number]): string => (street === 'baiyang' ? 'street' : `desk-${street}`)

/** Every told case once more, under another number; without its log, which no list reads. */
async function copyCases(owner: pg.Client, copy: number): Promise<void> {
  say(`  copying ${mostTold} cases, ${copy - 1} copies left`)
  const { rows } = await owner.query(`select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
    where attrelid = 'case_file'::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'number')`)
  const names = rows[0].names as string
  await owner.query(`create temp table fresh as select id as old, gen_random_uuid() as id from case_file where number not like '%#%'`)
  await owner.query(
    `insert into case_file (id, number, ${names}) select f.id, c.number || '#${copy}', ${names.replaceAll(/([\w"]+)/g, 'c.$1')} from case_file c join fresh f on f.old = c.id`,
  )
  await owner.query(
    'insert into case_reader (district_id, reader, case_id, owner_id, unit_id) select r.district_id, r.reader, f.id, r.owner_id, r.unit_id from case_reader r join fresh f on f.old = r.case_id',
  )
  await owner.query('drop table fresh')
}
