/** A figure that may not stand is named before it is sent, in the words of the server's own refusal. */
import { expect, it } from 'vitest'
import { type Clause, clauseKey } from '#law/clauses/clause.ts'
import type { At } from '#engine/define.ts'
import type { Facts } from '../../data.ts'
import { lawfulFigures } from '../../rules/draft.ts'
import { clauseOf, faultOf, having } from './typed.ts'

const floor = { minimumWageFen: 266_000, contracts: [] }
/** What the rule answers when the same figure arrives. */
function ruleSays(value: number) {
  const rule = lawfulFigures('proposals').find(({ id }) => id === 'payAboveMinimum')!
  const facts = { offer: { floor }, proposals: [{ side: 'workers', round: 1, clauses: [{ ...wage, value }] }] } as unknown as Facts
  return rule.holds(facts, {} as At) ? undefined : rule.missing?.(facts, {} as At)
}
const wage: Clause = { meaning: 'minimumWage' }

it('names pay at the minimum wage and not a fen above it, as the rule does', () => {
  const [fault] = faultOf({ clause: wage, value: 266_000 }, floor)
  expect(fault).toMatchObject({ against: 'minimumWage', says: ruleSays(266_000) })
  expect(faultOf({ clause: wage, value: 266_001 }, floor)).toEqual([])
  expect(ruleSays(266_001)).toBeUndefined()
})

it('names what is no figure', () => {
  expect(faultOf({ clause: wage, value: '三千' }, floor)).toHaveLength(1)
})

it('keeps what was typed by clause, the later word alone, and drops what was emptied', () => {
  const first = having(new Map(), [{ clause: wage, value: 300_000 }])
  const second = having(first, [{ clause: wage, value: 310_000 }])
  expect([...second.values()].flatMap(clauseOf)).toEqual([{ meaning: 'minimumWage', value: 310_000 }])
  expect(having(second, [{ clause: wage, value: undefined }]).size).toBe(0)
  expect([...first.keys()]).toEqual([clauseKey(wage)])
})

it('takes a clause as it is when the other side’s is accepted, its terms included', () => {
  const offered: Clause = { meaning: 'nightShift', value: 2600, words: '自 7 月起' }
  expect(clauseOf({ clause: offered, value: true })).toEqual([offered])
})
