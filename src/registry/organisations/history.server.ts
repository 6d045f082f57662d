/** Everything that happened to an organisation, newest first: facts, places and approvals, terms, covers, posts, imports, corrections. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { isPostKind, postKinds } from '../post.ts'
import { startOnDay } from '../routes/lists.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { afterShape, cursorText, pageOf } from '../routes/wire.ts'
import { known } from './governed.server.ts'
import { type HistoryEntryWire, historyEntryShape } from './organisation-wire.ts'

const querystring = z.object({
  what: historyEntryShape.shape.what.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: afterShape.optional(),
})

export function historyRoutes(app: Http, deps: RegistryDeps): void {
  const params = z.object({ id: z.uuid() })
  app.get(
    '/api/organisations/:id/history',
    {
      config: { access: { who: 'signed-in' } },
      schema: { tags: ['registry'], params, querystring, response: { 200: pageOf(historyEntryShape) } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = await known(deps, caller, request.params.id)
      return await historyOf(deps, caller, id, request.query)
    },
  )
}

interface EntryRow {
  readonly id: Id
  readonly what: HistoryEntryWire['what']
  readonly on: Day
  readonly more: Readonly<Record<string, unknown>>
  readonly by: string | null
  readonly recorded_at: Date | null
  readonly total: number
}

async function historyOf({ db }: RegistryDeps, caller: Caller, id: Id, { what, limit, after }: z.output<typeof querystring>) {
  const start = startOnDay(after)
  const rows = await db.ask<EntryRow>(caller.scope, historySql, [
    caller.district,
    id,
    what ?? null,
    start?.name.slice(0, 10) ?? null,
    start?.name.slice(10) ?? null,
    start?.id ?? null,
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(entryWire),
    total: rows[0]?.total ?? 0,
    ...(last && { next: cursorText({ name: last.on + last.what, id: last.id }) }),
  }
}

function entryWire({ id, what, on, more, by, recorded_at }: EntryRow): HistoryEntryWire {
  const { role, ...rest } = more
  return {
    id,
    what,
    on,
    ...(rest as Partial<HistoryEntryWire>),
    ...(typeof role === 'string' && isPostKind(role) && { role: postKinds[role].title }),
    ...(by && { by }),
    ...(recorded_at && { recordedAt: recorded_at.toISOString() }),
  }
}

// People of posts are told as far as the caller sees them; who recorded something is named to all who may read it.
const historySql = `
  with told as (
    select id, 'fact' as what, since as on_day, json_build_object('fact', fact, 'value', value, 'until', until, 'source', source, 'import', source_import)::jsonb as more,
      recorded_by, recorded_at
    from organisation_fact where district_id = $1 and organisation_id = $2
    union all
    select p.id, case when p.since = (select min(f.since) from organisation_place f where f.district_id = $1 and f.organisation_id = $2) then 'founded' else 'moved' end,
      p.since, jsonb_build_object('until', p.until, 'number', p.approval_number, 'approvedOn', p.approved_on, 'reason', p.reason, 'organisation',
        case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end), p.recorded_by, p.recorded_at
    from organisation_place p left join organisation o on o.district_id = $1 and o.id = p.parent_id
    where p.district_id = $1 and p.organisation_id = $2
    union all
    select id, 'approved', approved_on, jsonb_build_object('number', approval_number, 'approvedOn', approved_on), recorded_by, recorded_at
    from organisation_place where district_id = $1 and organisation_id = $2 and approval_number is not null and approved_on is not null
      and since = (select min(f.since) from organisation_place f where f.district_id = $1 and f.organisation_id = $2)
    union all
    select id, what, on_day, jsonb_build_object('reason', reason, 'fact', details->'fact', 'value', case when what = 'corrected' then details->'value' end,
        'was', details->'was', 'until', details->'until', 'number', details->'number', 'approvedOn', details->'approvedOn', 'source', details->'source'),
      recorded_by, recorded_at
    from organisation_change where district_id = $1 and organisation_id = $2
    union all
    select id, 'term', began_on, jsonb_build_object('years', years, 'endsOn', ends_on, 'until', extended_until, 'number', approval_number, 'approvedOn', approved_on),
      recorded_by, recorded_at
    from union_term where district_id = $1 and organisation_id = $2
    union all
    select c.id, turn.what, turn.on_day, jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'name', o.name), 'source', c.source, 'import', c.source_import,
        'until', case when turn.what = 'covered' then c.until end), c.recorded_by, c.recorded_at
    from union_cover c
      join organisation o on o.district_id = $1 and o.id = case when c.union_id = $2 then c.firm_id else c.union_id end
      cross join lateral (values ('covered', c.since), ('uncovered', c.until)) turn (what, on_day)
    where c.district_id = $1 and (c.union_id = $2 or c.firm_id = $2) and turn.on_day is not null
    union all
    select h.id, turn.what, turn.on_day, jsonb_build_object('role', h.kind, 'person', jsonb_build_object('id', p.id, 'name', p.name),
        'until', case when turn.what = 'post' then h.until end), null, null
    from post h join person p on p.district_id = $1 and p.id = h.person_id
      cross join lateral (values ('post', h.since), ('postEnded', h.until)) turn (what, on_day)
    where h.district_id = $1 and h.organisation_id = $2 and turn.on_day is not null
    union all
    select distinct on (source_import) source_import, 'imported', (recorded_at at time zone 'Asia/Shanghai')::date,
      jsonb_build_object('import', source_import, 'source', source), recorded_by, recorded_at
    from organisation_fact where district_id = $1 and organisation_id = $2 and source_import is not null
  ), wanted as (select * from told where $3::text is null or what = $3)
  select t.id, t.what, t.on_day as on, jsonb_strip_nulls(t.more) as more, t.recorded_at,
    (select p.name from person p where p.district_id = $1 and p.id = t.recorded_by) as by,
    (select count(*)::int from wanted) as total
  from wanted t
  where $4::date is null or (t.on_day, t.what, t.id) < ($4::date, $5::text, $6::uuid)
  order by t.on_day desc, t.what desc, t.id desc limit $7`
