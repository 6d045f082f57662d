/** The law over HTTP: its rules, a clock that explains itself, and the years' holidays with the form that enters the next one. */
import { z } from 'zod'
import { type Day, day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { chainOf } from '#kernel/region.ts'
import { text } from '#kernel/text.ts'
import type { Database } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { type HolidayNotice, holidays } from './calendar.ts'
import { type FigureDeps, figureRoutes } from './figures/routes.server.ts'
import { answerClock, clockQuery, regionText } from './http/clock-question.ts'
import { type Calendars, enterNotice } from './holiday-notices.server.ts'
import { nationalNotices, statutoryNotice } from './national-days.ts'
import { noticeFaults, noticeYear } from './holidays/notice-check.ts'
import type { LegalRule } from './parameter.ts'
import { legalRules } from './rules.ts'
import { calendarWire, clockWire, noticeBody, ruleOnWire, ruleWire } from './http/wire.ts'

export interface LawDeps extends Pick<FigureDeps, 'figureRecorded'> {
  /** Today in Shanghai. */
  readonly clockDay: () => Day
  readonly calendars: Calendars
  readonly db: Database
  /** Whose calendar a caller without a session is shown; absent: the nation's. */
  readonly publicDistrict?: () => Id | undefined
  /** A district's calendar has changed: due days may have moved. */
  readonly calendarChanged?: (district: Id, year: number) => Promise<void> | void
}

const open = { access: { who: 'public' } } as const
const tags = ['law']

const sorted = <Row>(rows: readonly Row[], by: (row: Row) => string): Row[] => rows.toSorted((a, b) => (by(a) < by(b) ? -1 : 1))

function matches(rule: LegalRule, q: string): boolean {
  const heard = [rule.id, rule.title.zh, rule.title.en, rule.start.zh, rule.start.en, rule.law.title.zh, rule.law.title.en, rule.law.quote]
  return heard.some((one) => one.toLowerCase().includes(q.toLowerCase()))
}

export function lawRoutes(app: Http, deps: LawDeps): void {
  const districtOf = (request: { readonly caller: { readonly district: Id } | null }) => request.caller?.district ?? deps.publicDistrict?.()

  app.get(
    '/api/law/rules',
    {
      config: open,
      schema: {
        tags,
        querystring: z.object({ q: z.string().max(60).optional(), region: regionText.optional() }),
        response: { 200: z.object({ items: z.array(ruleWire), total: z.int(), next: z.null() }) },
      },
    },
    async ({ query }, reply) => {
      const places = query.region && chainOf(query.region)
      const items = legalRules.filter((rule) => (!places || places.includes(rule.region)) && (!query.q || matches(rule, query.q)))
      reply.header('cache-control', 'public, max-age=600')
      return { items: items.map(ruleOnWire), total: items.length, next: null }
    },
  )

  app.get('/api/law/clock', { config: open, schema: { tags, querystring: clockQuery, response: { 200: clockWire } } }, async (request) =>
    answerClock(request.query, await deps.calendars.of(districtOf(request))),
  )

  app.get(
    '/api/law/calendar',
    { config: open, schema: { tags, querystring: z.object({ year: noticeYear.optional() }), response: { 200: calendarWire } } },
    async (request) => {
      const year = request.query.year ?? Number(deps.clockDay().slice(0, 4))
      return yearOnWire(year, await deps.calendars.notices(districtOf(request)))
    },
  )
  calendarForm(app, deps)
  figureRoutes(app, deps)
}

function yearOnWire(year: number, entered: readonly HolidayNotice[]): z.infer<typeof calendarWire> {
  const own = entered.find((notice) => notice.year === year)
  const known = own ?? nationalNotices.find((notice) => notice.year === year)
  const notice = known ?? statutoryNotice(year)
  return {
    year,
    known: known !== undefined,
    source: notice.source,
    entered: own !== undefined,
    daysOff: sorted(notice.daysOff, (one) => one.day).map((one) => ({ ...one, name: holidays[one.holiday] })),
    makeUpDays: sorted(notice.makeUpDays, (at) => at),
  }
}

function calendarForm(app: Http, deps: LawDeps): void {
  const params = z.object({ year: noticeYear })
  const faultWire = z.object({
    type: z.string(),
    title: z.string(),
    titles: z.object({ zh: z.string(), en: z.string() }),
    status: z.literal(400),
    errors: z.array(z.object({ path: z.string(), says: z.object({ zh: z.string(), en: z.string() }) })),
    requestId: z.string().optional(),
  })
  app.put(
    '/api/law/calendar/:year',
    {
      config: { access: { who: 'posts', posts: ['districtOfficer'] } },
      schema: { tags, params, body: noticeBody, response: { 200: calendarWire, 400: faultWire } },
    },
    async (request, reply) => {
      const { year } = request.params
      const caller = request.caller!
      const faults = noticeFaults(year, request.body, statutoryNotice(year))
      if (faults.length > 0) {
        const title = text('填写的内容有误', 'The input is not right')
        const errors = faults.map(({ path, says }) => ({ path: path.join('.'), says }))
        return reply
          .code(400)
          .header('content-type', 'application/problem+json; charset=utf-8')
          .send({ type: '/problems/bad-input', title: title.zh, titles: title, status: 400, errors, requestId: request.id })
      }
      const { source, daysOff, makeUpDays } = request.body
      const notice: HolidayNotice = {
        year,
        source,
        daysOff: daysOff.map((one) => ({ ...one, day: day(one.day) })),
        makeUpDays: makeUpDays.map(day),
      }
      await enterNotice(deps.db, caller.district, notice, caller.name)
      await deps.calendars.changed(caller.district)
      await deps.calendarChanged?.(caller.district, year)
      return yearOnWire(year, await deps.calendars.notices(caller.district))
    },
  )
}
