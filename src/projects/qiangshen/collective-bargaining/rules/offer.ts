/** What the law demands of an offer, of its service and of the answer. */
import { rule } from '#engine/define.ts'
import { daysBetween } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { Bargaining, type Facts } from '../data.ts'
import { renewalWindow } from '../facts/windows.ts'

export const timeLiesAhead = rule(Bargaining, {
  id: 'timeLiesAhead',
  says: '建议的协商时间在要约以后',
  law: wageHangzhou.art(24),
  reads: ['offer'],
  holds: ({ offer }, { on }) => offer.meetOn >= on,
  missing: ({ offer }, { on }) => text(`建议 ${offer.meetOn}，要约是 ${on}`, `Proposed ${offer.meetOn}; the offer is of ${on}`),
})

/** Asked of an offer to renew, where the house keeps the contract that runs out. */
export const renewedInTime = rule(Bargaining, {
  id: 'renewedInTime',
  says: '续订在原合同期满前九十日内提出',
  law: contractZhejiang.art(30),
  reads: ['offer'],
  holds: ({ offer }, at) => {
    const open = offer.purpose === 'renewal' && offer.former ? renewalWindow(offer.kind, offer.former.until, at) : undefined
    return !open || (at.on >= open.opens && at.on <= open.closes)
  },
  missing: ({ offer }, at) => {
    const open = offer.former && renewalWindow(offer.kind, offer.former.until, at)
    return open && text(`可以提出的时间是 ${open.opens} 至 ${open.closes}`, `Open from ${open.opens} to ${open.closes}`)
  },
})

export const receivedAfterOffer = rule(Bargaining, {
  id: 'receivedAfterOffer',
  says: '对方收到的日期在要约以后、今天以前',
  law: contractZhejiang.art(7),
  reads: ['service'],
  holds: ({ service }, { on, days }) => service.receivedOn <= on && (!days.offer || service.receivedOn >= days.offer),
})

export const serviceIsProved = rule(Bargaining, {
  id: 'serviceIsProved',
  says: '送达有证明：签收人，或者回执、照片、公证等',
  law: contractZhejiang.art(7),
  reads: ['service'],
  holds: ({ service }) => service.how === 'online' || service.receiver !== undefined || service.proof !== undefined,
  missing: () => text('还差签收人或者送达证明', 'Still missing: who signed for it, or proof of service'),
})

/** Nobody answers their own offer: the step of each side waits for an offer of the other. */
export const workersOffered = rule(Bargaining, {
  id: 'workersOffered',
  says: '要约由职工方发出，企业方答复',
  law: contractZhejiang.art(7),
  reads: ['offer'],
  holds: ({ offer }) => offer.by === 'workers',
})
export const employerOffered = rule(Bargaining, {
  id: 'employerOffered',
  says: '要约由企业方发出，职工方答复',
  law: contractZhejiang.art(7),
  reads: ['offer'],
  holds: ({ offer }) => offer.by === 'employer',
})

/** What was broken off later goes on by `resume`. */
export const talksNotBegun = rule(Bargaining, {
  id: 'talksNotBegun',
  says: '协商还没有开始；已经开始的，恢复协商',
  law: contractZhejiang.art(7),
  reads: ['meetings'],
  holds: ({ meetings }) => meetings.length === 0,
})

export const offererWithdraws = rule(Bargaining, {
  id: 'offererWithdraws',
  says: '由发出要约的一方撤回',
  law: contractZhejiang.art(7),
  reads: ['offer', 'withdrawal'],
  holds: ({ offer, withdrawal }) => withdrawal.by === undefined || withdrawal.by === offer.by,
})

export const answerSetsATime = rule(Bargaining, {
  id: 'answerSetsATime',
  says: '答复商定的协商时间在答复以后',
  law: contractZhejiang.art(7),
  reads: ['answer'],
  holds: ({ answer }, { on }) => answer.meetOn >= on,
  missing: ({ answer }, { on }) => text(`早了 ${daysBetween(answer.meetOn, on)} 天`, `${daysBetween(answer.meetOn, on)} day(s) too early`),
})

/** A refusal that was mended: nobody goes on with talks that were never agreed to. */
export const offerWasAnswered = rule(Bargaining, {
  id: 'offerWasAnswered',
  says: '要约已经得到答复',
  law: contractZhejiang.art(7),
  reads: ['offer'],
  holds: (facts) => (facts as unknown as Facts).answer !== undefined,
})
