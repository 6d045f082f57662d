/** A pasted column lands in the rows it was meant for. */
import { expect, test } from 'vitest'
import { skillTitle } from '#registry/people/person-words.ts'
import type { Clause } from '#law/clauses/clause.ts'
import { pasted } from './paste.ts'

const clauses: readonly Clause[] = [{ meaning: 'minimumWage' }, { meaning: 'wageGrowth' }, { meaning: 'skillAllowance', grade: 4 }]
const rows = clauses.map((clause, at) => ({ key: `k${at}`, clause }))
const put = (text: string, from = 'k0') => {
  const found = pasted(text, rows, from, skillTitle)
  return found && Object.fromEntries(found)
}

test('one figure is left to the field itself', () => {
  expect(put('3,150')).toBeUndefined()
  expect(put('3,150\n')).toBeUndefined()
})
test('a column goes downward from the cursor, blanks stay blank', () => {
  expect(put('3,150\r\n5.5%\r\n400\r\n')).toEqual({ k0: 315_000, k1: 550, k2: 40_000 })
  expect(put('6\n450', 'k1')).toEqual({ k1: 600, k2: 45_000 })
  expect(put('3200\n\n400')).toEqual({ k0: 320_000, k2: 40_000 })
})
test('more lines than rows are left out', () => {
  expect(put('1\n2', 'k2')).toEqual({ k2: 100 })
})
test('with names beside the figures the names decide, wherever the cursor is', () => {
  expect(put('年度增长幅度\t6\n高级工 技能津贴\t450', 'k2')).toEqual({ k1: 600, k2: 45_000 })
  expect(put('Growth in the year\t6.25')).toEqual({ k1: 625 })
})
test('a head over the column is no figure', () => {
  expect(put('职工方\n3200\n6')).toEqual({ k0: 320_000, k1: 600 })
})
test('what is no figure is kept as typed, to be named as wrong', () => {
  expect(put('3200\n约 6%')).toEqual({ k0: 320_000, k1: '约 6%' })
})
