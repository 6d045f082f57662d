/** The registry as the engine asks it: organisations from memory with a bound on staleness, people with their posts from the database. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import type { Organisation } from './organisation.ts'
import { organisationColumns, organisationOf, type OrganisationRow } from './organisation-rows.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { noReach } from './reach.ts'
import { type DisputePlace, indexRegistry, type MediationBody, type RegistryIndex } from './registry-index.ts'

export interface PersonWithPost {
  readonly id: Id
  readonly name: string
  readonly kind: string
  readonly organisation: Id
}

export interface Directory {
  /** Everything of the district, at most a minute old; at once after a change made through this house. */
  index(district: Id): Promise<RegistryIndex>
  organisationById(district: Id, id: Id): Promise<Organisation | undefined>
  /** From the root down to the one above it. */
  ancestors(district: Id, id: Id): Promise<readonly Organisation[]>
  mediationBodies(district: Id, place: DisputePlace, today: Day): Promise<readonly MediationBody[]>
  /** Who holds one of these posts at one of these bodies that day. */
  peopleWithPosts(district: Id, organisations: readonly Id[], kinds: readonly string[], today: Day): Promise<readonly PersonWithPost[]>
  /** Forgets what is kept of a district, or of all. */
  forget(district?: Id): void
}

const freshMillis = 60_000

export function openDirectory(db: Database, now: () => number = Date.now): Directory {
  const kept = new Map<Id, { readonly loaded: Promise<RegistryIndex>; readonly at: number }>()

  const index = (district: Id): Promise<RegistryIndex> => {
    const entry = kept.get(district)
    if (entry && now() - entry.at < freshMillis) return entry.loaded
    const loaded = load(db, district)
    // Those who ask while it is read again get the last one: it is only old. One that is known to be wrong was forgotten.
    const meanwhile = { loaded: entry?.loaded ?? loaded, at: now() }
    kept.set(district, meanwhile)
    loaded.then(
      () => kept.get(district) === meanwhile && kept.set(district, { loaded, at: now() }),
      () => kept.get(district) === meanwhile && kept.delete(district),
    )
    return meanwhile.loaded
  }

  return {
    index,
    organisationById: async (district, id) => (await index(district)).byId.get(id),
    ancestors: async (district, id) => (await index(district)).ancestors(id),
    mediationBodies: async (district, place, today) => (await index(district)).mediationBodies(place, today),
    peopleWithPosts: (district, organisations, kinds, today) =>
      db.ask<PersonWithPost>(houseScope(district), peopleSql, [district, organisations, kinds, today]),
    forget: (district) => (district ? void kept.delete(district) : kept.clear()),
  }
}

async function load(db: Database, district: Id): Promise<RegistryIndex> {
  const rows = await db.ask<OrganisationRow>(
    noReach(district),
    `select ${organisationColumns} from organisation where district_id = $1 order by name, id`,
    [district],
  )
  return indexRegistry(rows.map((row) => ({ organisation: organisationOf(row), pinyin: row.pinyin, initials: row.initials })))
}

const peopleSql = `
  select p.id, p.name, h.kind, h.organisation_id as organisation
  from post h join person p on p.district_id = h.district_id and p.id = h.person_id
  where h.district_id = $1 and h.organisation_id = any ($2::uuid[]) and h.kind = any ($3::text[])
    and h.since <= $4 and (h.until is null or h.until >= $4)
  order by p.name, p.id`
