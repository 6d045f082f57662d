/** Local figures over HTTP: what holds on a day, what there was, and the form that records a new one. */
import { z } from 'zod'
import { day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { chainOf, type Region } from '#kernel/region.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Database, Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { badInput, conflict } from '#platform/problem.ts'
import type { RowScope } from '#platform/row-scope.ts'
import { figureBounds, figureIds, figureKinds, figureText } from './figure.ts'
import { allFigures, figuresOn, type LocalFigure, recordFigure } from './figures.server.ts'

const words = z.object({ zh: z.string(), en: z.string() })

export const figureWire = z.object({
  figure: z.enum(figureIds),
  title: words,
  unit: z.enum(['fenPerMonth', 'fenPerHour', 'basisPoints']),
  value: z.int(),
  says: words.describe('The value in words: 2,490 元/月'),
  region: z.string(),
  since: z.string(),
  until: z.string().optional(),
  source: z.string(),
})
export type FigureWire = z.infer<typeof figureWire>

export const figuresWire = z.object({
  on: z.string(),
  region: z.string(),
  /** Where a figure may be set for: from the district's own place up to the nation. */
  regions: z.array(z.string()),
  /** Who may record a new one. */
  may: z.boolean(),
  items: z.array(figureWire).describe('What holds on that day'),
  history: z.array(figureWire).describe('Everything recorded, newest first'),
})
export type FiguresWire = z.infer<typeof figuresWire>

export const figureBody = z.object({
  figure: z.enum(figureIds),
  region: z.string().max(20),
  value: z.int(),
  since: dayShape,
  source: z.string().trim().min(2).max(200),
  /** Replaces what was recorded wrongly from the same day. */
  replaces: z.boolean().optional(),
})

const wire = (one: LocalFigure): FigureWire => ({
  ...one,
  title: figureKinds[one.figure].title,
  unit: figureKinds[one.figure].unit,
  says: figureText(one.figure, one.value),
})

const scopeOf = (district: Id): RowScope => ({ district, all: false, trees: [], units: [], readers: [] })
const recorders = ['districtOfficer'] as const

export interface FigureDeps {
  readonly db: Database
  /** Today in Shanghai. */
  readonly clockDay: () => string
  /** Writes into the house's log what was recorded, and what stood there before, in the same transaction. */
  readonly figureRecorded?: (q: Query, caller: Caller, what: FigureRecord) => Promise<void>
}

export interface FigureRecord {
  readonly figure: string
  readonly region: string
  readonly since: string
  readonly value: number
  readonly source: string
  readonly before?: { readonly value: number; readonly source: string }
}

export function figureRoutes(app: Http, { db, clockDay, figureRecorded }: FigureDeps): void {
  const tags = ['law']
  const answer = async ({ district, region, posts }: Caller, on: string): Promise<FiguresWire> => {
    const [now, history] = await db.within(scopeOf(district), (q) =>
      Promise.all([figuresOn(q, district, day(on), region), allFigures(q, district)]),
    )
    return {
      on,
      region,
      regions: [...chainOf(region)],
      may: posts.some(({ kind }) => (recorders as readonly string[]).includes(kind)),
      items: figureIds.flatMap((id) => (now[id] ? [wire(now[id])] : [])),
      history: history.map(wire),
    }
  }

  app.get(
    '/api/law/figures',
    {
      config: { access: { who: 'signed-in' } },
      schema: { tags, querystring: z.object({ on: dayShape.optional() }), response: { 200: figuresWire } },
    },
    async (request) => await answer(callerOf(request), request.query.on ?? clockDay()),
  )

  app.post(
    '/api/law/figures',
    { config: { access: { who: 'posts', posts: recorders } }, schema: { tags, body: figureBody, response: { 201: figuresWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { since, region, replaces, ...rest } = request.body
      check(caller, request.body)
      const known = await db.within(scopeOf(caller.district), async (q) => {
        const before = (await allFigures(q, caller.district)).find(
          (one) => one.figure === rest.figure && one.region === region && one.since === since,
        )
        const refused = await recordFigure(q, caller.district, {
          ...rest,
          region: region as Region,
          since: day(since),
          by: caller.person,
          ...(replaces && { replaces }),
        })
        const stood = before && { before: { value: before.value, source: before.source } }
        if (!refused) await figureRecorded?.(q, caller, { ...rest, region, since, ...stood })
        return refused
      })
      if (known) throw alreadyKnown(known)
      return reply.code(201).send(await answer(caller, clockDay()))
    },
  )
}

function check(caller: Caller, { figure, region, value }: z.output<typeof figureBody>): void {
  if (!chainOf(caller.region).includes(region as Region))
    throw badInput([{ path: 'region', says: text('只能记录本地区及其上级地区的标准', 'Only of this place and the places it lies in') }])
  const [least, most] = figureBounds[figureKinds[figure].unit]
  if (value < least || value > most) {
    const [from, to] = [figureText(figure, least), figureText(figure, most)]
    throw badInput([{ path: 'value', says: text(`应在 ${from.zh} 到 ${to.zh} 之间`, `Must lie between ${from.en} and ${to.en}`) }])
  }
}

function alreadyKnown({ figure, value, since, source }: LocalFigure) {
  const says = figureText(figure, value)
  return conflict({
    why: 'broken',
    says: text(
      `自 ${since} 起已记录为 ${says.zh}（${source}）。确实记错的，请选“更正原记录”再提交`,
      `From ${since} it is on record as ${says.en} (${source}). If that is wrong, choose “replace the record” and send again`,
    ),
  })
}
