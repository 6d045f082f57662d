/** What mediation adds to the API: which body, what is promised, the desk, the statistics. */
import { z } from 'zod'
import type { Engine } from '#engine/routes/engine.server.ts'
import { addYears, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import { type Caller, staffPosts } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, notFound } from '#platform/problem.ts'
import { theDistrict } from '#registry/district.server.ts'
import { claimKinds, levels } from '../data.ts'
import { type Promised, promiseFor } from '../intake/help.ts'
import { proposalsFor } from '../intake/routing.ts'
import { type Board, boardOf } from './board.ts'
import { type Result, resultWords, results, type Statistics, statisticsOf } from './statistics.ts'
import { casesBehind, mediationRows, mediationsAgainst, openMediations } from './store.server.ts'

const anyone = { access: { who: 'public' } } as const
const staff = { access: { who: 'staff' } } as const
const tags = ['mediation']
const aDay = z.iso.date() as unknown as z.ZodType<Day, Day>
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const words = z.object({ zh: z.string(), en: z.string() })
const aBody = z.object({ id: z.string(), name: z.string(), level: z.enum(levels), address: z.string().optional(), why: words })

const place = z.object({
  firm: z.uuid().optional(),
  street: z.string().trim().min(1).max(40).optional(),
  sector: z.string().max(40).optional(),
  agreesToFirm: flag.optional(),
  platform: flag.optional(),
  workers: z.coerce.number().int().min(1).max(100_000).optional(),
  commonClaim: flag.optional(),
})
const asked = z.object({
  claimKind: z.enum(claimKinds),
  stillEmployed: flag,
  employmentEndedOn: aDay.optional(),
  knewOn: aDay,
  platform: flag.optional(),
})
const period = z.object({ from: aDay, to: aDay })
const behind = period.extend({
  level: z.enum(levels).optional(),
  result: z.enum(results).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
const counted = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  matter: z.string(),
  state: z.string(),
  owner: z.string(),
  openedOn: z.string(),
})

/** How often a firm was here before is for the desk; the public is not told, not even by the order of the proposals. */
const isStaff = ({ posts }: Caller): boolean => posts.some((post) => (staffPosts as readonly string[]).includes(post.kind))

export function mediationRoutes(app: Http, engine: Engine): void {
  const { db, directory, nowOf } = engine
  const districtOf = async (id: Id | undefined): Promise<Id> => {
    const district = id ?? (await theDistrict(db))?.id
    if (!district) throw notFound()
    return district
  }

  const routeShape = z.object({ body: aBody.optional(), proposals: z.array(aBody) })
  app.get(
    '/api/mediation/route',
    { config: anyone, schema: { tags, querystring: place, response: { 200: routeShape } } },
    async (request) => {
      const { firm, street, sector, ...more } = request.query
      const district = await districtOf(request.caller?.district)
      const { today } = await nowOf(district)
      const streetId = street && (await directory.streetNamed(district, street))
      if (!firm && !streetId && !sector) return { proposals: [] }
      const bodies = await directory.mediationBodies(
        district,
        { ...(firm ? { firm } : {}), ...(streetId ? { street: streetId } : {}), ...(sector ? { sector } : {}) },
        today,
      )
      const before =
        firm && request.caller && isStaff(request.caller) ? await mediationsAgainst(db, request.caller.scope, firm, addYears(today, -1)) : 0
      const proposals = proposalsFor({ bodies, before, ...more }).map(({ body, why }) => ({
        id: body.id,
        name: body.name,
        level: body.level,
        ...(body.address ? { address: body.address } : {}),
        why,
      }))
      return { ...(proposals[0] ? { body: proposals[0] } : {}), proposals }
    },
  )

  app.get(
    '/api/mediation/promise',
    { config: anyone, schema: { tags, querystring: asked, response: { 200: z.custom<Promised>() } } },
    async (request) => {
      const district = await districtOf(request.caller?.district)
      return promiseFor(request.query, await nowOf(district))
    },
  )

  app.get('/api/mediation/desk', { config: staff, schema: { tags, response: { 200: z.custom<Board>() } } }, async (request) => {
    const { district, scope } = callerOf(request)
    const [{ today }, rows] = await Promise.all([nowOf(district), openMediations(db, scope, 500)])
    return boardOf(rows, today)
  })

  const table = z.custom<Statistics & { readonly from: Day; readonly to: Day; readonly titles: Readonly<Record<Result, Text>> }>()
  app.get(
    '/api/mediation/statistics',
    { config: staff, schema: { tags, querystring: period, response: { 200: table } } },
    async (request) => {
      const { from, to } = inOrder(request.query)
      const rows = await mediationRows(db, callerOf(request).scope, from, to)
      return { from, to, titles: resultWords, ...statisticsOf(rows) }
    },
  )

  const listShape = z.object({ items: z.array(counted) })
  app.get(
    '/api/mediation/statistics/cases',
    { config: staff, schema: { tags, querystring: behind, response: { 200: listShape } } },
    async (request) => {
      const { from: begin, to: end, ...more } = inOrder(request.query)
      return { items: await casesBehind(db, callerOf(request).scope, { begin, end, ...more }) }
    },
  )
}

function inOrder<P extends { readonly from: Day; readonly to: Day }>(wanted: P): P {
  if (wanted.from > wanted.to)
    throw badInput([{ path: 'to', says: { zh: '结束日期不能早于开始日期', en: 'The end must not be before the beginning' } }])
  return wanted
}
