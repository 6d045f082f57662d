/** How a draft fares: half or more of all delegates of the regional or industry congress, or half or more in every bound firm. Pure. */
import { halfOrMore } from '#law/count.ts'
import type { Facts, Offer } from '../data.ts'
import { type BoundFirm, boundFirms } from './firms.ts'

type Votes = Pick<Facts, 'joins' | 'leaves' | 'congressVotes' | 'firmVotes'> & { readonly offer: Offer }

/** 半数以上: half is enough, and it is half of all, not of those present. */
export const leastOf = (all: number): number => Math.ceil(all / 2)

export const carriedAtCongress = ({ congressVotes }: Pick<Facts, 'congressVotes'>): boolean => {
  const vote = congressVotes.at(-1)
  return vote !== undefined && halfOrMore(vote.yes, vote.all)
}

/** Bound firms whose congress or meeting has not yet said yes by half; the latest vote of a firm counts. */
export const firmsLacking = (facts: Votes): readonly BoundFirm[] =>
  boundFirms(facts).filter(({ organisationId }) => {
    const vote = facts.firmVotes.findLast((one) => one.organisationId === organisationId)
    return vote === undefined || !halfOrMore(vote.yes, vote.all)
  })

export const isCarried = (facts: Votes): boolean => carriedAtCongress(facts) || firmsLacking(facts).length === 0
