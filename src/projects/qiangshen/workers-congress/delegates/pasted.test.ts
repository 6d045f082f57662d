/** What people paste from Excel and WPS, and what is said of the lines that cannot be read. */
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { dayIn, readPasted } from './pasted.ts'

const term = { since: day('2024-03-01'), until: day('2029-02-28') }

test('columns by their titles, in any order, with marks as people make them', () => {
  const { rows, faults } = readPasted(
    '序号\t选区\t姓名\t性别\t是否中高层管理人员\t任期起\r\n1\t装配车间\t陈 建军\t男\t√\t2024年3月1日\r\n\r\n2\t质检部\t王秀英\t女\t\t\r\n',
    term,
  )
  expect(faults).toEqual([])
  expect(rows).toEqual([
    {
      line: 2,
      name: '陈建军',
      constituency: '装配车间',
      sex: 'male',
      manager: true,
      dispatched: false,
      since: '2024-03-01',
      until: '2029-02-28',
    },
    {
      line: 4,
      name: '王秀英',
      constituency: '质检部',
      sex: 'female',
      manager: false,
      dispatched: false,
      since: '2024-03-01',
      until: '2029-02-28',
    },
  ])
})

test('without titles the usual order; commas where there are no tabs', () => {
  expect(readPasted('陈建军,装配车间,男,否,是', term).rows).toEqual([
    { line: 1, name: '陈建军', constituency: '装配车间', sex: 'male', manager: false, dispatched: true, ...term },
  ])
})

test('each fault names its line and says how to mend it', () => {
  const pasted =
    '姓名\t选区\t性别\t管理人员\t任期起\t任期止\n\t装配\n甲\t装配\t未知\n乙\t装配\t男\t也许\n丙\t装配\t男\t否\t2024-13-01\n丁\t装配\t男\t否\t2024-03-01\t2024-02-01\n戊\t装配\n戊\t装配'
  const { rows, faults } = readPasted(pasted, term)
  expect(rows.map((one) => one.name)).toEqual(['戊'])
  expect(faults.map((one) => [one.line, one.says.zh])).toEqual([
    [2, '没有姓名'],
    [3, '性别写“男”或“女”，现在是“未知”'],
    [4, '“中高层管理人员”写“是”或“否”，现在是“也许”'],
    [5, '日期写成 2026-01-31 的样子'],
    [6, '任期结束早于开始'],
    [8, '与第 7 行重复：戊'],
  ])
})

test('2,000 lines are read, 2,001 are refused', () => {
  const lines = (n: number) => Array.from({ length: n }, (_, at) => `代表${at}\t选区`).join('\n')
  expect(readPasted(lines(2000), term).rows.length).toBe(2000)
  expect(readPasted(lines(2001), term)).toMatchObject({ rows: [], faults: [{ line: 2001 }] })
})

test('days as they are written', () => {
  expect(['2026-1-5', '2026/01/05', '2026.1.5', '2026年1月5日', '20260105', '2026-02-30', '明年'].map(dayIn)).toEqual([
    '2026-01-05',
    '2026-01-05',
    '2026-01-05',
    '2026-01-05',
    '2026-01-05',
    undefined,
    undefined,
  ])
})
