/** Who sits on which side, and on what both agree. Pure. */
import { type Clause, clauseKey } from '#law/clauses/clause.ts'
import type { Delegate, Facts, Side } from '../data.ts'

type Lists = Pick<Facts, 'workerSide' | 'employerSide'>
export const delegatesOf = (facts: Lists, side: Side): readonly Delegate[] =>
  (side === 'workers' ? facts.workerSide : facts.employerSide)?.delegates ?? []
export const chiefsOf = (delegates: readonly Delegate[]): readonly Delegate[] => delegates.filter(({ chief }) => chief)
export const chiefOf = (facts: Lists, side: Side): Delegate | undefined => chiefsOf(delegatesOf(facts, side))[0]

const same = (one: Delegate, other: Delegate): boolean =>
  one.personId && other.personId ? one.personId === other.personId : one.name === other.name
/** 省10: nobody sits on both sides. */
export const onBothSides = (facts: Lists): readonly Delegate[] =>
  delegatesOf(facts, 'workers').filter((one) => delegatesOf(facts, 'employer').some((other) => same(one, other)))

const sameFigure = (one: Clause, other: Clause): boolean =>
  one.value === other.value && (one.words ?? '').trim() === (other.words ?? '').trim()

/** Where a side stands now: its offer, then its proposals; what it left out of a round stays as it was. */
function standing({ offer, proposals }: Pick<Facts, 'offer' | 'proposals'>, side: Side): ReadonlyMap<string, Clause> {
  const said = [
    ...(offer?.by === side ? (offer.clauses ?? []) : []),
    ...proposals.filter((one) => one.side === side).flatMap(({ clauses }) => clauses),
  ]
  return new Map(said.map((clause) => [clauseKey(clause), clause]))
}

/** The clauses on which both sides stand at the same. */
export function agreedClauses(facts: Pick<Facts, 'offer' | 'proposals'>): readonly Clause[] {
  const employer = standing(facts, 'employer')
  return [...standing(facts, 'workers')].flatMap(([key, clause]) => {
    const other = employer.get(key)
    return other && sameFigure(clause, other) ? [clause] : []
  })
}

export const isAgreed = (clause: Clause, agreed: readonly Clause[]): boolean =>
  agreed.some((one) => clauseKey(one) === clauseKey(clause) && sameFigure(one, clause))
