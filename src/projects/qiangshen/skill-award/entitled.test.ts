import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Clause } from '#law/clauses/clause.ts'
import { organisationId } from '#registry/demo.ts'
import { certificate, nextYear, prize, thisYear } from './demo/told.ts'
import { skills } from '#registry/people/person-words.ts'
import { grades } from './data.ts'
import { type Binding, entitledBy, eventKey, gradeNumber, levelsOf, nextMonth } from './entitled.ts'
import { gradeWords } from './words.ts'

const how = { employed: true }
const amounts = (event: typeof certificate, contracts: readonly Binding[], on: string) =>
  entitledBy(event, contracts, day(on), how).items.map((one) => [one.meaning, one.amountFen, one.since, one.contractNumber])
const with_ = (over: Partial<Binding>, ...clauses: readonly Clause[]): Binding => ({ ...thisYear, ...over, clauses })
const allowance = (value: number, more: Partial<Clause> = {}): Clause => ({ meaning: 'skillAllowance', grade: 4, value, ...more })
const only = (event: typeof certificate, contracts: readonly Binding[], on = '2026-03-12') => amounts(event, contracts, on)[0]?.[1]

describe('the contract in force that day', () => {
  test('the last day of the old one and the first day of the new', () => {
    const both = [thisYear, nextYear]
    const old = { ...certificate, on: day('2026-12-31') }
    expect(amounts(old, both, '2026-12-31')).toEqual([
      ['skillAllowance', 30_000, '2027-01-01', thisYear.number],
      ['promotionReward', 100_000, '2026-12-31', thisYear.number],
    ])
    // Verified a day later, the allowance is the new contract's; the reward is still that of the day of the certificate.
    expect(amounts(old, both, '2027-01-01')).toEqual([
      ['skillAllowance', 35_000, '2027-02-01', nextYear.number],
      ['promotionReward', 100_000, '2027-01-01', thisYear.number],
    ])
    expect(amounts({ ...old, on: day('2027-01-01') }, both, '2027-01-01')).toEqual([
      ['skillAllowance', 35_000, '2027-02-01', nextYear.number],
    ])
  })
  test('not yet or no longer in force gives nothing, and is named with the reason', () => {
    const { items, looked } = entitledBy(certificate, [nextYear, { ...thisYear, until: day('2026-03-05') }], day('2026-03-12'), how)
    expect(items).toEqual([])
    expect(looked.map((one) => one.why)).toEqual(['2027-01-01 起生效，当时还没有生效', '2026-03-05 已经期满'])
  })
  test('a reward is owed also when its contract has ended since', () => {
    expect(amounts({ ...certificate, on: day('2026-03-05') }, [{ ...thisYear, until: day('2026-03-05') }], '2026-03-12')).toEqual([
      ['promotionReward', 100_000, '2026-03-12', thisYear.number],
    ])
  })
})

describe('two contracts', () => {
  const general = with_({ kind: 'comprehensive', number: '综' }, allowance(90_000))
  const special = with_({ number: '专' }, allowance(30_000))
  const industry = with_({ kind: 'wage', level: 'industry', number: '行' }, allowance(40_000))
  test('the special one governs, also where it gives less', () => {
    expect(amounts(certificate, [general, special], '2026-03-12')[0]?.slice(0, 4)).toEqual(['skillAllowance', 30_000, '2026-04-01', '专'])
    expect(only(certificate, [general])).toBe(90_000)
  })
  test('the industry is the least: the better of it and the firm’s own', () => {
    expect(only(certificate, [special, industry])).toBe(40_000)
    expect(only(certificate, [industry, with_({}, allowance(40_001))])).toBe(40_001)
  })
  test('the general one speaks where the special one is silent', () => {
    expect(only(certificate, [general, with_({ number: '专' }, allowance(1, { grade: 5 }))])).toBe(90_000)
  })
})

describe('the clause that fits', () => {
  test('by grade and trade: the narrower governs', () => {
    expect(only(certificate, [with_({}, allowance(10), allowance(20, { grade: 3 }), allowance(5, { trade: '冲压工' }))])).toBe(5)
    expect(only(certificate, [with_({}, allowance(10), allowance(99, { trade: '焊工' }))])).toBe(10)
    expect(only(certificate, [with_({}, allowance(99, { grade: 5 }))])).toBeUndefined()
  })
  test('by level and rank, however the contract writes it', () => {
    expect(levelsOf(prize)).toEqual(['区级二等奖', '区级二等', '二等奖', '二等', '区级'])
    const contest = (level: string | undefined, value: number): Clause => ({ meaning: 'contestPrize', value, ...(level ? { level } : {}) })
    const on = '2026-05-27'
    const terms = [contest(undefined, 1), contest('区级', 2), contest('二等奖', 3), contest('区级 二等奖', 4), contest('市级', 9)]
    expect(only(prize, [with_({}, ...terms)], on)).toBe(4)
    expect(only(prize, [with_({}, ...terms.slice(0, 3))], on)).toBe(3)
    expect(only(prize, [with_({}, ...terms.slice(0, 2))], on)).toBe(2)
    expect(only(prize, [with_({}, terms[4]!)], on)).toBeUndefined()
  })
  test('a clause settled in words is no figure', () => {
    expect(only(certificate, [with_({}, { meaning: 'skillAllowance', grade: 4, words: '面议' })])).toBeUndefined()
  })
})

test('the next month begins on its first day, over the end of the year too', () => {
  expect(['2026-11-30', '2026-12-01', '2026-12-31', '2028-01-31'].map((on) => nextMonth(day(on)))).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2027-01-01',
    '2028-02-01',
  ])
})

test('the same certificate is the same however its number is typed', () => {
  const person = organisationId('ruiding')
  const key = (number: string) => eventKey(person, { ...certificate, number })
  expect(key('zj 2026330101234')).toBe(key('ＺＪ2026330101234'))
  expect(key('ZJ2026330101235')).not.toBe(key('ZJ2026330101234'))
})

test('a grade has the number of the register', () => {
  expect(skills.map((skill) => skill.zh)).toEqual(grades.map((grade) => gradeWords[grade].zh))
  expect(grades.map((grade) => gradeNumber({ grade }))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
