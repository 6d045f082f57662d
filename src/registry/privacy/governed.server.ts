/** Whether the caller may decide about a person: they see the person, govern the unit or union, and every post the person holds. */
import type { Id } from '#kernel/id.ts'
import type { Caller, HeldPost, PostScope } from '#platform/caller.ts'
import { forbidden, notFound, Problem } from '#platform/problem.ts'
import { isPostKind, postKinds } from '../post.ts'
import { governs } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'

type Deps = Pick<RegistryDeps, 'db' | 'directory' | 'today'>

export interface GovernedPerson {
  readonly id: Id
  readonly name: string
  readonly merged_into: Id | null
  readonly erased: boolean
}

interface Row extends GovernedPerson {
  readonly unit_id: Id | null
  readonly union_id: Id | null
  readonly posts: readonly { readonly scope: PostScope; readonly organisation: HeldPost['organisation'] }[]
}

/** Somebody who administers something may decide about people at all. */
export const administers = ({ posts }: Caller): boolean =>
  posts.some(({ kind, scope }) => isPostKind(kind) && postKinds[kind].administers && scope !== 'self')

export const requireAdministers = (caller: Caller): void => {
  if (!administers(caller)) throw forbidden()
}

/** Throws 404 where the caller may not know of the person, 403 where they may not decide about them. */
export async function governedPerson({ db, directory, today }: Deps, caller: Caller, id: Id): Promise<GovernedPerson> {
  const [row] = await db.ask<Row>(caller.scope, select, [caller.district, id, today()])
  if (!row) throw notFound()
  const { unit_id, union_id, posts, ...person } = row
  // Nobody decides about their own record.
  if (id === caller.person) throw forbidden()
  const places = await Promise.all([unit_id, union_id].map((at) => (at ? directory.organisationById(caller.district, at) : undefined)))
  const here = places.filter((place) => place !== undefined)
  const governed = here.length > 0 ? here.some((place) => governs(caller.posts, place, 'unit')) : governs(caller.posts, nowhere, 'unit')
  if (!governed || !posts.every((post) => governs(caller.posts, post.organisation, post.scope))) throw forbidden()
  return person
}

export const isGoverned = (deps: Deps, caller: Caller, id: Id): Promise<boolean> =>
  governedPerson(deps, caller, id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem) return false
      throw error
    },
  )

/** Covered by the district alone. */
const nowhere = { id: '', path: [] }

const select = `
  select p.id, p.name, p.merged_into, p.erased_at is not null as erased, p.unit_id, p.union_id, coalesce((
    select json_agg(json_build_object('scope', h.scope, 'organisation', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'path', o.path)))
    from post h join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
    where h.district_id = p.district_id and h.person_id = p.id and (h.until is null or h.until >= $3)), '[]') as posts
  from person p where p.district_id = $1 and p.id = $2`
