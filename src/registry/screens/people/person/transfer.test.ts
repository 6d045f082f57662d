/** What a transfer is said to do before it is done. */
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { effectsOf, heldOn } from './transfer.ts'

const job = { id: 'job', kind: 'employment', organisation: { name: '甲厂' }, since: '2020-03-01' } as const
const card = { id: 'card', kind: 'membership', organisation: { name: '甲厂工会' }, since: '2020-04-01' } as const
const once = { id: 'once', kind: 'employment', organisation: { name: '乙厂' }, since: '2018-01-01', until: '2020-02-29' } as const
const asked = { id: 'asked', kind: 'membership', organisation: { name: '丙会' }, since: '2026-01-01', waiting: true } as const
const all = [job, card, once, asked]

test('the old job ends on the eve, the new one begins on the day, the membership stays', () => {
  expect(effectsOf(all, { from: 'job', where: '丁厂', outside: false, on: day('2026-12-01') })).toEqual([
    { what: 'ends', kind: 'employment', where: '甲厂', on: '2026-11-30' },
    { what: 'begins', kind: 'employment', where: '丁厂', on: '2026-12-01' },
    { what: 'stays', kind: 'membership', where: '甲厂工会' },
  ])
})

test('outside the register nothing begins', () => {
  const [, second] = effectsOf(all, { from: 'card', where: '萧山某厂工会', outside: true, on: day('2026-12-01') })
  expect(second).toEqual({ what: 'leaves', kind: 'membership', where: '萧山某厂工会', on: '2026-12-01' })
})

test('nothing is said before it is known from where and whereto', () => {
  expect(effectsOf(all, { from: 'job', where: '', outside: true, on: day('2026-12-01') })).toEqual([])
  expect(effectsOf(all, { from: 'x', where: '丁厂', outside: false, on: day('2026-12-01') })).toEqual([])
})

test('what ended, or still waits, is not held', () => {
  expect(heldOn(all, '2026-11-22').map((one) => one.id)).toEqual(['job', 'card'])
  expect(heldOn(all, '2020-02-29').map((one) => one.id)).toEqual(['once'])
})
