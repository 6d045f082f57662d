/** The registry as the rest of the house asks it: single organisations kept in memory for a while, everything else by statement. */
import type { Day } from '#kernel/day.ts'
import { type Id, isId } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { bodiesFor, type DisputePlace, type MediationBody } from './mediation-body.ts'
import type { Organisation } from './organisation.ts'
import { organisationCache } from './organisation-cache.server.ts'
import { columnsOf, organisationColumns, organisationOf, type OrganisationRow } from './organisation-rows.server.ts'
import { noReach } from './reach.ts'

export interface PersonWithPost {
  readonly id: Id
  readonly name: string
  readonly kind: string
  readonly organisation: Id
}

/** A firm as the public directory tells it. */
export interface FirmFound {
  readonly id: Id
  readonly name: string
  readonly street?: { readonly id: Id; readonly name: string }
}

export interface Directory {
  /** At most a minute old; at once after a change made through this house. */
  organisationById(district: Id, id: Id): Promise<Organisation | undefined>
  organisationsByIds(district: Id, ids: readonly Id[]): Promise<ReadonlyMap<Id, Organisation>>
  /** An organisation and all under it. */
  below(district: Id, id: Id): Promise<readonly Id[]>
  /** From the root down to the one above it. */
  ancestors(district: Id, id: Id): Promise<readonly Organisation[]>
  mediationBodies(district: Id, place: DisputePlace, today: Day): Promise<readonly MediationBody[]>
  /** Standing firms by name, spelling or initials; those that begin with it first. */
  firms(district: Id, q: string, most: number): Promise<readonly FirmFound[]>
  /** A street by its id or by its name, 白杨 or 白杨街道. */
  streetNamed(district: Id, street: string): Promise<Id | undefined>
  /** Who holds one of these posts at one of these bodies that day. */
  peopleWithPosts(district: Id, organisations: readonly Id[], kinds: readonly string[], today: Day): Promise<readonly PersonWithPost[]>
  /** Forgets what is kept of a district, or of all. */
  forget(district?: Id): void
}

export function openDirectory(db: Database, now: () => number = Date.now): Directory {
  const cache = organisationCache(now, async (district, ids) => {
    const rows = await db.ask<OrganisationRow>(
      noReach(district),
      `select ${organisationColumns} from organisation where district_id = $1 and id = any ($2::uuid[])`,
      [district, ids],
    )
    return rows.map(organisationOf)
  })
  const organisationById = async (district: Id, id: Id) => (await cache.get(district, [id])).get(id)

  return {
    organisationById,
    organisationsByIds: cache.get,
    async below(district, id) {
      const rows = await db.ask<{ id: Id }>(noReach(district), belowSql, [district, id])
      return rows.map((row) => row.id)
    },
    async ancestors(district, id) {
      const path = (await organisationById(district, id))?.path ?? []
      const found = await cache.get(district, path)
      return path.flatMap((step) => (step === id ? [] : (found.get(step) ?? [])))
    },
    async mediationBodies(district, place, today) {
      const [rows, firm] = await Promise.all([
        db.ask<BodyRow>(noReach(district), bodiesSql, [district, place.firm ?? null, today]),
        place.firm ? organisationById(district, place.firm) : undefined,
      ])
      return bodiesFor(rows.map(placedBody), place, firm)
    },
    async firms(district, q, most) {
      const wanted = q.trim().toLowerCase()
      if (!wanted) return []
      const rows = await db.ask<FirmRow>(noReach(district), firmsSql, [district, wanted, most])
      return rows.map(({ street, street_name, ...firm }) => ({ ...firm, ...(street && { street: { id: street, name: street_name! } }) }))
    },
    async streetNamed(district, street) {
      const [found] = await db.ask<{ id: Id }>(noReach(district), streetSql, [
        district,
        isId(street) ? street : null,
        street.replace(/街道$/, ''),
      ])
      return found?.id
    },
    peopleWithPosts: (district, organisations, kinds, today) =>
      db.ask<PersonWithPost>(houseScope(district), peopleSql, [district, organisations, kinds, today]),
    forget: cache.forget,
  }
}

const belowSql = `
  with recursive under as (
    select id from organisation where district_id = $1 and id = $2
    union all
    select o.id from under join organisation o on o.district_id = $1 and o.parent_id = under.id
  )
  select id from under`

interface BodyRow extends OrganisationRow {
  readonly unit_kind: Organisation['kind'] | null
  readonly street_name: string | null
  readonly firm_name: string | null
}

const placedBody = ({ unit_kind, street_name, firm_name, ...row }: BodyRow) => ({
  body: organisationOf(row),
  ...(unit_kind && { unitKind: unit_kind }),
  ...(street_name && { streetName: street_name }),
  ...(firm_name && { firmName: firm_name }),
})

// Bodies for everybody are few; those of single firms are many, and only the firm's own is read.
const bodiesSql = `
  with body as (
    select * from organisation where district_id = $1 and mediates and firm_id is null
    union all
    select * from organisation where district_id = $1 and mediates and firm_id = $2
  )
  select ${columnsOf('b')}, u.kind as unit_kind, s.name as street_name, f.name as firm_name
  from body b
    left join organisation u on u.district_id = $1 and u.id = b.unit_id
    left join organisation s on s.district_id = $1 and s.id = b.street_id
    left join organisation f on f.district_id = $1 and f.id = b.firm_id
  where b.standing = 'standing' and b.since <= $3 and (b.until is null or b.until >= $3)`

interface FirmRow {
  readonly id: Id
  readonly name: string
  readonly street: Id | null
  readonly street_name: string | null
}

const firmsSql = `
  select f.id, f.name, s.id as street, s.short_name as street_name
  from (
    select id, name, street_id, not starts_with(search, $2) and strpos(search, ' ' || $2) = 0 as late, sort_name
    from organisation where district_id = $1 and kind = 'firm' and standing = 'standing' and strpos(search, $2) > 0
    order by late, sort_name, id limit $3
  ) f left join organisation s on s.district_id = $1 and s.id = f.street_id
  order by f.late, f.sort_name, f.id`

const streetSql = `
  select id from organisation
  where district_id = $1 and kind = 'street' and standing = 'standing' and (id = $2 or regexp_replace(short_name, '街道$', '') = $3)
  limit 1`

const peopleSql = `
  select p.id, p.name, h.kind, h.organisation_id as organisation
  from post h join person p on p.district_id = h.district_id and p.id = h.person_id
  where h.district_id = $1 and h.organisation_id = any ($2::uuid[]) and h.kind = any ($3::text[])
    and h.since <= $4 and (h.until is null or h.until >= $4)
  order by p.name, p.id`
