/** The merges of the people the caller sees, newest first, and which of them can still be undone. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { notFound } from '#platform/problem.ts'
import { cursorParts, cursorText } from '../cursor.ts'
import type { MergeRowWire, MergesPageWire } from '../duplicates/duplicates-wire.ts'

interface Row {
  readonly id: Id
  readonly kept_id: Id
  readonly kept_name: string
  readonly gone_id: Id
  readonly gone_name: string
  readonly reason: string
  readonly merged_by_name: string
  readonly merged_at: Date
  readonly undo_until: Day
  readonly undone_at: Date | null
  readonly undone_by_name: string | null
  readonly undone_because: string | null
  readonly last: boolean
}

const most = 1000
const from = `from person_merge m
  join person k on k.district_id = m.district_id and k.id = m.kept_id
  where m.district_id = $1`

export async function listMerges(
  db: Database,
  caller: Caller,
  today: Day,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<MergesPageWire> {
  const start = cursorParts(after, ['instant', 'id'])
  const [rows, counted] = await db.within(caller.scope, (q) =>
    Promise.all([
      q<Row>(
        `select m.id, m.kept_id, k.name as kept_name, m.gone_id, coalesce(m.before->'gone'->>'name', k.name) as gone_name, m.reason, m.merged_by_name,
           date_trunc('milliseconds', m.merged_at) as merged_at, m.undo_until, m.undone_at, m.undone_by_name, m.undone_because,
           k.merged_into is null and k.erased_at is null and not exists (select 1 from person_merge l
             where l.district_id = m.district_id and l.kept_id = m.kept_id and l.feed > m.feed and l.undone_at is null) as last
         ${from} ${start ? 'and (m.merged_at, m.id) < ($2::timestamptz, $3::uuid)' : ''} order by m.merged_at desc, m.id desc limit ${limit + 1}`,
        start ? [caller.district, ...start] : [caller.district],
      ),
      q<{ n: number }>(`select count(*)::int as n from (select 1 ${from} limit ${most + 1}) found`, [caller.district]),
    ]),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const total = counted[0]!.n
  return {
    items: shown.map((row) => mergeWire(row, today)),
    total: Math.min(total, most),
    ...(total > most && { capped: true as const }),
    ...(rows.length > limit && last && { next: cursorText([last.merged_at.toISOString(), last.id]) }),
  }
}

const mergeWire = (row: Row, today: Day): MergeRowWire => ({
  id: row.id,
  kept: { id: row.kept_id, name: row.kept_name },
  gone: { id: row.gone_id, name: row.gone_name },
  reason: row.reason,
  by: row.merged_by_name,
  at: row.merged_at.toISOString(),
  undoUntil: row.undo_until,
  mayUndo: row.undone_at === null && row.last && today <= row.undo_until,
  ...(row.undone_at && {
    undone: { by: row.undone_by_name ?? '', at: row.undone_at.toISOString(), because: row.undone_because ?? '' },
  }),
})

/** The two of a merge whose kept one the caller sees; throws 404 otherwise. */
export async function sidesOfMerge(db: Database, caller: Caller, merge: Id): Promise<{ readonly kept: Id; readonly gone: Id }> {
  const [row] = await db.ask<{ kept: Id; gone: Id }>(
    caller.scope,
    'select kept_id as kept, gone_id as gone from person_merge where district_id = $1 and id = $2',
    [caller.district, merge],
  )
  if (!row) throw notFound()
  return row
}
