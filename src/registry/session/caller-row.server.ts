/** A signed-in person as the database knows them, in one statement: name, posts, and the bodies where they hold them. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Region } from '#kernel/region.ts'
import type { Caller, HeldPost, PostScope } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import type { Directory } from '../directory.server.ts'
import { isHeld } from '../post.ts'
import { houseScope } from '#platform/row-scope.ts'
import { looksBelow, personReader, reachOf } from '../reach.ts'

interface CallerRow {
  readonly id: Id
  readonly merged: readonly Id[]
  readonly name: string
  readonly region: Region
  readonly closed: boolean
  readonly posts: readonly {
    readonly id: Id
    readonly kind: string
    readonly scope: PostScope
    readonly since: Day
    readonly until: Day | null
    readonly organisation: HeldPost['organisation']
  }[]
}

/**
 * The person as a caller of this day, with the posts held that day and what follows from them; null when there is no such person. Whoever
 * signs in by an account of a row that was merged is the person it was merged into, and reads what any of the rows may read.
 */
export async function callerOf(db: Database, directory: Directory, who: { person: Id; district: Id }, today: Day): Promise<Caller | null> {
  const { district } = who
  const [row] = await db.ask<CallerRow>(houseScope(district), callerSql, [district, who.person])
  if (!row || row.closed) return null
  const posts = row.posts
    .map(({ until, ...post }): HeldPost => ({ ...post, ...(until && { until }) }))
    .filter((post) => isHeld(post, today))
  const under = new Map(await Promise.all(looksBelow(posts, today).map(async (id) => [id, await directory.below(district, id)] as const)))
  const reach = reachOf({ person: row.id, district }, posts, today, (id) => under.get(id) ?? [id])
  const scope = { ...reach, readers: [...reach.readers, ...row.merged.map(personReader)] }
  return {
    person: row.id,
    ...(row.merged.length > 0 && { also: row.merged }),
    name: row.name,
    district,
    region: row.region,
    posts,
    scope,
  }
}

// Where somebody works stands among the posts as one that gives no right. At a body not yet approved, or ended, nobody acts (工会法 12).
const callerSql = `
  with who as (
    select coalesce(merged_into, id) as id from person where district_id = $1 and id = $2
  ), held as (
    select id, kind, scope, since, until, organisation_id from post where district_id = $1 and person_id = (select id from who)
    union all
    select id, case kind when 'employment' then 'employee' else 'platformWorker' end, 'self', since, until, organisation_id
    from engagement where district_id = $1 and person_id = (select id from who) and kind <> 'membership'
  )
  select p.id, p.name, d.region, exists (select 1 from auth_user u where u."personId" = $2 and u."closedAt" is not null) as closed, coalesce((
    select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'scope', h.scope, 'since', h.since, 'until', h.until,
      'organisation', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'path', o.path)) order by h.since, h.id)
    from held h join organisation o on o.district_id = $1 and o.id = h.organisation_id and o.standing = 'standing'
  ), '[]') as posts, array(select g.id from person g where g.district_id = $1 and g.merged_into = p.id order by g.id) as merged
  from person p join district d on d.id = p.district_id
  where p.district_id = $1 and p.id = (select id from who)`
