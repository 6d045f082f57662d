/** Which firms a joint union takes in, from a day until a day. */
import { z } from 'zod'
import { addDays, type Day, laterOf } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Organisation } from '../../organisation.ts'
import { actor, record } from '../../privacy/audit.server.ts'
import { covers } from '../../reach.ts'
import { organisationReach, startOf } from '../../routes/lists.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { afterShape, cursorText, pageOf } from '../../routes/wire.ts'
import { governed, known } from '../governed.server.ts'
import { type CoverWire, coverWireShape } from '../organisation-wire.ts'
import { peopleAt, placePeople } from './place-people.server.ts'
import { mustStand, notNow } from './union-law.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']
const coverInput = z.object({ firm: z.uuid(), since: z.iso.date(), source: z.string().trim().min(1).max(200).optional() })

interface CoverRow {
  readonly id: Id
  readonly firm: CoverWire['firm']
  readonly since: Day
  readonly until: Day | null
  readonly source: string | null
  readonly sort_name: string
  readonly total: number
}

const coverWire = ({ id, firm, since, until, source }: Omit<CoverRow, 'sort_name' | 'total'>): CoverWire => ({
  id,
  firm,
  since,
  ...(until && { until }),
  ...(source && { source }),
})

export function coverRoutes(app: Http, deps: RegistryDeps): void {
  const params = z.object({ id: z.uuid() })
  const querystring = z.object({
    on: z.iso.date().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: afterShape.optional(),
  })
  app.get(
    '/api/organisations/:id/cover',
    { config, schema: { tags, params, querystring, response: { 200: pageOf(coverWireShape) } } },
    async (request) => covered(deps, callerOf(request), request.params.id, request.query),
  )
  app.post(
    '/api/organisations/:id/cover',
    { config, schema: { tags, params, body: coverInput, response: { 200: coverWireShape, 201: coverWireShape } } },
    async (request, reply) => {
      const { cover, fresh } = await take(deps, callerOf(request), request.params.id, request.body)
      return reply.code(fresh ? 201 : 200).send(cover)
    },
  )
  const coverParams = z.object({ id: z.uuid(), cover: z.uuid() })
  app.post(
    '/api/organisations/:id/cover/:cover/end',
    { config, schema: { tags, params: coverParams, body: z.object({ on: z.iso.date() }), response: { 200: coverWireShape } } },
    async (request) => letGo(deps, callerOf(request), request.params, request.body.on as Day),
  )
}

async function covered(
  { db, directory, today }: RegistryDeps,
  caller: Caller,
  id: Id,
  { on, limit, after }: { on?: string | undefined; limit: number; after?: string | undefined },
) {
  await known({ directory }, caller, id)
  const start = startOf(after)
  const { all, trees, units } = organisationReach(caller)
  const values = [caller.district, id, on ?? today(), all, trees, units, start?.name ?? '', start?.id ?? null, limit + 1]
  const rows = await db.ask<CoverRow>(caller.scope, coveredSql, values)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const items = shown.map(coverWire)
  return { items, total: rows[0]?.total ?? 0, ...(last && { next: cursorText({ name: last.sort_name, id: last.id }) }) }
}

