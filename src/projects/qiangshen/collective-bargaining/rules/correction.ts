/** What the law demands before an employer is said to refuse, before a proposal for a penalty, and of coordination by the labour bureau. */
import { rule } from '#engine/define.ts'
import type { Day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { supervisionZhejiang } from '#law/acts/supervision.ts'
import { cbDisputeCoord, cbDisputeCoordExt, supReply } from '#law/parameters.ts'
import { Bargaining, type Facts } from '../data.ts'
import { lastDayOf, type Where } from '../facts/law.ts'
import { countOf, isCarried } from '../facts/votes.ts'
import { answerDue, completeDue, materialsDue, meetingDay } from '../facts/windows.ts'

const whole = (facts: unknown): Facts => facts as Facts
const notBefore = (due: Day | undefined) =>
  due
    ? text(`最后一天是 ${due}，过了才算`, `The last day is ${due}; only after it`)
    : text('这一期限没有开始', 'This time has not begun to run')

export const silenceIsPast = rule(Bargaining, {
  id: 'silenceIsPast',
  says: '过了答复期限没有答复，才是不答复',
  law: contractZhejiang.art(7),
  reads: ['refusal'],
  holds: (facts, at) => {
    const due = answerDue(whole(facts), at)
    const { answer, offer } = whole(facts)
    return facts.refusal.how !== 'silent' || (offer?.by === 'workers' && answer === undefined && due !== undefined && at.on > due)
  },
  missing: (facts, at) =>
    whole(facts).offer?.by === 'employer'
      ? text('要约是企业方发出的，应当由职工方答复', 'The employer offered: it is for the workers to answer')
      : notBefore(answerDue(whole(facts), at)),
})

export const sixtyDaysArePast = rule(Bargaining, {
  id: 'sixtyDaysArePast',
  says: '过了六十日没有完成工资协商，才是逾期',
  law: wageHangzhou.art(29),
  reads: ['refusal'],
  holds: (facts, at) => {
    const due = completeDue(whole(facts), at)
    return facts.refusal.how !== 'overran' || (!isDrafted(whole(facts), at) && due !== undefined && at.on > due)
  },
  missing: (facts, at) => notBefore(completeDue(whole(facts), at)),
})

/** A draft that was not voted down ends the sixty days. */
const isDrafted = ({ draft, votes }: Facts, at: Where): boolean =>
  draft !== undefined && votes.every((vote) => isCarried(countOf(vote), at))

export const materialsAreOverdue = rule(Bargaining, {
  id: 'materialsAreOverdue',
  says: '要求过资料，过了期限没有提供，才是不提供',
  law: wageHangzhou.art(25),
  reads: ['refusal', 'offer'],
  holds: (facts, at) => {
    const { materials } = whole(facts)
    const due = dataDue(whole(facts), at)
    return facts.refusal.how !== 'noData' || (materials === undefined && due !== undefined && at.on > due)
  },
  missing: (facts, at) => notBefore(dataDue(whole(facts), at)),
})
const dataDue = (facts: Facts, where: Where): Day | undefined => {
  const meeting = meetingDay(facts)
  return facts.offer && facts.materialsAsked && meeting ? materialsDue(facts.offer.kind, meeting, where) : undefined
}

export const signatureIsDue = rule(Bargaining, {
  id: 'signatureIsDue',
  says: '职工代表大会已经通过，才谈得上拒绝签字',
  law: wageHangzhou.art(28),
  reads: ['refusal', 'votes'],
  holds: ({ refusal, votes }, at) => {
    const vote = votes.at(-1)
    return refusal.how !== 'noSign' || (vote !== undefined && isCarried(countOf(vote), at))
  },
})

/** 监督条例 23: the proposal comes after the letter, and only for one of three reasons. */
export const letterWentBefore = rule(Bargaining, {
  id: 'letterWentBefore',
  says: '已经发出整改（监督）意见书',
  law: wageHangzhou.art(43),
  reads: ['offer'],
  holds: (facts) => whole(facts).demand !== undefined,
})

/** The fifteen working days run from receipt, and a letter is not received before it is written. */
export const letterIsReceived = rule(Bargaining, {
  id: 'letterIsReceived',
  says: '送达日期在意见书发出之日或者以后',
  law: supervisionZhejiang.art(22),
  reads: ['demand'],
  holds: ({ demand }, { on }) => demand.receivedOn >= on,
})

export const employerDidNotMend = rule(Bargaining, {
  id: 'employerDidNotMend',
  says: '用人单位拒收、逾期不答复或者拒不改正',
  law: supervisionZhejiang.art(23),
  reads: ['penaltyProposal'],
  holds: (facts, at) => {
    const { demand, demandAnswer, penaltyProposal } = whole(facts)
    const answered = demandAnswer !== undefined && (at.days.answerDemand ?? at.on) >= (at.days.demandCorrection ?? at.on)
    const due = demand && lastDayOf(supReply, demand.receivedOn, at)
    if (penaltyProposal?.ground === 'noAnswer') return !answered && due !== undefined && at.on > due
    if (penaltyProposal?.ground === 'notCorrected') return answered ? !demandAnswer.corrected : due !== undefined && at.on > due
    return !answered
  },
  missing: (facts, at) => {
    const { demand } = whole(facts)
    const due = demand && lastDayOf(supReply, demand.receivedOn, at)
    return text(`答复期限到 ${due ?? '（未送达）'}`, `The answer is due by ${due ?? '(not served)'}`)
  },
})

export const fifteenMoreAtMost = rule(Bargaining, {
  id: 'fifteenMoreAtMost',
  says: '协调处理延期不超过十五日，并书面说明理由',
  law: contractZhejiang.art(39),
  reads: ['coordinationExtension'],
  holds: ({ coordinationExtension }, at) => {
    const [plain, most] = coordinationEnds(at)
    return plain !== undefined && most !== undefined && coordinationExtension.until > plain && coordinationExtension.until <= most
  },
  missing: (_, at) => {
    const [plain, most] = coordinationEnds(at)
    return text(`三十日到 ${plain}，延期最晚到 ${most}`, `The thirty days end on ${plain}; at the latest ${most}`)
  },
})
const coordinationEnds = (
  at: Where & { readonly days: Readonly<Record<string, Day | undefined>> },
): readonly [Day | undefined, Day | undefined] => {
  const from = at.days.acceptCoordination
  const plain = from && lastDayOf(cbDisputeCoord, from, at)
  return [plain, plain && lastDayOf(cbDisputeCoordExt, plain, at)]
}

export const bureauHasAccepted = rule(Bargaining, {
  id: 'bureauHasAccepted',
  says: '人社部门已经受理',
  law: contractZhejiang.art(39),
  reads: ['coordination'],
  holds: (_, { days }) =>
    days.acceptCoordination !== undefined && days.acceptCoordination >= (days.applyCoordination ?? days.acceptCoordination),
})
