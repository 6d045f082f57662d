/** Terms of union committees: begun, extended, and the list of those that end, which is what must be elected anew. */
import { z } from 'zod'
import { addMonths, type Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, notFound } from '#platform/problem.ts'
import { actor, record } from '../../privacy/audit.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { afterShape, cursorText, pageOf } from '../../routes/wire.ts'
import { organisationReach, startOnDay } from '../../routes/lists.server.ts'
import { governedFromAbove } from '../governed.server.ts'
import { endingTermShape, type EndingTermWire, type TermWire, termWireShape } from '../organisation-wire.ts'
import { approvalNumber, termSql } from './enter.server.ts'
import { extension, isUnion, mustStand, notNow, termEnd, termLength } from './union-law.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']

export interface TermRow {
  readonly id: Id
  readonly years: 3 | 5
  readonly began_on: Day
  readonly ends_on: Day
  readonly extended_until: Day | null
  readonly approval_number: string
  readonly approved_on: Day
}
export const termColumns = 'id, years, began_on, ends_on, extended_until, approval_number, approved_on'

export const termWire = (row: TermRow): TermWire => ({
  id: row.id,
  years: row.years,
  beganOn: row.began_on,
  endsOn: row.ends_on,
  approvalNumber: row.approval_number,
  approvedOn: row.approved_on,
  ...(row.extended_until && { extendedUntil: row.extended_until }),
})

const termInput = z.object({ number: approvalNumber, approvedOn: z.iso.date(), years: z.int(), beganOn: z.iso.date() })
const extensionInput = z.object({
  until: z.iso.date(),
  number: approvalNumber,
  approvedOn: z.iso.date(),
  reason: z.string().trim().min(2).max(200).optional(),
})

export function termRoutes(app: Http, deps: RegistryDeps): void {
  const params = z.object({ id: z.uuid() })
  app.post(
    '/api/organisations/:id/terms',
    { config, schema: { tags, params, body: termInput, response: { 200: termWireShape, 201: termWireShape } } },
    async (request, reply) => {
      const { term, fresh } = await begin(deps, callerOf(request), request.params.id, request.body)
      return reply.code(fresh ? 201 : 200).send(termWire(term))
    },
  )
  const termParams = z.object({ id: z.uuid(), term: z.uuid() })
  app.post(
    '/api/organisations/:id/terms/:term/extension',
    { config, schema: { tags, params: termParams, body: extensionInput, response: { 200: termWireShape } } },
    async (request) => termWire(await extend(deps, callerOf(request), request.params, request.body)),
  )
  const querystring = z.object({
    /** Up to which day; half a year from today if not said. */
    ends: z.iso.date().optional(),
    unit: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: afterShape.optional(),
  })
  app.get(
    '/api/organisations/terms',
    { config, schema: { tags, querystring, response: { 200: pageOf(endingTermShape) } } },
    async (request) => endingTerms(deps, callerOf(request), request.query),
  )
}

async function begin(
  deps: RegistryDeps,
  caller: Caller,
  id: Id,
  input: z.output<typeof termInput>,
): Promise<{ term: TermRow; fresh: boolean }> {
  const { district } = caller
  const union = await governedFromAbove(deps, caller, id)
  const refusal = isUnion(union) ? (mustStand(union) ?? termLength(input.years)) : notNow('只有工会有届期', 'Only a union has terms')
  if (refusal) throw conflict(refusal)
  notYet(input, deps.today(), ['beganOn', 'approvedOn'])
  return await deps.db.within(caller.scope, async (q) => {
    await q('select id from organisation where district_id = $1 and id = $2 for update', [district, id])
    const [last] = await q<TermRow>(
      `select ${termColumns} from union_term where district_id = $1 and organisation_id = $2 order by began_on desc limit 1`,
      [district, id],
    )
    if (last?.began_on === input.beganOn && last.approval_number === input.number && last.years === input.years)
      return { term: last, fresh: false }
    if (last && input.beganOn <= last.began_on)
      throw badInput([
        {
          path: 'beganOn',
          says: text(`上一届自${last.began_on}起，新一届须在其后`, `The last term began on ${last.began_on}; a new one begins later`),
        },
      ])
    const term: TermRow = {
      id: newId(),
      years: input.years as 3 | 5,
      began_on: input.beganOn as Day,
      ends_on: termEnd(input.beganOn as Day, input.years),
      extended_until: null,
      approval_number: input.number,
      approved_on: input.approvedOn as Day,
    }
    await q(termSql, [district, term.id, id, term.years, term.began_on, term.ends_on, input.number, input.approvedOn, caller.person])
    await record(q, { ...actor(caller), kind: 'change', about: id, what: { term: term.years, from: term.began_on } })
    return { term, fresh: true }
  })
}

