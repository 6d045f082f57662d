/** People over HTTP: list and export, the record of one, changes, engagements and transfers, joining by code. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { Problem } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { changePerson, enterPerson } from './change.server.ts'
import { addEngagement, approveMany, approveMembership, endEngagement } from './engagements.server.ts'
import { join, joinPlace, waitingList } from './join.server.ts'
import { exportPeople } from './list/export.server.ts'
import { peoplePage } from './list/list.server.ts'
import {
  batchApproval,
  batchApproved,
  engagementApproval,
  engagementEnd,
  exportQuery,
  joinInput,
  joinPlaceShape,
  myRecordShape,
  newEngagement,
  newPersonInput,
  peoplePageShape,
  peopleQuery,
  type PersonRecordWire,
  personChange,
  personRecordShape,
  revealInput,
  transferInput,
  waitingPageShape,
  waitingQuery,
} from './people-wire.ts'
import type { PeopleDeps } from './person-rows.server.ts'
import { ownRecord, personRecord } from './record.server.ts'
import { reveal } from './reveal.server.ts'
import { transfer } from './transfer.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']
const params = z.object({ id: z.uuid() })
/** An end or an approval of today needs no body. */
const optional = <S extends z.ZodType>(shape: S) => z.preprocess((body) => body ?? {}, shape)

export function peopleRoutes(app: Http, deps: PeopleDeps): void {
  listRoutes(app, deps)
  personRoutes(app, deps)
  engagementRoutes(app, deps)
  joinRoutes(app, deps)
}

function listRoutes(app: Http, deps: PeopleDeps): void {
  app.get('/api/persons', { config, schema: { tags, querystring: peopleQuery, response: { 200: peoplePageShape } } }, (request) =>
    peoplePage(deps, callerOf(request), request.query),
  )
  const files = { ...config, rateLimit: limits.papers }
  app.get('/api/persons/export', { config: files, schema: { tags, querystring: exportQuery } }, async (request, reply) => {
    const { stream, name, type } = await exportPeople(deps, callerOf(request), request.query)
    stream.on('error', (error) => deps.log.error({ err: error }, 'an export broke off'))
    return reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'no-store')
      .send(stream)
  })
  app.post(
    '/api/persons',
    { config, schema: { tags, body: newPersonInput, response: { 201: personRecordShape } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const id = await enterPerson(deps, caller, request.body)
      // An applicant is nobody's yet; what was just entered is told to who entered it.
      const seen = (await seenStill(deps, caller, id)) ?? (await personRecord(deps, { ...caller, scope: houseScope(caller.district) }, id))
      return reply.code(201).send(seen)
    },
  )
}

function personRoutes(app: Http, deps: PeopleDeps): void {
  app.get('/api/persons/:id', { config, schema: { tags, params, response: { 200: personRecordShape } } }, (request) =>
    personRecord(deps, callerOf(request), request.params.id),
  )
  app.patch(
    '/api/persons/:id',
    { config, schema: { tags, params, body: personChange, response: { 200: personRecordShape } } },
    async (request) => {
      const caller = callerOf(request)
      await changePerson(deps, caller, request.params.id, request.body)
      return await personRecord(deps, caller, request.params.id)
    },
  )
  const looks = { ...config, rateLimit: { max: 120, timeWindow: 60_000 } }
  const value = z.object({ value: z.string() })
  app.post(
    '/api/persons/:id/reveal',
    { config: looks, schema: { tags, params, body: revealInput, response: { 200: value } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return await reveal(deps, callerOf(request), request.params.id, request.body)
    },
  )
}

/** Where somebody has left, who made the change may no longer see them: then the answer is empty. */
const changed = { 200: personRecordShape, 204: z.null() }

function engagementRoutes(app: Http, deps: PeopleDeps): void {
  app.post(
    '/api/persons/:id/engagements',
    { config, schema: { tags, params, body: newEngagement, response: { 201: personRecordShape } } },
    async (request, reply) => {
      const caller = callerOf(request)
      await addEngagement(deps, caller, request.params.id, request.body)
      return reply.code(201).send(await personRecord(deps, caller, request.params.id))
    },
  )
  app.post(
    '/api/persons/:id/transfer',
    { config, schema: { tags, params, body: transferInput, response: changed } },
    async (request, reply) => {
      const caller = callerOf(request)
      await transfer(deps, caller, request.params.id, request.body)
      const seen = await seenStill(deps, caller, request.params.id)
      return seen ?? reply.code(204).send(null)
    },
  )
  app.get(
    '/api/engagements/waiting',
    { config, schema: { tags, querystring: waitingQuery, response: { 200: waitingPageShape } } },
    (request) => waitingList(deps, callerOf(request), request.query),
  )
  app.post(
    '/api/engagements/:id/end',
    { config, schema: { tags, params, body: optional(engagementEnd), response: changed } },
    async (request, reply) => {
      const caller = callerOf(request)
      const seen = await seenStill(deps, caller, await endEngagement(deps, caller, request.params.id, request.body))
      return seen ?? reply.code(204).send(null)
    },
  )
  app.post(
    '/api/engagements/:id/approve',
    { config, schema: { tags, params, body: optional(engagementApproval), response: changed } },
    async (request, reply) => {
      const caller = callerOf(request)
      const person = await approveMembership(deps, caller, request.params.id, request.body.on as Day | undefined)
      const seen = await seenStill(deps, caller, person)
      return seen ?? reply.code(204).send(null)
    },
  )
  app.post('/api/engagements/approve', { config, schema: { tags, body: batchApproval, response: { 200: batchApproved } } }, (request) =>
    approveMany(deps, callerOf(request), request.body.ids, request.body.on as Day | undefined),
  )
}

/** The record as it is now; null for who sees the person no more. */
async function seenStill(deps: PeopleDeps, caller: Caller, person: Id): Promise<PersonRecordWire | null> {
  return await personRecord(deps, caller, person).catch((error: unknown) => {
    if (error instanceof Problem && error.parts.status === 404) return null
    throw error
  })
}

function joinRoutes(app: Http, deps: PeopleDeps): void {
  const open = { access: { who: 'public' }, rateLimit: limits.publicSearch } as const
  const at = z.object({ organisation: z.uuid() })
  app.get('/api/join/:organisation', { config: open, schema: { tags, params: at, response: { 200: joinPlaceShape } } }, (request) =>
    joinPlace(deps, request.params.organisation),
  )
  const own = { 200: myRecordShape }
  app.post('/api/me/join', { config, schema: { tags, body: joinInput, response: own } }, async (request) => {
    const caller = callerOf(request)
    await join(deps, caller, request.body)
    return await ownRecord(deps, caller)
  })
  app.get('/api/me/registry', { config, schema: { tags, response: own } }, (request) => ownRecord(deps, callerOf(request)))
}
