/** What the registry's routes are given in a test: keys opened with the tests' secret, a folder of its own, gone with the file. */
import { afterAll } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#platform/database.server.ts'
import { openFileStore } from '#platform/files.server.ts'
import { createLog } from '#platform/log.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { openSecretBook } from '../secrets/secret-book.server.ts'

export const testSecret = 'a secret for tests, long enough to be one'

type Given = Pick<RegistryDeps, 'db' | 'directory' | 'session' | 'today'> & Partial<RegistryDeps>

export async function registryDeps(given: Given): Promise<RegistryDeps> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hexie-registry-'))
  const secrets = given.secrets ?? (await openSecretBook(given.db as Database, testSecret))
  afterAll(async () => {
    if (!given.secrets) await secrets.close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  return {
    instant: () => new Date(`${given.today()}T09:30:00+08:00`),
    files: await openFileStore(join(dataFolder, 'files')),
    fileLimitBytes: 64 * 1_048_576,
    dataFolder,
    publicUrl: 'http://localhost',
    log: createLog({ level: 'silent' }),
    openMatters: async () => 0,
    ...given,
    secrets,
  }
}
