/** How many open cases somebody stands in, as party or assigned: whoever does cannot be erased yet. */
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'

export async function openMatters(q: Query, district: Id, people: readonly Id[]): Promise<number> {
  const [row] = await q<{ n: number }>(
    `select count(distinct r.case_id)::int as n from case_reader r join case_file f on f.district_id = r.district_id and f.id = r.case_id
     where r.district_id = $1 and r.reader = any ($2::text[]) and f.ended_on is null`,
    [district, people.map((person) => `p:${person}`)],
  )
  return row!.n
}
