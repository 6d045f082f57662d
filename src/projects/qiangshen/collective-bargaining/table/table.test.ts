/** The table agrees exactly while both sides stand at the same figure on the same terms. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause } from '#law/clauses/clause.ts'
import type { Facts, Side } from '../data.ts'
import { agreedClauses, nextRound, tableOf } from './table.ts'

interface Said {
  readonly side: Side
  readonly round: number
  readonly clauses: Clause[]
}

const known = (proposals: readonly Said[], more: Partial<Facts> = {}): Facts => ({ ...empty, ...more, proposals }) as Facts
const empty = { proposals: [], minutes: [], meetings: [], votes: [] } as unknown as Facts
const offered = (...clauses: Clause[]) => ({ offer: { by: 'workers', clauses } as unknown as NonNullable<Facts['offer']> })
const growth = (value: number): Clause => ({ meaning: 'wageGrowth', value })
const night = (value: number): Clause => ({ meaning: 'nightShift', value })

const clauses = fc.uniqueArray(
  fc.record({
    meaning: fc.constantFrom<Clause['meaning']>('wageGrowth', 'nightShift', 'meal'),
    value: fc.integer({ min: 1, max: 3 }),
  }),
  { selector: ({ meaning }) => meaning, minLength: 1 },
)
const histories = fc.array(
  fc.record({ side: fc.constantFrom<Side>('workers', 'employer'), round: fc.integer({ min: 1, max: 4 }), clauses }),
  { maxLength: 8 },
)

describe('the bargaining table', () => {
  it('agrees on a clause if and only if the latest figures of both sides are equal', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const row of tableOf(known(history)).rows) {
          const last = (side: Side) =>
            history
              .filter((said) => said.side === side)
              .flatMap((said) => said.clauses)
              .findLast((clause) => clause.meaning === row.clause.meaning)?.value
          expect(row.agreed?.value).toBe(last('workers') === last('employer') ? last('workers') : undefined)
          expect(row.gap === 0).toBe(row.agreed !== undefined)
        }
      }),
    )
  })

  it('keeps no agreement that a later, different figure has left', () => {
    const agreed: Said[] = [
      { side: 'workers', round: 1, clauses: [growth(500)] },
      { side: 'employer', round: 1, clauses: [growth(500)] },
    ]
    expect(agreedClauses(known(agreed))).toEqual([growth(500)])
    const left: Said[] = [...agreed, { side: 'workers', round: 2, clauses: [growth(501)] }]
    expect(agreedClauses(known(left))).toEqual([])
    expect(agreedClauses(known([...left, { side: 'employer', round: 2, clauses: [growth(501)] }]))).toEqual([growth(501)])
  })

  it('takes the offer as the first word of the side that made it', () => {
    const table = tableOf(known([{ side: 'employer', round: 1, clauses: [growth(800)] }], offered(growth(800), night(3000))))
    expect(table.rounds).toEqual([0, 1])
    expect(table.rows.map((row) => row.agreed?.value)).toEqual([800, undefined])
    expect(table.rows[0]!.rounds).toEqual([
      { round: 0, workers: growth(800) },
      { round: 1, employer: growth(800) },
    ])
  })

  it('leaves a clause where it stood when a side leaves it out of a round', () => {
    const history: Said[] = [
      { side: 'workers', round: 1, clauses: [growth(500), night(2000)] },
      { side: 'employer', round: 1, clauses: [growth(500), night(1500)] },
      { side: 'employer', round: 2, clauses: [night(2000)] },
    ]
    expect(agreedClauses(known(history))).toEqual([growth(500), night(2000)])
  })

  it('does not call it agreed when only one side sets a condition in words', () => {
    const terms = { ...growth(500), words: '自 7 月起' }
    const one: Said[] = [
      { side: 'workers', round: 1, clauses: [growth(500)] },
      { side: 'employer', round: 1, clauses: [terms] },
    ]
    expect(agreedClauses(known(one))).toEqual([])
    expect(agreedClauses(known([...one, { side: 'workers', round: 2, clauses: [terms] }]))).toEqual([terms])
  })

  it('tells trades and grades apart', () => {
    const at = (grade: number, value: number): Clause => ({ meaning: 'skillAllowance', grade, value })
    const history: Said[] = [
      { side: 'workers', round: 1, clauses: [at(3, 400), at(4, 600)] },
      { side: 'employer', round: 1, clauses: [at(3, 400), at(4, 500)] },
    ]
    expect(tableOf(known(history)).rows.map(({ gap }) => gap)).toEqual([0, 100])
    expect(agreedClauses(known(history))).toEqual([at(3, 400)])
  })

  it('shows what lies beneath a row and what is wrong above it: equal to the minimum wage is too low, a fen more is not', () => {
    const floor = {
      minimumWageFen: 266_000,
      contracts: [
        { caseId: 'c', title: '行业合同', number: '1', level: 'industry', clauses: [{ meaning: 'nightShift' as const, value: 2000 }] },
      ],
    }
    const at = (wage: number, shift: number) =>
      tableOf(
        known([{ side: 'workers', round: 1, clauses: [{ meaning: 'minimumWage', value: wage }, night(shift)] }], {
          offer: { by: 'employer', floor } as unknown as NonNullable<Facts['offer']>,
        }),
      ).rows
    const [wage, shift] = at(266_000, 1999)
    expect(wage!.faults.map(({ against }) => against)).toEqual(['minimumWage'])
    expect(shift!.faults.map(({ against }) => against)).toEqual(['contract'])
    expect(shift!.floor.map(({ title, value }) => [title, value])).toEqual([['行业合同', 2000]])
    expect(at(266_001, 2000).flatMap(({ faults }) => faults)).toEqual([])
  })

  it('counts rounds for each side', () => {
    const history: Said[] = [{ side: 'workers', round: 1, clauses: [growth(800)] }]
    expect([nextRound(known(history), 'workers'), nextRound(known(history), 'employer')]).toEqual([2, 1])
  })
})
