/** One person as somebody may know them: whether at all, what may be done, and where the person belongs. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller, HeldPost, PostScope } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { conflict, notFound } from '#platform/problem.ts'
import type { Organisation } from '../organisation.ts'
import { isPostKind, postKinds } from '../post.ts'
import { covers, governs } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import type { PostWire } from '../routes/wire.ts'

export interface PersonRow {
  readonly id: Id
  readonly name: string
  readonly unit: Id | null
  /** Firm, union and unit, and all bodies and units of engagements and posts of now. */
  readonly places: readonly Id[]
  readonly version: string
  readonly posts: readonly PostRow[]
}

export interface PostRow {
  readonly id: Id
  readonly kind: string
  readonly scope: PostScope
  readonly since: Day
  readonly until: Day | null
  readonly organisation: HeldPost['organisation']
}

/** Microseconds, as text: every change makes another. */
export const versionSql = '(extract(epoch from p.updated_at) * 1000000)::bigint::text'

const columns = `p.id, p.name, p.unit_id as unit, ${versionSql} as version,
  array_remove(array[p.firm_id, p.union_id, p.unit_id] || coalesce(p.elsewhere, '{}'), null) as places, coalesce((
    select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'scope', h.scope, 'since', h.since, 'until', h.until,
      'organisation', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'path', o.path)) order by h.since, h.id)
    from post h join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
    where h.district_id = p.district_id and h.person_id = p.id), '[]') as posts`

/** The person with all posts, if the caller may know of them; throws 404 otherwise. Row-level security decides. */
export async function visiblePerson({ db }: Pick<RegistryDeps, 'db'>, caller: Caller, id: Id): Promise<PersonRow> {
  const sql = `select ${columns} from person p where p.district_id = $1 and p.id = $2 and p.merged_into is null`
  const [row] = await db.ask<PersonRow>(caller.scope, sql, [caller.district, id])
  if (!row) throw notFound()
  return row
}

export const postOfRow = ({ id, kind, scope, since, until, organisation }: PostRow): PostWire => ({
  id,
  role: kind,
  title: isPostKind(kind) ? postKinds[kind].title : text(kind, kind),
  organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
  scope,
  from: since,
  ...(until && { to: until }),
})

export interface Rights {
  /** Governs a body or unit of the person's. */
  readonly change: boolean
  /** A telephone number opens an account: every post held must be governed, as for making one. */
  readonly changePhone: boolean
  /** Holds a desk post that looks upon the person. */
  readonly reveal: boolean
}

const nowhere = { id: '', path: [] }

/** What the caller may do with somebody they see. */
export async function rightsOver(
  { directory, today }: Pick<RegistryDeps, 'directory' | 'today'>,
  caller: Caller,
  person: PersonRow,
): Promise<Rights> {
  const known = await directory.organisationsByIds(caller.district, person.places)
  // Who belongs nowhere is the district's.
  const places: readonly Pick<Organisation, 'id' | 'path'>[] = known.size > 0 ? [...known.values()] : [nowhere]
  const change = places.some((place) => governs(caller.posts, place, 'unit'))
  const held = person.posts.filter((post) => !post.until || post.until >= today())
  const reveal = caller.posts.some(
    (post) => isPostKind(post.kind) && postKinds[post.kind].standing === 'desk' && places.some((place) => covers(post, place)),
  )
  return { change, changePhone: change && held.every((post) => governs(caller.posts, post.organisation, post.scope)), reveal }
}

export interface Held {
  readonly version: string
  readonly name: string
}

/** Keeps everybody else from changing this person until the transaction ends; 409 when somebody did since the version was read. */
export async function hold(q: Query, district: Id, id: Id, version?: string): Promise<Held> {
  const sql = `select ${versionSql} as version, p.name from person p where p.district_id = $1 and p.id = $2 and p.merged_into is null for update`
  const [row] = await q<Held>(sql, [district, id])
  if (!row) throw notFound()
  if (version !== undefined && version !== row.version) throw conflict(stale)
  return row
}

export const stale = {
  why: 'stale',
  says: text('刚刚有人改动过，请刷新后再试', 'Somebody has just changed this; load it again and try once more'),
}

/** After engagements changed: where the person belongs today, and another version. */
export async function settle(q: Query, district: Id, ids: readonly Id[], today: Day): Promise<void> {
  await Promise.all([
    q('select hexie_place_people($1, $2::uuid[], $3)', [district, ids, today]),
    q('update person set updated_at = clock_timestamp() where district_id = $1 and id = any ($2::uuid[])', [district, ids]),
  ])
}
