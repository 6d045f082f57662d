/** The big table without its drawing: which rows, which are chosen, which columns. */
import { describe, expect, test } from 'vitest'
import { type Column, keptFrom, shownColumns, switched } from './columns.ts'
import { allOf, drawnOut, nothing, toggled } from './selection.ts'
import { moved, scrollFor, stretchOf, wantsMore } from './stretch.ts'

describe('the rows that are drawn', () => {
  test('at the top only those in view and the spare ones below', () => {
    expect(stretchOf(0, 800, 40, 308_000)).toEqual({ from: 0, to: 28 })
  })
  test('in the middle of 308,000 still a few dozen', () => {
    expect(stretchOf(40 * 150_000, 800, 40, 308_000)).toEqual({ from: 149_992, to: 150_028 })
  })
  test('a list that begins below the fold draws its first rows, one scrolled past its last', () => {
    expect(stretchOf(-2000, 800, 40, 100)).toEqual({ from: 0, to: 0 })
    expect(stretchOf(9000, 800, 40, 100)).toEqual({ from: 100, to: 100 })
    expect(stretchOf(0, 800, 40, 0)).toEqual({ from: 0, to: 0 })
  })
  test('the next page is asked for before the end is in sight', () => {
    expect(wantsMore({ from: 0, to: 28 }, 200)).toBe(false)
    expect(wantsMore({ from: 140, to: 168 }, 200)).toBe(true)
  })
  test('a row above the view scrolls up, one below down, one in view stays', () => {
    expect(scrollFor(3, 40, 200, 400)).toBe(-80)
    expect(scrollFor(20, 40, 200, 400)).toBe(240)
    expect(scrollFor(6, 40, 200, 400)).toBe(0)
  })
  test('keys move within the list and never out of it', () => {
    expect(moved('ArrowDown', 0, 3, 20)).toBe(1)
    expect(moved('ArrowUp', 0, 3, 20)).toBe(0)
    expect(moved('PageDown', 1, 3, 20)).toBe(2)
    expect(moved('End', 0, 3, 20)).toBe(2)
    expect(moved('x', 0, 3, 20)).toBeUndefined()
  })
})

describe('what is chosen', () => {
  const order = ['a', 'b', 'c', 'd', 'e']
  test('a row joins and leaves', () => {
    const one = toggled(nothing, order, 1)
    expect([...one.ids]).toEqual(['b'])
    expect(toggled(one, order, 1).ids.size).toBe(0)
    expect(toggled(one, order, 9).ids).toBe(one.ids)
  })
  test('a stretch goes both ways from where it began', () => {
    const begun = toggled(nothing, order, 2)
    expect([...drawnOut(begun, order, 4).ids].sort()).toEqual(['c', 'd', 'e'])
    expect([...drawnOut(begun, order, 0).ids].sort()).toEqual(['a', 'b', 'c'])
    expect([...drawnOut(nothing, order, 3).ids]).toEqual(['d'])
  })
  test('all', () => expect(allOf(order).ids.size).toBe(5))
})

describe('the columns', () => {
  const column = (id: string, optional?: 'shown' | 'hidden'): Column<string> => ({
    id,
    title: id,
    width: '1fr',
    cell: (row) => row,
    ...(optional ? { optional } : {}),
  })
  const columns = [column('name'), column('firm', 'shown'), column('skill', 'hidden')]
  const ids = (kept?: readonly string[]) => shownColumns(columns, kept).map((one) => one.id)
  test('what is always there cannot be left out; the rest as kept, in the order of the table', () => {
    expect(ids()).toEqual(['name', 'firm'])
    expect(ids(['skill'])).toEqual(['name', 'skill'])
    expect(ids(switched(columns, undefined, 'skill'))).toEqual(['name', 'firm', 'skill'])
    expect(ids(switched(columns, ['skill', 'firm'], 'firm'))).toEqual(['name', 'skill'])
  })
  test('what lies broken in storage counts as nothing', () => {
    expect(keptFrom(null)).toEqual({})
    expect(keptFrom('{')).toEqual({})
    expect(keptFrom('7')).toEqual({})
    expect(keptFrom('{"columns":[1],"dense":"x"}')).toEqual({})
    expect(keptFrom('{"columns":["a"],"dense":true}')).toEqual({ columns: ['a'], dense: true })
  })
})
