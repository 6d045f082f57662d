import { expect, test } from 'vitest'
import { disputeMediation } from '../procedure.ts'
import { results, statesOf, type StatisticsRow, statisticsOf } from './statistics.ts'

const row = (level: StatisticsRow['level'], state: string, cases: number): StatisticsRow => ({
  level,
  state,
  cases,
  workers: cases * 2,
  agreedFen: cases * 100,
})

test('every state has one result', () => {
  expect(results.flatMap(statesOf).toSorted()).toEqual(Object.keys(disputeMediation.states).toSorted())
})

test('by level and result, with the two numbers of the ratio', () => {
  const table = statisticsOf([
    row('street', 'performed', 5),
    row('street', 'breached', 1),
    row('street', 'failed', 2),
    row('street', 'declined', 1),
    row('enterprise', 'mediating', 3),
  ])
  expect(table.levels.street).toMatchObject({
    cases: 9,
    workers: 18,
    byResult: { agreed: 6, failed: 2, declined: 1, open: 0 },
    success: { numerator: 6, denominator: 8 },
  })
  expect(table.levels.enterprise).toMatchObject({ cases: 3, byResult: { open: 3 }, success: { numerator: 0, denominator: 0 } })
  expect(table.levels.industry.cases).toBe(0)
  expect([table.all.cases, table.performed]).toEqual([12, 5])
})

test('a state that has no result is a mistake, not a silent loss', () => {
  expect(() => statisticsOf([row('street', 'lost', 1)])).toThrow(RangeError)
})
