/** Which acts are offered at an organisation, and why some are grey. */
import { expect, test } from 'vitest'
import { actsOf } from './acts.ts'

const all = { change: true, approve: true, term: true, move: true, end: true }
const none = { change: false, approve: false, term: false, move: false, end: false }
const union = { kind: 'union', standing: 'standing', unions: [], may: all } as const

test('who may nothing here is offered nothing', () => {
  expect(actsOf({ ...union, may: none })).toEqual([])
})

test('a proposed union waits for its approval: until then neither term nor anything below it', () => {
  const acts = actsOf({ ...union, standing: 'proposed' })
  expect(acts[0]).toEqual({ act: 'approve' })
  expect(acts.filter((one) => one.why === 'proposed')).toEqual([
    { act: 'term', why: 'proposed', article: 12 },
    { act: 'below', why: 'proposed', article: 12 },
  ])
})

test('a union cannot approve or end itself: that is for the one above', () => {
  const own = actsOf({ ...union, standing: 'proposed', may: { ...none, change: true } })
  expect(own.find((one) => one.act === 'approve')).toEqual({ act: 'approve', why: 'onlyUpper', article: 12 })
  expect(own.find((one) => one.act === 'end')).toEqual({ act: 'end', why: 'onlyUpper', article: 13 })
  expect(own.find((one) => one.act === 'fact')).toEqual({ act: 'fact' })
})

test('a new term is recorded from above at a union that was approved long ago', () => {
  const above = actsOf({ ...union, term: {}, may: { ...all, approve: false } })
  expect(above.filter(({ act }) => act === 'term' || act === 'extend')).toEqual([{ act: 'term' }, { act: 'extend' }])
  const own = actsOf({ ...union, term: {}, may: { ...none, change: true } })
  expect(own.find(({ act }) => act === 'term')).toEqual({ act: 'term', why: 'onlyUpper' })
})

test('a firm is offered a union while it has none', () => {
  const names = (unions: readonly { standing: string }[]) =>
    actsOf({ kind: 'firm', standing: 'standing', unions, may: all }).map((one) => one.act)
  expect(names([])).toContain('union')
  expect(names([{ standing: 'standing' }])).not.toContain('union')
  expect(names([{ standing: 'ended' }])).toContain('union')
})

test('a term can be put off only where there is one; only a joint union takes firms in', () => {
  const names = (body: object) => actsOf({ ...union, ...body }).map((one) => one.act)
  expect(names({})).not.toContain('extend')
  expect(names({ term: {} })).toContain('extend')
  expect(names({ term: {} })).not.toContain('cover')
  expect(names({ kind: 'jointUnion' })).toContain('cover')
})

test('what has ended keeps its history', () => {
  expect(actsOf({ ...union, standing: 'ended' })).toEqual([{ act: 'fact', why: 'ended' }])
})
