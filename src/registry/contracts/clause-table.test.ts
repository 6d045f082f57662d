import { expect, test } from 'vitest'
import { clauseTable, scopeWords } from './clause-table.ts'

test('figures are written in the unit of their meaning, with the condition beside', () => {
  const { table } = clauseTable([
    { meaning: 'minimumWage', value: 315_000 },
    { meaning: 'wageGrowth', value: 550 },
    { meaning: 'skillAllowance', trade: '数控车工', grade: 4, value: 40_000 },
    { meaning: 'contestPrize', level: '一等奖', value: 500_000, words: '市级以上竞赛' },
    { meaning: 'other', words: '高温天气调整作业时间' },
    { meaning: 'yearEnd' },
  ])
  expect(table.rows).toEqual([
    ['1', '企业最低工资', '适用范围内全体职工', '3,150 元/月'],
    ['2', '年度增长幅度', '适用范围内全体职工', '5.5%'],
    ['3', '技能津贴', '数控车工 高级工', '400 元/月'],
    ['4', '技能竞赛获奖奖励', '一等奖', '5,000 元（市级以上竞赛）'],
    ['5', '其他', '适用范围内全体职工', '高温天气调整作业时间'],
    ['6', '年终奖', '适用范围内全体职工', '—'],
  ])
})

test('rows may be numbered on, and whom a clause is for is said in the order trade, grade, level', () => {
  expect(clauseTable([{ meaning: 'meal', value: 1500 }], 7).table.rows[0]![0]).toBe('7')
  expect(scopeWords({ trade: '焊工', grade: 5, level: '市级' })).toBe('焊工 技师 市级')
})
