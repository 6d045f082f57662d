/** Requests for people who are registered elsewhere, over HTTP: seen and answered by those who govern where they are now. */
import { z } from 'zod'
import { addDays, type Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '../../privacy/audit.server.ts'
import { governs } from '../../reach.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { importParams, pageQuery } from '../import-shapes.ts'
import type { TransferRequestsWire, TransferRequestWire } from '../import-wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['imports']

interface RequestRow {
  readonly id: Id
  readonly person_id: Id
  readonly person: string
  readonly firm_id: Id | null
  readonly present: Id
  readonly present_name: string
  readonly to_firm: Id | null
  readonly to_union: Id | null
  readonly to_name: string
  readonly job: string | null
  readonly since: Day | null
  readonly by_name: string
  readonly at: Date
  readonly state: string
}

export function requestRoutes(app: Http, deps: RegistryDeps): void {
  app.get(
    '/api/transfer-requests',
    { config, schema: { tags, querystring: pageQuery, response: { 200: z.custom<TransferRequestsWire>() } } },
    async (request): Promise<TransferRequestsWire> => {
      const caller = callerOf(request)
      const { limit, after } = request.query
      if (after && !z.uuid().safeParse(after).success)
        throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
      const rows = await deps.db.ask<RequestRow>(
        caller.scope,
        `${requestSql} and r.state = 'waiting' and ($2::uuid is null or r.id > $2) order by r.id limit $3`,
        [caller.district, after ?? null, limit + 1],
      )
      const last = rows[limit - 1]
      const mine = await Promise.all(
        rows.slice(0, limit).map(async (row) => ((await releases(deps, caller, row)) ? [requestWire(row)] : [])),
      )
      return { items: mine.flat(), ...(rows.length > limit && last && { next: last.id }) }
    },
  )

  const body = z.object({ agree: z.boolean() })
  app.post(
    '/api/transfer-requests/:id/answer',
    { config, schema: { tags, params: importParams, body, response: { 200: z.custom<TransferRequestWire>() } } },
    async (request) => {
      const caller = callerOf(request)
      const of = [caller.district, request.params.id]
      const [seen] = await deps.db.ask<RequestRow>(caller.scope, `${requestSql} and r.id = $2`, of)
      if (!seen) throw notFound()
      if (!(await releases(deps, caller, seen))) throw forbidden()
      await deps.db.within(houseScope(caller.district), async (q) => {
        const [row] = await q<RequestRow>(`${requestSql} and r.id = $2 for update of r`, of)
        if (row?.state !== 'waiting') throw conflict({ why: 'not now', says: text('这份申请已经答复', 'It was answered already') })
        const { agree } = request.body
        if (agree) await move(q, deps, caller, row)
        await q('update transfer_request set state = $3, answered_at = $4, answered_by = $5 where district_id = $1 and id = $2', [
          ...of,
          agree ? 'agreed' : 'refused',
          deps.instant(),
          caller.person,
        ])
        await record(q, {
          ...actor(caller),
          kind: 'change',
          about: row.person_id,
          what: { deed: 'transferRequest', request: row.id, agree, to: row.to_name },
        })
      })
      if (request.body.agree) await deps.session.changed(seen.person_id)
      return requestWire(seen)
    },
  )
}

/** Who governs where the person is now lets them go. */
async function releases({ directory }: RegistryDeps, caller: Caller, { present }: RequestRow): Promise<boolean> {
  const at = await directory.organisationById(caller.district, present)
  return at !== undefined && governs(caller.posts, at, 'unit')
}

/** Both sides have agreed: the one by asking, the other now. What they have here ends the day before. */
async function move(q: Query, { today }: RegistryDeps, { district, person: by }: Caller, row: RequestRow): Promise<void> {
  const on = today()
  const kinds = [...(row.to_firm ? ['employment'] : []), ...(row.to_union ? ['membership'] : [])]
  const ended = await q<{ id: Id; kind: string }>(
    `update engagement set until = greatest(since, $4), ended_how = 'transferred', moved_to = $5
     where district_id = $1 and person_id = $2 and kind = any ($3) and until is null and not (organisation_id = any ($6::uuid[]))
     returning id, kind`,
    [district, row.person_id, kinds, addDays(on, -1), row.to_name, [row.to_firm, row.to_union].filter(Boolean)],
  )
  const begin = (kind: string, at: Id, approved: Day | null, job: string | null) =>
    q(
      `insert into engagement (district_id, id, person_id, organisation_id, kind, job, since, approved_on, follows, recorded_by)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
       where not exists (select from engagement where district_id = $1 and person_id = $3 and organisation_id = $4 and kind = $5 and until is null)`,
      [district, newId(), row.person_id, at, kind, job, on, approved, ended.find((one) => one.kind === kind)?.id ?? null, by],
    )
  if (row.to_firm) await begin('employment', row.to_firm, null, row.job)
  if (row.to_union) await begin('membership', row.to_union, on, null)
  await q('update person set updated_at = now() where district_id = $1 and id = $2', [district, row.person_id])
  await q('select hexie_place_people($1, array[$2::uuid], $3)', [district, row.person_id, on])
}

const requestSql = `
  select r.id, r.person_id, p.name as person, p.firm_id, here.id as present, here.name as present_name, r.to_firm, r.to_union,
    coalesce(f.name, u.name) as to_name, r.job, r.since, r.by_name, r.at, r.state
  from transfer_request r
    join person p on p.district_id = r.district_id and p.id = r.person_id
    join organisation here on here.district_id = r.district_id and here.id = coalesce(p.firm_id, p.union_id, p.unit_id)
    join organisation u on u.district_id = r.district_id and u.id = r.to_unit
    left join organisation f on f.district_id = r.district_id and f.id = r.to_firm
  where r.district_id = $1`

const requestWire = (row: RequestRow): TransferRequestWire => ({
  id: row.id,
  person: { id: row.person_id, name: row.person },
  from: { id: row.present, name: row.present_name },
  to: row.to_name,
  by: row.by_name,
  at: row.at.toISOString(),
  ...(row.job && { job: row.job }),
})
