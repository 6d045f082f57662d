/** From when to when the contract is in force, when both chiefs signed, and its last ninety days. Pure. */
import type { At } from '#engine/define.ts'
import { addDays, addYears, type Day, day, earlierOf, laterOf } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { calendarDays, count, parameter } from '#law'
import { contractZhejiang } from '#law/acts/bargaining.ts'
import { cbRenew, cbRenewWage, cbTerm } from '#law/parameters.ts'
import type { Draft, Facts, Kind } from '../data.ts'
import { isWage } from './law.ts'

/** 省30: one to three years, both included; a term from 1 May to 30 April is one year. */
export function termIsLawful({ since, until }: Pick<Draft, 'since' | 'until'>, { region }: Pick<At, 'region'>): boolean {
  const range = cbTerm.find(since, region)?.range
  const after = addDays(until, 1)
  if (!range) return until > since
  return after >= addYears(since, range.least.n) && after <= addYears(since, range.most.n)
}

type Signed = Pick<Facts, 'workerSignature' | 'employerSignature'>
/** When both had signed; whatever changes the text clears what stood under it. */
export function signedOn({ workerSignature, employerSignature }: Signed, { days }: Pick<At, 'days'>): Day | undefined {
  const workers = workerSignature && (workerSignature.signedOn ?? days.signWorkers)
  const employer = employerSignature && (employerSignature.signedOn ?? days.signEmployer)
  return workers && employer ? laterOf(workers, employer) : undefined
}

/** Both ends included; undefined while the contract is not in force. `effective` is the day on which silence made it so. */
export function forceOf(
  { draft, termination, replacement }: Pick<Facts, 'draft' | 'termination' | 'replacement'>,
  effective: Day | undefined,
): { readonly since: Day; readonly until: Day } | undefined {
  if (!draft || !effective) return undefined
  const since = laterOf(effective, draft.since)
  // The day of the termination is the contract's last; the first day of the one that takes its place is no longer its own.
  const ends = [...(termination ? [termination.on] : []), ...(replacement ? [addDays(replacement.on, -1)] : [])]
  const until = ends.reduce(earlierOf, draft.until)
  return until >= since ? { since, until } : undefined
}

/** 省30, 市23: the days before the end on which a new round may be asked for. */
export function renewalOpens(kind: Kind, until: Day, { region, calendar }: Pick<At, 'region' | 'calendar'>): Day | undefined {
  const rule = (isWage(kind) ? cbRenewWage : cbRenew).find(until, region)
  return rule && count({ start: until, period: rule.period, direction: rule.direction, calendar }).opens
}

const title = text('集体合同期满', 'The contract ends')
/** The last day that the two sides wrote: a period of no length, which no rest day moves. */
export const lastDayWritten = parameter('CB.REGIONAL.TERM', title, [
  {
    id: 'CB.REGIONAL.TERM',
    region: 'CN',
    from: day('2008-05-01'),
    period: calendarDays(0),
    direction: 'within',
    start: title,
    title,
    law: contractZhejiang.art(30),
    source: 'R',
  },
])
