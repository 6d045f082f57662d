/** Both sides of every limit of law.md §7.2: seats, managers, women, constituencies, term. */
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { seatsFor, warningsOf } from './composition.ts'

test.each([
  [1, 30],
  [99, 30],
  [100, 40],
  [101, 40],
  [199, 40],
  [200, 47],
  [350, 54],
  [999, 96],
  [1000, 100],
  [1001, 100],
  [1999, 100],
  [2000, 120],
  [4999, 160],
  [5000, 200],
  [40_000, 200],
])('%i employees elect at least %i', (employees, seats) => {
  expect(seatsFor(employees)).toBe(seats)
})

const end = day('2028-12-31')
const seats = (n: number, { managers = 0, women = 0, dispatched = 0, unnamed = 0, until = end } = {}) =>
  Array.from({ length: n + dispatched }, (_, at) => ({
    manager: at < managers,
    sex: at < women ? ('female' as const) : ('male' as const),
    dispatched: at >= n,
    until,
    ...(at < unnamed ? {} : { constituency: '装配车间' }),
  }))
const staff = { employees: 812, women: 30, known: 90 }
const faults = (register: ReturnType<typeof seats>, more = {}) => warningsOf(register, { ...staff, ...more }, end).map((one) => one.id)

test('812 employees: 89 delegates are enough, 88 are one short', () => {
  expect(seatsFor(812)).toBe(89)
  expect(faults(seats(89, { women: 30 }))).toEqual([])
  const [short] = warningsOf(seats(88, { women: 30 }), staff, end)
  expect([short!.id, short!.law.article, short!.says.zh]).toEqual(['seats', '10', '职工 812 人，代表不少于 89 名；现有 88 名，差 1 名'])
})

test('dispatched workers sit in and fill no seat', () => {
  expect(faults(seats(88, { women: 30, dispatched: 5 }))).toEqual(['seats'])
})

test('exactly 100 and 1,000 employees: the text is silent, and the warning says so', () => {
  expect(warningsOf(seats(39), { employees: 100, women: 0, known: 0 }, end)[0]!.says.zh).toContain('没有写正好这个人数')
  expect(faults(seats(40), { employees: 100, women: 0, known: 0 })).toEqual([])
  expect(faults(seats(99), { employees: 1000, women: 0, known: 0 })).toEqual(['seats'])
})

test('below 100 the assembly is offered instead', () => {
  expect(warningsOf([], { employees: 99, women: 0, known: 0 }, undefined)[0]!.law.article).toBe('7')
})

test('exactly a fifth may be managers, one more may not', () => {
  expect(faults(seats(90, { managers: 18, women: 30 }))).toEqual([])
  expect(faults(seats(90, { managers: 19, women: 30 }))).toEqual(['managers'])
})

test('as large a part of women as among the staff is enough, one fewer is not', () => {
  expect(faults(seats(90, { women: 30 }))).toEqual([])
  expect(faults(seats(90, { women: 29 }))).toEqual(['women'])
  expect(faults(seats(90, { women: 0 }), { women: 0, known: 0 })).toEqual([])
})

test('elected by constituency, for the term of the union', () => {
  expect(faults(seats(90, { women: 30, unnamed: 1 }))).toEqual(['elected'])
  expect(faults(seats(90, { women: 30, until: day('2029-01-01') }))).toEqual(['term'])
})
