/** Ratios: rounded down, so that only the whole prints as the whole; and how values are read. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentOf, valueText } from './indicator.ts'

test('99.7 per cent never prints as 100', () => {
  expect(valueText('ratio', percentOf(997, 1000)).zh).toBe('99.7%')
  expect(valueText('ratio', percentOf(9_999, 10_000)).zh).toBe('99.9%')
  expect(valueText('ratio', percentOf(677, 677)).zh).toBe('100%')
  expect(valueText('ratio', percentOf(0, 0)).zh).toBe('—')
})

test('whatever the numbers, 100 is printed only of the whole, and nothing is rounded up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      for (const n of [Math.floor(of * share), of - 1, of]) {
        const percent = percentOf(n, of)!
        expect(percent === 100).toBe(n === of)
        expect(valueText('ratio', percent).zh.startsWith('100')).toBe(n === of)
        expect(BigInt(Math.round(percent * 10)) * BigInt(of)).toBeLessThanOrEqual(BigInt(n) * 1000n)
        expect(BigInt(Math.round(percent * 10) + 1) * BigInt(of)).toBeGreaterThan(BigInt(n) * 1000n)
      }
    }),
  )
})

test('counts are read with what they count', () => {
  expect(valueText('people', 100_000)).toEqual({ zh: '100,000 人', en: '100,000 people' })
  expect(valueText('contracts', 1)).toEqual({ zh: '1 份', en: '1 contract' })
})
