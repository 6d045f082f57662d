/** How a draft fares at the congress: two thirds present, and more than half of all in favour. Pure. */
import type { At } from '#engine/define.ts'
import { halfOrMore, moreThanHalf, twoThirdsOrMore } from '#law/count.ts'
import type { Tally } from '../data.ts'
import { inZhejiang } from './law.ts'

export type Count = Pick<Tally, 'all' | 'present' | 'yes' | 'no' | 'abstain'>

/** The count of the session held in this house stands above what was typed. */
export const countOf = (vote: Count & Partial<Pick<Tally, 'congress'>>): Count => vote.congress ?? vote

export const quorumOf = (all: number): number => Math.ceil((2 * all) / 3)
export const isQuorate = ({ present, all }: Count): boolean => twoThirdsOrMore(present, all)

/** 过半数 leaves half out (省24); 半数以上, the nation's word, does not (规定36). */
export const majorityOf = (all: number, at: Pick<At, 'region'>): number => (inZhejiang(at) ? Math.floor(all / 2) + 1 : Math.ceil(all / 2))
export const hasMajority = ({ yes, all }: Count, at: Pick<At, 'region'>): boolean =>
  inZhejiang(at) ? moreThanHalf(yes, all) : halfOrMore(yes, all)

export const isCarried = (tally: Count, at: Pick<At, 'region'>): boolean => isQuorate(tally) && hasMajority(tally, at)
