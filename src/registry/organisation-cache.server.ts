/** Organisations lately asked for, kept for a minute at most and some thousands at most, each read once however many ask. */
import type { Id } from '#kernel/id.ts'
import type { Organisation } from './organisation.ts'

interface Kept {
  readonly found: Promise<Organisation | undefined>
  readonly at: number
}

export interface OrganisationCache {
  get(district: Id, ids: readonly Id[]): Promise<ReadonlyMap<Id, Organisation>>
  /** Forgets what is kept of a district, or of all. */
  forget(district?: Id): void
}

const freshMillis = 60_000
const most = 5_000

/** `read` fetches those that are there of one district; all that one question misses are read together. */
export function organisationCache(
  now: () => number,
  read: (district: Id, ids: readonly Id[]) => Promise<readonly Organisation[]>,
): OrganisationCache {
  const kept = new Map<Id, Map<Id, Kept>>()

  const readAll = (district: Id, ids: readonly Id[], mine: Map<Id, Kept>): readonly Kept['found'][] => {
    const reading = read(district, ids).then((rows) => new Map(rows.map((row) => [row.id, row])))
    const entries = ids.map((id) => {
      const entry: Kept = { found: reading.then((rows) => rows.get(id)), at: now() }
      mine.delete(id)
      mine.set(id, entry)
      const drop = () => mine.get(id) === entry && mine.delete(id)
      // What is not there is not kept: another server may make it in the next moment, and guesses would fill the memory.
      entry.found.then((row) => row ?? drop(), drop)
      return entry.found
    })
    for (const id of mine.keys()) {
      if (mine.size <= most) break
      mine.delete(id)
    }
    return entries
  }

  return {
    async get(district, ids) {
      const mine = kept.get(district) ?? new Map<Id, Kept>()
      kept.set(district, mine)
      const isFresh = (id: Id): boolean => now() - (mine.get(id)?.at ?? Number.NEGATIVE_INFINITY) < freshMillis
      const { fresh = [], stale = [] } = Object.groupBy([...new Set(ids)], (id) => (isFresh(id) ? 'fresh' : 'stale'))
      const held = fresh.map((id) => mine.get(id)!.found)
      const found = await Promise.all([...held, ...(stale.length > 0 ? readAll(district, stale, mine) : [])])
      return new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])))
    },
    forget: (district) => (district ? void kept.delete(district) : kept.clear()),
  }
}
