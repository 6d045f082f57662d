/** What the register owes each new day: facts that begin or end, people who begin or leave, duplicates looked for, kept counts folded together. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { refreshFacts } from '../organisations/facts/project-facts.server.ts'
import { placeDue } from '../people/place-due.server.ts'
import { findAllAlike } from '../privacy/duplicates/find.server.ts'
import { forgetAsides } from '../privacy/merge/undo.server.ts'

export interface UpkeepOptions {
  readonly db: Database
  readonly districts: () => Promise<readonly Id[]>
  readonly today: () => Day
  readonly failed: (error: Error) => void
}

export interface Upkeep {
  close(): Promise<void>
}

const everyMillis = 600_000
const lastDay = 'registry.upkeep'

/** Looks at once and every ten minutes whether a new day has come. Doing a day twice, or on two servers, changes nothing. */
export function keepRegistry({ db, districts, today, failed }: UpkeepOptions): Upkeep {
  let running: Promise<void> | undefined
  const look = (): void => {
    running ??= (async () => {
      for (const district of await districts()) await keepDay(db, district, today())
    })()
      .catch(failed)
      .finally(() => (running = undefined))
  }
  const timer = setInterval(look, everyMillis)
  timer.unref()
  look()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}

/** Brings the district to that day, and folds its counts; answers whether the day was a new one. */
export async function keepDay(db: Database, district: Id, today: Day): Promise<boolean> {
  const scope = houseScope(district)
  await db.ask(scope, 'select hexie_fold_tally($1)', [district])
  const [kept] = await db.ask<{ value: Day }>(scope, 'select value from setting where district_id = $1 and name = $2', [district, lastDay])
  if (kept && kept.value >= today) return false
  await refreshFacts(db, district, today)
  await placeDue(db, district, today)
  await db.within(scope, (q) => forgetAsides(q, district, today))
  await findAllAlike(db, district, today)
  await db.ask(scope, keptSql, [district, lastDay, JSON.stringify(today)])
  return true
}

const keptSql = `
  insert into setting (district_id, name, value) values ($1, $2, $3)
  on conflict (district_id, name) do update set value = excluded.value where setting.value::text < excluded.value::text`
