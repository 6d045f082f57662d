/** From the firm's word to the end: confirmation, objections, disputes, the next contract, the last month. */
import type { Step } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { contractLaw } from '#law/acts/standards.ts'
import { adviceNotice, confirmation, demandLetter, entitlementNotice, paymentRequest } from '../documents/papers.ts'
import { districtPractice } from '../practice.ts'
import { firmIsLate, nothingRunsOn, paysFromTheMonth, paysInFull, rewardDayIsGiven, stillWorksThere, successorSpeaks } from '../rules.ts'

export const keeping = {
  confirmPayment: {
    title: '企业确认兑现',
    hint: '从哪个月工资起发、发多少；不能少于合同约定的',
    from: ['due', 'disputed'],
    to: 'confirmed',
    by: 'employer',
    recordedBy: ['union'],
    law: contractLaw.art(55),
    fills: 'payment',
    needs: [paysInFull, paysFromTheMonth, rewardDayIsGiven],
    papers: [confirmation],
  },
  object: {
    title: '企业有不同意见',
    from: 'due',
    to: 'disputed',
    by: 'employer',
    recordedBy: ['union'],
    law: contractZhejiang.art(40),
    gathers: 'objections',
  },
  dispute: {
    title: '没有发，或者发得不对',
    hint: '工会去和企业说；说不拢再调解、仲裁',
    from: ['due', 'confirmed'],
    to: 'disputed',
    by: 'worker',
    recordedBy: ['union'],
    law: contractZhejiang.art(40),
    gathers: 'disputes',
  },
  uphold: {
    title: '核实后仍请企业兑现',
    hint: '重新发一份兑现确认函，确认期限重新计算',
    from: 'disputed',
    to: 'due',
    by: 'union',
    law: wageHangzhou.art(36),
    fills: 'finding',
    papers: [paymentRequest],
  },
  demand: {
    title: '发监督意见书',
    from: ['due', 'disputed'],
    by: ['union', 'upperUnion'],
    law: wageHangzhou.art(43),
    gathers: 'demands',
    needs: [firmIsLate],
    papers: [demandLetter],
  },
  advise: {
    title: '转调解或者仲裁',
    hint: '书面告诉双方到哪里解决',
    from: 'disputed',
    to: 'elsewhere',
    by: 'union',
    law: contractZhejiang.art(40),
    fills: 'advice',
    papers: [adviceNotice],
  },
  carryOver: {
    title: '转入新合同',
    hint: '新合同生效后，按新合同的标准请企业确认',
    from: ['confirmed', 'due', 'expired'],
    to: 'due',
    by: 'union',
    law: wageHangzhou.art(36),
    gathers: 'successions',
    needs: [stillWorksThere, successorSpeaks],
    papers: [entitlementNotice, paymentRequest],
  },
  lapse: {
    title: '合同期满，等续签',
    from: 'confirmed',
    to: 'expired',
    by: 'law',
    law: contractZhejiang.art(30),
  },
  close: {
    title: '一次性奖励已兑现，办结',
    from: 'confirmed',
    to: 'done',
    by: 'union',
    law: contractZhejiang.art(36),
    needs: [nothingRunsOn],
  },
  end: {
    title: '待遇终止',
    from: ['due', 'confirmed', 'disputed', 'expired'],
    to: 'ended',
    by: 'union',
    law: districtPractice.art(2),
    fills: 'ending',
  },
} as const satisfies Readonly<Record<string, Step>>
