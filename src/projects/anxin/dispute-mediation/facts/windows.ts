/** The days that matter to a mediation: received, last day, in effect, and the limitation of arbitration. Pure. */
import { type Day, laterOf } from '#kernel/day.ts'
import type { At } from '#engine/define.ts'
import { count } from '#law/clock.ts'
import type { Parameter } from '#law/parameter.ts'
import { arbLimitation, arbLimitationWage, medArbReview, medEnd, medJudConf } from '#law/parameters.ts'
import type { Application, Facts } from '../data.ts'
import { isWageClaim } from '../terms.ts'

type Where = Pick<At, 'region' | 'calendar'>

/** The last day of a parameter counted from a day, in the law of the place. */
export const lastDayOf = (rule: Parameter, start: Day, { region, calendar }: Where): Day => {
  const { period, direction } = rule.on(start, region)
  return count({ start, period, direction, calendar }).last
}

/** The day the application came in, however it came. */
export function receivedOn({ days }: Pick<At, 'days'>): Day {
  const begun = days.apply ?? days.applyAtCounter ?? days.applyAsFirm ?? days.offerMediation
  if (!begun) throw new Error('a mediation without its first step')
  return begun
}

/** The fifteenth day from receipt, or the later day both sides signed for before it (`before`: that many extensions count). */
export function lastDay(extensions: Facts['extensions'], at: At, before = extensions.length): Day {
  const counted = lastDayOf(medEnd, receivedOn(at), at)
  return extensions.slice(0, before).reduce<Day>((last, one) => laterOf(last, one.until), counted)
}

/** Until when an agreement in effect since `on` may be taken to the commission (15 days) or to the court (30 days). */
export const reviewUntil = (effect: Day, where: Where): Day => lastDayOf(medArbReview, effect, where)
export const confirmationUntil = (effect: Day, where: Where): Day => lastDayOf(medJudConf, effect, where)

/** 令17 31: these events interrupt the limitation, and it is counted anew from them. */
const interrupting = ['decline', 'fail', 'lapse', 'reportBreach'] as const
export const interruptedOn = ({ days }: Pick<At, 'days'>): Day | undefined =>
  interrupting.map((step) => days[step]).reduce<Day | undefined>((last, on) => (on && (!last || on > last) ? on : last), undefined)

type Clock = Pick<Application, 'claimKind' | 'stillEmployed' | 'employmentEndedOn' | 'knewOn'>

/** From when the year runs: nothing while the worker still works there and the claim is for wages (调解仲裁法 27). */
export function limitationStart(claim: Clock, interrupted?: Day): { readonly rule: Parameter; readonly start: Day } | undefined {
  const wage = isWageClaim(claim.claimKind)
  if (wage && claim.stillEmployed) return undefined
  const rule = wage && claim.employmentEndedOn ? arbLimitationWage : arbLimitation
  const start = (wage && claim.employmentEndedOn) || claim.knewOn
  return { rule, start: interrupted ? laterOf(start, interrupted) : start }
}

/** For a deadline of the procedure: the day from which this parameter runs, if it is the one that governs the claim. */
export const limitationStartFor =
  (rule: Parameter) =>
  ({ application }: Facts, at: At): Day | undefined => {
    const year = application && limitationStart(application, interruptedOn(at))
    return year?.rule === rule ? year.start : undefined
  }

/** The last day on which arbitration may be asked for; undefined while the year does not run. */
export function limitationUntil(claim: Clock, where: Where, interrupted?: Day): Day | undefined {
  const running = limitationStart(claim, interrupted)
  return running && lastDayOf(running.rule, running.start, where)
}
