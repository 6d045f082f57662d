/** The district this installation serves when a request does not come from somebody who belongs to one. */
import type { Id } from '#kernel/id.ts'
import type { Region } from '#kernel/region.ts'
import type { Database } from '#platform/database.server.ts'

export interface District {
  readonly id: Id
  readonly name: string
  readonly shortName: string
  readonly region: Region
}

const known = new WeakMap<Database, District>()

/** The oldest district of the database; undefined until one is made. Kept once found, as districts do not change. */
export async function theDistrict(db: Database): Promise<District | undefined> {
  const kept = known.get(db)
  if (kept) return kept
  const [found] = await db.open<District>(
    'select id, name, short_name as "shortName", region from district order by created_at, id limit 1',
  )
  if (found) known.set(db, found)
  return found
}
