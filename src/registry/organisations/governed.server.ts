/** Who may know of an organisation, and who may order things at it. */
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import { forbidden, notFound } from '#platform/problem.ts'
import type { Organisation } from '../organisation.ts'
import { governs, knows } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'

/** The organisation, if the caller may know of it; throws 404 otherwise. */
export async function known({ directory }: Pick<RegistryDeps, 'directory'>, caller: Caller, id: Id): Promise<Organisation> {
  const found = await directory.organisationById(caller.district, id)
  if (!found || !knows(caller.posts, found)) throw notFound()
  return found
}

/** The organisation, if the caller administers it; 404 for whoever may not know of it, 403 for whoever may but orders nothing there. */
export async function governed(deps: Pick<RegistryDeps, 'directory'>, caller: Caller, id: Id): Promise<Organisation> {
  const found = await known(deps, caller, id)
  if (!governs(caller.posts, found, 'unit')) throw forbidden()
  return found
}

/** The organisation, if the caller administers the body above it: what the next higher union decides is recorded by those who work for it. */
export async function governedFromAbove(deps: Pick<RegistryDeps, 'directory'>, caller: Caller, id: Id): Promise<Organisation> {
  const found = await known(deps, caller, id)
  const above = found.path.at(-2)
  const upper = above ? await deps.directory.organisationById(caller.district, above) : undefined
  if (!governs(caller.posts, upper ?? { id: '', path: [] }, 'below')) throw forbidden()
  return found
}
