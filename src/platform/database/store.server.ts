/** The database of a run: the one that is named, or the embedded one; reached, migrated, open for the application. */
import type { Config } from '../config.server.ts'
import { type Database, openDatabase } from '../database.server.ts'
import { migrate } from './migrations.server.ts'

export interface Store {
  readonly db: Database
  /** As its owner, for migrations and backups; the application itself never uses it. */
  readonly url: string
  /** `embedded PostgreSQL 18.4`, as health tells it. */
  readonly kind: string
  readonly embedded: boolean
  close(): Promise<void>
}

export interface StoreOptions {
  readonly config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'migrationsFolder' | 'connections'>
  readonly failed: (error: Error) => void
  /** The embedded database is gone for good. */
  readonly lost: (error: Error) => void
  readonly migrated?: (names: readonly string[]) => void
}

export async function openStore({ config, failed, lost, migrated }: StoreOptions): Promise<Store> {
  const embedded = config.databaseUrl
    ? undefined
    : await (await import('../embedded/embedded.server.ts')).openEmbedded({ dataFolder: config.dataFolder, lost })
  try {
    const url = config.databaseUrl ?? embedded!.url
    const { applied, serverVersion } = await migrate({ url, folder: config.migrationsFolder })
    if (applied.length > 0) migrated?.(applied)
    const db = openDatabase({ url, connections: config.connections, failed })
    const close = async () => {
      await db.close()
      await embedded?.stop()
    }
    return { db, url, kind: `${embedded ? 'embedded ' : ''}PostgreSQL ${serverVersion}`, embedded: embedded !== undefined, close }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
