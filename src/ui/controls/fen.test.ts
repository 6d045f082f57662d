/** Amounts as people type them. */
import { expect, it } from 'vitest'
import { fenOf } from './fen.ts'

it('reads yuan with and without separators, to the fen', () => {
  expect(['13,200.00', '13200', '1 234.5', '0.07', '6，600', '12.'].map(fenOf)).toEqual([1_320_000, 1_320_000, 123_450, 7, 660_000, 1200])
})

it('reads a loss, and no minus before nothing', () => {
  expect(['-5', '−1,200.5', '-0'].map(fenOf)).toEqual([-500, -120_050, 0])
})

it('takes nothing that is not an amount', () => {
  expect(['', '-', '--5', '1.234', '十二', '1e5', '1.2.3'].map(fenOf).every((one) => one === undefined)).toBe(true)
})
