/** What must hold before somebody is entitled, and before a firm has kept its word. */
import { type At, rule } from '#engine/define.ts'
import { yuan } from '#kernel/money.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { contractLaw } from '#law/acts/standards.ts'
import { unionLawZhejiang } from '#law/acts/union.ts'
import { lastDayOf } from '#law/counting/last-day.ts'
import { Award, type EventFacts, type Found, type Item } from './data.ts'
import { firstMonth, monthlyFen, onceFen } from './owed.ts'
import { confirmPractice, districtPractice } from './practice.ts'

const needed: Readonly<Partial<Record<EventFacts['kind'], readonly (readonly [keyof EventFacts, string, string])[]>>> = {
  certificate: [['grade', '技能等级', 'the grade']],
  degree: [['degree', '学历', 'the degree']],
  patent: [['patent', '专利种类', 'the kind of patent']],
  improvement: [['rank', '等次', 'the rank']],
  contest: [['authority', '哪一级', 'the level']],
  honour: [['authority', '哪一级', 'the level']],
}
const lacking = (event: EventFacts) => (needed[event.kind] ?? []).filter(([field]) => event[field] === undefined)

export const detailsAreGiven = rule(Award, {
  id: 'detailsAreGiven',
  says: '写明了等级、种类或者级别',
  law: unionLawZhejiang.art(13),
  reads: ['event'],
  holds: ({ event }) => lacking(event).length === 0,
  missing: ({ event }) => {
    const open = lacking(event)
    return open.length === 0
      ? undefined
      : text(`还差${open.map(([, zh]) => zh).join('、')}`, `Still missing: ${open.map(([, , en]) => en).join(', ')}`)
  },
})

export const workerIsKnown = rule(Award, {
  id: 'workerIsKnown',
  says: '职工在人员名册里',
  law: districtPractice.art(1),
  reads: ['event'],
  holds: ({ event }) => event.worker.personId !== undefined,
})

export const eventHasHappened = rule(Award, {
  id: 'eventHasHappened',
  says: '发证或者获奖的日期不在今天之后',
  law: districtPractice.art(1),
  reads: ['event'],
  holds: ({ event }, { on }) => event.on <= on,
})

/** Unknown to the register is not employed: an entitlement is against this firm. */
export const worksThere = rule(Award, {
  id: 'worksThere',
  says: '核验时在这家企业任职',
  law: wageHangzhou.art(36),
  reads: ['verification'],
  holds: ({ verification }) => verification.entitlement?.employed === true,
})

export const contractSpeaks = rule(Award, {
  id: 'contractSpeaks',
  says: '当天有效的集体合同约定了这项待遇',
  law: wageHangzhou.art(36),
  reads: ['verification'],
  holds: ({ verification }) => (verification.entitlement?.items.length ?? 0) > 0,
  missing: ({ verification }) => lookedWords(verification.entitlement),
})

const lookedWords = (found: Found | undefined) => {
  if (!found) return text('还没有查到合同', 'No contract was looked up')
  if (found.looked.length === 0) return text('这家企业没有登记过集体合同', 'The firm has no collective contract on record')
  const zh = found.looked.map((one) => `${one.number}《${one.title}》：${one.why}`).join('；')
  return text(zh, `Looked at: ${found.looked.map((one) => one.number).join(', ')}`)
}

export const notRecognisedBefore = rule(Award, {
  id: 'notRecognisedBefore',
  says: '同一份证书、同一个奖项没有认定过',
  law: districtPractice.art(1),
  reads: ['verification'],
  holds: ({ verification }) => verification.entitlement?.earlier === undefined,
  missing: ({ verification: { entitlement } }) =>
    entitlement?.earlier ? text(`已经在 ${entitlement.earlier} 认定`, `Recognised already in ${entitlement.earlier}`) : undefined,
})

/** Not looked up is not absent: the firm's contracts must have been seen. */
export const noClauseSpeaks = rule(Award, {
  id: 'noClauseSpeaks',
  says: '查过合同，当天有效的合同都没有约定这项待遇',
  law: wageHangzhou.art(36),
  reads: ['absence'],
  holds: ({ absence }) => absence.entitlement !== undefined && absence.entitlement.items.length === 0,
  missing: ({ absence }) => {
    const [first] = absence.entitlement?.items ?? []
    return first
      ? text(`${first.contractNumber} 第 ${first.clause} 项约定了`, `${first.contractNumber}, item ${first.clause}, does`)
      : undefined
  },
})

