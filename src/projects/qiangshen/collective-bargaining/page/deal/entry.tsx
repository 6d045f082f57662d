/** The figures that one side is about to propose: kept while they are typed, checked against the floor, sent as one step. */
import { useEffect, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '#engine/screens/form/draft.ts'
import type { CaseWire } from '#engine/wire.ts'
import type { Clause } from '#law/clauses/clause.ts'
import { post } from '#ui/api.ts'
import type { Floor, Side } from '../../data.ts'
import type { Proposing } from '../board.ts'
import { clauseOf, type FigureFault, faultOf, having, type Typed } from './typed.ts'

export interface Entry {
  readonly side: Side
  readonly typed: ReadonlyMap<string, Typed>
  readonly put: (clause: Clause, value: Typed['value']) => void
  readonly putAll: (found: readonly Typed[]) => void
  readonly clear: () => void
  readonly ready: readonly Clause[]
  /** What is wrong, by clause: no figure, or one below what the law and the contracts above allow. */
  readonly faults: ReadonlyMap<string, FigureFault>
}

type Kept = readonly (readonly [string, Typed])[]

export function useEntry(file: CaseWire, side: Side, floor: Floor | undefined): Entry {
  const id = `${file.id}.table.${side}`
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(() => new Map((readDraft(id)?.values.typed as Kept | undefined) ?? []))
  useEffect(() => {
    if (typed.size === 0) dropDraft(id)
    else keepDraft(id, { values: { typed: [...typed] }, savedAt: Date.now() })
  }, [id, typed])
  const put = (clause: Clause, value: Typed['value']) => setTyped((before) => having(before, [{ clause, value }]))
  return {
    side,
    typed,
    put,
    putAll: (found) => setTyped((before) => having(before, found)),
    clear: () => setTyped(new Map()),
    ready: [...typed.values()].flatMap(clauseOf),
    faults: new Map([...typed].flatMap(([key, one]) => faultOf(one, floor).map((fault) => [key, fault] as const))),
  }
}

/** Sends what was typed as one step of that side, in its next round. The key stays the same until it is answered: sent twice, it acts once. */
export const propose = (
  file: CaseWire,
  { side, as }: Proposing,
  round: number,
  clauses: readonly Clause[],
  key: string,
): Promise<CaseWire> =>
  post<CaseWire>(`/api/cases/${file.id}/steps`, {
    step: 'propose',
    input: { side, round, clauses },
    on: file.today,
    key,
    seen: file.seq,
    as,
  })
