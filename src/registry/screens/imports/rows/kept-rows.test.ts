/** What stays in sight after mending, and where the keyboard goes. */
import { expect, test } from 'vitest'
import type { RowWire } from '../../../imports/import-wire.ts'
import { movedTo, nextFault, stretches, withMended } from './kept-rows.ts'

const row = (number: number, ...wrong: readonly string[]): RowWire => ({
  row: number,
  verdict: wrong.length > 0 ? 'wrong' : 'new',
  look: false,
  cells: {},
  problems: wrong.map((field) => ({
    code: 'x',
    cause: 'x',
    field,
    severity: 'wrong',
    title: { zh: '错', en: 'wrong' },
    says: { zh: '', en: '' },
    keepable: false,
  })),
})
const numbers = (rows: readonly RowWire[]) => rows.map((one) => one.row)

test('a mended row stays where it stood although the list of wrong rows no longer has it', () => {
  const mended = new Map([[5, row(5)]])
  expect(numbers(withMended([row(2, 'phone'), row(5, 'phone'), row(9, 'phone')], mended, 0, 9))).toEqual([2, 5, 9])
  expect(withMended([row(2, 'phone'), row(5, 'phone')], mended, 0, 9)[1]?.verdict).toBe('new')
  expect(numbers(withMended([row(2, 'phone'), row(9, 'phone')], mended, 0, 9))).toEqual([2, 5, 9])
  expect(numbers(withMended([row(12, 'phone')], mended, 9, 20))).toEqual([12])
})

test('pages share out the sheet between them without gap or overlap', () => {
  const pages = [[row(2), row(40)], [row(41), row(90)], [row(95)]]
  expect(stretches(pages)).toEqual([
    { from: 0, to: 40 },
    { from: 40, to: 90 },
    { from: 90, to: Number.POSITIVE_INFINITY },
  ])
  const mended = new Map([40, 91, 200].map((at) => [at, row(at)]))
  const shown = stretches(pages).flatMap(({ from, to }, at) => withMended(pages[at]!, mended, from, to))
  expect(numbers(shown)).toEqual([2, 40, 41, 90, 91, 95, 200])
})

test('arrows stop at the edges', () => {
  const at = { row: 5, field: 'phone' }
  const move = (key: string) => movedTo(key, at, [2, 5, 9], ['name', 'phone'])
  expect(move('ArrowDown')).toEqual({ row: 9, field: 'phone' })
  expect(move('ArrowLeft')).toEqual({ row: 5, field: 'name' })
  expect(move('ArrowRight')).toBeUndefined()
  expect(move('Home')).toEqual({ row: 5, field: 'name' })
  expect(move('PageDown')).toEqual({ row: 9, field: 'phone' })
  expect(move('a')).toBeUndefined()
})

test('the next fault goes across and down, and around', () => {
  const rows = [row(2, 'phone'), row(3), row(7, 'name', 'phone')]
  const next = (at?: { row: number; field: string }, back = false) => nextFault(at, rows, ['name', 'phone'], back)
  expect(next()).toEqual({ row: 2, field: 'phone' })
  expect(next({ row: 2, field: 'phone' })).toEqual({ row: 7, field: 'name' })
  expect(next({ row: 7, field: 'name' })).toEqual({ row: 7, field: 'phone' })
  expect(next({ row: 7, field: 'phone' })).toEqual({ row: 2, field: 'phone' })
  expect(next({ row: 2, field: 'phone' }, true)).toEqual({ row: 7, field: 'phone' })
})
