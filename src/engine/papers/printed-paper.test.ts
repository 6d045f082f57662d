/** Dates, numbers and codes as they stand on paper. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { chineseDay, ems, inChinese, numbered, officialNumber } from './printed-paper.ts'
import { codeOf, groupedCode, readCode } from './verify-code.ts'

describe('what stands on paper', () => {
  it('writes days without leading zeros', () => {
    expect(chineseDay(day('2026-03-05'))).toBe('2026年3月5日')
    expect(chineseDay(day('2026-12-31'))).toBe('2026年12月31日')
  })

  it.each([
    ['白杨调[2026]第018号', '白杨调〔2026〕18号'],
    ['白杨调（2026）18 号', '白杨调〔2026〕18号'],
    ['白杨调 【2026】 118 号', '白杨调〔2026〕118号'],
    ['白杨调〔2026〕100号', '白杨调〔2026〕100号'],
    ['无年份的编号3', '无年份的编号3'],
  ])('sets the number %s as %s', (given, set) => {
    expect(officialNumber(given)).toBe(set)
  })

  it('puts a number together', () => {
    expect(numbered('白杨调', 2026, 7)).toBe('白杨调〔2026〕7号')
  })

  it.each([
    [1, '一'],
    [3, '三'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
  ])('counts %i copies as %s', (count, words) => {
    expect(inChinese(count)).toBe(words)
  })

  it('measures Han characters and their punctuation as one, figures as about half', () => {
    expect(ems('协议书（一）')).toBe(6)
    expect(ems('𠮷')).toBe(1)
    expect(ems('2026')).toBeCloseTo(2.2)
  })
})

describe('the verification code', () => {
  const hex = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 }).map((digits) => digits.join(''))

  it('is ten characters of the hash, the same for the same hash', () => {
    expect(codeOf(`${'0'.repeat(12)}4${'f'.repeat(51)}`)).toBe('0000000001')
    expect(codeOf('f'.repeat(64))).toBe('ZZZZZZZZZZ')
  })

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(hex, (hash) => {
        const code = codeOf(hash)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
        expect(readCode(groupedCode(code).toLowerCase())).toBe(code)
        expect(readCode(` ${code.replace(/0/g, 'o').replace(/1/g, 'l')} `)).toBe(code)
      }),
    )
  })

  it('does not take something else for a code', () => {
    expect(readCode('12345')).toBeUndefined()
    expect(readCode('ABCDE-FGHJU')).toBeUndefined()
  })
})
