/** Headings as they are met in the field. */
import { expect, test } from 'vitest'
import type { CellKind, Row } from '#platform/workbook/cell.ts'
import { drivers } from '../kinds/drivers.ts'
import { members } from '../kinds/members.ts'
import { isNoData, recognise } from './recognise.ts'

const row = (number: number, ...texts: readonly (string | null)[]): Row => ({
  number,
  cells: texts.map((text) => (text === null ? null : { text, kind: 'text' as CellKind, formula: false })),
})
const fields = (found: ReturnType<typeof recognise>) =>
  Object.fromEntries(found.columns.flatMap(({ letter, field }) => (field ? [[letter, field]] : [])))
const data = (number: number) => row(number, '1', '罗晓东', '36010119900307123X', '13812345678', '杭州顺捷货运有限公司', '2026.5.6')

test('any order, in the words of drivers’ rosters; what is doubtful asks', () => {
  const found = recognise([row(1, '司机姓名', '身份证号码', '联系电话', '挂靠公司', '车号', '入会时间', '街道', '备注2'), data(2)], drivers)
  expect(fields(found)).toEqual({ A: 'name', B: 'idNumber', C: 'phone', D: 'firm', E: 'plate', F: 'memberOn', G: 'street' })
  expect(found.columns.filter(({ confirm }) => confirm).map(({ heading }) => heading)).toEqual(['挂靠公司'])
  expect(found.columns.at(-1)).toEqual({ at: 7, letter: 'H', heading: '备注2', confirm: false })
})

test('titles above, marks and notes in headings', () => {
  const found = recognise(
    [
      row(1, '2026年度会员花名册'),
      row(3, '填报单位：某某', null, '填报日期'),
      row(4, '序号', '姓 名*', '身份证号（必填）', '手机', '工作单位', '入会时间'),
      data(5),
    ],
    members,
  )
  expect(found.headingRow).toBe(4)
  expect(fields(found)).toEqual({ B: 'name', C: 'idNumber', D: 'phone', E: 'firm', F: 'memberOn' })
})

test('headings over two rows, the upper one merged', () => {
  const found = recognise(
    [
      row(1, '姓名', '基本情况', null, null, '工会'),
      row(2, null, '身份证号码', '出生日期', '性别', '入会日期'),
      row(3, '张三', '330104199003070024'),
    ],
    members,
  )
  expect(found.headingRow).toBe(2)
  expect(fields(found)).toEqual({ A: 'name', B: 'idNumber', C: 'birth', D: 'sex', E: 'memberOn' })
  expect(found.columns[1]!.heading).toBe('基本情况／身份证号码')
})

test('without headings, by what is in the columns, and always to be confirmed', () => {
  const found = recognise([1, 2, 3, 4].map(data), members)
  expect(found.headingRow).toBe(0)
  expect(fields(found)).toEqual({ B: 'name', C: 'idNumber', D: 'phone', E: 'firm' })
  expect(found.columns.every(({ confirm }) => confirm)).toBe(true)
})

test('of two columns that say the same, the plainer one is read', () => {
  const found = recognise(
    [row(1, '联系电话（单位）', '手机号', '姓名', '曾用姓名'), row(2, '0571-1', '13812345678', '张三', '李四')],
    members,
  )
  expect(fields(found)).toMatchObject({ C: 'name' })
  expect(Object.values(fields(found)).filter((field) => field === 'phone')).toHaveLength(1)
})

test('no name anywhere: said, not guessed', () => {
  expect(recognise([row(1, '甲', '乙'), row(2, 'x', 'y')], members).missing.map(({ field }) => field)).toEqual(['name'])
})

test('sums, signatures and headings repeated on the next page are no data', () => {
  const { columns } = recognise(
    [row(1, '序号', '姓名', '身份证号', '手机号'), row(2, '1', '张三', '330104199003070024', '13812345678')],
    members,
  )
  expect(isNoData(row(50, '序号', '姓名', '身份证号', '手机号'), columns)).toBe(true)
  expect(isNoData(row(51, '合计', null, '49'), columns)).toBe(true)
  expect(isNoData(row(52, '制表人：郑海燕'), columns)).toBe(true)
  expect(isNoData(row(53, '53', '张三', null, null), columns)).toBe(false)
})
