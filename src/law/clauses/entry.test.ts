/** Figures as people type and paste them come back as they were meant, or not at all. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { text } from '#kernel/text.ts'
import type { ClauseUnit } from './clause.ts'
import { clauseTitle, figureOf, figureText, unitWords } from './entry.ts'

const units = (Object.keys(unitWords) as ClauseUnit[]).filter((unit) => unit !== 'words')

test('what is shown can be typed again, with its unit or without', () => {
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.integer({ min: 0, max: 100_000_000 }), (unit, value) => {
      expect(figureOf(unit, figureText(unit, value))).toBe(value)
      expect(figureOf(unit, ` ${figureText(unit, value)}${unitWords[unit].zh} `)).toBe(value)
    }),
  )
})

test.each<[ClauseUnit, string, number | undefined]>([
  ['fenPerMonth', '3,150', 315_000],
  ['fenPerMonth', '3，150．50元/月', 315_050],
  ['fenPerMonth', '￥3150', 315_000],
  ['fenPerMonth', '3150.505', undefined],
  ['fenPerMonth', '3150.500', 315_050],
  ['basisPoints', '5.5%', 550],
  ['basisPoints', '5.255', undefined],
  ['basisPoints', '０.０１', 1],
  ['tenthsOfHourPerWeek', '37.5', 375],
  ['tenthsOfHourPerWeek', '37.55', undefined],
  ['days', '3', 3],
  ['days', '3.5', undefined],
  ['times', '2次', 2],
  ['fenOnce', '约 3000', undefined],
  ['fenOnce', '-5', -500],
  ['basisPoints', '－4.1', -410],
  ['fenOnce', '5-', undefined],
  ['fenOnce', '', undefined],
  ['words', '3', undefined],
])('%s: %s', (unit, typed, value) => {
  expect(figureOf(unit, typed)).toBe(value)
})

test('a row is called by what narrows it', () => {
  const grade = () => text('高级工', 'Senior worker')
  expect(clauseTitle({ meaning: 'skillAllowance', trade: '数控车工', grade: 3 }, grade)).toEqual({
    zh: '数控车工 · 高级工 技能津贴',
    en: 'Skill allowance, 数控车工, Senior worker',
  })
  expect(clauseTitle({ meaning: 'meal' }, grade).zh).toBe('工作餐补贴')
  expect(clauseTitle({ meaning: 'other', words: '班车每日两趟' }, grade).zh).toBe('班车每日两趟')
})
