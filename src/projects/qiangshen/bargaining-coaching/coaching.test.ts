/** What the state of a bargaining suggests, and how corrections lie over what they put right. */
import { expect, test } from 'vitest'
import { meaningIds } from '#law/clauses/clause.ts'
import { corrected, suggestedState } from './coaching.ts'
import { templates } from './templates.ts'

test('the state of the case suggests; without one the contract does; without both nothing', () => {
  expect(suggestedState('served', false)).toBe('wish')
  expect(suggestedState('negotiating', true)).toBe('talk')
  expect(suggestedState('rejected', false)).toBe('pass')
  expect(suggestedState('inForce', false)).toBe('perform')
  expect(suggestedState('expired', false)).toBeUndefined()
  expect(suggestedState('expired', true)).toBe('perform')
  expect(suggestedState(undefined, true)).toBe('perform')
  expect(suggestedState(undefined, false)).toBeUndefined()
})

test('an entry that was put right, twice even, lies under the last', () => {
  const entries = [{ id: 'c', corrects: 'b' }, { id: 'b', corrects: 'a' }, { id: 'a' }, { id: 'x' }]
  expect(corrected(entries).map(({ entry, was }) => [entry.id, was.map((one) => one.id)])).toEqual([
    ['c', ['b', 'a']],
    ['x', []],
  ])
})

test('templates speak of clauses that have a meaning', () => {
  for (const { clauses } of templates) for (const one of clauses) expect(meaningIds).toContain(one)
})
