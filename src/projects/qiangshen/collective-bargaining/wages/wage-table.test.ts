/** Wage tables as firms keep them are read, and what is wrong is named by row and column. */
import { describe, expect, it } from 'vitest'
import type { Row } from '#platform/workbook/cell.ts'
import { mostRows, readWageTable } from './wage-table.ts'

const sheet = (...lines: readonly (readonly string[])[]): readonly Row[] =>
  lines.map((line, at) => ({
    number: at + 1,
    cells: line.map((text) => (text === '' ? null : { kind: 'text' as const, text, formula: false })),
  }))
const head = ['工种', '技能等级', '人数', '月人均工资', '夜班']
const faults = (...lines: readonly (readonly string[])[]) =>
  readWageTable(sheet(head, ...lines)).faults.map(({ row, column, says }) => `${row} ${column ?? ''} ${says.zh.slice(0, 8)}`)

describe('a wage table', () => {
  it('is read with its heads as firms write them, a title above and sums below', () => {
    const rows = sheet(
      ['2025 年工资表'],
      ['岗位（工种）', '职业技能等级', '在岗人数', '月均工资（元）', '备注'],
      ['数控车工', '高级工', '132', '6,720', ''],
      ['数控车工', '四级', '228 人', '5840.50', '含计件'],
      ['装配', '', '186', '4850.33333333', ''],
      ['合计', '', '546', '', ''],
    )
    expect(readWageTable(rows)).toEqual({
      faults: [],
      rows: [
        { trade: '数控车工', grade: 4, people: 132, monthlyFen: 672_000 },
        { trade: '数控车工', grade: 3, people: 228, monthlyFen: 584_050 },
        { trade: '装配', grade: 0, people: 186, monthlyFen: 485_033 },
      ],
    })
  })
  it('in English too', () => {
    const rows = sheet(['Trade', 'Skill grade', 'People', 'Average month’s pay', 'Night shifts'], ['Turner', '技师', '3', '7980', '4'])
    expect(readWageTable(rows).rows).toEqual([{ trade: 'Turner', grade: 5, people: 3, monthlyFen: 798_000, nightShifts: 4 }])
  })
  it('says row and column of each fault, and gives no rows then', () => {
    expect(faults(['', '高级工', '3', '6000', ''])).toEqual(['2 工种 写上工种'])
    expect(faults(['车工', '大师', '3', '6000', ''])).toEqual(['2 技能等级 写成学徒工、初级'])
    expect(faults(['车工', '高级工', '三', '6000', ''], ['钳工', '', '2.5', '6000', ''])).toEqual([
      '2 人数 人数写成整数，比',
      '3 人数 人数写成整数，比',
    ])
    expect(faults(['车工', '高级工', '3', '面议', '32'])).toEqual(['2 月人均工资 写成数字，比如 ', '2 夜班 每人每月夜班写 '])
    expect(readWageTable(sheet(head, ['车工', '', '3', '6000', ''], ['车工', '', 'x', '6000', ''])).rows).toEqual([])
  })
  it('asks when pay is in thousands or of a year; both edges are pay', () => {
    expect(faults(['车工', '', '3', '99.99', ''], ['钳工', '', '3', '1000000.01', ''])).toHaveLength(2)
    expect(faults(['车工', '', '3', '100', ''], ['钳工', '', '3', '1000000', ''])).toEqual([])
  })
  it('wants a trade and grade once', () => {
    expect(faults(['车工', '高级工', '3', '6000', ''], ['车工', '三级', '4', '6100', ''])).toEqual(['3  与第 2 行是同'])
  })
  it('takes no roster: names and numbers of persons are refused wherever they stand', () => {
    expect(readWageTable(sheet([...head, '姓名'], ['车工', '', '1', '6000', '', '张三'])).faults[0]?.says.en).toMatch(/names persons/)
    expect(faults(['手机装配', '', '3', '6000', ''])).toEqual([])
    const hidden = sheet(head, ['车工', '', '1', '6000', ''], ['33010619900101123X', '', '1', '6000', ''])
    expect(readWageTable(hidden)).toMatchObject({ rows: [], faults: [{ row: 3 }] })
  })
  it('has 200 rows and no more', () => {
    const lines = (n: number) => Array.from({ length: n }, (_, at) => [`工种${at}`, '', '1', '6000', ''])
    expect(readWageTable(sheet(head, ...lines(mostRows))).rows).toHaveLength(200)
    expect(readWageTable(sheet(head, ...lines(mostRows + 1))).faults).toMatchObject([{ row: 202 }])
  })
  it('says which columns are missing, and when there is nothing', () => {
    expect(readWageTable(sheet(['工种', '人数'], ['车工', '3'])).faults[0]?.says.zh).toContain('“月人均工资”')
    expect(readWageTable(sheet(head)).faults[0]?.says.zh).toBe('表头下面没有内容')
    expect(readWageTable([]).faults).toHaveLength(1)
  })
})
