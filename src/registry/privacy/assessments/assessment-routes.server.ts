/** The register of impact assessments: recorded with their file, kept three years at least, removed only after that. */
import { z } from 'zod'
import { addYears, type Day, day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { personalInformationLaw } from '#law/acts/records.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { actor, record } from '../audit.server.ts'
import { cursorParts, cursorText } from '../cursor.ts'
import { requireAdministers } from '../governed.server.ts'
import type { StoredPaper } from '../paper.ts'
import { sendPaper, sentPaper } from '../sent-paper.server.ts'
import { assessmentInput, assessmentShape, assessmentsPageShape, assessmentsQuery, type AssessmentWire } from './assessments-wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['privacy']
const params = z.object({ id: z.uuid() })
const leastYears = 3

interface Row {
  readonly id: Id
  readonly title: string
  readonly purpose: string
  readonly fields: readonly string[]
  readonly assessed_on: Day
  readonly keep_until: Day
  readonly file: StoredPaper
  readonly recorded_by_name: string
  readonly recorded_at: Date
}
const columns = 'id, title, purpose, fields, assessed_on, keep_until, file, recorded_by_name, recorded_at'
const standing = 'from impact_assessment where district_id = $1 and removed_at is null'

/** The district answers for the handling of data: those who administer it. */
function answerable(caller: Caller): Caller {
  requireAdministers(caller)
  if (!caller.scope.all) throw forbidden()
  return caller
}

export function assessmentRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today } = deps
  app.get(
    '/api/assessments',
    { config, schema: { tags, querystring: assessmentsQuery, response: { 200: assessmentsPageShape } } },
    async (request) => {
      const { district, scope } = answerable(callerOf(request))
      const { limit, after } = request.query
      const start = cursorParts(after, ['day', 'id'])
      const [rows, counted] = await db.within(scope, (q) =>
        Promise.all([
          q<Row>(
            `select ${columns} ${standing} ${start ? 'and (assessed_on, id) < ($2::date, $3::uuid)' : ''} order by assessed_on desc, id desc limit ${limit + 1}`,
            start ? [district, ...start] : [district],
          ),
          q<{ n: number }>(`select count(*)::int as n ${standing}`, [district]),
        ]),
      )
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return {
        items: shown.map((row) => wire(row, today())),
        total: counted[0]!.n,
        ...(rows.length > limit && last && { next: cursorText([last.assessed_on, last.id]) }),
      }
    },
  )

  app.post(
    '/api/assessments',
    { config: { ...config, rateLimit: limits.upload }, schema: { tags, response: { 201: assessmentShape } } },
    async (request, reply) => {
      const caller = answerable(callerOf(request))
      const { fields: given, paper } = await sentPaper(request, deps, assessmentInput)
      if (!paper) throw badInput([{ path: 'file', says: text('请附上评估报告', 'Add the report') }])
      const assessed = day(given.assessedOn)
      if (assessed > today())
        throw badInput([{ path: 'assessedOn', says: text('评估日期不能晚于今天', 'It cannot be assessed later than today') }])
      const least = addYears(assessed, leastYears)
      const until = day(given.keepUntil ?? least)
      if (until < least) throw tooShort(least)
      const id = newId()
      const values = [
        caller.district,
        id,
        given.title,
        given.purpose,
        given.fields,
        assessed,
        until,
        JSON.stringify(paper),
        caller.person,
        caller.name,
      ]
      const [row] = await db.within(caller.scope, async (q) => {
        const written = await q<Row>(
          `insert into impact_assessment (district_id, id, title, purpose, fields, assessed_on, keep_until, file, recorded_by, recorded_by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${columns}`,
          values,
        )
        await record(q, { ...actor(caller), kind: 'change', what: { assessment: id, title: given.title, keepUntil: until } })
        return written
      })
      return reply.code(201).send(wire(row!, today()))
    },
  )
  oneRoutes(app, deps)
}

function oneRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today, instant } = deps
  const one = async (caller: Caller, id: Id): Promise<Row> => {
    const [row] = await db.ask<Row>(caller.scope, `select ${columns} ${standing} and id = $2`, [caller.district, id])
    if (!row) throw notFound()
    return row
  }

  app.get(
    '/api/assessments/:id/file',
    { config, schema: { tags, params, response: { 200: z.custom<unknown>() } } },
    async (request, reply) => sendPaper(reply, deps.files, (await one(answerable(callerOf(request)), request.params.id)).file),
  )

  app.delete('/api/assessments/:id', { config, schema: { tags, params, response: { 204: z.null() } } }, async (request, reply) => {
    const caller = answerable(callerOf(request))
    const row = await one(caller, request.params.id)
    if (today() <= row.keep_until) throw tooShort(row.keep_until)
    await db.within(caller.scope, async (q) => {
      await q('update impact_assessment set removed_at = $3, removed_by = $4 where district_id = $1 and id = $2 and removed_at is null', [
        caller.district,
        row.id,
        instant(),
        caller.person,
      ])
      await record(q, { ...actor(caller), kind: 'change', what: { assessment: row.id, title: row.title, removed: true } })
    })
    return reply.code(204).send(null)
  })
}

const tooShort = (until: Day) =>
  conflict(
    Object.assign(
      {
        why: 'broken' as const,
        says: text(
          `评估报告至少保存三年，这份到${until}为止不能删除`,
          `Reports are kept three years at least; this one may not go before ${until}`,
        ),
      },
      { law: personalInformationLaw.art(56) },
    ),
  )

const wire = (row: Row, today: Day): AssessmentWire => ({
  id: row.id,
  title: row.title,
  purpose: row.purpose,
  fields: [...row.fields],
  assessedOn: row.assessed_on,
  keepUntil: row.keep_until,
  file: { name: row.file.name, type: row.file.type, bytes: row.file.bytes },
  by: row.recorded_by_name,
  at: row.recorded_at.toISOString(),
  mayRemove: today > row.keep_until,
})
