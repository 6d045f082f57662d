/** The opened keys of every district of the house, kept in memory and read again when another server made newer ones. */
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { type PlainKeys, SecretProblem, type Secrets, secretsFrom } from './cipher.server.ts'
import { keysChannel, keysFor, type Master } from './data-keys.server.ts'

export interface SecretsOf {
  /** For sealing and searching. */
  of(district: Id): Promise<Secrets>
}

export interface SecretBook extends SecretsOf {
  /** For opening: does the work again with keys read anew when a value names one that was not known. The work must be free of effects. */
  use<T>(district: Id, work: (secrets: Secrets) => T): Promise<T>
  /** For a worker thread, read fresh. */
  keys(district: Id): Promise<PlainKeys>
  close(): Promise<void>
}

export async function openSecretBook(db: Database, master: Master): Promise<SecretBook> {
  const known = new Map<Id, Promise<Secrets>>()

  function of(district: Id): Promise<Secrets> {
    const kept = known.get(district)
    if (kept) return kept
    const read = keysFor(db, district, master).then(secretsFrom)
    known.set(district, read)
    // A failure is told to who asked, and not kept.
    read.catch(() => {
      if (known.get(district) === read) known.delete(district)
    })
    return read
  }

  const stop = await db.listen(keysChannel, (district) => (district === '' ? known.clear() : void known.delete(district)))
  return {
    of,
    async use(district, work) {
      const before = await of(district)
      try {
        return work(before)
      } catch (error) {
        if (!(error instanceof SecretProblem) || error.fault !== 'unknownKey') throw error
        if (known.get(district) !== undefined && (await known.get(district)) === before) known.delete(district)
        return work(await of(district))
      }
    },
    keys: (district) => keysFor(db, district, master),
    close: stop,
  }
}
