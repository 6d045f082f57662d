/** The last days that matter to a bargaining: answer, materials, agenda, sixty days, signature, renewal. Pure. */
import type { At } from '#engine/define.ts'
import { type Day, laterOf } from '#kernel/day.ts'
import { count } from '#law/clock.ts'
import { cbAgenda, cbCompleteWage, cbDataWage, cbRenew, cbRenewWage, cbReply, cbReplyWage } from '#law/parameters.ts'
import type { Facts, Kind } from '../data.ts'
import { isWage, lastDayOf, type Where } from './law.ts'

type Of<K extends keyof Facts> = Pick<Facts, K>

/** 市24, 省7: ten working days from receipt. */
export const answerDue = ({ offer, service }: Of<'offer' | 'service'>, where: Where): Day | undefined =>
  offer && service && lastDayOf(isWage(offer.kind) ? cbReplyWage : cbReply, service.receivedOn, where)

/** 市29: sixty days from the offer; the ordinance lets nothing stop them, so a suspension runs within them. */
export const completeDue = ({ offer }: Of<'offer'>, at: At): Day | undefined => {
  const offered = at.days.offer
  return offer && offered && isWage(offer.kind) ? lastDayOf(cbCompleteWage, offered, at) : undefined
}

/** 市25: seven working days before the meeting; 省16: seven days. */
export const materialsDue = (kind: Kind, meeting: Day, where: Where): Day | undefined =>
  lastDayOf(isWage(kind) ? cbDataWage : cbAgenda, meeting, where)
export const agendaDue = (meeting: Day, where: Where): Day | undefined => lastDayOf(cbAgenda, meeting, where)

/** The day of the meeting that is to come: the one set last, else the one agreed in the answer. */
export const meetingDay = ({ meetings, materialsAsked }: Of<'meetings' | 'materialsAsked'>): Day | undefined =>
  meetings.at(-1)?.day ?? materialsAsked?.meetingOn

/** 省30: the last ninety days of the term; the first and the last of them. */
export function renewalWindow(
  kind: Kind,
  until: Day,
  { region, calendar }: Where,
): { readonly opens: Day; readonly closes: Day } | undefined {
  const rule = (isWage(kind) ? cbRenewWage : cbRenew).find(until, region)
  if (!rule) return undefined
  const { opens = until, last } = count({ start: until, period: rule.period, direction: rule.direction, calendar })
  return { opens, closes: last }
}

/** When both chiefs had signed; whatever changes the text clears what stood under it. */
export function signedOn({ workerSignature, employerSignature }: Of<'workerSignature' | 'employerSignature'>, { days }: Pick<At, 'days'>) {
  const workers = workerSignature && (workerSignature.signedOn ?? days.signWorkers)
  const employer = employerSignature && (employerSignature.signedOn ?? days.signEmployer)
  return { workers, employer, both: workers && employer ? laterOf(workers, employer) : undefined }
}
