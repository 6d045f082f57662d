/** What is typed into a score sheet: halves, full-width figures, nothing above an item's points. */
import { expect, test } from 'vitest'
import { defaultRubric } from '../rubric/default.ts'
import { pointsTyped, typedFrom, typedScores } from './typed.ts'

test('halves are points, thirds are not; what an input method leaves is read', () => {
  expect(['2', '1.5', '０．５', '1，5', '0'].map(pointsTyped)).toEqual([2, 1.5, 0.5, 1.5, 0])
  expect(['', '1.3', '-1', '两分', '1.25'].map(pointsTyped)).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test('an item is left, wrong or scored, never two of them', () => {
  const { scores, left, wrong } = typedScores(defaultRubric, {
    s1: { points: '2', evidence: ' 批复在案 ' },
    s2: { points: '2.5' },
    s3: { points: 'x' },
    s4: { points: ' ' },
    f9: { points: '1' },
  })
  expect(scores).toEqual([{ item: 's1', points: 2, evidence: '批复在案' }])
  expect(wrong).toEqual(['s2', 's3'])
  expect(left).toHaveLength(51 - 3)
  expect(typedScores(defaultRubric, typedFrom(scores)).scores).toEqual(scores)
})
