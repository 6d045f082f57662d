import { expect, test } from 'vitest'
import { chineseNumber, sessionName } from './chinese-number.ts'

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [19, '十九'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [119, '一百一十九'],
  [999, '九百九十九'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1100, '一千一百'],
  [9999, '九千九百九十九'],
])('%i is %s', (n, words) => {
  expect(chineseNumber(n)).toBe(words)
})

test.each([0, -1, 10_000, 1.5, Number.NaN])('%d has no words', (n) => {
  expect(() => chineseNumber(n)).toThrow(RangeError)
})

test('sessions are named by term and number', () => {
  expect(sessionName(4, 3)).toBe('四届三次')
  expect(sessionName(12, 10)).toBe('十二届十次')
  expect(sessionName(1, 20_000)).toBe('一届20000次')
})
