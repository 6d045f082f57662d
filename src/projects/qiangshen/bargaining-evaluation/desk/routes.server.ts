/** What evaluation adds to the API: the list of a round, the rubric, the questionnaires, and the sum made again. */
import { z } from 'zod'
import { involvedIn, rolesIn } from '#engine/roles.ts'
import { qrSvg } from '#engine/papers/qr.server.ts'
import { type Engine, seenCase } from '#engine/routes/engine.server.ts'
import { factsOf, stateOf } from '#engine/run.ts'
import type { Id } from '#kernel/id.ts'
import { canonical } from '#kernel/json.ts'
import type { Text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden, notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { theDistrict } from '#registry/district.server.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { attemptOf, type Facts } from '../data.ts'
import { itemsOf, sameResult, scoreOf, type Tally } from '../rubric/score.ts'
import { codesOf, formOf, giveCodes, takeAnswer, tallyOf } from './answers.server.ts'
import { evaluationTable } from './export.server.ts'
import { everyEvaluation, listEvaluations, summaryOf } from './list.server.ts'
import { addRubric, type Ask, rubricOf, rubricOn, rubrics } from './rubrics.server.ts'
import { type EvaluationWire, filter, type FormWire, listQuery, newAnswer, newRubric, page, type Rubrics, summary } from './wire.ts'

const signedIn = { access: { who: 'signed-in' } } as const
const anyone = { access: { who: 'public' } } as const
const tags = ['bargaining-evaluation']
const idParam = z.object({ id: z.uuid() })
const codeParam = z.object({ code: z.string().regex(/^[2-9a-zA-Z]{10}$/) })
const procedure = 'bargaining-evaluation'
/** A shift of a factory answers behind one address. */
const manyAtOnce = { max: 600, timeWindow: 60_000 }

export function evaluationRoutes(app: Http, engine: Engine): void {
  listRoutes(app, engine)
  rubricRoutes(app, engine)
  caseRoutes(app, engine)
  formRoutes(app, engine)
}

function listRoutes(app: Http, { db, mechanisms, nowOf }: Engine): void {
  app.get(
    '/api/bargaining-evaluations',
    { config: signedIn, schema: { tags, querystring: listQuery, response: { 200: page } } },
    async (request) => listEvaluations(db, callerOf(request), request.query),
  )
  app.get(
    '/api/bargaining-evaluations/summary',
    { config: signedIn, schema: { tags, querystring: filter, response: { 200: summary } } },
    async (request) => {
      const caller = callerOf(request)
      const { today } = await nowOf(caller.district)
      const { roundShare } = await db.within(houseScope(caller.district), (q) => rubricOn(q as Ask, caller.district, today))
      return summaryOf(db, caller, request.query, roundShare)
    },
  )
  const exported = filter.extend({ language: z.enum(['zh', 'en']).default('zh') })
  app.get(
    '/api/bargaining-evaluations/export',
    {
      config: { ...signedIn, rateLimit: limits.papers },
      schema: { tags, querystring: exported, response: { 200: z.custom<unknown>() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { language, ...wanted } = request.query
      const { today } = await nowOf(caller.district)
      await db.within(caller.scope, (q) =>
        record(q, {
          ...actor(caller),
          kind: 'export',
          what: { list: 'bargaining-evaluations', filter: JSON.parse(JSON.stringify(wanted)) },
        }),
      )
      const m = mechanisms.get(procedure)!
      const states = Object.fromEntries(
        Object.entries<string>(m.procedure.states).map(([id, zh]): [string, Text] => [id, { zh, en: m.en.states[id] ?? id }]),
      )
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="evaluations-${today}.xlsx"; filename*=UTF-8''${encodeURIComponent(`质效评估${today}.xlsx`)}`,
        )
        .header('cache-control', 'no-store')
        .send(writeWorkbook(evaluationTable(everyEvaluation(db, caller, wanted), states, language)))
    },
  )
}

function rubricRoutes(app: Http, { db, nowOf }: Engine): void {
  const shape = z.custom<Rubrics>()
  app.get('/api/bargaining-evaluations/rubrics', { config: signedIn, schema: { tags, response: { 200: shape } } }, async (request) => {
    const caller = callerOf(request)
    return rubrics(db, caller, (await nowOf(caller.district)).today)
  })
  app.post(
    '/api/bargaining-evaluations/rubrics',
    {
      config: { access: { who: 'posts', posts: ['districtOfficer'] } },
      schema: { tags, body: newRubric, response: { 201: z.object({ version: z.int() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { today } = await nowOf(caller.district)
      return reply.code(201).send({ version: await addRubric(db, caller, today, request.body) })
    },
  )
}

interface Open {
  readonly facts: Facts
  readonly state: string
  readonly desk: boolean
  readonly mayAsk: boolean
}

async function openCase(engine: Engine, caller: Caller, id: Id): Promise<Open> {
  const { m, file } = await seenCase(engine, caller, id)
  if (file.procedure !== procedure) throw notFound()
  const known = factsOf(m.procedure, file.log)
  const roles = rolesIn(m.procedure, involvedIn(m.procedure, known), file.owner, caller)
  const state = stateOf(m.procedure, file.log)!
  const works = roles.includes('evaluator')
  return { facts: known as Facts, state, desk: works || roles.includes('confirmer'), mayAsk: works && state === 'gathering' }
}

function caseRoutes(app: Http, engine: Engine): void {
  const { db } = engine
  const wire = z.custom<EvaluationWire>()
  const read = async (caller: Caller, id: Id): Promise<EvaluationWire> =>
    evaluationOf(engine, caller, id, await openCase(engine, caller, id))
  app.get('/api/bargaining-evaluations/:id', { config: signedIn, schema: { tags, params: idParam, response: { 200: wire } } }, (request) =>
    read(callerOf(request), request.params.id),
  )
  app.post(
    '/api/bargaining-evaluations/:id/codes',
    { config: signedIn, schema: { tags, params: idParam, response: { 200: wire } } },
    async (request) => {
      const caller = callerOf(request)
      const { facts, mayAsk } = await openCase(engine, caller, request.params.id)
      if (!mayAsk || !facts.opening) throw forbidden()
      await giveCodes(db, caller.district, request.params.id, facts.opening)
      return read(caller, request.params.id)
    },
  )
}

/** What one more sheet changes in the counts is what it says, so until the end there are none. */
const onlyHowMany = (tally: Tally): Tally => tally.map((side) => ({ ...side, aware: 0, awareOf: 0, satisfied: 0, satisfiedOf: 0 }))

async function evaluationOf({ db }: Engine, { district }: Caller, id: Id, open: Open): Promise<EvaluationWire> {
  const { facts, state, desk, mayAsk } = open
  const opening = facts.opening!
  const attempt = attemptOf(facts)
  return await db.within(houseScope(district), async (query) => {
    const q = query as Ask
    const rubric = await rubricOf(q, district, opening.rubricVersion!)
    const counted = desk ? await tallyOf(q, district, id, attempt, opening, rubric) : undefined
    const closing = facts.closings.at(-1)
    const given = facts.scores.at(-1)?.scores ?? []
    const recorded = state === 'gathering' || state === 'scoring' ? undefined : facts.conclusions.at(-1)?.result
    const again = closing?.rubric && closing.tally && recorded ? scoreOf(closing.rubric, given, closing.tally) : undefined
    return {
      id,
      rubric,
      attempt,
      state,
      self: desk || facts.selfScores.length > 0 ? (facts.selfScores.at(-1)?.scores ?? []) : [],
      ...(counted && {
        desk: {
          tally: closing?.tally ?? (state === 'gathering' ? onlyHowMany(counted) : counted),
          codes: await codesOf(q, district, id),
          mayAsk,
          scores: given,
        },
      }),
      ...(recorded &&
        again && {
          check: {
            recorded,
            again,
            same: sameResult(recorded, again),
            items: itemsOf(closing!.rubric!, given, closing!.tally!),
            ...(counted && { recounted: canonical(counted) === canonical(closing!.tally) }),
          },
        }),
    }
  })
}

function formRoutes(app: Http, { db, publicUrl }: Engine): void {
  const districtOf = async (caller: Caller | null): Promise<Id> => {
    const district = caller?.district ?? (await theDistrict(db))?.id
    if (!district) throw notFound()
    return district
  }
  app.get(
    '/api/evaluation-forms/:code',
    { config: { ...anyone, rateLimit: manyAtOnce }, schema: { tags, params: codeParam, response: { 200: z.custom<FormWire>() } } },
    async ({ caller, params }) => formOf(db, await districtOf(caller), params.code, caller?.person),
  )
  app.post(
    '/api/evaluation-forms/:code',
    {
      config: { ...anyone, rateLimit: manyAtOnce },
      schema: {
        tags,
        params: codeParam,
        body: newAnswer,
        response: { 200: z.object({ taken: z.int() }), 201: z.object({ taken: z.int() }) },
      },
    },
    async ({ caller, params, body }, reply) => {
      const { taken, fresh } = await takeAnswer(db, await districtOf(caller), params.code, body, caller?.person)
      return reply.code(fresh ? 201 : 200).send({ taken })
    },
  )
  app.get(
    '/api/evaluation-forms/:code/qr.svg',
    { config: { ...anyone, rateLimit: manyAtOnce }, schema: { tags, params: codeParam, response: { 200: z.custom<unknown>() } } },
    async ({ params }, reply) =>
      reply
        .type('image/svg+xml')
        .header('cache-control', 'public, max-age=86400')
        .send(qrSvg(`${publicUrl}/evaluate/${params.code}`)),
  )
}
