/** Who is in a mediation: the workers, whom they chose, who has agreed, whose body mediates. Pure. */
import { atLeast } from '#law/count.ts'
import type { Application, Facts } from '../data.ts'

export interface Named {
  readonly name: string
  readonly personId?: string | undefined
}

const same = (a: Named, b: Named): boolean => (a.personId && b.personId ? a.personId === b.personId : a.name === b.name)
export const isAmong = (people: readonly Named[], one: Named): boolean => people.some((other) => same(other, one))

type Joined = Pick<Facts, 'colleagues' | 'leavers'>
type Crowd = Joined & { readonly application: Application }

/** Colleagues who joined and have not left, each once. */
export function colleaguesIn({ colleagues, leavers }: Joined): Facts['colleagues'] {
  return colleagues.filter((one, at) => !isAmong(leavers, one) && colleagues.findIndex((other) => same(other, one)) === at)
}

/** The applicant and the colleagues, by name. */
export const workersIn = (crowd: Crowd): readonly Named[] => [
  crowd.application.worker,
  ...colleaguesIn(crowd).filter((one) => !same(one, crowd.application.worker)),
]

/** How many workers have one common claim: those who joined with it, or as many as the application says. */
export function headsWithCommonClaim(crowd: Crowd): number {
  const { application } = crowd
  const joined = 1 + colleaguesIn(crowd).filter((one) => one.sameClaim && !same(one, application.worker)).length
  const declared = application.commonClaim ? (application.workers ?? 1) : 1
  return Math.max(joined, declared)
}

/** 调解仲裁法 7: ten or more, and a common claim; either alone is not enough. */
export const isCollective = (crowd: Crowd): boolean => atLeast(headsWithCommonClaim(crowd), 10)

/** Those elected last; an election replaces the one before. */
export const representativesIn = ({ elections }: Pick<Facts, 'elections'>): readonly Named[] => elections.at(-1)?.people ?? []

/** Workers who do not sign by their own hand and have not yet said yes to what is to be signed. */
export function notYetAgreed(facts: Crowd & Pick<Facts, 'elections' | 'approvals'>): readonly Named[] {
  const chosen = representativesIn(facts)
  const sign = chosen.length > 0 ? chosen : [facts.application.worker]
  return workersIn(facts).filter((one) => !isAmong(sign, one) && !isAmong(facts.approvals, one))
}

/** Whether the last thing a side did to the paper was to sign it. */
export const hasSigned = (signatures: Facts['workerSignatures']): boolean => signatures.at(-1)?.act === 'sign'