export const paysInFull = rule(Award, {
  id: 'paysInFull',
  says: '发的不少于合同约定的',
  law: contractLaw.art(55),
  reads: ['payment', 'verification', 'successions'],
  holds: (facts) => (facts.payment.monthlyFen ?? 0) >= monthlyFen(facts) && (facts.payment.onceFen ?? 0) >= onceFen(facts),
  missing: (facts) => {
    const monthly = monthlyFen(facts) - (facts.payment.monthlyFen ?? 0)
    const once = onceFen(facts) - (facts.payment.onceFen ?? 0)
    const zh = [monthly > 0 ? `每月还差 ${yuan(monthly)} 元` : '', once > 0 ? `一次性奖励还差 ${yuan(once)} 元` : ''].filter(Boolean)
    const en = [monthly > 0 ? `${yuan(monthly)} yuan a month` : '', once > 0 ? `${yuan(once)} yuan once` : ''].filter(Boolean)
    return zh.length === 0 ? undefined : text(zh.join('，'), `Still missing: ${en.join(', ')}`)
  },
})

export const paysFromTheMonth = rule(Award, {
  id: 'paysFromTheMonth',
  says: '按月的待遇从应发的月份起发，写明月份',
  law: contractLaw.art(55),
  reads: ['payment', 'verification', 'successions'],
  holds: (facts) => {
    const due = firstMonth(facts)
    return due === undefined || (facts.payment.fromMonth !== undefined && facts.payment.fromMonth <= due)
  },
  missing: (facts) => {
    const due = firstMonth(facts)
    return due ? text(`应当从 ${due} 的工资起`, `From the wages of ${due}`) : undefined
  },
})

export const rewardDayIsGiven = rule(Award, {
  id: 'rewardDayIsGiven',
  says: '一次性奖励写明发放日期',
  law: contractLaw.art(55),
  reads: ['payment', 'verification', 'successions'],
  holds: (facts) => onceFen(facts) === 0 || facts.payment.paidOn !== undefined,
})

/** The last day on which the firm was to confirm, counted from when it was last asked. */
const confirmBy = ({ days, ...at }: At) => {
  const asked = [days.verify, days.uphold, days.carryOver]
    .filter((on) => on !== undefined)
    .toSorted()
    .at(-1)
  return asked && lastDayOf(confirmPractice, asked, at)
}

export const firmIsLate = rule(Award, {
  id: 'firmIsLate',
  says: '企业过期没有确认，或者已经有争议',
  law: wageHangzhou.art(43),
  reads: ['objections', 'disputes'],
  holds: ({ objections, disputes }, at) => objections.length > 0 || disputes.length > 0 || at.on > (confirmBy(at) ?? at.on),
  missing: (_facts, at) => {
    const last = confirmBy(at)
    return last && text(`企业确认的期限到 ${last}`, `The firm has until ${last}`)
  },
})

export const nothingRunsOn = rule(Award, {
  id: 'nothingRunsOn',
  says: '没有按月发的待遇，一次性奖励已经到发放日期',
  law: contractZhejiang.art(36),
  reads: ['verification', 'successions', 'payment'],
  holds: (facts, { on }) => monthlyFen(facts) === 0 && facts.payment.paidOn !== undefined && facts.payment.paidOn <= on,
})

export const stillWorksThere = rule(Award, {
  id: 'stillWorksThere',
  says: '转入新合同时仍在这家企业任职',
  law: wageHangzhou.art(36),
  reads: ['successions'],
  holds: ({ successions }) => successions.at(-1)?.entitlement?.employed === true,
})

/** A renewal ends later; a change within the term ends the same day and begins no earlier than what it replaces. */
const follows = (next: Item, last: Item): boolean =>
  next.contractUntil > last.contractUntil || (next.contractCaseId !== last.contractCaseId && next.since >= last.since)

export const successorSpeaks = rule(Award, {
  id: 'successorSpeaks',
  says: '新合同已经生效，约定了按月的待遇',
  law: wageHangzhou.art(36),
  reads: ['verification', 'successions'],
  holds: ({ verification, successions }) => {
    const now = successions.at(-1)?.entitlement
    const before = successions.at(-2)?.entitlement ?? verification.entitlement
    const next = now?.items.find((item) => item.monthly)
    const last = before?.items.find((item) => item.monthly)
    return next !== undefined && last !== undefined && follows(next, last)
  },
  missing: ({ successions }) => lookedWords(successions.at(-1)?.entitlement),
})
