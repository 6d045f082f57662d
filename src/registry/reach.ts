/** How far a person sees and may act: posts of today, folded into the rows that the database will show and the bodies they govern. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { HeldPost, PostScope } from '#platform/caller.ts'
import type { RowScope } from '#platform/row-scope.ts'
import { type OrganisationKind, unitKinds } from './organisation.ts'
import { isHeld, isNoWider, isPostKind, isRepresentative, postKinds } from './post.ts'

/** All organisations under one, itself among them. */
export type Below = (organisation: Id) => readonly Id[]

export const personReader = (person: Id): string => `p:${person}`
export const organisationReader = (organisation: Id): string => `o:${organisation}`

/** Somebody of the district to whom no case is shown: reference and registry tables only. */
export const noReach = (district: Id): RowScope => ({ district, all: false, trees: [], units: [], readers: [] })

/**
 * The rows a person may see today. `self` adds nothing to what is theirs by person; `unit` adds their organisation's own cases, `below`
 * those of everything under it, and both what was shared with that organisation. Who speaks for a firm, a platform or a public body sees
 * what it is party to or was shared with it, whatever the scope of the post.
 */
export function reachOf(
  who: { readonly person: Id; readonly district: Id },
  posts: readonly HeldPost[],
  today: Day,
  below: Below,
): RowScope {
  const trees = new Set<Id>()
  const units = new Set<Id>()
  const readers = new Set<string>([personReader(who.person)])
  let all = false
  for (const { kind, scope, organisation } of posts.filter((post) => isHeld(post, today))) {
    if (isRepresentative(kind)) {
      readers.add(organisationReader(organisation.id))
      continue
    }
    if (scope === 'self') continue
    readers.add(organisationReader(organisation.id))
    if (scope === 'unit') units.add(organisation.id)
    else if (organisation.kind === 'district') all = true
    else if (isUnit(organisation.kind)) trees.add(organisation.id)
    else for (const id of below(organisation.id)) units.add(id)
  }
  return { district: who.district, all, trees: [...trees], units: [...units], readers: [...readers] }
}

/** The bodies of which `reachOf` must be told what lies below them. */
export const looksBelow = (posts: readonly HeldPost[], today: Day): readonly Id[] =>
  posts
    .filter((post) => isHeld(post, today) && post.scope === 'below' && !isRepresentative(post.kind))
    .flatMap(({ organisation: { id, kind } }) => (kind === 'district' || isUnit(kind) ? [] : [id]))

const isUnit = (kind: string): boolean => (unitKinds as readonly string[]).includes(kind)

export interface Place {
  readonly id: Id
  readonly kind: OrganisationKind
  readonly path: readonly Id[]
}

/** The post looks upon this body: its own with `unit`, everything under it with `below`, and from the district also what stands beside the tree. */
export function covers(post: Pick<HeldPost, 'kind' | 'scope' | 'organisation'>, place: Pick<Place, 'id' | 'path'>): boolean {
  if (post.scope === 'self' || isRepresentative(post.kind)) return false
  if (post.scope === 'unit') return post.organisation.id === place.id
  return post.organisation.kind === 'district' || place.path.includes(post.organisation.id)
}

/** Whether the body is one the caller may know in the registry: covered by a post, or where they hold one. */
export const knows = (posts: readonly HeldPost[], place: Pick<Place, 'id' | 'path'>): boolean =>
  posts.some((post) => post.organisation.id === place.id || covers(post, place))

/** The caller may order things at this body, as far as this scope: by a post that administers, covers it and is no narrower itself. */
export const governs = (posts: readonly HeldPost[], place: Pick<Place, 'id' | 'path'>, scope: PostScope): boolean =>
  posts.some((post) => isPostKind(post.kind) && postKinds[post.kind].administers && covers(post, place) && isNoWider(scope, post.scope))
