/** How often something may be tried: counted in the database, so that it holds over all servers, under keys nobody can read back. */
import { createHmac } from 'node:crypto'
import type { Database } from '#platform/database.server.ts'
import { tooMany } from '#platform/problem.ts'

export interface Limit {
  readonly key: string
  readonly most: number
  readonly seconds: number
}

export interface Throttle {
  /** Counts one try against each limit; throws 429 when one is used up. */
  take(limits: readonly Limit[]): Promise<void>
  /** The try was a good one: the count against these keys begins anew. */
  giveBack(keys: readonly string[]): Promise<void>
}

interface Taken {
  readonly key: string
  readonly count: number
  readonly left: number
}

export function openThrottle(db: Database, secret: string): Throttle {
  const hashed = (key: string) => createHmac('sha256', secret).update(`throttle:${key}`).digest('base64url')
  return {
    async take(limits) {
      const rows = await db.open<Taken>(takeSql, [limits.map(({ key }) => hashed(key)), limits.map(({ seconds }) => seconds)])
      const waits = limits.flatMap(({ key, most }) => {
        const row = rows.find((taken) => taken.key === hashed(key))
        return row && row.count > most ? [row.left] : []
      })
      if (waits.length > 0) throw tooMany(Math.max(1, ...waits))
    },
    async giveBack(keys) {
      await db.open(`delete from auth_throttle where key = any ($1::text[]) or since < now() - interval '1 day'`, [keys.map(hashed)])
    },
  }
}

// Sorted, so that two servers that count the same keys at once never wait for each other in a ring.
const takeSql = `
  insert into auth_throttle as t (key, count, since, seconds)
  select key, 1, now(), seconds from unnest($1::text[], $2::int[]) as u (key, seconds) order by key
  on conflict (key) do update set
    count = case when t.since + make_interval(secs => t.seconds) < now() then 1 else t.count + 1 end,
    since = case when t.since + make_interval(secs => t.seconds) < now() then now() else t.since end,
    seconds = excluded.seconds
  returning key, count, ceil(extract(epoch from since + make_interval(secs => seconds) - now()))::int as left`
