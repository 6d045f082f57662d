/** Rows made anew from their logs: after a calendar has changed (which cases moved?), and as the check that a projection tells the truth. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import type { Now } from '../run.ts'
import { loadWithin } from '../store/load.server.ts'
import { project } from '../store/projection.ts'

export interface Moved {
  readonly case: Id
  readonly number: string
  readonly subject: string
  readonly deadline: string
  readonly from: Day
  readonly to: Day
}

interface Kept {
  readonly id: Id
  readonly procedure: string
  readonly due: readonly { readonly id: string; readonly last: Day }[]
}

const page = 'select id, procedure, due from case_file where district_id = $1 and ended_on is null and id > $2 order by id limit 200'

/** Counts every open case's clocks again and writes what changed, case by case under its lock. Answers the clocks that moved. */
export async function recount(db: Database, district: Id, mechanisms: ReadonlyMap<string, Mechanism>, now: Now): Promise<readonly Moved[]> {
  const moved: Moved[] = []
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.ask<{ id: Id; procedure: string }>(houseScope(district), page, [district, last])
    for (const { id, procedure } of rows) {
      const m = mechanisms.get(procedure)
      if (m) moved.push(...(await db.within(houseScope(district), (q) => recountOne(q, district, id, m, now))))
    }
    if (rows.length < 200) return moved
    last = rows.at(-1)!.id
  }
}

async function recountOne(q: Query, district: Id, id: Id, m: Mechanism, now: Now): Promise<readonly Moved[]> {
  const [kept] = await q<Kept>('select id, procedure, due from case_file where district_id = $1 and id = $2 for update', [district, id])
  const file = await loadWithin(q, district, id)
  const next = project(m, file.log, now)
  const moved = next.due.flatMap((due) => {
    const before = kept?.due.find((one) => one.id === due.id)
    return before && before.last !== due.last
      ? [{ case: id, number: file.number, subject: next.subject, deadline: due.id, from: before.last, to: due.last }]
      : []
  })
  if (moved.length > 0) {
    await q('update case_file set due = $3, due_on = $4, law_on = $5 where district_id = $1 and id = $2', [
      district,
      id,
      JSON.stringify(next.due),
      next.dueOn,
      next.lawOn,
    ])
  }
  return moved
}
