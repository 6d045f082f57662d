/** Who sits on which side, after those who left and those who came, and how many the law lets there be. Pure. */
import type { At } from '#engine/define.ts'
import type { Delegate, Facts, Firm, Offer, Side } from '../data.ts'
import { byWageOrdinance } from './law.ts'

export const sides = ['workers', 'employer'] as const
export const sideName = {
  workers: { zh: '职工方', en: 'workers' },
  employer: { zh: '企业方', en: 'employer' },
} as const

type Lists = Pick<Facts, 'workerSide' | 'employerSide'>
type Changes = Pick<Facts, 'vacancies' | 'refills'>

/** What was last looked up of the firm. */
export const firmOf = ({ offer, workerSide, employerSide }: Pick<Facts, 'offer' | 'workerSide' | 'employerSide'>): Firm | undefined =>
  employerSide?.firm ?? workerSide?.firm ?? offer?.firm

export const listOf = (facts: Lists, side: Side) => (side === 'workers' ? facts.workerSide : facts.employerSide)

/** Those named and those who came since, without those who left. */
export function delegatesOf(facts: Lists & Changes, side: Side): readonly Delegate[] {
  const all = [...(listOf(facts, side)?.delegates ?? []), ...facts.refills.filter((one) => one.side === side)]
  const left = new Set(facts.vacancies.filter((one) => one.side === side).map(({ name }) => name))
  // Who is written twice sits once.
  return all.filter((one, at) => !left.has(one.name) && all.findIndex((other) => same(one, other)) === at)
}

/** Places that somebody left and nobody took. */
export const openPlaces = ({ vacancies, refills }: Changes): Facts['vacancies'] =>
  vacancies.filter(({ side, name }) => !refills.some((one) => one.side === side && one.replaces === name))

export const chiefsOf = (facts: Lists & Changes, side: Side): readonly Delegate[] => delegatesOf(facts, side).filter(({ chief }) => chief)
export const chiefOf = (facts: Lists & Changes, side: Side): Delegate | undefined => chiefsOf(facts, side)[0]

const same = (one: Delegate, other: Delegate): boolean =>
  one.personId && other.personId ? one.personId === other.personId : one.name === other.name

/** 省10: nobody sits on both sides. */
export const onBothSides = (facts: Lists & Changes): readonly Delegate[] =>
  delegatesOf(facts, 'workers').filter((one) => delegatesOf(facts, 'employer').some((other) => same(one, other)))

/** 市16: three to nine; 省10: three or more; five where the firm is above the designated size. An unknown size asks for three. */
export function headsOf(
  { kind }: Pick<Offer, 'kind'>,
  firm: Firm | undefined,
  at: Pick<At, 'region'>,
): readonly [least: number, most?: number] {
  const least = firm?.designated ? 5 : 3
  return byWageOrdinance(kind, at) ? [least, 9] : [least]
}
