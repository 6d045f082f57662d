/** Today: the caller's clocks by the law's date, what waits for them, who meets today and tomorrow, what changed; and what they were told. */
import { z } from 'zod'
import { addDays, type Day, dayOf, weekday } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import type { Meeting } from '../define.ts'
import { caseRow } from '../store/case-rows.ts'
import { countByDay, listCases } from '../store/list.server.ts'
import type { TodayWire } from '../wire.ts'
import { stepTitle } from '../words.ts'
import type { Engine } from './engine.server.ts'

const signedIn = { access: { who: 'signed-in' } } as const

/** The newest of each case: what happened to one matter is one line, however many steps it took. */
const changesSql = `select * from (
    select distinct on (s.case_id) s.case_id as "case", c.subject, c.procedure, s.step, coalesce(s.person_name, '') as who, s.at
    from case_step s join case_file c on c.district_id = s.district_id and c.id = s.case_id
    where s.district_id = $1 and s.at >= $2 and s.person_id is distinct from $3 order by s.case_id, s.at desc
  ) as newest order by at desc limit 12`
const meetingsSql =
  'select id as "case", subject, meetings from case_file where district_id = $1 and meets_until >= $2::date and ended_on is null limit 200'
const waitingSql = `select distinct on (n.case_id) n.case_id as "case", n.title, coalesce(c.subject, '') as subject, n.at
  from notice n left join case_file c on c.district_id = n.district_id and c.id = n.case_id
  where n.district_id = $1 and n.reader = any ($2::text[]) and n.read_at is null order by n.case_id, n.at desc limit 50`

export function todayRoutes(app: Http, engine: Engine): void {
  app.get('/api/today', { config: signedIn, schema: { response: { 200: z.custom<TodayWire>() } } }, async (request) =>
    todayOf(engine, callerOf(request)),
  )
  app.get(
    '/api/notices',
    {
      config: signedIn,
      schema: {
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
        response: { 200: z.custom<unknown>() },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const items = await engine.db.ask(
        caller.scope,
        'select id, case_id as "case", kind, title, at, read_at as "readAt" from notice where district_id = $1 and reader = any ($2::text[]) order by at desc limit $3',
        [caller.district, caller.scope.readers, request.query.limit],
      )
      return { items, total: items.length }
    },
  )
  app.post(
    '/api/notices/read',
    { config: signedIn, schema: { body: z.object({ case: z.uuid().optional() }), response: { 204: z.null() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      await engine.db.ask(
        caller.scope,
        'update notice set read_at = now() where district_id = $1 and reader = any ($2::text[]) and read_at is null and ($3::uuid is null or case_id = $3)',
        [caller.district, caller.scope.readers, request.body.case ?? null],
      )
      return reply.code(204).send(null)
    },
  )
}

async function todayOf(engine: Engine, caller: Caller): Promise<TodayWire> {
  const { today, calendar } = await engine.nowOf(caller.district)
  const { db } = engine
  const month = addDays(today, 29)
  const since = `${addDays(today, weekday(today) === 1 ? -3 : -1)}T17:30:00+08:00`
  const [days, list, waiting, meetings, changes] = await Promise.all([
    countByDay(db, caller.scope, month),
    listCases(db, caller.scope, { sort: 'due', limit: 60, due: undefined, open: true } as Parameters<typeof listCases>[2], today),
    db.ask<{ case: Id; title: Text; subject: string; at: Date }>(caller.scope, waitingSql, [caller.district, caller.scope.readers]),
    db.ask<{ case: Id; subject: string; meetings: readonly Meeting[] }>(caller.scope, meetingsSql, [caller.district, today]),
    db.ask<{ case: Id; subject: string; procedure: string; step: string; who: string; at: Date }>(caller.scope, changesSql, [
      caller.district,
      since,
      caller.person,
    ]),
  ])
  const clocksOn = new Map(days.map((one) => [one.due_on, one.clocks]))
  const sum = (from: Day | undefined, to: Day) =>
    days.filter((one) => (!from || one.due_on >= from) && one.due_on <= to).reduce((n, one) => n + one.clocks, 0)
  const yesterday = addDays(today, -1)
  return {
    today,
    counts: {
      overdue: sum(undefined, yesterday),
      today: clocksOn.get(today) ?? 0,
      week: sum(addDays(today, 1), addDays(today, 6)),
      month: sum(addDays(today, 1), month),
    },
    band: Array.from({ length: 15 }, (_, at) => {
      const day = addDays(today, at - 3)
      const clocks = clocksOn.get(day) ?? 0
      return { day, rest: !calendar.isWorking(day), clocks, overdue: day < today ? clocks : 0 }
    }),
    clocks: list.rows.slice(0, 60).flatMap((row) => {
      const m = engine.mechanisms.get(row.procedure)
      return m && row.due_on <= month ? [caseRow(m, row, caller, today)] : []
    }),
    waiting: waiting.map(({ case: id, title, subject, at }) => ({ case: id, title, subject, since: dayOf(at) })),
    hearings: meetings
      .flatMap((one) =>
        one.meetings
          .filter((meeting) => meeting.on === today || meeting.on === addDays(today, 1))
          .map((meeting) => ({ case: one.case, subject: one.subject, on: meeting.on, at: meeting.at, room: meeting.place })),
      )
      .sort((a, b) => (`${a.on}${a.at}` < `${b.on}${b.at}` ? -1 : 1)),
    changes: changes.map(({ procedure, step, at, ...rest }) => {
      const m = engine.mechanisms.get(procedure)
      return {
        ...rest,
        at: at.toISOString(),
        title: m && Object.hasOwn(m.procedure.steps, step) ? stepTitle(m, step) : { zh: step, en: step },
      }
    }),
  }
}
