/** Indicators over HTTP: any day, any unit the caller may see, and the names behind each number. */
import { z } from 'zod'
import { day } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { notFound } from '#platform/problem.ts'
import { organisationReach, startOf } from '#registry/routes/lists.server.ts'
import { afterShape, cursorText, pageOf } from '#registry/routes/wire.ts'
import { askingOf, itemRows, numbersOf } from './evaluate.server.ts'
import { indicatorExport } from './export.server.ts'
import { setOf } from './indicator.ts'
import { indicatorWire, itemWire } from './present.ts'
import { asked, bodyOf, type IndicatorDeps, noPart, unitOf } from './questions.server.ts'
import { indicatorsWireShape, itemWireShape } from './wire.ts'

const tags = ['indicators']
const config = { access: { who: 'signed-in' } } as const

export function indicatorRoutes(app: Http, deps: IndicatorDeps): void {
  const { db, indicators, today, instant } = deps
  app.get(
    '/api/indicators',
    {
      config,
      schema: { tags, querystring: asked.extend({ project: z.string().max(40).optional() }), response: { 200: indicatorsWireShape } },
    },
    async (request) => {
      const caller = callerOf(request)
      const on = day(request.query.day ?? today())
      const body = await bodyOf(deps, caller, request.query.unit)
      const wanted = indicators.filter(({ project }) => !request.query.project || project === request.query.project)
      const [numbers, units] = await Promise.all([
        wanted.length === 0 ? new Map() : numbersOf(db, caller, wanted, on, askingOf(caller, body)),
        unitsOf(db, caller),
      ])
      const unit = unitOf(caller, body)
      const about = { day: on, unit, countedAt: instant().toISOString() }
      const items = wanted.map((one) => indicatorWire(one, numbers.get(one.id) ?? {}, about))
      return { day: on, unit, units: [...units], items, total: items.length, next: null }
    },
  )

  indicatorExport(app, deps)

  app.get(
    '/api/indicators/:id/items',
    {
      config,
      schema: {
        tags,
        params: z.object({ id: z.string().max(60) }),
        querystring: asked.extend({
          part: z.string().max(40).default('numerator'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          after: afterShape.optional(),
        }),
        response: { 200: pageOf(itemWireShape) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { limit, after, part, unit } = request.query
      const indicator = indicators.find(({ id }) => id === request.params.id)
      if (!indicator) throw notFound()
      const set = setOf(indicator, part)
      if (!set) throw noPart(indicator)
      const asking = askingOf(caller, await bodyOf(deps, caller, unit))
      const rows = await itemRows(db, caller, set, day(request.query.day ?? today()), asking, { limit: limit + 1, start: startOf(after) })
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return {
        items: shown.map((row) => itemWire(set.of, row)),
        total: rows[0]?.total ?? 0,
        ...(last && { next: cursorText({ name: last.sort, id: last.id }) }),
      }
    },
  )
}

/** The units the caller may ask for: all of the district's, or those of their reach. */
async function unitsOf(db: Database, caller: Caller): Promise<readonly { id: string; name: string }[]> {
  const { all, trees } = organisationReach(caller)
  if (!all && trees.length === 0) return []
  return await db.ask<{ id: string; name: string }>(
    caller.scope,
    `select id, short_name as name from organisation where district_id = $1 and kind in ('street', 'industry', 'park', 'regional')
       and standing <> 'ended' and ($2::boolean or id = any ($3::uuid[])) order by array_position(array['street', 'park', 'industry', 'regional'], kind), sort_name, id limit 500`,
    [caller.district, all, trees],
  )
}
