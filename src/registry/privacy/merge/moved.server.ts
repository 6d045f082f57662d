/** What hangs on a person and goes along when two rows become one: every table that names people by a row of its own. */
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'

/** A table whose rows belong to one person, by these columns. A new one joins here, and merging, undoing and erasing know of it. */
const tables = [
  { table: 'engagement', column: 'person_id' },
  { table: 'post', column: 'person_id' },
  { table: 'consent', column: 'person_id' },
  { table: 'data_request', column: 'person_id' },
] as const

/** Ids of the rows that moved, by table. */
export type Moved = Readonly<Record<string, readonly Id[]>>

export async function moveAll(q: Query, district: Id, from: Id, to: Id): Promise<Moved> {
  const moved: Record<string, readonly Id[]> = {}
  for (const { table, column } of tables) {
    const rows = await q<{ id: Id }>(`update ${table} set ${column} = $3 where district_id = $1 and ${column} = $2 returning id`, [
      district,
      from,
      to,
    ])
    moved[table] = rows.map(({ id }) => id)
  }
  return moved
}

/** Those rows, as they are by now; what came since stays. */
export async function moveBack(q: Query, district: Id, moved: Moved, from: Id, to: Id): Promise<void> {
  for (const { table, column } of tables)
    await q(`update ${table} set ${column} = $3 where district_id = $1 and ${column} = $2 and id = any ($4::uuid[])`, [
      district,
      from,
      to,
      moved[table] ?? [],
    ])
}
