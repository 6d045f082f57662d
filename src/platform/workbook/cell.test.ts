/** Numbers as Excel shows them, days from serials of both calendars, column names. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnName, columnOf, numberCell, numberFormat, plainFormat, serialText } from './cell.ts'

const shown = (raw: string, id = 0, code?: string, from1904 = false) => {
  const { kind, text } = numberCell(raw, numberFormat(id, code), from1904, false)
  return [kind, text]
}

test('a serial is the day Excel shows, in both calendars and on both sides of the leap day that never was', () => {
  expect(serialText(1, 'day', false)?.text).toBe('1900-01-01')
  expect(serialText(59, 'day', false)?.text).toBe('1900-02-28')
  expect(serialText(61, 'day', false)?.text).toBe('1900-03-01')
  expect(shown('32939', 14)).toEqual(['day', '1990-03-07'])
  expect(shown('31477', 14, undefined, true)).toEqual(['day', '1990-03-07'])
  expect(shown('32939.395833333336', 22)).toEqual(['moment', '1990-03-07 09:30:00'])
  expect(shown('0.395833333333333', 20)).toEqual(['time', '09:30:00'])
  expect(shown('3000000', 14)).toEqual(['number', '3000000'])
  expect(shown('-1', 14)).toEqual(['number', '-1'])
})

test('formats of days are told from formats of numbers, Chinese ones too', () => {
  for (const code of [
    'yyyy"年"m"月"d"日";@',
    '[$-804]yyyy\\-mm\\-dd',
    'yyyy/m/d',
    'm"月"d"日"',
    '[DBNum1][$-804]yyyy"年"m"月"',
    '[$-F800]dddd, mmmm dd, yyyy',
  ])
    expect([code, numberFormat(176, code).shows]).toEqual([code, 'day'])
  for (const code of ['0.00E+00', '#,##0.00', '"day" 0', 'General', '[Red]0.00', '0_ ', '@', '¥#,##0'])
    expect([code, numberFormat(176, code).shows]).toEqual([code, 'number'])
  expect(numberFormat(176, 'yyyy/m/d h:mm').shows).toBe('moment')
  expect(numberFormat(176, '[h]:mm:ss').shows).toBe('time')
  expect(numberFormat(57).shows).toBe('day')
})

test('a number of more than fifteen digits is told as rounded, whole and without exponent', () => {
  expect(shown('3.3010419900307E+17')).toEqual(['rounded', '330104199003070000'])
  expect(shown('6222021234567890')).toEqual(['rounded', '6222021234567890'])
  expect(shown('-330104199003070024')).toEqual(['rounded', '-330104199003070000'])
  expect(shown('330104900307002')).toEqual(['number', '330104900307002'])
  expect(shown('13800138000')).toEqual(['number', '13800138000'])
  expect(shown('0.30000000000000004')).toEqual(['number', '0.3'])
  expect(shown('5200.1000000000004')).toEqual(['number', '5200.1'])
  expect(shown('1E-7')).toEqual(['number', '0.0000001'])
  expect(shown('42', 176, '000000')).toEqual(['number', '000042'])
  expect(numberCell('12a', plainFormat, false, false).kind).toBe('text')
})

test('column names go there and back', () => {
  expect([columnName(0), columnName(25), columnName(26), columnName(16_383)]).toEqual(['A', 'Z', 'AA', 'XFD'])
  expect([columnOf('A1'), columnOf('xfd7'), columnOf('AAAA1'), columnOf('12')]).toEqual([0, 16_383, 16_384, -1])
  fc.assert(fc.property(fc.nat(16_383), (column) => columnOf(`${columnName(column)}9`) === column))
})
