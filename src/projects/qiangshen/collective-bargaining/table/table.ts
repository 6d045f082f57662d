/** The bargaining table: every clause with what each side proposed in each round, what both agree on, and what lies beneath it. */
import { type Clause, clauseKey, type Meaning, meaningOf } from '#law/clauses/clause.ts'
import { type ClauseFault, faultsOf, floorIn } from '#law/clauses/compare.ts'
import type { Facts, Floor, Side } from '../data.ts'

/** What each side stood at in one round. Round 0 is the offer; a side that said nothing of the clause is absent. */
export interface RoundFigures {
  readonly round: number
  readonly workers?: Clause
  readonly employer?: Clause
}

/** What a contract above the firm gives of the same clause, in its unit. */
export interface Binding {
  readonly title: string
  readonly number: string
  readonly level: string
  readonly value: number
}

export interface Row {
  readonly key: string
  readonly meaning: Meaning
  /** Names the row: its meaning, trade, grade, level and, of other clauses, its words. The figure is that of the latest word on it. */
  readonly clause: Clause
  readonly current?: Clause
  readonly rounds: readonly RoundFigures[]
  /** Where each side stands now. A clause that it left out of a round stays as it was. */
  readonly workers?: Clause
  readonly employer?: Clause
  /** Present while both sides stand at the same. */
  readonly agreed?: Clause
  /** How far the sides are apart, in the unit of the meaning; 0 when they agree on a figure. */
  readonly gap?: number
  readonly drafted?: Clause
  readonly floor: readonly Binding[]
  /** What is wrong, in law, with what stands now: the agreed figure, else the latest of either side. */
  readonly faults: readonly ClauseFault[]
}

export interface Table {
  readonly rows: readonly Row[]
  /** In order, 0 for the offer; the next round to propose in is one more than the last. */
  readonly rounds: readonly number[]
  readonly floor: Floor | undefined
  readonly guideline: Floor['guideline']
  readonly agreed: number
}

/** One word of one side on its clauses, in the order in which they were said. */
interface Saying {
  readonly side: Side
  readonly round: number
  readonly clauses: readonly Clause[]
}

const sayings = ({ offer, proposals }: Facts): readonly Saying[] => [
  ...(offer?.clauses ? [{ side: offer.by, round: 0, clauses: offer.clauses }] : []),
  ...proposals.flatMap(({ side, round, clauses }) => (side ? [{ side, round, clauses }] : [])),
]

/** The same figure on the same terms: a condition in words that only one side wrote is not agreed. */
export const sameFigure = (one: Clause, other: Clause): boolean =>
  one.value === other.value &&
  (one.words ?? '').trim() === (other.words ?? '').trim() &&
  (one.value !== undefined || one.words !== undefined)

/** The floor as it was last looked up: with the latest draft or proposal, else with the offer. */
export function floorOf({ offer, proposals, draft }: Facts): Floor | undefined {
  return draft?.floor ?? proposals.findLast((said) => said.floor)?.floor ?? offer?.floor
}

export function tableOf(facts: Facts): Table {
  const said = sayings(facts)
  const floor = floorOf(facts)
  const drafted = facts.draft?.clauses ?? []
  const named = new Map<string, Clause>()
  for (const clause of [...said.flatMap(({ clauses }) => clauses), ...drafted]) named.set(clauseKey(clause), clause)
  const rows = [...named].map(([key, clause]) => rowOf(key, clause, said, facts, floor))
  return {
    rows,
    rounds: [...new Set(said.map(({ round }) => round))].sort((a, b) => a - b),
    floor,
    guideline: floor?.guideline,
    agreed: rows.filter((row) => row.agreed).length,
  }
}

/** The row of a clause that nobody has proposed yet. */
export const rowFor = (clause: Clause, facts: Facts): Row => rowOf(clauseKey(clause), clause, [], facts, floorOf(facts))

function rowOf(key: string, clause: Clause, said: readonly Saying[], facts: Facts, floor: Floor | undefined): Row {
  const is = (other: Clause) => clauseKey(other) === key
  const rounds = new Map<number, RoundFigures>()
  const latest: { workers?: Clause; employer?: Clause } = {}
  for (const { side, round, clauses } of said) {
    const figure = clauses.find(is)
    if (!figure) continue
    latest[side] = figure
    rounds.set(round, { ...rounds.get(round), round, [side]: figure })
  }
  const agreed = latest.workers && latest.employer && sameFigure(latest.workers, latest.employer) ? latest.workers : undefined
  const current = facts.materials?.current?.find(is)
  const drafted = facts.draft?.clauses.find(is)
  const gap = gapOf(latest)
  return {
    key,
    meaning: meaningOf(clause.meaning),
    clause,
    ...(current ? { current } : {}),
    rounds: [...rounds.values()].sort((a, b) => a.round - b.round),
    ...latest,
    ...(agreed ? { agreed } : {}),
    ...(gap === undefined ? {} : { gap }),
    ...(drafted ? { drafted } : {}),
    floor: bindings(clause, floor),
    faults: faultsAt(agreed ? [agreed] : Object.values(latest), floor),
  }
}

const gapOf = ({ workers, employer }: { workers?: Clause; employer?: Clause }): number | undefined =>
  workers?.value === undefined || employer?.value === undefined ? undefined : Math.abs(workers.value - employer.value)

/** What is wrong, in law, with these figures over that floor. */
export const faultsAt = (clauses: readonly Clause[], floor: Floor | undefined): readonly ClauseFault[] =>
  faultsOf(clauses, { minimumWageFen: floor?.minimumWageFen, contracts: floor?.contracts ?? [] })

export const bindings = (clause: Clause, floor: Floor | undefined): readonly Binding[] =>
  (floor?.contracts ?? []).flatMap((contract) => {
    const value = floorIn(clause, contract)
    return value === undefined ? [] : [{ title: contract.title, number: contract.number, level: contract.level, value }]
  })

/** What both sides agree on: only this may stand in the draft. */
export const agreedClauses = (facts: Facts): readonly Clause[] => tableOf(facts).rows.flatMap((row) => row.agreed ?? [])

/** The round in which the next figures are proposed: one more than the last in which this side spoke, and at least 1. */
export const nextRound = (facts: Facts, side: Side): number =>
  Math.max(0, ...facts.proposals.filter((said) => said.side === side).map(({ round }) => round)) + 1
