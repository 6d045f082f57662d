/** People over HTTP: those within reach with their posts, and new ones for a unit the caller works for. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller, HeldPost, PostScope } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden, notFound } from '#platform/problem.ts'
import { personInput } from '../person.ts'
import { spellPeople } from '../pinyin.server.ts'
import { isPostKind, postKinds } from '../post.ts'
import { governs, knows } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { maskedPhone } from '../secrets/phone-number.ts'
import { page, peopleReach } from './lists.server.ts'
import { known } from './organisations.server.ts'
import { pageOf, pageQuery, type PersonWire, personWireShape, type PostWire } from './wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']

export interface PersonRow {
  readonly id: Id
  readonly name: string
  readonly phone: string | null
  readonly unit: Id | null
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

export function personRoutes(app: Http, deps: RegistryDeps): void {
  const { db } = deps
  const querystring = pageQuery.extend({ unit: z.uuid().optional() })
  app.get('/api/persons', { config, schema: { tags, querystring, response: { 200: pageOf(personWireShape) } } }, async (request) => {
    const caller = callerOf(request)
    const { q, unit } = request.query
    const { rows, ...rest } = await page<PersonRow>(db, caller, request.query, {
      columns,
      from: `${reachSql} and ($6::uuid is null or p.unit_id = $6)
        and ($7 = '' or strpos(p.name, $7) > 0 or strpos(p.initials, $7) = 1 or strpos(p.pinyin, $7) = 1)`,
      values: [...reachValues(caller), unit ?? null, q?.toLowerCase() ?? ''],
      name: 'p.name',
      id: 'p.id',
    })
    return { items: rows.map((row) => personWire(row, caller)), ...rest }
  })

  const params = z.object({ id: z.uuid() })
  app.get('/api/persons/:id', { config, schema: { tags, params, response: { 200: personWireShape } } }, async (request) => {
    const caller = callerOf(request)
    return personWire(await visiblePerson(deps, caller, request.params.id), caller)
  })

  app.post('/api/persons', { config, schema: { tags, body: personInput, response: { 201: personWireShape } } }, async (request, reply) => {
    const caller = callerOf(request)
    const unit = await unitFor(deps, caller, request.body.unit)
    const { name, phone = null } = request.body
    const [spelling] = await spellPeople([name])
    const row: PersonRow = { id: newId(), name, phone, unit, posts: [] }
    await db.ask(
      caller.scope,
      'insert into person (district_id, id, name, pinyin, initials, phone, unit_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [caller.district, row.id, name, spelling!.pinyin, spelling!.initials, phone, unit],
    )
    return reply.code(201).send(personWire(row, caller))
  })
}

const columns = `p.id, p.name, p.phone, p.unit_id as unit, coalesce((
    select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'scope', h.scope, 'since', h.since, 'until', h.until,
      'organisation', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'path', o.path)) order by h.since, h.id)
    from post h join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
    where h.district_id = p.district_id and h.person_id = p.id), '[]') as posts`

const reachSql = `
  from person p
  where p.district_id = $1 and ($2 or p.id = $5 or p.unit_id = any ($3::uuid[]) or exists (
    select 1 from post h join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
    where h.district_id = p.district_id and h.person_id = p.id and (o.unit_id = any ($3::uuid[]) or o.id = any ($4::uuid[]))))`

function reachValues(caller: Caller): readonly unknown[] {
  const { all, trees, units } = peopleReach(caller)
  return [caller.district, all, trees, units, caller.person]
}

/** The person with all posts, if the caller may know of them; throws 404 otherwise. */
export async function visiblePerson({ db }: Pick<RegistryDeps, 'db'>, caller: Caller, id: Id): Promise<PersonRow> {
  const [row] = await db.ask<PersonRow>(caller.scope, `select ${columns} ${reachSql} and p.id = $6`, [...reachValues(caller), id])
  if (!row) throw notFound()
  return row
}

function personWire({ id, name, phone, unit, posts }: PersonRow, caller: Caller): PersonWire {
  const shown = posts.filter((post) => id === caller.person || knows(caller.posts, post.organisation))
  return { id, name, ...(phone && { phone: maskedPhone(phone) }), ...(unit && { unit }), posts: shown.map(postOfRow) }
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

/** The unit whose person it will be: the one named, if governed; else the one the caller administers something in. */
async function unitFor(deps: RegistryDeps, caller: Caller, named: Id | undefined): Promise<Id | null> {
  if (named) {
    const unit = await known(deps, caller, named)
    if (!governs(caller.posts, unit, 'unit')) throw forbidden()
    return unit.unit ?? null
  }
  const own = caller.posts.find((post) => isPostKind(post.kind) && postKinds[post.kind].administers && post.scope !== 'self')
  if (!own) throw forbidden()
  return (await deps.directory.organisationById(caller.district, own.organisation.id))?.unit ?? null
}
