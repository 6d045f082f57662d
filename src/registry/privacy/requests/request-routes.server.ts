/** What people ask about their data: asked on the phone, decided with a reason by those who govern them. */
import { z } from 'zod'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { conflict, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '../audit.server.ts'
import { cursorParts, cursorText } from '../cursor.ts'
import { governedPerson, requireAdministers } from '../governed.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { erase, requireErasable } from './erase.server.ts'
import {
  correctionInput,
  decisionInput,
  type DeskRequestWire,
  deskRequestShape,
  erasureInput,
  ownRequestsShape,
  type RequestWire,
  requestShape,
  requestsPageShape,
  requestsQuery,
} from './requests-wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['privacy']
const params = z.object({ id: z.uuid() })
const mostWaiting = 10

interface Row {
  readonly id: Id
  readonly kind: RequestWire['kind']
  readonly says: string
  readonly state: RequestWire['state']
  readonly asked_at: Date
  readonly answer: string | null
  readonly decided_at: Date | null
  readonly decided_by_name: string | null
  readonly person_id: Id
  readonly person_name: string
}
const columns = `r.id, r.kind, r.says, r.state, date_trunc('milliseconds', r.asked_at) as asked_at, r.answer, r.decided_at, r.decided_by_name, r.person_id`

export function requestRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today, instant } = deps
  app.get('/api/me/requests', { config, schema: { tags, response: { 200: ownRequestsShape } } }, async (request) => {
    const { district, person, scope } = callerOf(request)
    const rows = await db.ask<Row>(
      scope,
      `select ${columns} from data_request r where r.district_id = $1 and r.person_id = $2 order by r.asked_at desc, r.id desc limit 100`,
      [district, person],
    )
    return { items: rows.map(own) }
  })

  app.post(
    '/api/me/corrections',
    { config, schema: { tags, body: correctionInput, response: { 201: requestShape } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const row = await db.within(houseScope(caller.district), (q) => ask(q, caller, 'correction', request.body.says, instant()))
      return reply.code(201).send(own(row))
    },
  )

  app.post('/api/me/erasure', { config, schema: { tags, body: erasureInput, response: { 201: requestShape } } }, async (request, reply) => {
    const caller = callerOf(request)
    const { district, person } = caller
    const row = await db.within(houseScope(district), async (q) => {
      await requireErasable(q, deps.openMatters, { district, person, today: today() })
      return await ask(q, caller, 'erasure', request.body.says, instant())
    })
    return reply.code(201).send(own(row))
  })

  app.post('/api/me/requests/:id/take-back', { config, schema: { tags, params, response: { 200: requestShape } } }, async (request) => {
    const { district, person, scope } = callerOf(request)
    const [row] = await db.ask<Row>(
      scope,
      `update data_request r set state = 'taken back', decided_at = $4 where r.district_id = $1 and r.id = $2 and r.person_id = $3 and r.state = 'waiting'
       returning ${columns}`,
      [district, request.params.id, person, instant()],
    )
    if (!row) throw notFound()
    return own(row)
  })
  deskRoutes(app, deps)
}

