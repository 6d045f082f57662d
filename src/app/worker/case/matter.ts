/** What a party needs to know of a case, out of the case: what waits for an answer, what comes next, by when, who. Pure. */
import { type Day, daysBetween } from '#kernel/day.ts'
import { yuan } from '#kernel/money.ts'
import { type Text, text } from '#kernel/text.ts'
import type { CaseWire, DueWire, StepWire } from '#engine/wire.ts'
import type { Facts } from '#projects/anxin/dispute-mediation/data.ts'
import { nextPayment } from '#projects/anxin/dispute-mediation/terms.ts'

export type Side = 'worker' | 'colleague' | 'firm' | 'other'

export const sideOf = ({ yourRoles }: Pick<CaseWire, 'yourRoles'>): Side =>
  yourRoles.includes('worker')
    ? 'worker'
    : yourRoles.includes('colleague')
      ? 'colleague'
      : yourRoles.includes('employer')
        ? 'firm'
        : 'other'

export const isDispute = (one: Pick<CaseWire, 'procedure'>): boolean => one.procedure === 'dispute-mediation'
export const factsOf = (one: CaseWire): Partial<Facts> => one.facts as Partial<Facts>
export const dueOf = (one: CaseWire, ...ids: readonly string[]): DueWire | undefined => one.due.find((due) => ids.includes(due.id))
export const stepOf = (one: CaseWire, id: string): StepWire | undefined => one.steps.find((step) => step.id === id)
export const may = (one: CaseWire, id: string): boolean => stepOf(one, id)?.allowed === true
/** The last day of a clock, with what both signed for. */
export const lastOf = (due: DueWire): Day => due.extendedTo ?? due.last

const seqOf = (one: CaseWire, ...steps: readonly string[]): number => one.log.findLast((entry) => steps.includes(entry.step))?.seq ?? 0

export interface Hearing {
  readonly day: Day
  readonly start: string
  readonly room: string
  readonly mode: string
  readonly says?: string | undefined
}

/** The hearing that is still to come, if one is set. */
export const hearingOf = (one: CaseWire): Hearing | undefined => {
  const last = factsOf(one).hearings?.at(-1)
  const held = seqOf(one, 'recordHearing') > seqOf(one, 'schedule', 'moveHearing')
  return last && last.day >= one.today && one.state === 'mediating' && !held ? last : undefined
}

export const answerStep = (side: Side): string => (side === 'firm' ? 'firmAnswersHearing' : 'answerHearing')

/** What this side said to the hearing that is set: nothing yet, or its last answer. */
export function attendanceOf(one: CaseWire, side: Side): 'yes' | 'otherTime' | 'no' | undefined {
  if (seqOf(one, answerStep(side)) < seqOf(one, 'schedule', 'moveHearing')) return undefined
  const { firmAttendance, workerAttendance } = factsOf(one)
  return (side === 'firm' ? firmAttendance : workerAttendance)?.at(-1)?.comes
}

export type Ask = 'hearing' | 'consent' | 'sign' | 'approve' | 'paid' | undefined

/** The one thing that waits for this person's word. */
export function askOf(one: CaseWire, side: Side = sideOf(one)): Ask {
  if (!isDispute(one) || side === 'other') return undefined
  const facts = factsOf(one)
  const sign = side === 'firm' ? 'firmSigns' : 'workerSigns'
  const signed = (side === 'firm' ? facts.firmSignatures : facts.workerSignatures)?.at(-1)?.act === 'sign'
  if (facts.drafts?.length && !signed && may(one, sign)) return 'sign'
  if (side === 'colleague' && facts.drafts?.length && may(one, 'approve') && seqOf(one, 'approve') < seqOf(one, 'draftAgreement'))
    return 'approve'
  if (side === 'firm' && may(one, 'consent') && !facts.firmConsent?.length) return 'consent'
  if (side === 'worker' && may(one, 'workerConsents') && facts.application?.by !== 'worker' && !facts.workerConsent?.length)
    return 'consent'
  if (hearingOf(one) && may(one, answerStep(side)) && !attendanceOf(one, side)) return 'hearing'
  const performance = dueOf(one, 'performance')
  if (performance && performance.last <= one.today && (may(one, 'reportPayment') || may(one, 'reportBreach'))) return 'paid'
  return undefined
}

/** Plain names of matters: 讨薪调解, not 劳动报酬争议调解. */
const plain: Readonly<Record<string, Text>> = {
  unpaidWages: text('讨薪调解', 'Unpaid wages'),
  overtime: text('加班费调解', 'Overtime pay'),
  severance: text('经济补偿调解', 'Severance pay'),
  injuryMedical: text('工伤医疗费调解', 'Injury costs'),
  dismissal: text('辞退调解', 'Dismissal'),
  socialInsurance: text('社保调解', 'Social insurance'),
  hoursLeave: text('工时、休假调解', 'Hours and leave'),
  contract: text('劳动合同调解', 'Labour contract'),
  relationship: text('劳动关系调解', 'Labour relationship'),
  platformDeduction: text('平台扣款调解', 'Platform deductions'),
}