async function take(deps: RegistryDeps, caller: Caller, id: Id, { firm: firmId, since, source }: z.output<typeof coverInput>) {
  const { district } = caller
  const union = await governed(deps, caller, id)
  const firm = await known(deps, caller, firmId)
  // The firm's people become the union's: who merely works there, or speaks for it, does not bring them.
  if (!caller.posts.some((post) => covers(post, firm))) throw forbidden()
  checkKinds(union, firm, since)
  return await deps.db.within(houseScope(district), async (q) => {
    await q('select id from organisation where district_id = $1 and id = $2 for update', [district, firm.id])
    const rows = await q<Omit<CoverRow, 'firm' | 'sort_name' | 'total'>>(
      `select id, since, until, source from union_cover
       where district_id = $1 and union_id = $2 and firm_id = $3 and (until is null or until >= $4) order by since`,
      [district, id, firm.id, since],
    )
    const named = { id: firm.id, name: firm.name }
    const same = rows.find((row) => row.since === since && row.until === null)
    if (same) return { cover: coverWire({ ...same, firm: named }), fresh: false }
    if (rows[0])
      throw conflict(notNow(`${firm.name}自${rows[0].since}起已在其中`, `${firm.name} belongs to it already from ${rows[0].since}`))
    const cover = { id: newId(), firm: named, since: since as Day, until: null, source: source ?? null }
    await q(
      'insert into union_cover (district_id, id, union_id, firm_id, since, source, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)',
      [district, cover.id, id, firm.id, since, cover.source, caller.person],
    )
    await placePeople(q, district, await peopleAt(q, district, [firm.id], deps.today()), deps.today())
    await record(q, { ...actor(caller), kind: 'change', about: id, what: { takesIn: firm.id, since } })
    return { cover: coverWire(cover), fresh: true }
  })
}

function checkKinds(union: Organisation, firm: Organisation, since: string): void {
  const refusal =
    union.kind === 'jointUnion'
      ? (mustStand(union) ?? mustStand(firm))
      : notNow('只有联合工会可以吸收多家企业', 'Only a joint union takes in several firms')
  if (refusal) throw conflict(refusal)
  if (firm.kind !== 'firm') throw badInput([{ path: 'firm', says: text('没有这家企业', 'There is no such firm') }])
  const earliest = laterOf(union.since, firm.since)
  if (since < earliest) throw badInput([{ path: 'since', says: text(`不能早于${earliest}`, `Not before ${earliest}`) }])
}

async function letGo(
  deps: RegistryDeps,
  caller: Caller,
  { id, cover }: { readonly id: Id; readonly cover: Id },
  on: Day,
): Promise<CoverWire> {
  const { district } = caller
  await governed(deps, caller, id)
  return await deps.db.within(houseScope(district), async (q) => {
    const [row] = await q<CoverRow>(oneCoverSql, [district, id, cover])
    if (!row) throw notFound()
    if (row.until === on) return coverWire(row)
    if (row.until) throw conflict(notNow(`已于${row.until}结束`, `It ended on ${row.until}`))
    if (on < row.since) throw badInput([{ path: 'on', says: text('结束不能早于开始', 'It cannot end before it begins') }])
    if (on > addDays(deps.today(), 366)) throw badInput([{ path: 'on', says: text('日期太远', 'That day is too far away') }])
    await q('update union_cover set until = $3 where district_id = $1 and id = $2', [district, cover, on])
    await placePeople(q, district, await peopleAt(q, district, [row.firm.id], deps.today()), deps.today())
    await record(q, { ...actor(caller), kind: 'change', about: id, what: { letsGo: row.firm.id, on } })
    return coverWire({ ...row, until: on })
  })
}

const oneCoverSql = `
  select c.id, c.since, c.until, c.source, json_build_object('id', f.id, 'name', f.name) as firm
  from union_cover c join organisation f on f.district_id = c.district_id and f.id = c.firm_id
  where c.district_id = $1 and c.union_id = $2 and c.id = $3 for update of c`

const coveredSql = `
  with taken as (
    select c.id, c.since, c.until, c.source, f.sort_name, json_build_object('id', f.id, 'name', f.name) as firm
    from union_cover c join organisation f on f.district_id = c.district_id and f.id = c.firm_id
    where c.district_id = $1 and c.union_id = $2 and c.since <= $3 and (c.until is null or c.until >= $3)
      and ($4 or f.unit_id = any ($5::uuid[]) or f.id = any ($6::uuid[]))
  )
  select t.*, (select count(*)::int from taken) as total from taken t
  where (t.sort_name, t.id) > ($7, coalesce($8::uuid, '00000000-0000-0000-0000-000000000000')) order by t.sort_name, t.id limit $9`