/** One erasure at a time, a few corrections. */
async function ask(q: Query, caller: Caller, kind: RequestWire['kind'], says: string, at: Date): Promise<Row> {
  const { district, person } = caller
  await q('select 1 from person where district_id = $1 and id = $2 for update', [district, person])
  const waiting = await q<{ kind: string }>(
    `select kind from data_request where district_id = $1 and person_id = $2 and state = 'waiting'`,
    [district, person],
  )
  if (waiting.some((one) => kind === 'erasure' && one.kind === kind))
    throw conflict({ why: 'not now', says: text('您已经申请过，正在处理', 'You asked already; it is being handled') })
  if (waiting.length >= mostWaiting)
    throw conflict({
      why: 'not now',
      says: text('还有多项申请在处理，请等答复后再提', 'Several requests are waiting; wait for their answers first'),
    })
  const id = newId()
  const [row] = await q<Row>(
    `insert into data_request as r (district_id, id, person_id, kind, says, asked_at) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [district, id, person, kind, says, at],
  )
  await record(q, { ...actor(caller), kind: 'change', about: person, what: { request: kind, id } })
  return row!
}

function deskRoutes(app: Http, deps: RegistryDeps): void {
  const { db } = deps
  const config = { access: { who: 'signed-in' } } as const
  app.get(
    '/api/data-requests',
    { config, schema: { tags, querystring: requestsQuery, response: { 200: requestsPageShape } } },
    async (request) => {
      const caller = callerOf(request)
      requireAdministers(caller)
      const { state, limit, after } = request.query
      const start = cursorParts(after, ['instant', 'id'])
      const from = `from data_request r join person p on p.district_id = r.district_id and p.id = r.person_id where r.district_id = $1 and r.state = $2`
      const values = [caller.district, state]
      const [rows, counted] = await db.within(caller.scope, (q) =>
        Promise.all([
          q<Row>(
            `select ${columns}, p.name as person_name ${from} ${start ? 'and (r.asked_at, r.id) > ($3::timestamptz, $4::uuid)' : ''}
           order by r.asked_at, r.id limit ${limit + 1}`,
            start ? [...values, ...start] : values,
          ),
          q<{ n: number }>(`select count(*)::int as n from (select 1 ${from} limit 1001) found`, values),
        ]),
      )
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const n = counted[0]!.n
      return {
        items: shown.map(desk),
        total: Math.min(n, 1000),
        ...(n > 1000 && { capped: true as const }),
        ...(rows.length > limit && last && { next: cursorText([last.asked_at.toISOString(), last.id]) }),
      }
    },
  )

  app.post(
    '/api/data-requests/:id/decide',
    { config, schema: { tags, params, body: decisionInput, response: { 200: deskRequestShape } } },
    async (request) => decide(deps, callerOf(request), request.params.id, request.body),
  )
}

async function decide(
  deps: RegistryDeps,
  caller: Caller,
  id: Id,
  { decision, answer }: z.output<typeof decisionInput>,
): Promise<DeskRequestWire> {
  const { db, session, today, instant } = deps
  const { district } = caller
  const [seen] = await db.ask<{ person_id: Id }>(caller.scope, 'select person_id from data_request where district_id = $1 and id = $2', [
    district,
    id,
  ])
  if (!seen) throw notFound()
  const { id: person, name } = await governedPerson(deps, caller, seen.person_id)
  const at = instant()
  const row = await db.within(houseScope(district), async (q) => {
    const [decided] = await q<Row>(
      `update data_request r set state = $3, answer = $4, decided_by = $5, decided_by_name = $6, decided_at = $7
       where r.district_id = $1 and r.id = $2 and r.state = 'waiting' returning ${columns}`,
      [district, id, decision, answer, caller.person, caller.name, at],
    )
    if (!decided) throw conflict({ why: 'stale', says: text('这项申请已经有了答复', 'This request was answered already') })
    if (decided.kind === 'erasure' && decision === 'granted') {
      const rows = await requireErasable(q, deps.openMatters, { district, person, today: today() })
      await erase(q, { district, rows, at, today: today() })
    }
    await record(q, { ...actor(caller), kind: 'change', about: person, what: { request: decided.kind, id, decision, reason: answer } })
    return decided
  })
  await session.changed(person)
  return desk({ ...row, person_name: name })
}

const own = (row: Row): RequestWire => ({
  id: row.id,
  kind: row.kind,
  says: row.says,
  state: row.state,
  askedAt: row.asked_at.toISOString(),
  ...(row.answer && { answer: row.answer }),
  ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
})

const desk = (row: Row): DeskRequestWire => ({
  ...own(row),
  person: { id: row.person_id, name: row.person_name },
  ...(row.decided_by_name && { by: row.decided_by_name }),
})