export const titleOf = (one: CaseWire): Text => plain[factsOf(one).application?.claimKind ?? ''] ?? one.title

/** Whom it is with: the firm for the worker, the worker for the firm. */
export const otherSide = (one: CaseWire, side: Side): string => {
  const { application } = factsOf(one)
  return (side === 'firm' ? application?.worker.name : application?.respondent.name) ?? one.subject
}

export interface Outlook {
  readonly next: Text
  readonly when?: { readonly last: Day; readonly what: Text; readonly whose: Text; readonly overdue: boolean }
  readonly who: Text
}

const lawful = text('法定', 'by law')
const arranged = text('区里约定，不是法定', 'by local arrangement, not by law')
const agreedWord = text('协议约定', 'as agreed')
const both = (zh: string, en: string = zh): Text => text(zh, en)

function whenOf(
  due: DueWire | undefined,
  what: Text,
  whose: Text = due?.law.act.startsWith('practice-') ? arranged : lawful,
): Pick<Outlook, 'when'> {
  return due ? { when: { last: lastOf(due), what, whose, overdue: due.overdue } } : {}
}

const whoMediates = (one: CaseWire): Text => {
  const names = one.assigned.map(({ name }) => name).join('、')
  return names ? both(`调解员 ${names}`, `Mediator ${names}`) : both(one.owner.name)
}

/** 下一步 · 最晚 · 谁来办. */
export function promiseOf(one: CaseWire, side: Side = sideOf(one)): Outlook {
  const firm = side === 'firm'
  const facts = factsOf(one)
  const end = dueOf(one, 'end')
  if (!isDispute(one)) return { next: one.stateTitle, ...whenOf(one.due[0], one.due[0]?.title ?? both('')), who: both(one.owner.name) }
  if (one.state === 'received') {
    const next = firm
      ? text('您单位回复同不同意调解', 'You answer whether you agree')
      : text('告诉您收不收', 'You are told whether it is accepted')
    return { next, ...whenOf(dueOf(one, 'accept') ?? end, text('有答复', 'an answer')), who: both(one.owner.name) }
  }
  if (one.state === 'mediating') {
    const next = facts.drafts?.length
      ? text('双方签名，协议生效', 'Both sign, and it takes effect')
      : text('定下哪天开调解会', 'A day is set for the hearing')
    return { next, ...whenOf(end, text('有结果', 'a result')), who: whoMediates(one) }
  }
  if (one.state === 'agreed' || one.state === 'confirmed') {
    const pay = nextPayment({ drafts: facts.drafts ?? [], payments: facts.payments ?? [] })
    const sum = pay ? yuan(pay.amountFen) : ''
    const next = pay
      ? both(firm ? `您单位付 ${sum} 元` : `公司付您 ${sum} 元`, firm ? `You pay ${sum} yuan` : `The firm pays you ${sum} yuan`)
      : text('登记履行完毕', 'Performance is recorded')
    return {
      next,
      ...whenOf(dueOf(one, 'performance'), text('付清这一笔', 'paid'), agreedWord),
      who: pay ? both(factsOf(one).application?.respondent.name ?? '') : whoMediates(one),
    }
  }
  if (one.state === 'breached' || one.state === 'enforcing') {
    const next = firm
      ? text('补付，或者等法院、仲裁来办', 'Pay, or the court or arbitration follows')
      : text('申请支付令，或者去仲裁', 'A payment order, or arbitration')
    return { next, ...whenOf(dueOf(one, 'limitation', 'limitationWage'), text('申请仲裁', 'to arbitration')), who: whoMediates(one) }
  }
  const limit = dueOf(one, 'limitation', 'limitationWage')
  const open = limit && !firm && one.state !== 'performed'
  return {
    next: open ? text('您可以去劳动仲裁，不收费', 'You can go to arbitration, free') : one.stateTitle,
    ...(open ? whenOf(limit, text('申请仲裁', 'to arbitration')) : {}),
    who: open ? text('您自己', 'You') : both(one.owner.name),
  }
}

/** Which of the fifteen days it is: day 1 is the day after the application came in. */
export function daysOf(
  one: CaseWire,
): { readonly start: Day; readonly last: Day; readonly nth: number; readonly total: number } | undefined {
  const end = dueOf(one, 'end')
  if (!end || (one.state !== 'received' && one.state !== 'mediating')) return undefined
  const last = lastOf(end)
  return { start: end.start, last, nth: daysBetween(end.start, one.today), total: daysBetween(end.start, last) }
}
