/** The arithmetic of an evaluation: limits on both sides, and what holds whatever is scored and answered. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultRubric } from './default.ts'
import { dimensionIds, type Respondent, respondentIds, rubric as rubricShape, rubricFaults } from './rubric.ts'
import {
  type Answers,
  itemsOf,
  type ItemScore,
  mayBeModel,
  passes,
  questionsFor,
  ratesOf,
  result,
  type SideTally,
  scoredByPeople,
  scoreOf,
  type Tally,
  tallySide,
} from './score.ts'

const side = (role: Respondent, invited: number, answered: number, aware: number, satisfied: number, of = 100): SideTally => ({
  role,
  invited,
  answered,
  aware,
  awareOf: of,
  satisfied,
  satisfiedOf: of,
})
const full = scoredByPeople(defaultRubric).map(({ id, points }): ItemScore => ({ item: id, points }))

test('the rubric with which a district begins has 54 scoring points, 100 points and no fault', () => {
  expect(rubricShape.parse(defaultRubric)).toEqual(defaultRubric)
  expect(defaultRubric.items).toHaveLength(54)
  expect(rubricFaults(defaultRubric)).toEqual([])
})

test('a rubric that does not come to 100, lacks a dimension or says an id twice is refused in words', () => {
  const without = { ...defaultRubric, items: defaultRubric.items.filter((one) => one.dimension !== 'overall') }
  expect(rubricFaults(without).map((one) => one.says.zh)).toEqual(['各评分点的满分合计应为 100 分，现在是 90 分', '“综合”还没有评分点'])
  const twice = { ...defaultRubric, items: defaultRubric.items.map((one, at) => (at === 1 ? { ...one, id: 's1' } : one)) }
  expect(rubricFaults(twice).map((one) => one.says.en)).toEqual(['The item id s1 is used twice'])
  expect(rubricFaults({ ...defaultRubric, model: 79.5 })).toHaveLength(1)
})

describe('questionnaires', () => {
  const rates = (tally: Tally) => ratesOf(defaultRubric, tally)
  test('the sides weigh 60 : 20 : 20, whoever was asked and did not answer counts as nought', () => {
    expect(rates([side('workers', 10, 10, 100, 50), side('union', 5, 5, 50, 100), side('management', 5, 5, 0, 100)])).toEqual({
      participation: 10_000,
      awareness: 7_000,
      satisfaction: 7_000,
    })
    const silent = side('management', 5, 0, 0, 0, 0)
    expect(rates([side('workers', 10, 10, 100, 100), silent]).awareness).toBe(7_500)
    expect(rates([side('workers', 10, 10, 100, 100), { ...silent, invited: 0 }]).awareness).toBe(10_000)
  })
  test('rounded once: two thirds of the workers and a silent union are exactly a half', () => {
    const silent = side('union', 1, 0, 0, 0, 0)
    expect(rates([side('workers', 3, 3, 8, 9, 12), silent])).toMatchObject({ awareness: 5_000, satisfaction: 5_625 })
  })
  test('rates are rounded down: 299 of 300 is no 100 %', () => {
    expect(rates([side('workers', 300, 299, 100, 100)]).participation).toBe(9_966)
    expect(rates([]).participation).toBeUndefined()
  })
  test('the target gives full points, one step below it less', () => {
    const got = (answered: number) =>
      itemsOf(defaultRubric, [], [side('workers', 1_000, answered, 0, 0)]).find(({ item }) => item.by === 'participation')!.got
    expect([got(800), got(799), got(400), got(0)]).toEqual([100, 99, 50, 0])
  })
  test('sheets are counted by question and side; four of five is satisfied, three is not', () => {
    const sheets: Answers[] = [
      { q1: 1, q2: 0, q5: 4, q6: 3, q8: 5 },
      { q1: 1, q5: 5, q7: 1 },
    ]
    expect(tallySide(defaultRubric, 'union', 9, sheets)).toEqual({
      role: 'union',
      invited: 9,
      answered: 2,
      aware: 2,
      awareOf: 3,
      satisfied: 3,
      satisfiedOf: 4,
    })
    expect(questionsFor(defaultRubric, 'union').map(({ id }) => id)).not.toContain('q7')
  })
})

describe('what follows', () => {
  const of = (total: number) => ({ ...scoreOf(defaultRubric, [], []), total })
  test('80 passes, 79.99 does not; above 90 may be a model, 90 may not', () => {
    expect([passes(defaultRubric, of(8_000)), passes(defaultRubric, of(7_999))]).toEqual([true, false])
    expect([mayBeModel(defaultRubric, of(9_001)), mayBeModel(defaultRubric, of(9_000))]).toEqual([true, false])
  })
})

const anyTally = fc
  .tuple(
    ...respondentIds.map((role) =>
      fc
        .record({
          invited: fc.nat(500),
          answered: fc.nat(500),
          awareOf: fc.nat(2_000),
          satisfiedOf: fc.nat(2_000),
          a: fc.nat(100),
          s: fc.nat(100),
        })
        .map(({ a, s, ...one }) => ({
          ...one,
          role,
          aware: Math.floor((one.awareOf * a) / 100),
          satisfied: Math.floor((one.satisfiedOf * s) / 100),
        })),
    ),
  )
  .map((sides): Tally => sides)
const anyScores = fc
  .array(fc.nat(), { minLength: full.length, maxLength: full.length })
  .map((draws) => full.map((one, at): ItemScore => ({ item: one.item, points: (draws[at]! % (one.points * 2 + 1)) / 2 })))

test('whatever is scored: the total is the sum of the dimensions, is 100 at most, and comes out the same again', () => {
  fc.assert(
    fc.property(anyScores, anyTally, (scores, tally) => {
      const one = scoreOf(defaultRubric, scores, tally)
      expect(result.parse(one)).toEqual(one)
      expect(dimensionIds.reduce((sum, id) => sum + one[id], 0)).toBe(one.total)
      expect(scoreOf(defaultRubric, scores.toReversed(), tally.toReversed())).toEqual(one)
    }),
  )
})

test('half a point more on an item never makes less of the total, and exactly half a point more', () => {
  fc.assert(
    fc.property(anyScores, anyTally, fc.nat(full.length - 1), (scores, tally, at) => {
      const most = full[at]!.points
      const more = scores.map((one, n) => (n === at ? { ...one, points: Math.min(most, one.points + 0.5) } : one))
      const gained = scoreOf(defaultRubric, more, tally).total - scoreOf(defaultRubric, scores, tally).total
      expect(gained).toBe(scores[at]!.points < most ? 50 : 0)
    }),
  )
})
