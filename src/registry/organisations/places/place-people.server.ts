/** People go where the organisations go at which they work, are members or hold posts. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'

const batch = 5_000

/** One move or end at a time in a district, and none beside an entry: what lies below what must not change under it. */
export const keepPlaces = (q: Query, district: Id): Promise<unknown> =>
  q(`select pg_advisory_xact_lock(hashtextextended('organisation places ' || $1, 0))`, [district])

/** Whoever works, is a member, or holds a post at one of these bodies today or will. */
export async function peopleAt(q: Query, district: Id, organisations: readonly Id[], today: Day): Promise<readonly Id[]> {
  const rows = await q<{ id: Id }>(peopleSql, [district, organisations, today])
  return rows.map(({ id }) => id)
}

/** Brings firm, union and unit of these people up to date; within the transaction that changed them, under the house's own scope. */
export async function placePeople(q: Query, district: Id, people: readonly Id[], today: Day): Promise<void> {
  for (let from = 0; from < people.length; from += batch) {
    const some = people.slice(from, from + batch)
    // Held first: the placing then sees what others wrote about them up to now.
    await q('select 1 from person where district_id = $1 and id = any ($2::uuid[]) order by id for update', [district, some])
    await q('select hexie_place_people($1, $2, $3)', [district, some, today])
  }
}

const peopleSql = `
  select person_id as id from engagement where district_id = $1 and organisation_id = any ($2::uuid[]) and (until is null or until >= $3)
  union
  select person_id from post where district_id = $1 and organisation_id = any ($2::uuid[]) and (until is null or until >= $3)`
