/** The order of the columns in the grid. */
import { expect, test } from 'vitest'
import { fieldsShown } from './fields-shown.ts'

const names = ['name', 'idNumber', 'phone', 'firm', 'memberOn', 'sex']
const fields = names.map((field) => ({ field, title: { zh: field, en: field }, required: false, sensitive: false }))
const column = (at: number, field?: string) => ({ at, letter: 'A', heading: '', confirm: false, ...(field && { field }) })
const columns = [column(0, 'sex'), column(1, 'firm'), column(2), column(3, 'name'), column(4, 'phone')]
const shown = (faulty: readonly string[], show: 'all' | 'odd') => fieldsShown({ fields, columns }, faulty, show).map(({ field }) => field)

test('the sheet’s own order with the name in front, columns that are not read left out', () => {
  expect(shown([], 'all')).toEqual(['name', 'sex', 'firm', 'phone'])
  expect(shown(['phone'], 'all')).toEqual(['name', 'sex', 'firm', 'phone'])
})

test('among odd rows columns with faults come first, and so does a field the sheet lacks', () => {
  expect(shown(['phone', 'memberOn'], 'odd')).toEqual(['name', 'phone', 'memberOn', 'sex', 'firm'])
})
