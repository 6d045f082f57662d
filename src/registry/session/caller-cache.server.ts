/** Who the last callers were, kept for a short while, so that a request from somebody just seen asks the database nothing. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'

export interface Resolved {
  readonly caller: Caller | null
  /** The session ends at this instant. */
  readonly endsAt?: number
}

export interface CallerCache {
  /** The caller of this cookie, found by `find` unless known. Simultaneous questions are asked once. */
  get(cookie: string, today: Day, find: () => Promise<Resolved>): Promise<Caller | null>
  forgetCookie(cookie: string): void
  forgetPerson(person: Id): void
  clear(): void
  readonly size: number
}

export const staleMillis = 30_000

interface Entry {
  readonly found: Promise<Resolved>
  readonly today: Day
  until: number
  person?: Id
}

export function callerCache({ most = 20_000, now = Date.now }: { readonly most?: number; readonly now?: () => number } = {}): CallerCache {
  const entries = new Map<string, Entry>()

  return {
    get size() {
      return entries.size
    },
    async get(cookie, today, find) {
      const known = entries.get(cookie)
      if (known && known.until > now() && known.today === today) return (await known.found).caller
      const entry: Entry = { found: find(), today, until: now() + staleMillis }
      entries.delete(cookie)
      entries.set(cookie, entry)
      if (entries.size > most) entries.delete(entries.keys().next().value!)
      try {
        const { caller, endsAt } = await entry.found
        if (caller) {
          entry.person = caller.person
          if (endsAt) entry.until = Math.min(entry.until, endsAt)
        } else if (entries.get(cookie) === entry) entries.delete(cookie)
        return caller
      } catch (error) {
        if (entries.get(cookie) === entry) entries.delete(cookie)
        throw error
      }
    },
    forgetCookie: (cookie) => void entries.delete(cookie),
    forgetPerson(person) {
      // An entry still being found has no person yet; what it finds may be older than the change.
      for (const [cookie, entry] of entries) if (entry.person === person || entry.person === undefined) entries.delete(cookie)
    },
    clear: () => entries.clear(),
  }
}
