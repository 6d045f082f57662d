/** The carrying-over at work inside a running server: once at start, and whenever keys were changed anywhere. */
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { secretsFrom } from './cipher.server.ts'
import { keysChannel } from './data-keys.server.ts'
import { type Resealed, reseal } from './reseal.server.ts'
import type { SecretBook } from './secret-book.server.ts'

export interface ResealingOptions {
  readonly db: Database
  readonly book: SecretBook
  readonly failed: (error: Error) => void
  /** When something was carried over or could not be. */
  readonly told?: (district: Id, done: Resealed) => void
}

export interface Resealing {
  /** Resolves when nothing asked for so far is left to do. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export async function keepResealing({ db, book, failed, told }: ResealingOptions): Promise<Resealing> {
  const waiting = new Set<Id>()
  let closed = false
  let running: Promise<void> | undefined

  const work = async (): Promise<void> => {
    for (const district of waiting) {
      waiting.delete(district)
      if (closed) break
      await book
        .keys(district)
        .then((keys) => reseal(db, secretsFrom(keys), { stopped: () => closed }))
        .then((done) => (done.carried + done.left > 0 ? told?.(district, done) : undefined))
        .catch(failed)
    }
  }
  const go = (): void => {
    running ??= work().finally(() => {
      running = undefined
      if (waiting.size > 0 && !closed) go()
    })
  }
  const ask = (districts: readonly Id[]): void => {
    if (closed) return
    for (const district of districts) waiting.add(district)
    go()
  }
  let listed: Promise<void> = Promise.resolve()
  const heard = (district: string): void => {
    if (district === '') listed = everyDistrict()
    else ask([district])
  }
  const everyDistrict = (): Promise<void> =>
    db
      .open<{ id: Id }>('select id from district order by id')
      .then((rows) => ask(rows.map(({ id }) => id)))
      .catch(failed)
  const stop = await db.listen(keysChannel, heard)
  const quiet = async (): Promise<void> => {
    await listed
    while (running) await running
  }
  return {
    quiet,
    async close() {
      closed = true
      await stop()
      await quiet()
    },
  }
}
