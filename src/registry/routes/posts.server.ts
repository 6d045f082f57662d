/** Posts over HTTP: who holds what where, giving a post, and ending one. Nobody gives more than they have. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import type { Organisation } from '../organisation.ts'
import { dayShape } from './organisation-shapes.ts'
import { fits, postKinds } from '../post.ts'
import { postInput, postKindShape } from './post-shapes.ts'
import { mustStand } from '../organisations/places/union-law.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { governs, knows } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { page, peopleReach } from './lists.server.ts'
import { known } from './organisations.server.ts'
import { hold, type PersonRow, type PostRow, postOfRow, visiblePerson } from '../people/visible-person.server.ts'
import { pageOf, pageQuery, postWireShape } from './wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']

interface HeldRow extends PostRow {
  readonly name: string
  readonly person: Id
}

export function postRoutes(app: Http, deps: RegistryDeps): void {
  const { db } = deps
  const querystring = pageQuery.extend({
    organisation: z.uuid().optional(),
    person: z.uuid().optional(),
    role: postKindShape.optional(),
    on: dayShape.optional(),
  })
  app.get('/api/posts', { config, schema: { tags, querystring, response: { 200: pageOf(postWireShape) } } }, async (request) => {
    const caller = callerOf(request)
    const { organisation, person, role, on, q } = request.query
    const { all, trees, units } = peopleReach(caller)
    const { rows, ...rest } = await page<HeldRow>(db, caller, request.query, {
      columns,
      from: listSql,
      values: [caller.district, all, trees, units, caller.person, organisation ?? null, person ?? null, role ?? null, on ?? null, q ?? ''],
      name: 'p.name',
      id: 'h.id',
    })
    return { items: rows.map((row) => ({ ...postOfRow(row), person: { id: row.person, name: row.name } })), ...rest }
  })

  app.post('/api/posts', { config, schema: { tags, body: postInput, response: { 201: postWireShape } } }, async (request, reply) => {
    const caller = callerOf(request)
    const { organisation: at, person: who, role, scope, from, to } = request.body
    const organisation = await known(deps, caller, at)
    if (!governs(caller.posts, organisation, scope)) throw forbidden()
    const refusal = mustStand(organisation)
    if (refusal) throw conflict(refusal)
    const person = await personFor(deps, caller, who, organisation)
    if (!fits(role, organisation.kind))
      throw badInput([{ path: 'role', says: text('这个单位没有这种岗位', 'There is no such post at this body') }])
    if (person.id === caller.person && postKinds[role].standing === 'represents')
      throw forbidden(text('不能让自己代表对方单位', 'Nobody makes themselves the voice of another body'))
    if (to && to < from) throw badInput([{ path: 'to', says: text('结束不能早于开始', 'It cannot end before it begins') }])
    const row: PostRow = { id: newId(), kind: role, scope, since: from as Day, until: (to as Day | undefined) ?? null, organisation }
    // The person may yet lie outside the caller's rows: by this post they come to lie within.
    await db.within(houseScope(caller.district), async (q) => {
      await hold(q, caller.district, person.id)
      await q(insertSql, [caller.district, row.id, organisation.id, person.id, role, scope, from, row.until])
      await q(placeSql, [caller.district, [person.id], deps.today()])
      const what = { deed: 'post given', post: row.id, organisation: organisation.id, role, scope, since: from, until: row.until }
      await record(q, { ...actor(caller), kind: 'change', about: person.id, what })
    })
    await deps.session.changed(person.id)
    return reply.code(201).send({ ...postOfRow(row), person: { id: person.id, name: person.name } })
  })

  const params = z.object({ id: z.uuid() })
  const body = z.object({ on: dayShape.optional() })
  app.post('/api/posts/:id/end', { config, schema: { tags, params, body, response: { 200: postWireShape } } }, async (request) => {
    const caller = callerOf(request)
    const row = await endPost(deps, caller, request.params.id, (request.body.on as Day | undefined) ?? deps.today())
    await deps.session.changed(row.person)
    return { ...postOfRow(row), person: { id: row.person, name: row.name } }
  })
}

const insertSql =
  'insert into post (district_id, id, organisation_id, person_id, kind, scope, since, until) values ($1, $2, $3, $4, $5, $6, $7, $8)'
/** After posts or engagements of people have changed: where they belong on that day. Values: district, people, day. */
const placeSql = 'select hexie_place_people($1, $2::uuid[], $3)'

const columns = `h.id, h.kind, h.scope, h.since, h.until, p.name, p.id as person,
  json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'path', o.path) as organisation`

const fromSql = `
  from post h join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
    join person p on p.district_id = h.district_id and p.id = h.person_id`

const listSql = `${fromSql}
  where h.district_id = $1 and ($2 or o.unit_id = any ($3::uuid[]) or o.id = any ($4::uuid[]) or p.id = $5)
    and ($6::uuid is null or o.id = $6) and ($7::uuid is null or p.id = $7) and ($8::text is null or h.kind = $8)
    and ($9::date is null or (h.since <= $9 and (h.until is null or h.until >= $9)))
    and ($10 = '' or strpos(p.name, $10) > 0 or strpos(p.initials, lower($10)) = 1)`

/** Someone within reach, or someone newly entered for the same unit who has been nowhere yet. */
async function personFor(deps: RegistryDeps, caller: Caller, id: Id, organisation: Organisation): Promise<Pick<PersonRow, 'id' | 'name'>> {
  const [fresh] = await deps.db.ask<{ id: Id; name: string }>(
    houseScope(caller.district),
    `select id, name from person p where district_id = $1 and id = $2 and unit_id is not distinct from $3
       and not active and merged_into is null
       and not exists (select 1 from post h where h.district_id = p.district_id and h.person_id = p.id)
       and not exists (select 1 from engagement e where e.district_id = p.district_id and e.person_id = p.id)`,
    [caller.district, id, organisation.unit ?? null],
  )
  return fresh ?? (await visiblePerson(deps, caller, id))
}

async function endPost({ db, today }: RegistryDeps, caller: Caller, id: Id, on: Day): Promise<HeldRow> {
  const [row] = await db.ask<HeldRow>(houseScope(caller.district), `select ${columns} ${fromSql} where h.district_id = $1 and h.id = $2`, [
    caller.district,
    id,
  ])
  if (!row || !(row.person === caller.person || knows(caller.posts, row.organisation))) throw notFound()
  if (!governs(caller.posts, row.organisation, row.scope)) throw forbidden()
  if (on < row.since) throw badInput([{ path: 'on', says: text('结束不能早于开始', 'It cannot end before it begins') }])
  await db.within(houseScope(caller.district), async (q) => {
    await hold(q, caller.district, row.person)
    const ended = await q('update post set until = $3 where district_id = $1 and id = $2 and (until is null or until >= $3) returning id', [
      caller.district,
      id,
      on,
    ])
    if (ended.length === 0) throw conflict({ why: 'not now', says: text('这个岗位已经更早结束', 'This post ended earlier') })
    await q(placeSql, [caller.district, [row.person], today()])
    const what = { deed: 'post ended', post: id, organisation: row.organisation.id, role: row.kind, on }
    await record(q, { ...actor(caller), kind: 'change', about: row.person, what })
  })
  return { ...row, until: on }
}
