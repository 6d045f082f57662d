/** What the register owes each new day: facts that begin or end, people who begin or leave, kept counts folded together. */
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { refreshFacts } from '../organisations/facts/project-facts.server.ts'
import { placePeople } from '../organisations/places/place-people.server.ts'

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

/** Brings the district to that day, and folds its counts; answers how many people were placed anew. */
export async function keepDay(db: Database, district: Id, today: Day): Promise<number> {
  const scope = houseScope(district)
  await db.ask(scope, 'select hexie_fold_tally($1)', [district])
  const [kept] = await db.ask<{ value: Day }>(scope, 'select value from setting where district_id = $1 and name = $2', [district, lastDay])
  if (kept && kept.value >= today) return 0
  await refreshFacts(db, district, today)
  const turned = await db.ask<{ id: Id }>(scope, turnedSql, [district, kept?.value ?? addDays(today, -1), today])
  for (let at = 0; at < turned.length; at += batch)
    await db.within(scope, (q) =>
      placePeople(
        q,
        district,
        turned.slice(at, at + batch).map(({ id }) => id),
        today,
      ),
    )
  await db.ask(scope, keptSql, [district, lastDay, JSON.stringify(today)])
  return turned.length
}

const batch = 500

/** Whose engagement or post has begun after the one day and by the other, or has held its last day between them. */
const turnedSql = `
  select person_id as id from engagement
    where district_id = $1 and (since > $2 and since <= $3 or until >= $2 and until < $3 or approved_on > $2 and approved_on <= $3)
  union
  select person_id from post where district_id = $1 and (since > $2 and since <= $3 or until >= $2 and until < $3)`

const keptSql = `
  insert into setting (district_id, name, value) values ($1, $2, $3)
  on conflict (district_id, name) do update set value = excluded.value where setting.value::text < excluded.value::text`
