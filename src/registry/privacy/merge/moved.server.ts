/** What hangs on a person and goes along when two rows become one: every table that names people by a row of its own. */
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'

interface Hanging {
  readonly table: string
  /** A row of which the other person has the like already stays where it is. */
  readonly alike?: string
}

/** Tables with `id` and `person_id`. A new one joins here, and merging, undoing and the file of one's data know of it. */
const tables: readonly Hanging[] = [
  { table: 'engagement' },
  { table: 'post' },
  { table: 'consent' },
  { table: 'data_request' },
  { table: 'team_member', alike: 'o.team = t.team and o.organisation_id = t.organisation_id and o.since = t.since' },
  { table: 'congress_delegate', alike: 'o.union_id = t.union_id and o.since = t.since' },
  { table: 'recusal' },
  { table: 'transfer_request', alike: `t.state = 'waiting' and o.state = 'waiting' and o.to_unit = t.to_unit` },
]

/** Ids of the rows that moved, by table. */
export type Moved = Readonly<Record<string, readonly Id[]>>

export async function moveAll(q: Query, district: Id, from: Id, to: Id): Promise<Moved> {
  const moved: Record<string, readonly Id[]> = {}
  for (const { table, alike } of tables) {
    const unless = alike
      ? `and not exists (select 1 from ${table} o where o.district_id = t.district_id and o.person_id = $3 and ${alike})`
      : ''
    const rows = await q<{ id: Id }>(
      `update ${table} t set person_id = $3 where t.district_id = $1 and t.person_id = $2 ${unless} returning t.id`,
      [district, from, to],
    )
    moved[table] = rows.map(({ id }) => id)
  }
  return moved
}

/** Those rows, as they are by now; what came since stays. */
export async function moveBack(q: Query, district: Id, moved: Moved, from: Id, to: Id): Promise<void> {
  for (const { table } of tables)
    await q(`update ${table} set person_id = $3 where district_id = $1 and person_id = $2 and id = any ($4::uuid[])`, [
      district,
      from,
      to,
      moved[table] ?? [],
    ])
}
