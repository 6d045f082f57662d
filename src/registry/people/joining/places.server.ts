/** Unions that take members, found by street or by name: first those that one joins without working at any one firm. */
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { type OrganisationKind, unionKinds } from '../../organisation.ts'
import { noReach } from '../../reach.ts'
import { theDistrict } from '../../district.server.ts'
import type { PlacesWire } from './places-wire.ts'

/** As many as one looks through on a telephone. */
const most = 30

interface PlaceRow {
  readonly id: Id
  readonly name: string
  readonly kind: OrganisationKind
  readonly unit: { readonly id: Id; readonly name: string } | null
}

/** Without a name or a street: the federations of trades, parks and regions. Of a street: its joint unions. By name: every union. */
export async function placesToJoin(
  db: Database,
  { street, q }: { readonly street?: Id | undefined; readonly q: string },
): Promise<PlacesWire> {
  const district = await theDistrict(db)
  if (!district) return { streets: [], items: [], more: false }
  const kinds = q ? unionKinds : unionKinds.filter((kind) => (street ? kind !== 'union' : kind !== 'union' && kind !== 'jointUnion'))
  const [streets, rows] = await db.within(noReach(district.id), (ask) =>
    Promise.all([
      ask<{ id: Id; name: string }>(streetsSql, [district.id]),
      ask<PlaceRow>(placesSql, [district.id, kinds, street ?? null, q.toLowerCase(), most + 1]),
    ]),
  )
  const items = rows.slice(0, most).map(({ unit, ...row }) => ({ ...row, ...(unit && unit.id !== row.id && { unit }) }))
  return { streets: [...streets], items, more: rows.length > most }
}

const streetsSql = `
  select id, short_name as name from organisation where district_id = $1 and kind = 'street' and standing = 'standing' and until is null
  order by sort_name, id`

const placesSql = `
  select o.id, o.name, o.kind, case when u.id is not null then json_build_object('id', u.id, 'name', u.short_name) end as unit
  from (
    select id, name, kind, unit_id, sort_name, kind = 'union' as of_a_firm, not starts_with(search, $4) as late
    from organisation
    where district_id = $1 and kind = any ($2::text[]) and standing = 'standing' and until is null
      and ($3::uuid is null or unit_id = $3) and ($4 = '' or strpos(search, $4) > 0)
    order by of_a_firm, late, sort_name, id limit $5
  ) o left join organisation u on u.district_id = $1 and u.id = o.unit_id
  order by o.of_a_firm, o.late, o.sort_name, o.id`
