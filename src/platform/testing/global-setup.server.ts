/** Once for a run of the database tests: one PostgreSQL, and in it one migrated template that every test file copies. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../embedded/embedded.server.ts'
import { migrate } from '../database/migrations.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

export const templateName = 'hexie_template'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-test-'))
  // Under root the database runs as an ordinary user, who must be able to pass.
  await chmod(folder, 0o711)
  // Nothing of a test run needs to outlive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB', max_connections: '120' }
  const server = await openEmbedded({ dataFolder: folder, settings, lost: (error) => console.error(error) })
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query(`create database ${templateName}`)
  await owner.end()
  await migrate({ url: withDatabase(server.url, templateName), folder: join(import.meta.dirname, '../../../migrations') })
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
