/** People whose engagements or posts began or ended with the turn of a day, placed anew: nobody writes anything on such a day. */
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'

const atOnce = 2000
/** A house that stood still for so long catches up. */
const daysBack = 40

/** Answers how many were looked at. Doing it again changes nothing. */
export async function placeDue(db: Database, district: Id, today: Day): Promise<number> {
  let after: Id | null = null
  for (let placed = 0; ; ) {
    const people: readonly { person: Id }[] = await db.ask<{ person: Id }>(houseScope(district), dueSql, [
      district,
      addDays(today, -daysBack),
      today,
      after,
      atOnce,
    ])
    if (people.length === 0) return placed
    const ids = people.map(({ person }) => person)
    await db.ask(houseScope(district), 'select hexie_place_people($1, $2::uuid[], $3)', [district, ids, today])
    placed += ids.length
    after = ids.at(-1)!
  }
}

// An end on a day takes effect on the next one.
const dueSql = `
  select person_id as person from (
    select person_id from engagement where district_id = $1 and (since between $2 and $3 or until between $2::date - 1 and $3::date - 1)
    union
    select person_id from post where district_id = $1 and (since between $2 and $3 or until between $2::date - 1 and $3::date - 1)
  ) due
  where $4::uuid is null or person_id > $4
  order by person_id limit $5`
