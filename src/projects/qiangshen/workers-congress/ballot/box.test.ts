/** The box tells no order and no voter: the same votes leave the same box, whoever came first. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices } from '../data.ts'
import { type BallotPaper, type Box, cast, countOf, emptyBox, receiptForm, receiptFrom } from './box.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const receipt = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 40, maxLength: 40 }).map((bytes) => receiptFrom(bytes)!)
const votes = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 }),
    fc.uniqueArray(receipt, { minLength: 30, maxLength: 30 }),
  )
  .chain(([voters, receipts]) =>
    fc.tuple(
      ...voters.map((voter, at) =>
        fc.constantFrom(...choices).map((choice) => ({ voter: idOf(voter), paper: { receipt: receipts[at]!, choice } })),
      ),
    ),
  )
const everybody = Array.from({ length: 99 }, (_, at) => idOf(at + 1))

const putIn = (all: readonly { voter: string; paper: BallotPaper }[]): Box =>
  all.reduce<Box>((box, { voter, paper }) => {
    const next = cast(box, voter, paper)
    if (!('box' in next)) throw new Error('a vote was refused')
    return next.box
  }, emptyBox(everybody))

test('the same votes leave the same box in whatever order they came', () => {
  fc.assert(
    fc.property(votes, fc.infiniteStream(fc.nat()), (all, chance) => {
      const shuffled = all
        .map((one) => ({ one, at: chance.next().value as number }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(JSON.stringify(putIn(shuffled))).toBe(JSON.stringify(putIn(all)))
    }),
  )
})

test('whose a paper is makes no difference to the box: voters may change papers among them', () => {
  fc.assert(
    fc.property(votes, (all) => {
      const papers = all.map((one) => one.paper)
      const turned = all.map((one, at) => ({ voter: one.voter, paper: papers[(at + 1) % papers.length]! }))
      expect(putIn(turned)).toEqual(putIn(all))
    }),
  )
})

test('every vote counts once, and nobody votes twice', () => {
  fc.assert(
    fc.property(votes, (all) => {
      const box = putIn(all)
      const count = countOf(box.papers)
      expect(count.yes + count.no + count.abstain).toBe(all.length)
      expect(box.voted.length).toBe(all.length)
      const again = cast(box, all[0]!.voter, { receipt: 'AAAA-BBBB-CCCC-DDDD', choice: 'yes' })
      expect(again).toHaveProperty('refused')
    }),
  )
})

test('the same paper sent twice is the same vote; another choice under its code is none', () => {
  const paper = { receipt: 'AAAA-BBBB-CCCC-DDDD', choice: 'yes' } as const
  const box = putIn([{ voter: idOf(1), paper }])
  expect(cast(box, idOf(1), paper)).toEqual({ again: true })
  expect(cast(box, idOf(1), { ...paper, choice: 'no' })).toHaveProperty('refused')
  expect(cast(box, idOf(2), paper)).toHaveProperty('refused')
})

test('who is not on the list puts nothing in', () => {
  expect(cast(emptyBox([idOf(1)]), idOf(2), { receipt: 'AAAA-BBBB-CCCC-DDDD', choice: 'yes' })).toHaveProperty('refused')
})

test('a code is sixteen letters that cannot be mistaken; too few random bytes make none', () => {
  fc.assert(
    fc.property(receipt, (code) => {
      expect(code).toMatch(receiptForm)
    }),
  )
  expect(receiptFrom(Array.from({ length: 15 }, () => 1))).toBeUndefined()
  expect(receiptFrom([...Array.from({ length: 20 }, () => 255), ...Array.from({ length: 15 }, () => 1)])).toBeUndefined()
})
