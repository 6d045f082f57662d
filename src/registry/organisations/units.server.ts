/** Units and figures: the tree of units for filters, and how many organisations a fact held of on a day. */
import { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput } from '#platform/problem.ts'
import { unitKinds } from '../organisation.ts'
import { factKindShape, ownershipShape, sectorShape, sizeShape } from '../routes/organisation-shapes.ts'
import { knows } from '../reach.ts'
import { organisationReach } from '../routes/lists.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { known } from './governed.server.ts'
import { totalOf } from './list.server.ts'
import { organisationFilter, type OrganisationFilter, selectionOf } from './organisation-filter.server.ts'
import { type CountWire, countWireShape, type TreeNodeWire, treeNodeShape } from './organisation-wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']

export function unitRoutes(app: Http, deps: RegistryDeps): void {
  const countQuery = z.object({
    on: z.iso.date(),
    fact: factKindShape.extract(['designated', 'sector', 'size', 'ownership']).default('designated'),
    /** The value asked about; yes or no for what is true or not. */
    is: z.string().max(40).default('yes'),
    unit: organisationFilter.shape.unit,
  })
  app.get(
    '/api/organisations/count',
    { config, schema: { tags, querystring: countQuery, response: { 200: countWireShape } } },
    async (request) => countOn(deps, callerOf(request), request.query),
  )

  const treeQuery = z.object({ parent: z.uuid().optional() })
  app.get(
    '/api/organisations/tree',
    { config, schema: { tags, querystring: treeQuery, response: { 200: z.object({ items: z.array(treeNodeShape) }) } } },
    async (request) => ({ items: [...(await nodesBelow(deps, callerOf(request), request.query.parent))] }),
  )
}

interface CountQuery {
  readonly on: string
  readonly fact: 'designated' | 'sector' | 'size' | 'ownership'
  readonly is: string
  readonly unit?: Id | undefined
}

const answers = { designated: z.enum(['yes', 'no']), sector: sectorShape, size: sizeShape, ownership: ownershipShape }

/** The number that the list with the same filter has, so that it can be opened down to its rows. */
async function countOn({ db, directory, today }: RegistryDeps, caller: Caller, { on, fact, is, unit }: CountQuery): Promise<CountWire> {
  const answer = answers[fact].safeParse(is)
  if (!answer.success) throw badInput([{ path: 'is', says: text('没有这个选项', 'There is no such value') }])
  const filter: OrganisationFilter = { kind: 'firm', on, ...(unit && { unit }) }
  const [matching, all, at] = await Promise.all([
    totalOf(db, caller, selectionOf(caller, { ...filter, [fact]: answer.data }, today())),
    totalOf(db, caller, selectionOf(caller, filter, today())),
    unit ? directory.organisationById(caller.district, unit) : undefined,
  ])
  const named = at && at.kind !== 'firm' && knows(caller.posts, at) ? { unit: { id: at.id, name: at.shortName } } : {}
  return { on, fact, is, value: matching.total, of: all.total, ...named }
}

interface NodeRow extends Omit<TreeNodeWire, 'shortName'> {
  readonly short_name: string
}

/** The units within reach: those of the district, or those below one of them. */
async function nodesBelow(deps: RegistryDeps, caller: Caller, parent: Id | undefined): Promise<readonly TreeNodeWire[]> {
  if (parent) await known(deps, caller, parent)
  const { all, trees, units } = organisationReach(caller)
  const rows = await deps.db.ask<NodeRow>(caller.scope, nodesSql, [caller.district, all, trees, units, parent ?? null, unitKinds])
  return rows.map(({ short_name, ...row }) => ({ ...row, shortName: short_name }))
}

const nodesSql = `
  with node as (
    select id, name, short_name, kind from organisation
    where district_id = $1 and kind = any ($6::text[]) and standing <> 'ended'
      and ($2 or id = any ($3::uuid[]) or id = any ($4::uuid[])) and ($5::uuid is null or parent_id = $5)
  ), counted as (
    select unit_id, kind, count(*)::int as n, count(*) filter (where designated)::int as designated from organisation
    where district_id = $1 and unit_id in (select id from node) and standing = 'standing' and kind in ('firm', 'union', 'jointUnion')
    group by unit_id, kind
  )
  select n.id, n.name, n.short_name, n.kind,
    (select count(*)::int from organisation o where o.district_id = $1 and o.parent_id = n.id and o.kind = any ($6::text[]) and o.standing <> 'ended') as units,
    coalesce(sum(c.n) filter (where c.kind = 'firm'), 0)::int as firms,
    coalesce(sum(c.n) filter (where c.kind <> 'firm'), 0)::int as unions,
    coalesce(sum(c.designated) filter (where c.kind = 'firm'), 0)::int as designated
  from node n left join counted c on c.unit_id = n.id
  group by n.id, n.name, n.short_name, n.kind
  order by array_position($6::text[], n.kind), n.short_name, n.id`
