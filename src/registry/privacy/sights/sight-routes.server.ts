/** Who saw me, for the worker; who saw somebody, for those who govern them; and the whole log, for the district. */
import { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import { dayOf } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Database } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden } from '#platform/problem.ts'
import { houseScope, type RowScope } from '#platform/row-scope.ts'
import { isPostKind, postKinds } from '../../post.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import type { AuditKind } from '../audit.server.ts'
import { cursorParts, cursorText } from '../cursor.ts'
import { governedPerson, requireAdministers } from '../governed.server.ts'
import { reasonInWords, whatInWords } from './sight-words.ts'
import { type SightsPageWire, sightsPageShape, sightsQuery, type SightWire } from './sights-wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['privacy']
const response = { 200: sightsPageShape }

export function sightRoutes(app: Http, deps: RegistryDeps): void {
  const { db } = deps
  app.get('/api/me/sights', { config, schema: { tags, querystring: sightsQuery, response } }, async (request) => {
    const { district, person, also = [] } = callerOf(request)
    return await pageOfSights(db, houseScope(district), { about: [person, ...also], reader: person, ...request.query })
  })

  const params = z.object({ id: z.uuid() })
  app.get('/api/persons/:id/sights', { config, schema: { tags, params, querystring: sightsQuery, response } }, async (request) => {
    const caller = callerOf(request)
    const { id } = await governedPerson(deps, caller, request.params.id)
    const merged = await db.ask<{ id: Id }>(caller.scope, 'select id from person where district_id = $1 and merged_into = $2', [
      caller.district,
      id,
    ])
    return await pageOfSights(db, houseScope(caller.district), {
      about: [id, ...merged.map((row) => row.id)],
      desk: true,
      ...request.query,
    })
  })

  app.get('/api/audit', { config, schema: { tags, querystring: sightsQuery, response } }, async (request) => {
    const caller = callerOf(request)
    requireAdministers(caller)
    if (!caller.scope.all) throw forbidden()
    return await pageOfSights(db, caller.scope, { desk: true, ...request.query })
  })
}

interface Asked {
  /** About one of these, or a list of the place where they are; everything when left out. */
  readonly about?: readonly Id[]
  readonly reader?: Id
  readonly desk?: boolean
  readonly kind?: AuditKind | undefined
  readonly limit: number
  readonly after?: string | undefined
}

interface Row {
  readonly at: Date
  readonly chain: Id
  readonly seq: number
  readonly kind: AuditKind
  readonly what: Readonly<Record<string, unknown>>
  readonly by_person: Id | null
  readonly by_name: string
  readonly about: Id | null
  readonly about_name: string | null
  readonly about_person: boolean
  readonly body: string | null
  readonly post: string | null
}

// What was logged without an office is told with the one held on that day.
const columns = `e.at, e.chain, e.seq, e.kind, e.what, e.by_person, e.by_name, e.about,
  coalesce((select p.name from person p where p.district_id = e.district_id and p.id = e.about),
    (select o.name from organisation o where o.district_id = e.district_id and o.id = e.about)) as about_name,
  exists (select 1 from person p where p.district_id = e.district_id and p.id = e.about) as about_person,
  (select o.name from organisation o where o.district_id = e.district_id and o.id = coalesce(e.body_id, held.organisation_id)) as body,
  coalesce(e.post, held.kind) as post`
const from = `from audit_entry e left join lateral (
    select h.organisation_id, h.kind from post h where e.body_id is null and h.district_id = e.district_id and h.person_id = e.by_person
      and h.since <= (e.at at time zone 'Asia/Shanghai')::date and (h.until is null or h.until >= (e.at at time zone 'Asia/Shanghai')::date)
    order by h.since, h.id limit 1) held on true`

export async function pageOfSights(
  db: Database,
  scope: RowScope,
  { about, reader, desk = false, kind, limit, after }: Asked,
): Promise<SightsPageWire> {
  const start = cursorParts(after, ['instant', 'id', 'number'])
  const values: unknown[] = [scope.district]
  const next = (value: unknown): string => `$${values.push(value)}`
  const conditions = ['e.district_id = $1']
  if (about) {
    const people = `${next(about)}::uuid[]`
    conditions.push(`(e.about = any (${people}) or (e.kind = 'export' and e.about in (
      select unnest(array[p.district_id, p.firm_id, p.union_id, p.unit_id] || coalesce(p.elsewhere, '{}')) from person p where p.district_id = $1 and p.id = any (${people}))))`)
  }
  if (kind) conditions.push(`e.kind = ${next(kind)}`)
  if (start)
    conditions.push(`(e.at, e.chain, e.seq) < (${next(start[0])}::timestamptz, ${next(start[1])}::uuid, ${next(start[2])}::integer)`)
  const rows = await db.ask<Row>(
    scope,
    `select ${columns} ${from} where ${conditions.join(' and ')} order by e.at desc, e.chain desc, e.seq desc limit ${limit + 1}`,
    values,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => wire(row, reader, desk)),
    ...(rows.length > limit && last && { next: cursorText([last.at.toISOString(), last.chain, String(last.seq)]) }),
  }
}

function wire(row: Row, reader: Id | undefined, desk: boolean): SightWire {
  const { at, kind, what, body, post, about, about_name } = row
  const reason = reasonInWords(what)
  const own = row.by_person !== null && row.by_person === reader
  return {
    at: at.toISOString(),
    day: dayOf(at),
    kind,
    what: whatInWords(kind, what),
    ...(reason && { reason }),
    ...(own && { own: true as const }),
    ...(!own && body && { body }),
    ...(!own && post && isPostKind(post) && { post: postKinds[post].title }),
    ...(desk && { by: row.by_name }),
    ...(desk && about && about_name && { about: { id: about, name: about_name, person: row.about_person } }),
  }
}
