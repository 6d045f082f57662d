/** What one side has typed and not yet proposed, and what is wrong with it. Pure. */
import { type Text, text } from '#kernel/text.ts'
import { type Clause, clauseKey } from '#law/clauses/clause.ts'
import { faultWords } from '#law/clauses/compare.ts'
import type { Floor } from '../../data.ts'
import { faultsAt } from '../../table/table.ts'

/** What was typed for a clause: its figure, or what cannot be read as one; `true` takes the clause as it is. */
export interface Typed {
  readonly clause: Clause
  readonly value: number | string | true | undefined
}

export interface FigureFault {
  readonly says: Text
  readonly against?: 'minimumWage' | 'contract'
}

/** With what was typed anew; what was emptied is gone. */
export function having(before: ReadonlyMap<string, Typed>, found: readonly Typed[]): ReadonlyMap<string, Typed> {
  const after = new Map(before)
  for (const one of found) {
    const key = clauseKey(one.clause)
    if (one.value === undefined) after.delete(key)
    else after.set(key, one)
  }
  return after
}

/** The clause that would be proposed; none while what was typed is no figure. */
export const clauseOf = ({ clause, value }: Typed): readonly Clause[] =>
  value === true ? [clause] : typeof value === 'number' ? [{ ...clause, value }] : []

const noFigure = text('写成数字，比如 3,150 或 5.5', 'Write a figure, like 3,150 or 5.5')

export function faultOf(one: Typed, floor: Floor | undefined): readonly FigureFault[] {
  const [clause] = clauseOf(one)
  if (!clause) return [{ says: noFigure }]
  const [fault] = faultsAt([clause], floor)
  return fault ? [{ says: faultWords(fault), against: fault.against }] : []
}
