/** Accounts over HTTP: made by those above for a person all of whose posts they govern. */
import { z } from 'zod'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden } from '#platform/problem.ts'
import { createAccount } from '../accounts.server.ts'
import { governs } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { type PersonRow, visiblePerson } from './persons.server.ts'

const body = z.object({
  person: z.uuid(),
  username: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_.-]{2,40}$/u),
  password: z.string().min(1).max(128),
})
const made = z.object({ username: z.string(), person: z.object({ id: z.string(), name: z.string() }) })

export function accountRoutes(app: Http, deps: RegistryDeps): void {
  const config = { access: { who: 'signed-in' } } as const
  app.post('/api/accounts', { config, schema: { tags: ['registry'], body, response: { 201: made } } }, async (request, reply) => {
    const caller = callerOf(request)
    const person = await visiblePerson(deps, caller, request.body.person)
    if (!(await isUnder(deps, caller, person))) throw forbidden()
    const { username, password } = request.body
    await createAccount(deps.db, { username, password, name: person.name, person: person.id, district: caller.district })
    return reply.code(201).send({ username: username.toLowerCase(), person: { id: person.id, name: person.name } })
  })
}

/** Whoever could sign in as somebody gains what they may do: so every post must be governed, and without one their unit. */
async function isUnder({ directory, today }: RegistryDeps, caller: Caller, person: PersonRow): Promise<boolean> {
  const posts = person.posts.filter((post) => !post.until || post.until >= today())
  if (posts.length > 0) return posts.every((post) => governs(caller.posts, post.organisation, post.scope))
  const unit = person.unit ? await directory.organisationById(caller.district, person.unit) : undefined
  return governs(caller.posts, unit ?? { id: '', path: [] }, 'unit')
}
