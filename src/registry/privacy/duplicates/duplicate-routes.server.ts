/** Duplicates over HTTP: pairs within reach, two people side by side, the merge, its undoing, and the word that they are two. */
import { z } from 'zod'
import { addDays } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { actor, record, recordAll } from '../audit.server.ts'
import { governedPerson, isGoverned, requireAdministers } from '../governed.server.ts'
import { mergePeople, undoDays } from '../merge/merge.server.ts'
import { listMerges, sidesOfMerge } from '../merge/merges.server.ts'
import { forgetAsides, undoMerge } from '../merge/undo.server.ts'
import type { AlikeReason } from './alike.ts'
import {
  comparisonShape,
  dismissInput,
  mergedShape,
  mergeInput,
  mergesPageShape,
  mergesQuery,
  pairsPageShape,
  pairsQuery,
  undoInput,
  undoneShape,
} from './duplicates-wire.ts'
import { findAllAlike, findAlikeOf } from './find.server.ts'
import { listPairs, sideOf } from './pairs.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['privacy']

export function duplicateRoutes(app: Http, deps: RegistryDeps): void {
  const { db, secrets, today } = deps
  app.get(
    '/api/persons/duplicates',
    { config, schema: { tags, querystring: pairsQuery, response: { 200: pairsPageShape } } },
    async (request) => {
      const caller = callerOf(request)
      requireAdministers(caller)
      return await listPairs(db, caller, secrets, request.query)
    },
  )

  const pair = z.object({ a: z.uuid(), b: z.uuid() })
  app.get(
    '/api/persons/duplicates/:a/:b',
    { config, schema: { tags, params: pair, response: { 200: comparisonShape } } },
    async (request) => {
      const caller = callerOf(request)
      requireAdministers(caller)
      const { a, b } = request.params
      const sides = await Promise.all([a, b].map((id) => sideOf(db, caller, secrets, id)))
      const may = await Promise.all([a, b].map((id) => isGoverned(deps, caller, id)))
      const [found] = await db.ask<{ reasons: AlikeReason[] }>(
        caller.scope,
        'select reasons from person_alike where district_id = $1 and a = least($2::uuid, $3::uuid) and b = greatest($2::uuid, $3::uuid)',
        [caller.district, a, b],
      )
      const seen = { kind: 'sight', what: { field: 'record', reason: 'duplicates' } } as const
      await db.within(caller.scope, (q) =>
        recordAll(
          q,
          [a, b].map((about) => ({ ...actor(caller), ...seen, about })),
        ),
      )
      const [one, other] = sides.map((side, n) => ({ ...side, mayMerge: side.mayMerge && may[n]! }))
      return { a: one!, b: other!, reasons: found?.reasons ?? [] }
    },
  )

  app.post(
    '/api/persons/duplicates/dismiss',
    { config, schema: { tags, body: dismissInput, response: { 204: z.null() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { a, b, because } = request.body
      await governedPerson(deps, caller, a)
      await governedPerson(deps, caller, b)
      await db.within(houseScope(caller.district), async (q) => {
        const done = await q(
          `update person_alike set dismissed_at = $4, dismissed_by = $5, dismissed_because = $6
           where district_id = $1 and a = least($2::uuid, $3::uuid) and b = greatest($2::uuid, $3::uuid) returning 1`,
          [caller.district, a, b, deps.instant(), caller.person, because],
        )
        if (done.length === 0) throw notFound()
        await record(q, { ...actor(caller), kind: 'merge', about: a, what: { notTheSame: [a, b], reason: because } })
      })
      return reply.code(204).send(null)
    },
  )

  app.post('/api/persons/duplicates/search', { config, schema: { tags, response: { 204: z.null() } } }, async (request, reply) => {
    const caller = callerOf(request)
    requireAdministers(caller)
    // Looked for everywhere at once, so those who answer for everything order it.
    if (!caller.scope.all) throw forbidden()
    await findAllAlike(db, caller.district, today())
    return reply.code(204).send(null)
  })
  mergeRoutes(app, deps)
}

function mergeRoutes(app: Http, deps: RegistryDeps): void {
  const { db, secrets, session, today, instant } = deps
  app.post(
    '/api/persons/merges',
    { config, schema: { tags, body: mergeInput, response: { 201: mergedShape } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { kept, gone, choices, reason } = request.body
      await governedPerson(deps, caller, kept)
      await governedPerson(deps, caller, gone)
      const { district } = caller
      const opened = await secrets.of(district)
      const merging = { district, kept, gone, choices, reason, today: today(), at: instant(), by: { ...actor(caller), by: caller.person } }
      const id = await db.within(houseScope(district), async (q) => {
        await forgetAsides(q, district, today())
        return await mergePeople(q, opened, merging)
      })
      await Promise.all([kept, gone].map((one) => session.changed(one)))
      return reply.code(201).send({ id, kept, gone, undoUntil: addDays(today(), undoDays) })
    },
  )

  app.get(
    '/api/persons/merges',
    { config, schema: { tags, querystring: mergesQuery, response: { 200: mergesPageShape } } },
    async (request) => {
      const caller = callerOf(request)
      requireAdministers(caller)
      return await listMerges(db, caller, today(), request.query)
    },
  )

  const params = z.object({ id: z.uuid() })
  app.post(
    '/api/persons/merges/:id/undo',
    { config, schema: { tags, params, body: undoInput, response: { 200: undoneShape } } },
    async (request) => {
      const caller = callerOf(request)
      requireAdministers(caller)
      const { kept, gone } = await sidesOfMerge(db, caller, request.params.id)
      await governedPerson(deps, caller, kept)
      const { district } = caller
      const opened = await secrets.of(district)
      const undoing = { district, merge: request.params.id, reason: request.body.reason, today: today(), at: instant() }
      const both = await db.within(houseScope(district), async (q) => {
        const undone = await undoMerge(q, opened, { ...undoing, by: { ...actor(caller), by: caller.person } })
        await findAlikeOf(q, district, [kept, gone], today())
        return undone
      })
      await Promise.all([kept, gone].map((one) => session.changed(one)))
      return both
    },
  )
}
