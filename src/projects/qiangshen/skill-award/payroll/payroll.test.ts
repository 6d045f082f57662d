import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { organisationId } from '#registry/demo.ts'
import type { Row } from '#platform/workbook/cell.ts'
import { columnsIn, lineIn } from './columns.ts'
import { compare } from './compare.ts'
import { type EntitlementRow, sheetFor } from './sheet.ts'

const id = organisationId
const row = (over: Partial<EntitlementRow> = {}): EntitlementRow => ({
  caseId: id('ruiding'),
  number: '瑞能〔2026〕1号',
  person: id('ruiding'),
  name: '刘志军',
  firm: id('ruiding'),
  event: 'certificate',
  title: '证书',
  trade: '冲压工',
  grade: 4,
  level: null,
  meaning: 'skillAllowance',
  contract: '瑞协',
  contractTitle: '合同',
  clause: 1,
  fen: 30_000,
  monthly: true,
  since: day('2026-04-01'),
  until: day('2026-12-31'),
  standing: 'confirmed',
  paidFen: 30_000,
  paidFrom: day('2026-04-01'),
  ...over,
})
const fens = (rows: readonly EntitlementRow[], month: string) => sheetFor(rows, month).lines.map((line) => [line.fen, line.confirmedFen])

describe('the sheet of a month', () => {
  test('an allowance from its first month to its last, no earlier and no later', () => {
    expect(['2026-03', '2026-04', '2026-12', '2027-01'].map((month) => fens([row()], month).length)).toEqual([0, 1, 1, 0])
  })
  test('a higher grade of the same trade takes the place of the lower, another trade stands beside it', () => {
    const lower = row({ grade: 3, fen: 20_000, since: day('2026-01-01') })
    expect(fens([lower, row()], '2026-05')).toEqual([[30_000, 30_000]])
    expect(fens([lower, row()], '2026-03')).toEqual([[20_000, 0]])
    expect(fens([row({ ...lower, trade: '焊工', paidFrom: null, paidFen: null }), row()], '2026-05')).toEqual([
      [20_000, 0],
      [30_000, 30_000],
    ])
    expect(fens([row({ person: id('qicheng') }), row()], '2026-05')).toHaveLength(2)
  })
  test('what is disputed is not confirmed; what is confirmed for later is not yet', () => {
    expect(sheetFor([row({ standing: 'disputed' })], '2026-05')).toMatchObject({
      people: 1,
      dueFen: 30_000,
      confirmedFen: 0,
      shortFen: 30_000,
    })
    expect(fens([row({ paidFrom: day('2026-06-01') })], '2026-05')).toEqual([[30_000, 0]])
  })
  test('a reward stands in the month of its payment; unconfirmed it stands in every month', () => {
    const reward = row({ monthly: false, until: null, meaning: 'contestPrize', paidFrom: day('2026-06-15') })
    expect(['2026-05', '2026-06', '2026-07'].map((month) => fens([reward], month).length)).toEqual([0, 1, 0])
    const waiting = { ...reward, paidFen: null, paidFrom: null, standing: 'asked' as const }
    expect(['2026-03', '2026-04', '2027-02'].map((month) => fens([waiting], month).length)).toEqual([0, 1, 1])
  })
})

