/** A database of its own for each test file: migrated, empty, real, gone when the file is done. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connectionSettings, type Database, openDatabase, type Query } from '../database.server.ts'
import { templateName, withDatabase } from './global-setup.server.ts'

export interface TestDatabase extends Database {
  readonly url: string
  /** As the tables' owner, whom row-level security does not bind: for laying out rows and looking behind the curtain. */
  readonly owner: Query
}

/** Call at the top of a test file: `const db = await testDatabase()`. */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `t_${randomBytes(8).toString('hex')}`
  await once(serverUrl, `create database ${name} template ${templateName}`)
  const url = withDatabase(serverUrl, name)
  const db = openDatabase({ url, connections: 6 })
  const owner = new pg.Pool({ ...connectionSettings({ url, role: null }), max: 2 })
  // Dropping the database at the end cuts what still rests in the pool.
  owner.on('error', () => {})
  afterAll(async () => {
    await Promise.all([db.close(), owner.end()])
    await once(serverUrl, `drop database ${name} with (force)`)
  })
  const ask: Query = async <Row>(sql: string, params: readonly unknown[] = []) =>
    (await owner.query(sql, params as unknown[])).rows as Row[]
  return { ...db, url, owner: ask }
}

/** An empty database without tables, and its address. */
export async function emptyDatabase(): Promise<string> {
  const serverUrl = inject('serverUrl')
  const name = `e_${randomBytes(8).toString('hex')}`
  await once(serverUrl, `create database ${name}`)
  afterAll(() => once(serverUrl, `drop database ${name} with (force)`))
  return withDatabase(serverUrl, name)
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
