/** Ballots over HTTP: mine, one vote, what lay in a closed box, and how many have voted. */
import { z } from 'zod'
import { type Engine, seenCase } from '#engine/routes/engine.server.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { factsOf } from '#engine/run.ts'
import type { Facts } from '../data.ts'
import { ballotParams, ballotsShape, castShape, paperShape, papersShape, turnoutShape } from './ballot-wire.ts'
import { ballotsOf, papersIn, turnoutOf, vote } from './store.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['workers-congress']

/** Under which ids somebody is on a list: their own, and rows that were merged into theirs. */
const idsOf = ({ person, also = [] }: Caller) => [person, ...also]

export function ballotRoutes(app: Http, engine: Engine): void {
  const { db, nowOf } = engine

  app.get('/api/ballots', { config, schema: { tags, response: { 200: ballotsShape } } }, async (request) => {
    const caller = callerOf(request)
    const { today } = await nowOf(caller.district)
    return await ballotsOf(db, caller.district, idsOf(caller), today)
  })

  app.post(
    '/api/ballots/:case/:ballot/papers',
    {
      config: { ...config, rateLimit: limits.openCase },
      schema: { tags, params: ballotParams, body: paperShape, response: { 200: castShape } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { case: session, ballot } = request.params
      await vote(db, { district: caller.district, session, ballot, voter: idsOf(caller), paper: request.body })
      return { kept: true } as const
    },
  )

  app.get(
    '/api/ballots/:case/:ballot/papers',
    { config, schema: { tags, params: ballotParams, response: { 200: papersShape } } },
    async (request) => {
      const caller = callerOf(request)
      const { case: session, ballot } = request.params
      return await papersIn(db, { district: caller.district, session, ballot, voter: idsOf(caller) }, () => sees(engine, caller, session))
    },
  )

  app.get(
    '/api/congress/sessions/:id/turnout',
    { config, schema: { tags, params: z.object({ id: z.uuid() }), response: { 200: turnoutShape } } },
    async (request) => {
      const caller = callerOf(request)
      const { m, file } = await seenCase(engine, caller, request.params.id)
      if (file.procedure !== 'workers-congress') throw notFound()
      const { ballots } = factsOf(m.procedure, file.log) as Pick<Facts, 'ballots'>
      return await turnoutOf(db, caller.district, file.id, ballots.length)
    },
  )
}

const sees = (engine: Engine, caller: Caller, id: string): Promise<boolean> =>
  seenCase(engine, caller, id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem && error.parts.status === 404) return false
      throw error
    },
  )
