/** Which figures the calculator begins with: what is agreed, what was drafted, or what one side stands at. Pure. */
import type { Clause } from '#law/clauses/clause.ts'
import type { Board } from '../board.ts'

export const scenarios = ['agreed', 'draft', 'workers', 'employer'] as const
export type Scenario = (typeof scenarios)[number]

export function clausesOf({ table, drafts }: Board, scenario: Scenario): readonly Clause[] {
  if (scenario === 'draft') return [...(drafts.at(-1)?.clauses.values() ?? [])]
  return table.rows.flatMap((row) => row[scenario] ?? [])
}

/** Those that have any figures, the one that stands nearest to the contract first. */
export const scenariosOf = (board: Board): readonly Scenario[] =>
  scenarios.filter((one) => clausesOf(board, one).some(({ value }) => value !== undefined))

/** A mark on the scale of growth: who proposed it, when. */
export interface GrowthMark {
  readonly value: number
  readonly of: 'workers' | 'employer' | 'draft'
  readonly round?: number
}

const forAll = (clause: Clause | undefined): number | undefined => clause?.value

/** Every growth for everybody that was proposed or drafted, each value once, by the first who named it. */
export function growthMarks({ table, drafts }: Board): readonly GrowthMark[] {
  const row = table.rows.find(
    ({ clause }) => clause.meaning === 'wageGrowth' && !clause.trade && clause.grade === undefined && !clause.level,
  )
  if (!row) return []
  const found: GrowthMark[] = []
  const add = (mark: GrowthMark) => !found.some(({ value }) => value === mark.value) && found.push(mark)
  for (const { round, workers, employer } of row.rounds) {
    for (const [of, clause] of [
      ['workers', workers],
      ['employer', employer],
    ] as const) {
      const value = forAll(clause)
      if (value !== undefined) add({ value, of, round })
    }
  }
  for (const draft of drafts) {
    const value = forAll(draft.clauses.get(row.key))
    if (value !== undefined) add({ value, of: 'draft' })
  }
  return found.sort((a, b) => a.value - b.value)
}

/** The scale begins at nothing and ends a little beyond the highest that anybody named, in tenths of a per cent. */
export const scaleEnd = (marks: readonly GrowthMark[], upper: number | undefined): number =>
  Math.ceil((Math.max(800, upper ?? 0, ...marks.map(({ value }) => value)) + 50) / 100) * 100
