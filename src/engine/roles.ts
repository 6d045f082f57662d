/** In which roles a person stands to a case: party, holder of a desk post over its owner, or assigned to it. Pure. */
import type { Id } from '#kernel/id.ts'
import type { HeldPost } from '#platform/caller.ts'
import { isRepresentative } from '#registry/post.ts'
import { covers } from '#registry/reach.ts'
import type { Party, Role } from './define.ts'
import type { AnyProcedure, Known } from './run.ts'

export interface Actor {
  readonly person: Id
  /** Rows merged into this person's. */
  readonly also?: readonly Id[]
  readonly posts: readonly HeldPost[]
}

/** The actor, or somebody whose record was brought together with theirs. */
export const is = (person: Id, actor: Actor): boolean => person === actor.person || (actor.also?.includes(person) ?? false)

/** Whose case it is: the organisation and all it lies in, itself included. */
export interface Owner {
  readonly id: Id
  readonly path: readonly Id[]
}

export interface Involved {
  readonly parties: readonly Party[]
  readonly assigned: readonly { readonly role: string; readonly person: Id }[]
}

export const involvedIn = (p: AnyProcedure, known: Known): Involved => ({ parties: p.parties(known), assigned: p.assigned(known) })

/** Who is on a side has no office in the matter: a party's desk posts and assignments do not count in their own case. */
export function rolesIn(p: AnyProcedure, { parties, assigned }: Involved, owner: Owner, actor: Actor): readonly string[] {
  const onASide = parties.some((party) => isParty(party, actor))
  return Object.entries<Role>(p.roles)
    .filter(([name, role]) => {
      if (role.kind === 'party') return parties.some((party) => party.role === name && party.sees !== false && isParty(party, actor))
      if (onASide) return false
      if (role.kind === 'assigned') return assigned.some((one) => one.role === name && is(one.person, actor))
      return actor.posts.some((post) => role.posts.includes(post.kind) && overlooks(post, owner, role.above ?? false))
    })
    .map(([name]) => name)
}

/** The roles in which somebody may open a case of an owner: a party opens their own, the desk what lies in its reach. */
export function openingRoles(p: AnyProcedure, owner: Owner, actor: Actor): readonly string[] {
  return Object.entries<Role>(p.roles)
    .filter(
      ([, role]) =>
        role.kind === 'party' ||
        (role.kind === 'desk' && actor.posts.some((post) => role.posts.includes(post.kind) && overlooks(post, owner, role.above ?? false))),
    )
    .map(([name]) => name)
}

function isParty(party: Party, actor: Actor): boolean {
  if (party.person !== undefined) return is(party.person, actor)
  return (
    party.organisation !== undefined &&
    actor.posts.some((post) => post.organisation.id === party.organisation && isRepresentative(post.kind))
  )
}

/** A desk's post over this owner; `above`: held at a body that the owner lies in, not at the owner itself. */
const overlooks = (post: HeldPost, owner: Owner, above: boolean): boolean =>
  covers(post, owner) && !(above && post.organisation.id === owner.id)

/** Desk and assigned roles read everything; a party reads no section kept from it. */
export function visibleFacts(p: AnyProcedure, known: Known, roles: readonly string[]): Known {
  const closed = Object.entries<readonly string[] | undefined>(p.private ?? {}).filter(
    ([, may]) => may && !may.some((role) => roles.includes(role)),
  )
  if (closed.length === 0) return known
  return Object.fromEntries(Object.entries(known).filter(([section]) => !closed.some(([name]) => name === section)))
}
