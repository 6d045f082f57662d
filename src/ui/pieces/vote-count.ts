/** The whole numbers behind a vote: how many make two thirds, how many pass half, and what the votes still out can change. */

export interface Votes {
  /** Entitled, there or not. */
  readonly all: number
  readonly present: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
}

/** The least whole number that is two thirds or more: 60 of 90. */
export const quorumAt = (all: number): number => Math.ceil((2 * all) / 3)

/** The least whole number that is more than half (46 of 90), or half or more (45 of 90). */
export const halfPassedAt = (all: number, half: 'more' | 'orMore' = 'more'): number =>
  half === 'more' ? Math.floor(all / 2) + 1 : Math.ceil(all / 2)

/** Present and not yet counted; below nought when more was counted than are there. */
export const votesLeft = ({ present, yes, no, abstain }: Votes): number => present - yes - no - abstain

/** What stands whatever the votes still out say; undefined while they can turn it. */
export function whetherSettled(votes: Votes, half: 'more' | 'orMore' = 'more'): 'passed' | 'failed' | undefined {
  const needs = halfPassedAt(votes.all, half)
  if (votes.yes >= needs) return 'passed'
  return votes.yes + Math.max(0, votesLeft(votes)) < needs ? 'failed' : undefined
}
