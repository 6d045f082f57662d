/** What the law demands before talks or a contract end: silence and overrun that are past, who may withdraw, a ground, a new contract in force. */
import { rule } from '#engine/define.ts'
import type { Day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { count, type Parameter } from '#law'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { cbCompleteWage, cbReply, cbReplyWage } from '#law/parameters.ts'
import type { At } from '#engine/define.ts'
import { Regional, type Facts } from '../data.ts'
import { isWage } from '../facts/law.ts'

const whole = (facts: unknown): Facts => facts as Facts
const lastDay = (parameter: Parameter, start: Day, { region, calendar }: At): Day | undefined => {
  const found = parameter.find(start, region)
  return found && count({ start, period: found.period, direction: found.direction, calendar }).last
}
const notBefore = (due: Day | undefined) =>
  due
    ? text(`最后一天是 ${due}，过了才算`, `The last day is ${due}; only after it`)
    : text('这一期限没有开始', 'This time has not begun to run')

const answerDue = ({ offer, service, answer }: Facts, at: At): Day | undefined =>
  offer?.by === 'workers' && service && !answer ? lastDay(isWage(offer.kind) ? cbReplyWage : cbReply, service.receivedOn, at) : undefined
const completeDue = ({ offer }: Facts, at: At): Day | undefined => {
  const offered = at.days.offer ?? at.days.offerAsEmployer
  return offer && offered && isWage(offer.kind) ? lastDay(cbCompleteWage, offered, at) : undefined
}

export const silenceIsPast = rule(Regional, {
  id: 'silenceIsPast',
  says: '送达后过了答复期限没有答复，才是不答复',
  law: contractZhejiang.art(7),
  reads: ['refusal'],
  holds: (facts, at) => {
    const due = answerDue(whole(facts), at)
    return facts.refusal.how !== 'silent' || (due !== undefined && at.on > due)
  },
  missing: (facts, at) => notBefore(answerDue(whole(facts), at)),
})

export const sixtyDaysArePast = rule(Regional, {
  id: 'sixtyDaysArePast',
  says: '过了六十日没有完成工资协商，才是逾期',
  law: wageHangzhou.art(29),
  reads: ['refusal'],
  holds: (facts, at) => {
    const due = completeDue(whole(facts), at)
    return facts.refusal.how !== 'overran' || (due !== undefined && at.on > due)
  },
  missing: (facts, at) => notBefore(completeDue(whole(facts), at)),
})

/** One of many firms ends nothing that the union asked for. */
export const offererWithdraws = rule(Regional, {
  id: 'offererWithdraws',
  says: '由发出要约的一方撤回',
  law: contractZhejiang.art(7),
  reads: ['offer', 'withdrawal'],
  holds: ({ offer, withdrawal }) => withdrawal.by === undefined || withdrawal.by === offer.by,
})

export const endHasGround = rule(Regional, {
  id: 'endHasGround',
  says: '双方协商一致，或者有法律规定的原因',
  law: contractZhejiang.art(32),
  reads: ['termination'],
  holds: ({ termination }) => termination.bothAgree || termination.ground !== 'agreed',
})

export const endsWhileInForce = rule(Regional, {
  id: 'endsWhileInForce',
  says: '解除的日期在合同生效以后',
  law: contractZhejiang.art(33),
  reads: ['termination'],
  holds: ({ termination }, { days }) => days.takeEffect === undefined || termination.on >= days.takeEffect,
})

export const newContractIsInForce = rule(Regional, {
  id: 'newContractIsInForce',
  says: '新合同已经生效',
  law: contractZhejiang.art(34),
  reads: ['replacement'],
  holds: ({ replacement: { on: since, successor } }, { on }) => since <= on && successor !== undefined && since >= successor.since,
})

export const reportIsHeld = rule(Regional, {
  id: 'reportIsHeld',
  says: '报告的日期在今天以前',
  law: contractZhejiang.art(37),
  reads: ['reports'],
  holds: ({ reports }, { on }) => reports.at(-1)!.heldOn <= on,
})
