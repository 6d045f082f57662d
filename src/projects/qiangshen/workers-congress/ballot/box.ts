/** The ballot box: who may vote, who has, and the papers. Nothing in it tells in which order the votes came, nor whose a paper is. Pure. */
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import { type Choice, choices } from '../data.ts'
import type { Tally } from '../votes.ts'

/** A vote under the code that the voter's own phone drew. */
export interface BallotPaper {
  readonly receipt: string
  readonly choice: Choice
}

/** All lists sorted by what they hold. */
export interface Box {
  readonly eligible: readonly Id[]
  readonly voted: readonly Id[]
  readonly papers: readonly BallotPaper[]
}

/** No letter that is taken for another one: no 0, O, 1, I, L. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** Close to eighty bits, in groups of four to be compared by eye. */
export const receiptForm = new RegExp(`^[${letters}]{4}(-[${letters}]{4}){3}$`)

/** A code from random bytes; those that would make some letters likelier than others are passed over. */
export function receiptFrom(bytes: Iterable<number>): string | undefined {
  const even = letters.length * Math.floor(256 / letters.length)
  const drawn = [...bytes].filter((byte) => byte < even).slice(0, 16)
  if (drawn.length < 16) return undefined
  const code = drawn.map((byte) => letters[byte % letters.length]).join('')
  return code.match(/.{4}/g)!.join('-')
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** In the order of their codes, which were drawn by chance. */
export const sortedPapers = (papers: readonly BallotPaper[]): readonly BallotPaper[] =>
  papers.toSorted((a, b) => before(a.receipt, b.receipt))
export const sortedIds = (ids: Iterable<Id>): readonly Id[] => [...new Set(ids)].toSorted(before)

export const emptyBox = (eligible: Iterable<Id>): Box => ({ eligible: sortedIds(eligible), voted: [], papers: [] })

export type Cast = { readonly box: Box } | { readonly again: true } | { readonly refused: Text }

/** The box with one more vote; `again` when the very same paper has already been put in (sent twice over a bad line). */
export function cast(box: Box, voter: Id, paper: BallotPaper): Cast {
  const same = box.papers.find((one) => one.receipt === paper.receipt)
  if (!box.eligible.includes(voter)) return { refused: text('您不在这次投票的名单上', 'You are not on the list of this ballot') }
  if (box.voted.includes(voter)) {
    if (same?.choice === paper.choice) return { again: true }
    return { refused: text('您已经投过票了，一人一票，投出不能改', 'You have voted already: one vote each, and it cannot be changed') }
  }
  if (same) return { refused: text('回执号重了，请再投一次', 'This receipt code is taken; please vote again') }
  return { box: { eligible: box.eligible, voted: sortedIds([...box.voted, voter]), papers: sortedPapers([...box.papers, paper]) } }
}

/** The count, made anew from the papers. */
export function countOf(papers: readonly BallotPaper[]): Tally {
  const of = (choice: Choice): number => papers.filter((one) => one.choice === choice).length
  const [yes, no, abstain] = choices.map(of)
  return { yes: yes!, no: no!, abstain: abstain! }
}