async function extend(
  deps: RegistryDeps,
  caller: Caller,
  { id, term }: { readonly id: Id; readonly term: Id },
  { until, number, approvedOn, reason }: z.output<typeof extensionInput>,
): Promise<TermRow> {
  const union = await governedFromAbove(deps, caller, id)
  notYet({ approvedOn }, deps.today(), ['approvedOn'])
  return await deps.db.within(caller.scope, async (q) => {
    const [row] = await q<TermRow>(
      `select ${termColumns} from union_term where district_id = $1 and organisation_id = $2 and id = $3 for update`,
      [caller.district, id, term],
    )
    if (!row) throw notFound()
    if (row.extended_until === until) return row
    if (until <= (row.extended_until ?? row.ends_on))
      throw badInput([
        {
          path: 'until',
          says: text(`须晚于${row.extended_until ?? row.ends_on}`, `It must be later than ${row.extended_until ?? row.ends_on}`),
        },
      ])
    const said = { endsOn: row.ends_on, until: until as Day, approvedOn: approvedOn as Day, reason }
    const refusal = mustStand(union) ?? extension(said, caller.region)
    if (refusal) throw conflict(refusal)
    await q('update union_term set extended_until = $3 where district_id = $1 and id = $2', [caller.district, term, until])
    await q(
      `insert into organisation_change (district_id, id, organisation_id, what, on_day, details, reason, recorded_by)
       values ($1, $2, $3, 'extended', $4, $5, $6, $7)`,
      [caller.district, newId(), id, approvedOn, JSON.stringify({ term, until, number, approvedOn }), reason ?? null, caller.person],
    )
    await record(q, { ...actor(caller), kind: 'change', about: id, what: { extended: until, number } })
    return { ...row, extended_until: until as Day }
  })
}

function notYet<K extends string>(days: Readonly<Record<K, string>>, today: Day, paths: readonly K[]): void {
  const path = paths.find((one) => days[one] > today)
  if (path) throw badInput([{ path, says: text('这一天还没有到', 'That day has not come yet') }])
}

interface EndingRow extends TermRow {
  readonly last: Day
  readonly total: number
  readonly organisation: EndingTermWire['organisation']
}

async function endingTerms(
  { db, today }: RegistryDeps,
  caller: Caller,
  { ends, unit, limit, after }: { ends?: string | undefined; unit?: Id | undefined; limit: number; after?: string | undefined },
) {
  const { all, trees, units } = organisationReach(caller)
  const start = startOnDay(after)
  const rows = await db.ask<EndingRow>(caller.scope, endingSql, [
    caller.district,
    all,
    trees,
    units,
    ends ?? addMonths(today(), 6),
    unit ?? null,
    start?.name ?? '0001-01-01',
    start?.id ?? null,
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const items = shown.map((row) => ({ organisation: row.organisation, term: termWire(row), last: row.last, overdue: row.last < today() }))
  return { items, total: rows[0]?.total ?? 0, ...(last && { next: cursorText({ name: last.last, id: last.id }) }) }
}

// Only the newest term of a union that stands, so that one elected anew is no longer listed. Longest overdue first.
const endingSql = `
  with due as (
    select ${termColumns
      .split(', ')
      .map((column) => `t.${column}`)
      .join(', ')}, coalesce(t.extended_until, t.ends_on) as last, o.id as organisation_id, o.name, o.kind, o.unit_id
    from union_term t join organisation o on o.district_id = t.district_id and o.id = t.organisation_id
    where t.district_id = $1 and t.ends_on <= $5 and coalesce(t.extended_until, t.ends_on) <= $5 and o.standing = 'standing'
      and ($2 or o.unit_id = any ($3::uuid[]) or o.id = any ($4::uuid[])) and ($6::uuid is null or o.unit_id = $6)
      and not exists (
        select 1 from union_term n where n.district_id = t.district_id and n.organisation_id = t.organisation_id and n.began_on > t.began_on)
  )
  select d.*, (select count(*)::int from due) as total,
    json_strip_nulls(json_build_object('id', d.organisation_id, 'name', d.name, 'kind', d.kind, 'unit', d.unit_id, 'unitName', u.short_name)) as organisation
  from due d left join organisation u on u.district_id = $1 and u.id = d.unit_id
  where d.last > $7 or (d.last = $7 and d.id > $8::uuid)
  order by d.last, d.id limit $9`