describe('the payroll beside it', () => {
  const other = row({ person: id('qicheng'), name: '张秀兰', number: '瑞能〔2026〕2号', grade: 3, fen: 20_000 })
  const namesake = row({ person: id('jiahe'), number: '瑞能〔2026〕3号', grade: 5, fen: 50_000 })
  const sheet = (...rows: readonly EntitlementRow[]) => sheetFor(rows, '2026-05')
  const verdicts = (rows: readonly EntitlementRow[], lines: Parameters<typeof compare>[1]) =>
    compare(sheet(...rows), lines).people.map((one) => one.verdict)
  test('matches, too little, missing', () => {
    const result = compare(sheet(row(), other), [
      { row: 2, name: '刘 志军', paidFen: 29_999 },
      { row: 3, name: '王小明', paidFen: 1 },
    ])
    expect(result).toMatchObject({ counts: { matched: 0, tooLittle: 1, missing: 1, unclear: 0 }, owedFen: 20_001, others: 1 })
    expect(verdicts([row(), other], [{ row: 2, name: '刘志军', paidFen: 30_000 }])).toEqual(['matched', 'missing'])
  })
  test('several lines with its number are added up', async () => {
    const one = (row: number, paidFen: number) => ({ row, name: '刘志军', number: '瑞能〔2026〕1号', paidFen })
    expect(verdicts([row()], [one(2, 10_000), one(9, 20_000)])).toEqual(['matched'])
    expect(verdicts([row()], [one(2, 10_000), one(9, 19_999)])).toEqual(['tooLittle'])
  })
  test('of several lines with nothing but a name, one may be a namesake’s: told only where every reading agrees', () => {
    const of = (...paid: readonly number[]) => paid.map((paidFen, at) => ({ row: at + 2, name: '刘志军', paidFen }))
    expect(verdicts([row()], of(0, 30_000))).toEqual(['unclear'])
    expect(verdicts([row()], of(10_000, 20_000))).toEqual(['unclear'])
    expect(verdicts([row()], of(30_000, 40_000))).toEqual(['matched'])
    expect(verdicts([row()], of(10_000, 19_999))).toEqual(['tooLittle'])
    expect(verdicts([row()], of(0, 0))).toEqual(['missing'])
  })
  test('a grade tells which of two lines it is', () => {
    const lines = [
      { row: 2, name: '刘志军', grade: 4, paidFen: 0 },
      { row: 3, name: '刘志军', grade: 3, paidFen: 30_000 },
    ]
    expect(verdicts([row()], lines)).toEqual(['missing'])
    expect(verdicts([row()], [lines[1]!])).toEqual(['matched'])
  })
  test('namesakes by number or grade, else it cannot be told', () => {
    const lines = [{ row: 2, name: '刘志军', paidFen: 50_000 }]
    expect(verdicts([row(), namesake], lines)).toEqual(['unclear', 'unclear'])
    expect(verdicts([row(), namesake], [{ ...lines[0]!, grade: 5 }])).toEqual(['missing', 'matched'])
    expect(verdicts([row(), namesake], [{ ...lines[0]!, number: '瑞能〔2026〕3号' }])).toEqual(['missing', 'matched'])
  })
})

describe('the columns of a payroll', () => {
  const cells = (number: number, ...texts: readonly string[]): Row => ({
    number,
    cells: texts.map((text) => (text === '' ? null : { kind: 'text', text, formula: false })),
  })
  const heads = columnsIn(cells(3, '序号', '姓名', '技能等级', '应发津贴', '技能津贴（元）', '竞赛奖励'))!
  test('are found by their heads; what is due is no payment', () => {
    expect(heads).toMatchObject({ row: 3, name: 1, grade: 2, paid: [4, 5] })
    expect(columnsIn(cells(1, '瑞鼎金属 2026 年 5 月工资表'))).toBeUndefined()
    expect(columnsIn(cells(1, '编号', '姓名', '技能津贴', '本月实发（请填）'))).toMatchObject({ number: 0, paid: [3] })
  })
  test('net wages and allowances for something else are no payment of skill wages', () => {
    const titles = ['姓名', '基本工资', '技能津贴', '高温津贴', '夜班补贴', '全勤奖励', '应发工资', '实发工资', '本月实发']
    expect(columnsIn(cells(1, ...titles))?.paid).toEqual([2])
    expect(columnsIn(cells(1, '姓名', '高温津贴', '实发工资'))).toBeUndefined()
    expect(columnsIn(cells(1, '姓名', '能级工资', '带徒津贴', '学历津贴', '创新奖励', '劳模荣誉津贴'))?.paid).toEqual([1, 2, 3, 4, 5])
    expect(columnsIn(cells(1, '姓名', '津贴'))?.paid).toEqual([1])
  })
  test('a line, a sum, and what is no amount', () => {
    expect(lineIn(cells(4, '1', '刘志军', '高级工', '300', '￥300.00', '—'), heads)).toEqual({
      row: 4,
      name: '刘志军',
      grade: 4,
      paidFen: 30_000,
    })
    expect(lineIn(cells(9, '', '合计', '', '300', '300'), heads)).toBeUndefined()
    expect(() => lineIn(cells(5, '1', '刘志军', '', '', '三百'), heads)).toThrow('Row 5, column E')
  })
  test('identity and bank numbers are sent back', () => {
    expect(() => columnsIn(cells(1, '姓名', '身份证号', '津贴'))).toThrow('Column B')
    expect(() => lineIn(cells(6, '330101199001011234', '刘志军', '', '', '300'), heads)).toThrow('Row 6, column A')
  })
})
