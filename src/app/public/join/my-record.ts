/** My own record in the register, as far as joining needs it: null for who is not signed in. */
import { queryOptions } from '@tanstack/react-query'
import type { EngagementWire, MyRecordWire } from '#registry/people/people-wire.ts'
import { get, ProblemError } from '#ui/api.ts'

export const myRecordQuery = queryOptions({
  queryKey: ['my-record'],
  queryFn: ({ signal }) =>
    get<MyRecordWire>('/api/me/registry', {}, signal).catch((error: unknown) => {
      if (error instanceof ProblemError && error.status === 401) return null
      throw error
    }),
  staleTime: 30_000,
  retry: 1,
})

export interface Membership {
  /** Held now. */
  readonly member: EngagementWire | undefined
  /** Asked for, and waiting for a committee. */
  readonly waiting: EngagementWire | undefined
  /** Those that have ended, the last first. */
  readonly past: readonly EngagementWire[]
}

export function membershipOf({ engagements }: Pick<MyRecordWire, 'engagements'>): Membership {
  const all = engagements.filter(({ kind, endedHow }) => kind === 'membership' && endedHow !== 'corrected')
  return {
    member: all.find(({ approvedOn, until }) => approvedOn && !until),
    waiting: all.find(({ waiting }) => waiting),
    past: all.filter(({ until }) => until).reverse(),
  }
}

/** The name given to whoever registers by telephone, until they say theirs. */
const unnamed = '职工'

/** Nobody has registered this person yet, so they say their own name; what a body has entered only that body changes. */
export const saysOwnName = (record: MyRecordWire): boolean =>
  record.name === unnamed ||
  (record.posts.length === 0 &&
    !record.engagements.some(({ kind, until }) => kind !== 'membership' && !until) &&
    !membershipOf(record).member)

export const nameSaid = (record: MyRecordWire): string => (record.name === unnamed ? '' : record.name)
