import { expect, test } from 'vitest'
import { proposalsFor, repeated } from './routing.ts'

const body = (level: 'enterprise' | 'street' | 'industry' | 'regional') => ({ id: level, name: level, level })
const all = (['regional', 'enterprise', 'industry', 'street'] as const).map(body)
const order = (...args: Parameters<typeof proposalsFor>) => proposalsFor(...args).map((one) => one.body.level)

test('the street is the core: it comes first unless the worker chooses the firm', () => {
  expect(order({ bodies: all })).toEqual(['street', 'industry', 'regional', 'enterprise'])
})

test('the firm is the base: first where it has a committee and the worker agrees', () => {
  expect(order({ bodies: all, agreesToFirm: true })).toEqual(['enterprise', 'street', 'industry', 'regional'])
  expect(order({ bodies: [body('street')], agreesToFirm: true })).toEqual(['street'])
})

test('a collective case goes to the street: ten with one claim, not nine, and not ten with different claims', () => {
  const first = (workers: number, commonClaim: boolean) => order({ bodies: all, agreesToFirm: true, workers, commonClaim })[0]
  expect([first(9, true), first(10, true), first(10, false)]).toEqual(['enterprise', 'street', 'enterprise'])
})

test('a firm with repeated disputes is taken from its own committee', () => {
  const first = (before: number) => order({ bodies: all, agreesToFirm: true, before })[0]
  expect([first(repeated - 1), first(repeated)]).toEqual(['enterprise', 'street'])
})

test('a platform worker goes to the street, and never to a committee of a firm', () => {
  expect(order({ bodies: all, agreesToFirm: true, platform: true })).toEqual(['street', 'industry', 'regional'])
})

test('where the street has no centre the nearest other body mediates; where nobody does, there is no proposal', () => {
  expect(order({ bodies: [body('enterprise'), body('industry')] })).toEqual(['industry', 'enterprise'])
  expect(order({ bodies: [] })).toEqual([])
})

test('each proposal says why, in both languages', () => {
  for (const { why } of proposalsFor({ bodies: all })) expect(why.zh.length > 5 && why.en.length > 5).toBe(true)
})
