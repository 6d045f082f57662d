/** Posts: which there are, at which bodies, and what their holders may administer. */
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { HeldPost, PostScope } from '#platform/caller.ts'
import type { OrganisationKind } from './organisation.ts'

/**
 * `desk` works for the union, `represents` speaks for a body outside it and sees what that body is party to or was shared with it,
 * `belongs` says only where somebody works.
 */
interface PostKindSpec {
  readonly title: Text
  readonly at: readonly OrganisationKind[]
  readonly standing: 'desk' | 'represents' | 'belongs'
  readonly administers: boolean
}

const federations: readonly OrganisationKind[] = ['district', 'street', 'industry', 'park', 'regional']
const desk = (title: Text, at: readonly OrganisationKind[], administers = false): PostKindSpec => ({
  title,
  at,
  standing: 'desk',
  administers,
})
const represents = (title: Text, at: OrganisationKind): PostKindSpec => ({ title, at: [at], standing: 'represents', administers: false })
const belongs = (title: Text, at: OrganisationKind): PostKindSpec => ({ title, at: [at], standing: 'belongs', administers: false })

export const postKinds = {
  districtOfficer: desk(text('区总工会干部', 'District officer'), ['district'], true),
  chair: desk(text('主席', 'Chair'), federations, true),
  viceChair: desk(text('副主席', 'Vice-chair'), federations, true),
  officer: desk(text('干事', 'Officer'), federations),
  mediationClerk: desk(text('调解受理员', 'Mediation clerk'), ['committee']),
  mediator: desk(text('调解员', 'Mediator'), ['committee']),
  unionChair: desk(text('企业工会主席', 'Enterprise union chair'), ['union', 'jointUnion'], true),
  unionOfficer: desk(text('企业工会委员', 'Enterprise union committee member'), ['union', 'jointUnion']),
  firmRepresentative: represents(text('企业代表', 'Firm representative'), 'firm'),
  platformRepresentative: represents(text('平台代表', 'Platform representative'), 'platform'),
  bureauOfficer: represents(text('经办人', 'Case officer'), 'bureau'),
  employee: belongs(text('职工', 'Employee'), 'firm'),
  platformWorker: belongs(text('新就业形态劳动者', 'Platform worker'), 'platform'),
} as const satisfies Record<string, PostKindSpec>
export type PostKind = keyof typeof postKinds

export const isPostKind = (kind: string): kind is PostKind => Object.hasOwn(postKinds, kind)
/** Both ends belong to it: a post until 30 June is still held on 30 June. */
export const isHeld = (post: Pick<HeldPost, 'since' | 'until'>, today: Day): boolean =>
  post.since <= today && (post.until === undefined || today <= post.until)

/** A post of this kind exists at a body of that kind. */
export const fits = (kind: PostKind, at: OrganisationKind): boolean => (postKinds[kind].at as readonly OrganisationKind[]).includes(at)

const width: Record<PostScope, number> = { self: 0, unit: 1, below: 2 }
export const isNoWider = (scope: PostScope, than: PostScope): boolean => width[scope] <= width[than]

/** Says only where somebody works: read from their engagements, and never given as a post. */
export const isBelonging = (kind: string): boolean => isPostKind(kind) && postKinds[kind].standing === 'belongs'

/** Speaks for a body outside the union: sees by party and sharing, never by place in the tree. */
export const isRepresentative = (kind: string): boolean => isPostKind(kind) && postKinds[kind].standing === 'represents'

/** The shells that open to somebody: everyone has the worker's; a post that is more than a workplace opens the desk. */
export const shellsOf = (posts: readonly Pick<HeldPost, 'kind'>[]): readonly ('worker' | 'desk')[] =>
  posts.some((post) => !isBelonging(post.kind)) ? ['worker', 'desk'] : ['worker']
