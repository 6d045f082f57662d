/** Values as tables word them. */
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import type { CellKind } from '#platform/workbook/cell.ts'
import { checkDigitOf } from '../../id-number.ts'
import { readDay, writtenDay } from './day-value.ts'
import { creditCheckOf, readCreditCode, readHeadcount, readSector } from './firm-value.ts'
import { readWrittenId, readWrittenPhone } from './number-value.ts'
import { maskedPlate, readEducation, readName, readPlate, readSkill } from './person-value.ts'

const cell = (written: string, kind: CellKind = 'text') => ({ text: written, kind })
const today = day('2026-11-22')
const title = text('入会日期', 'Member since')

describe('days', () => {
  test.each([
    ['2026.3.12', '2026-03-12'],
    ['2026年3月12日', '2026-03-12'],
    ['20260312', '2026-03-12'],
    ['2026/3/12', '2026-03-12'],
    ['２０２６－３－１２', '2026-03-12'],
    ['2026-03-12 09:30:00', '2026-03-12'],
    ['2026年3月', '2026-03-01'],
    ['202603', '2026-03-01'],
    ['25/3/2026', '2026-03-25'],
    ['2026-02-30', null],
    ['3/4/2026', null],
    ['昨天', null],
  ])('%s', (written, found) => expect(writtenDay(cell(written))).toBe(found))

  test('a serial that lost its format is a day only in a number cell', () => {
    expect(writtenDay(cell('46093', 'number'))).toBe('2026-03-12')
    expect(writtenDay(cell('46093'))).toBeNull()
    expect(writtenDay(cell('2026-03-12', 'day'))).toBe('2026-03-12')
  })
  test.each([
    ['2062-06-18', '2026-06-18'],
    ['2026-12-03', '2026-03-12'],
    ['2099-09-09', undefined],
  ])('%s lies in the future', (written, meant) => {
    const { fault, value } = readDay(cell(written), title, today)
    expect(value).toBeUndefined()
    expect(fault).toMatchObject({ code: 'future', severity: 'wrong' })
    expect(fault!.suggestion?.value).toBe(meant)
  })
  test('today is not the future', () => expect(readDay(cell('2026-11-22'), title, today)).toEqual({ value: '2026-11-22' }))
})

test('a number cell has lost the last places of an ID number, also where they happen to fit', () => {
  const last = checkDigitOf('33010419900307002')
  expect(readWrittenId(cell(`33010419900307002${last}`, 'rounded'), today).fault?.code).toBe('idNumber.spreadsheet')
  expect(readWrittenId(cell('3.30104E+17'), today).fault?.code).toBe('idNumber.spreadsheet')
  expect(readWrittenId(cell(` 330104 19900307 002${last}`), today).value?.number).toBe(`33010419900307002${last}`)
})

test('a phone that is short may be left empty', () => {
  expect(readWrittenPhone(cell('1585123702')).fault).toMatchObject({ code: 'phone.length', suggestion: { value: '' } })
  expect(readWrittenPhone(cell('+86 138-1234-5678')).value).toBe('13812345678')
})

test('names, skill and schooling', () => {
  expect(readName(cell('余 晓 平')).value).toBe('余晓平')
  expect(readName(cell('买买提・艾力')).value).toBe('买买提·艾力')
  expect(readName(cell('13800001234')).fault?.code).toBe('name')
  expect([
    readSkill(cell('三级')).value,
    readSkill(cell('高级技师')).value,
    readSkill(cell('无')).value,
    readSkill(cell('超级')).value,
  ]).toEqual([4, 6, 0, undefined])
  expect([readEducation(cell('大学本科')).value, readEducation(cell('高中（中专）')).value, readEducation(cell('研究生')).value]).toEqual([
    5, 3, 6,
  ])
})

test('number plates, of ordinary and of new-energy cars', () => {
  expect(readPlate(cell('浙A 3F812'))).toEqual({ value: '浙A·3F812' })
  expect(readPlate(cell('浙AD12345'))).toEqual({ value: '浙A·D12345' })
  expect(readPlate(cell('浙A3F')).fault).toMatchObject({ severity: 'look' })
  expect(maskedPlate('浙A·3F812')).toBe('浙A·3F8**')
})

test('firms', () => {
  const first = '91330114MA2000001'
  expect(readCreditCode(cell(first + creditCheckOf(first))).value).toBe(first + creditCheckOf(first))
  expect(readCreditCode(cell(`${first}${creditCheckOf(first) === '1' ? '2' : '1'}`)).fault?.says.zh).toContain(
    `末位应是 ${creditCheckOf(first)}`,
  )
  expect([readHeadcount(cell('1,260人')).value, readHeadcount(cell('很多')).value]).toEqual([1260, undefined])
  expect([readSector(cell('通用设备制造业')).value, readSector(cell('道路运输业')).value]).toEqual(['machinery', 'freight'])
})
