/** The counting words of the law, on both sides of every limit (民法典 1259). */
import { describe, expect, it } from 'vitest'
import { atLeast, halfOrMore, moreThanHalf, oneThirdOrLess, twoThirdsOrMore } from './count.ts'

describe('counting heads', () => {
  it('以上 includes the number', () => {
    expect([atLeast(9, 10), atLeast(10, 10), atLeast(11, 10)]).toEqual([false, true, true])
  })

  it('半数以上 includes exactly half', () => {
    expect([halfOrMore(44, 90), halfOrMore(45, 90), halfOrMore(45, 91), halfOrMore(46, 91)]).toEqual([false, true, false, true])
  })

  it('过半数 does not', () => {
    expect([moreThanHalf(45, 90), moreThanHalf(46, 90), moreThanHalf(45, 91), moreThanHalf(46, 91)]).toEqual([false, true, false, true])
  })

  it('三分之二以上 and 三分之一以下 include the exact share', () => {
    expect([twoThirdsOrMore(59, 90), twoThirdsOrMore(60, 90), twoThirdsOrMore(66, 100), twoThirdsOrMore(67, 100)]).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect([oneThirdOrLess(3, 9), oneThirdOrLess(4, 9), oneThirdOrLess(3, 10), oneThirdOrLess(4, 10)]).toEqual([true, false, true, false])
  })
})
