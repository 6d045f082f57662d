/** Who is calling: a person with posts, and what follows for the rows they may see. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Region } from '#kernel/region.ts'
import type { RowScope } from './row-scope.ts'

export type PostScope = 'self' | 'unit' | 'below'

export interface HeldPost {
  readonly id: Id
  /** chair, viceChair, officer, mediationClerk, mediator, firmRepresentative, bureauOfficer, districtOfficer… */
  readonly kind: string
  readonly organisation: { readonly id: Id; readonly name: string; readonly kind: string; readonly path: readonly Id[] }
  readonly scope: PostScope
  readonly since: Day
  readonly until?: Day
}

export interface Caller {
  readonly person: Id
  /** Rows that were merged into this person's: what names one of these names this person. */
  readonly also?: readonly Id[]
  readonly name: string
  readonly district: Id
  readonly region: Region
  readonly posts: readonly HeldPost[]
  readonly scope: RowScope
}

/** What a route asks of its caller; a route without one does not start. `posts`: holds one of these kinds today. */
export type Access =
  | { readonly who: 'public' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'staff' }
  | { readonly who: 'posts'; readonly posts: readonly string[] }

/** Posts whose holders work at the desk; a worker or a firm's representative is not staff. */
export const staffPosts = ['districtOfficer', 'chair', 'viceChair', 'officer', 'mediationClerk', 'mediator'] as const
