/** Both sides of each mark of a vote. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moreThanHalf, twoThirdsOrMore } from '../../law/count.ts'
import { halfPassedAt, quorumAt, votesLeft, whetherSettled } from './vote-count.ts'

test('the marks of 90, and of numbers that do not divide', () => {
  expect([quorumAt(90), halfPassedAt(90), halfPassedAt(90, 'orMore')]).toEqual([60, 46, 45])
  expect([quorumAt(91), halfPassedAt(91), halfPassedAt(91, 'orMore')]).toEqual([61, 46, 46])
})

test('each mark is the least number that the law lets pass', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (all) => {
      expect([twoThirdsOrMore(quorumAt(all), all), twoThirdsOrMore(quorumAt(all) - 1, all)]).toEqual([true, false])
      expect([moreThanHalf(halfPassedAt(all), all), moreThanHalf(halfPassedAt(all) - 1, all)]).toEqual([true, false])
    }),
  )
})

test('what is still out may or may not change the result', () => {
  expect(whetherSettled({ all: 90, present: 84, yes: 58, no: 9, abstain: 4 })).toBe('passed')
  expect(whetherSettled({ all: 90, present: 84, yes: 45, no: 26, abstain: 12 })).toBeUndefined()
  expect(whetherSettled({ all: 90, present: 84, yes: 45, no: 27, abstain: 12 })).toBe('failed')
  expect(votesLeft({ all: 90, present: 84, yes: 58, no: 9, abstain: 4 })).toBe(13)
})
