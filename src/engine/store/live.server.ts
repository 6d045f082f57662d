/** Live events: what happens to cases, sent to everyone who may see them, soon after it happened; any server sees what another wrote. */
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope, type RowScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { stepTitle } from '../words.ts'
import { sees } from './visible.ts'

export interface Happening {
  readonly feed: number
  readonly case: Id
  readonly number: string
  readonly subject: string
  readonly procedure: string
  readonly step: string
  readonly title: Text
  readonly who: string
  readonly at: string
}

interface Row {
  readonly feed: number
  readonly case_id: Id
  readonly number: string
  readonly subject: string
  readonly procedure: string
  readonly step: string
  readonly who: string | null
  readonly at: Date
  readonly unit_id: Id | null
  readonly owner_id: Id
  readonly readers: readonly string[] | null
}

export interface Listener {
  readonly scope: RowScope
  send(happening: Happening): void
}

export interface Live {
  /** Listens until the returned function is called; `since` is the last feed number already seen. */
  join(listener: Listener, since?: number): () => void
  /** Something was just written here: look now instead of at the next beat. */
  wake(): void
  close(): void
}

const select = `
select s.feed, s.case_id, c.number, c.subject, c.procedure, s.step, s.person_name as who, s.at, c.unit_id, c.owner_id,
  (select array_agg(r.reader) from case_reader r where r.district_id = s.district_id and r.case_id = s.case_id) as readers
from case_step s join case_file c on c.district_id = s.district_id and c.id = s.case_id
where s.district_id = $1 and s.feed > $2 order by s.feed limit 500`

/** Numbers are given before a commit, so a lower one may appear after a higher: each look goes back this far and skips what it has sent. */
const lookBack = 200

export function createLive(
  db: Database,
  mechanisms: ReadonlyMap<string, Mechanism>,
  failed: (error: Error) => void,
  beatMillis = 500,
): Live {
  const listeners = new Map<Id, Set<Listener>>()
  const sent = new Map<Id, { high: number; recent: Set<number> }>()
  let timer: NodeJS.Timeout | undefined
  let looking = false
  let again = false
  let closed = false

  const happening = (row: Row): Happening => {
    const m = mechanisms.get(row.procedure)
    const title = m && Object.hasOwn(m.procedure.steps, row.step) ? stepTitle(m, row.step) : { zh: row.step, en: row.step }
    const { feed, number, subject, procedure, step, at } = row
    return { feed, case: row.case_id, number, subject, procedure, step, title, who: row.who ?? '', at: at.toISOString() }
  }
  const deliver = (row: Row, to: Iterable<Listener>) => {
    const standing = { unit: row.unit_id, owner: row.owner_id, readers: row.readers ?? [] }
    for (const listener of to) if (sees(listener.scope, standing)) listener.send(happening(row))
  }

  async function look(): Promise<void> {
    for (const [district, members] of listeners) {
      if (members.size === 0) continue
      let mark = sent.get(district)
      if (!mark) {
        const [top] = await db.ask<{ high: number | null }>(
          houseScope(district),
          'select max(feed) as high from case_step where district_id = $1',
          [district],
        )
        mark = { high: top?.high ?? 0, recent: new Set() }
        for (let feed = Math.max(1, mark.high - lookBack); feed <= mark.high; feed++) mark.recent.add(feed)
        sent.set(district, mark)
      }
      const rows = await db.ask<Row>(houseScope(district), select, [district, Math.max(0, mark.high - lookBack)])
      for (const row of rows) {
        if (mark.recent.has(row.feed)) continue
        mark.recent.add(row.feed)
        mark.high = Math.max(mark.high, row.feed)
        deliver(row, members)
      }
      for (const feed of mark.recent) if (feed < mark.high - 2 * lookBack) mark.recent.delete(feed)
    }
  }

  async function beat(): Promise<void> {
    if (looking || closed) {
      again = true
      return
    }
    looking = true
    try {
      do {
        again = false
        await look()
      } while (again && !closed)
    } catch (error) {
      failed(error as Error)
    } finally {
      looking = false
    }
  }

  return {
    join(listener, since) {
      const { district } = listener.scope
      const members = listeners.get(district) ?? new Set()
      listeners.set(district, members.add(listener))
      timer ??= setInterval(() => void beat(), beatMillis).unref()
      if (since !== undefined) {
        db.ask<Row>(houseScope(district), select, [district, since])
          .then((rows) => {
            for (const row of rows) deliver(row, [listener])
          })
          .catch(failed)
      }
      void beat()
      return () => {
        members.delete(listener)
        if ([...listeners.values()].every((all) => all.size === 0)) {
          clearInterval(timer)
          timer = undefined
          sent.clear()
        }
      }
    },
    wake: () => void (timer && beat()),
    close() {
      closed = true
      clearInterval(timer)
    },
  }
}
