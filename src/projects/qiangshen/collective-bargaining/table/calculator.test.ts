/** The calculator: parts add up, more never costs less, and the figures of the law’s edges come out to the fen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause, MeaningId } from '#law/clauses/clause.ts'
import type { WageRow } from '../data.ts'
import { growthOf, parts, reckon, shareOf, sumOf, usualAssumptions, withGrowth } from './calculator.ts'

const wages: fc.Arbitrary<WageRow[]> = fc.array(
  fc.record({
    trade: fc.constantFrom('车工', '钳工'),
    grade: fc.integer({ min: 0, max: 5 }),
    people: fc.integer({ min: 0, max: 900 }),
    monthlyFen: fc.integer({ min: 0, max: 3_000_000 }),
    nightShifts: fc.integer({ min: 0, max: 31 }),
  }),
  { maxLength: 12 },
)
const one = (meaning: MeaningId, max: number): fc.Arbitrary<Clause> =>
  fc.record({ meaning: fc.constant(meaning), value: fc.integer({ min: 0, max }) })
const clauses: fc.Arbitrary<Clause[]> = fc
  .tuple(
    one('wageGrowth', 2000),
    one('minimumWage', 500_000),
    one('skillAllowance', 100_000),
    one('meal', 5000),
    one('transport', 50_000),
    one('nightShift', 8000),
    one('yearEnd', 2_000_000),
  )
  .map((all) => [...all])

const turner: WageRow = { trade: '车工', grade: 3, people: 10, monthlyFen: 672_000, nightShifts: 4 }
const cost = (rows: readonly WageRow[], next: readonly Clause[], current: readonly Clause[] = []) =>
  reckon({ wages: rows, current, clauses: next, assumptions: usualAssumptions })

describe('the calculator', () => {
  it('adds up: parts make the whole, rows make the grades, grades make the total, in whole fen', () => {
    fc.assert(
      fc.property(wages, clauses, clauses, (rows, next, current) => {
        const result = cost(rows, next, current)
        for (const part of parts) {
          expect(result.rows.reduce((sum, row) => sum + row.year[part], 0)).toBe(result.year[part])
          expect(result.grades.reduce((sum, row) => sum + row.year[part], 0)).toBe(result.year[part])
          expect(Number.isSafeInteger(result.year[part])).toBe(true)
        }
        expect(sumOf(result.year)).toBe(result.total)
        for (const line of [...result.rows, ...result.grades]) {
          expect(line.after - line.before).toBe(sumOf(line.month) - line.month.yearEnd)
          expect(Number.isInteger(line.after)).toBe(true)
        }
        expect(result.grades.reduce((sum, { people }) => sum + people, 0)).toBe(result.people)
      }),
    )
  })

  it('never costs less when any figure is higher', () => {
    fc.assert(
      fc.property(wages, clauses, fc.nat(6), fc.integer({ min: 1, max: 500 }), (rows, next, at, more) => {
        const higher = next.map((clause, index) => (index === at ? { ...clause, value: clause.value! + more } : clause))
        expect(cost(rows, higher).total).toBeGreaterThanOrEqual(cost(rows, next).total)
      }),
    )
  })

  it('prices each part to the fen', () => {
    const next: Clause[] = [
      { meaning: 'wageGrowth', value: 550 },
      { meaning: 'skillAllowance', grade: 3, value: 30_000 },
      { meaning: 'meal', value: 1600 },
      { meaning: 'nightShift', value: 2600 },
    ]
    const now: Clause[] = [
      { meaning: 'skillAllowance', grade: 3, value: 20_000 },
      { meaning: 'meal', value: 1200 },
      { meaning: 'nightShift', value: 1800 },
    ]
    const { rows, total } = cost([turner], next, now)
    expect(rows[0]!.month).toEqual({ growth: 36_960, minimum: 0, skill: 10_000, meal: 8700, transport: 0, night: 3200, yearEnd: 0 })
    expect(rows[0]!.after).toBe(672_000 + 58_860)
    expect(total).toBe(58_860 * 10 * 12)
  })

  it('lifts to the firm’s lowest wage only what is still below it after the growth', () => {
    const low = { ...turner, monthlyFen: 300_000 }
    const lift = (minimum: number) =>
      cost(
        [low],
        [
          { meaning: 'wageGrowth', value: 500 },
          { meaning: 'minimumWage', value: minimum },
        ],
      ).rows[0]!.month.minimum
    expect([lift(314_999), lift(315_000), lift(315_001)]).toEqual([0, 0, 1])
  })

  it('takes the narrowest clause, and pays no skill to those without a grade', () => {
    const next: Clause[] = [
      { meaning: 'skillAllowance', value: 10_000 },
      { meaning: 'skillAllowance', trade: '车工', grade: 3, value: 30_000 },
    ]
    const rows = [turner, { ...turner, trade: '钳工' }, { ...turner, grade: 0 }]
    expect(cost(rows, next).rows.map(({ month }) => month.skill)).toEqual([30_000, 10_000, 0])
  })

  it('leaves what is not mentioned as it is, and names what it cannot price', () => {
    const result = cost([turner], [{ meaning: 'patentReward', value: 500_000 }], [{ meaning: 'meal', value: 1200 }])
    expect(result.total).toBe(0)
    expect(result.left.map(({ meaning }) => meaning)).toEqual(['patentReward'])
    expect(result.fresh).toEqual([])
  })

  it('names the clauses that it prices from nothing because today’s standard is not told', () => {
    const next: Clause[] = [
      { meaning: 'wageGrowth', value: 500 },
      { meaning: 'meal', value: 1600 },
      { meaning: 'skillAllowance', grade: 3, value: 100 },
    ]
    expect(cost([turner], next, [{ meaning: 'skillAllowance', value: 0 }]).fresh).toEqual([next[1]])
  })

  it('reckons with other days when told so', () => {
    const next: Clause[] = [{ meaning: 'meal', value: 1000 }]
    const at = (mealDays: number) => reckon({ wages: [turner], current: [], clauses: next, assumptions: { mealDays } }).rows[0]!.month.meal
    expect([at(2175), at(2200)]).toEqual([21_750, 22_000])
  })

  it('has no share of nothing or of a loss', () => {
    expect([shareOf(83, 1000), shareOf(1, 0), shareOf(1, -5), shareOf(1, undefined)]).toEqual([830, undefined, undefined, undefined])
  })

  it('moves the growth of everybody and leaves a growth of one trade', () => {
    const trade: Clause = { meaning: 'wageGrowth', trade: '车工', value: 700 }
    const next = withGrowth([trade], 500)
    expect(next).toEqual([trade, { meaning: 'wageGrowth', value: 500 }])
    expect(growthOf(withGrowth(next, 600))).toBe(600)
    expect(growthOf([trade])).toBeUndefined()
  })
})
