/** Clauses and floors: both sides of every limit. */
import { expect, test } from 'vitest'
import type { Clause } from './clause.ts'
import { belowFloor, faultsOf, faultWords, floorIn, valueWords } from './compare.ts'

const lowest = (value: number): Clause => ({ meaning: 'minimumWage', value })
const above = (...clauses: readonly Clause[]) => ({ contracts: [{ title: '钱塘区电子信息行业工资专项集体合同', number: 'HT-1', clauses }] })
const city = { minimumWageFen: 249_000, contracts: [] }

test('pay must be higher than the minimum wage: equal fails, one fen more passes', () => {
  expect(faultsOf([lowest(249_000)], city)).toEqual([{ clause: lowest(249_000), against: 'minimumWage', floorValue: 249_000 }])
  expect(faultsOf([lowest(249_001)], city)).toEqual([])
  expect(faultsOf([{ meaning: 'trialWage', value: 248_999 }], city)).toHaveLength(1)
  expect(faultsOf([{ meaning: 'meal', value: 1500 }], city)).toEqual([])
})

test('an unknown minimum wage and a clause in words are no fault', () => {
  expect(faultsOf([lowest(1)], { contracts: [] })).toEqual([])
  expect(faultsOf([{ meaning: 'minimumWage', words: '按市里规定' }], city)).toEqual([])
})

test('a contract above is a least: equal passes, one fen less does not', () => {
  const floor = above({ meaning: 'nightShift', value: 3000 })
  expect(faultsOf([{ meaning: 'nightShift', value: 3000 }], floor)).toEqual([])
  expect(faultsOf([{ meaning: 'nightShift', value: 2999 }], floor)).toMatchObject([
    { against: 'contract', floorValue: 3000, title: '钱塘区电子信息行业工资专项集体合同' },
  ])
})

test('of hours less is better', () => {
  const floor = above({ meaning: 'weeklyHours', value: 400 })
  expect(belowFloor({ meaning: 'weeklyHours', value: 400 }, floor)).toEqual([])
  expect(belowFloor({ meaning: 'weeklyHours', value: 395 }, floor)).toEqual([])
  expect(belowFloor({ meaning: 'weeklyHours', value: 401 }, floor)).toHaveLength(1)
})

test('both floors bind at once', () => {
  const faults = faultsOf([lowest(249_000)], { ...above(lowest(260_000)), minimumWageFen: 249_000 })
  expect(faults.map((one) => one.against)).toEqual(['minimumWage', 'contract'])
})

test('a floor for everybody holds for every trade; one for a trade holds for that trade alone and stands before the general one', () => {
  const general: Clause = { meaning: 'skillAllowance', value: 20_000 }
  const turner: Clause = { meaning: 'skillAllowance', trade: '车工', grade: 3, value: 30_000 }
  const welder: Clause = { meaning: 'skillAllowance', trade: '焊工', grade: 3, value: 25_000 }
  expect(faultsOf([welder], above(general))).toEqual([])
  expect(faultsOf([{ ...welder, value: 19_999 }], above(general))).toHaveLength(1)
  expect(faultsOf([welder], above(turner))).toEqual([])
  expect(floorIn({ ...turner, value: 1 }, above(turner, general).contracts[0]!)).toBe(30_000)
  expect(floorIn({ ...turner, value: 1 }, above(general, turner).contracts[0]!)).toBe(30_000)
  expect(floorIn({ ...turner, value: 1 }, above(general, { ...general, value: 21_000 }).contracts[0]!)).toBe(21_000)
})

test('figures in words', () => {
  expect(valueWords(lowest(315_000))).toEqual({ zh: '3,150 元/月', en: '3,150 yuan a month' })
  expect(valueWords({ meaning: 'wageGrowth', value: 550 })).toEqual({ zh: '5.5%', en: '5.5%' })
  expect(valueWords({ meaning: 'weeklyHours', value: 395 }).zh).toBe('每周 39.5 小时')
  expect(valueWords({ meaning: 'other', words: '设母婴室' }).zh).toBe('设母婴室')
  expect(faultWords(faultsOf([lowest(249_000)], city)[0]!).zh).toBe('企业最低工资 2,490 元/月，应当高于最低工资标准 2,490 元/月')
  const hours = belowFloor({ meaning: 'weeklyHours', value: 410 }, above({ meaning: 'weeklyHours', value: 400 }))
  expect(faultWords(hours[0]!).zh).toContain('不得高于')
})
