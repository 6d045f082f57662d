/** The five teams over HTTP: who counts on a day, cards and terms, whose term ends soon, recusals, assignments. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { assign, assignmentsOf, endAssignment, endRecusal, recusalsOf, recuse } from './assignments.server.ts'
import { memberWire, visibleMember } from './member-rows.server.ts'
import { addMember, changeMember, endMember, listMembers, teamCounts } from './members.server.ts'
import {
  assignmentShape,
  endOn,
  memberChange,
  memberEnd,
  memberShape,
  membersPageShape,
  membersQuery,
  newAssignment,
  newMember,
  newRecusal,
  recusalShape,
  teamsQuery,
  teamsShape,
} from './team-wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['teams']
const params = z.object({ id: z.uuid() })
const listOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) })

export function teamRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today } = deps
  const dayOr = (given: string | undefined): Day => (given as Day | undefined) ?? today()

  app.get('/api/teams', { config, schema: { tags, querystring: teamsQuery, response: { 200: teamsShape } } }, async (request) =>
    teamCounts(deps, callerOf(request), dayOr(request.query.on), request.query.unit),
  )
  app.get(
    '/api/teams/members',
    { config, schema: { tags, querystring: membersQuery, response: { 200: membersPageShape } } },
    async (request) => listMembers(deps, callerOf(request), request.query, dayOr(request.query.on)),
  )
  app.post('/api/teams/members', { config, schema: { tags, body: newMember, response: { 201: memberShape } } }, async (request, reply) =>
    reply.code(201).send(await addMember(deps, callerOf(request), request.body)),
  )
  app.get('/api/teams/members/:id', { config, schema: { tags, params, response: { 200: memberShape } } }, async (request) => {
    const caller = callerOf(request)
    return memberWire(await visibleMember(db, caller, request.params.id, today()), caller, today())
  })
  app.patch(
    '/api/teams/members/:id',
    { config, schema: { tags, params, body: memberChange, response: { 200: memberShape } } },
    async (request) => changeMember(deps, callerOf(request), request.params.id, request.body),
  )
  app.post(
    '/api/teams/members/:id/end',
    { config, schema: { tags, params, body: memberEnd, response: { 200: memberShape } } },
    async (request) => endMember(deps, callerOf(request), request.params.id, dayOr(request.body.on), request.body.why),
  )
  assignmentRoutes(app, deps, dayOr)
  recusalRoutes(app, deps, dayOr)
}

function assignmentRoutes(app: Http, deps: RegistryDeps, dayOr: (given: string | undefined) => Day): void {
  const assignments = listOf(assignmentShape)
  app.get('/api/teams/members/:id/assignments', { config, schema: { tags, params, response: { 200: assignments } } }, async (request) => ({
    items: [...(await assignmentsOf(deps, callerOf(request), request.params.id))],
  }))
  app.post(
    '/api/teams/members/:id/assignments',
    { config, schema: { tags, params, body: newAssignment, response: { 201: assignmentShape } } },
    async (request, reply) => {
      const { firm, task, since } = request.body
      return reply.code(201).send(await assign(deps, callerOf(request), request.params.id, { firm, task, since: dayOr(since) }))
    },
  )
  app.post(
    '/api/teams/assignments/:id/end',
    { config, schema: { tags, params, body: endOn, response: { 200: assignmentShape } } },
    async (request) => endAssignment(deps, callerOf(request), request.params.id, dayOr(request.body.on)),
  )
}

function recusalRoutes(app: Http, deps: RegistryDeps, dayOr: (given: string | undefined) => Day): void {
  const querystring = z.object({ person: z.uuid() })
  const recusals = listOf(recusalShape)
  app.get('/api/teams/recusals', { config, schema: { tags, querystring, response: { 200: recusals } } }, async (request) => ({
    items: [...(await recusalsOf(deps, callerOf(request), request.query.person))],
  }))
  app.post(
    '/api/teams/recusals',
    { config, schema: { tags, body: newRecusal, response: { 201: recusalShape } } },
    async (request, reply) => {
      const { since, ...input } = request.body
      return reply.code(201).send(await recuse(deps, callerOf(request), { ...input, since: dayOr(since) }))
    },
  )
  app.post(
    '/api/teams/recusals/:id/end',
    { config, schema: { tags, params, body: endOn, response: { 200: recusalShape } } },
    async (request) => endRecusal(deps, callerOf(request), request.params.id, dayOr(request.body.on)),
  )
}
