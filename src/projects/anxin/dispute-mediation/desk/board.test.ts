import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { boardOf, type BoardRow } from './board.ts'

const today = day('2026-11-23')
const row = (id: string, more: Partial<BoardRow>): BoardRow => ({
  id,
  number: id,
  subject: id,
  matter: '',
  state: 'mediating',
  owner: { id: 'centre', name: '白杨中心' },
  openedOn: day('2026-11-11'),
  marks: [],
  mediators: ['沈红梅'],
  meetings: [],
  due: [{ id: 'end', last: day('2026-11-26') }],
  ...more,
})
const meeting = (on: string, at = '14:00', place = '1 号调解室') => ({ title: '调解会', on: day(on), at, place })

test('cases stand in the order of the days that are left of fifteen', () => {
  const { cases } = boardOf(
    [
      row('b', {}),
      row('a', {
        due: [
          { id: 'accept', last: day('2026-11-25') },
          { id: 'end', last: day('2026-11-24') },
        ],
      }),
    ],
    today,
  )
  expect(cases.map((one) => [one.id, one.left, one.acceptBy])).toEqual([
    ['a', 1, '2026-11-25'],
    ['b', 3, undefined],
  ])
})

test('hearings of the next fourteen days, today and the fourteenth included', () => {
  const rows = ['2026-11-22', '2026-11-23', '2026-12-06', '2026-12-07'].map((on) => row(on, { meetings: [meeting(on)] }))
  expect(boardOf(rows, today).hearings.map((one) => one.on)).toEqual(['2026-11-23', '2026-12-06'])
})

test('two hearings in one room at one time are a clash; another room, time or body is none', () => {
  const rows = [
    row('a', { meetings: [meeting('2026-11-24')] }),
    row('b', { meetings: [meeting('2026-11-24')] }),
    row('c', { meetings: [meeting('2026-11-24', '09:00')] }),
    row('d', { meetings: [meeting('2026-11-24', '14:00', '2 号调解室')] }),
    row('e', { meetings: [meeting('2026-11-24')], owner: { id: 'other', name: '下沙中心' } }),
  ]
  const { hearings } = boardOf(rows, today)
  expect(
    hearings
      .filter((one) => one.clash)
      .map((one) => one.case)
      .toSorted(),
  ).toEqual(['a', 'b'])
})
