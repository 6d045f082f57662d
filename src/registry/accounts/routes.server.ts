/** Accounts over HTTP: made and kept by those above, for a person all of whose posts they govern. */
import { z } from 'zod'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { isPostKind, postKinds } from '../post.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { actor } from '../privacy/audit.server.ts'
import { pageOf, pageQuery } from '../routes/wire.ts'
import { accountShape, newAccount } from './account-wire.ts'
import { createAccount } from './accounts.server.ts'
import { closeAccount, governedPerson, listAccounts, resetPassword } from './administer.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']
const made = z.object({ username: z.string(), person: z.object({ id: z.string(), name: z.string() }) })
export function accountRoutes(app: Http, deps: RegistryDeps): void {
  app.get(
    '/api/accounts',
    { config, schema: { tags, querystring: pageQuery, response: { 200: pageOf(accountShape) } } },
    async (request) => {
      const { rows, ...rest } = await listAccounts(deps, callerOf(request), request.query)
      const items = rows.map(({ id, name, username, posts, closed, secondFactor, lastSeen }) => ({
        person: { id, name },
        posts: posts.map(({ kind, organisation }) => ({
          role: kind,
          title: isPostKind(kind) ? postKinds[kind].title : { zh: kind, en: kind },
          organisation: { id: organisation.id, name: organisation.name },
        })),
        closed,
        secondFactor,
        ...(username && { username }),
        ...(lastSeen && { lastSeen }),
      }))
      return { items, ...rest }
    },
  )

  app.post('/api/accounts', { config, schema: { tags, body: newAccount, response: { 201: made } } }, async (request, reply) => {
    const caller = callerOf(request)
    const person = await governedPerson(deps, caller, request.body.person)
    const { username, password } = request.body
    const entry = { ...actor(caller), kind: 'account', about: person.id, what: { did: 'made' } } as const
    await createAccount(deps.db, { username, password, name: person.name, person: person.id, district: caller.district }, entry)
    return reply.code(201).send({ username: username.toLowerCase(), person: { id: person.id, name: person.name } })
  })

  const params = z.object({ person: z.uuid() })
  const told = z.object({ username: z.string(), password: z.string() })
  app.post('/api/accounts/:person/password', { config, schema: { tags, params, response: { 200: told } } }, async (request) =>
    resetPassword(deps, callerOf(request), request.params.person),
  )
  const closed = z.object({ closed: z.boolean() })
  app.put(
    '/api/accounts/:person/closed',
    { config, schema: { tags, params, body: closed, response: { 200: closed } } },
    async (request) => {
      await closeAccount(deps, callerOf(request), request.params.person, request.body.closed)
      return { closed: request.body.closed }
    },
  )
}
