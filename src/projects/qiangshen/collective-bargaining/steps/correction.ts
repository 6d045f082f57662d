/** When the employer does not do what the ordinance asks, and when the sides cannot agree: opinion letter, penalty proposal, coordination. */
import type { Step } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { supervisionZhejiang } from '#law/acts/supervision.ts'
import { coordinationAgreement, coordinationApplication, penaltyProposalLetter, supervisionOpinion } from '../documents/dispute.ts'
import {
  bureauHasAccepted,
  employerDidNotMend,
  fifteenMoreAtMost,
  letterWentBefore,
  materialsAreOverdue,
  signatureIsDue,
  silenceIsPast,
  sixtyDaysArePast,
} from '../rules/correction.ts'
import { bothSides, talking, union } from './phases.ts'

const breached = ['refused', 'carried', 'filed', 'inForce'] as const

export const correction = {
  refuse: {
    title: '记录企业方拒绝、不答复或者逾期',
    hint: '不答复、不给资料、超过六十日、不签字，过了期限才算',
    from: ['served', ...talking, 'suspended', 'drafted', 'rejected', 'carried'],
    to: 'refused',
    by: union,
    law: contractZhejiang.art(42),
    fills: 'refusal',
    needs: [silenceIsPast, materialsAreOverdue, sixtyDaysArePast, signatureIsDue],
  },
  demandCorrection: {
    title: '发出整改（监督）意见书',
    hint: '由工会主席或者副主席签发；企业十五个工作日内书面答复',
    from: breached,
    by: union,
    law: wageHangzhou.art(43),
    fills: 'demand',
    papers: [supervisionOpinion],
  },
  answerDemand: {
    title: '答复整改意见',
    from: breached,
    by: 'employer',
    recordedBy: union,
    law: supervisionZhejiang.art(22),
    fills: 'demandAnswer',
    needs: [letterWentBefore],
  },
  proposePenalty: {
    title: '提出处罚建议',
    hint: '发过意见书，企业拒收、不答复或者不改正的',
    from: breached,
    by: 'upperUnion',
    law: contractZhejiang.art(41),
    fills: 'penaltyProposal',
    needs: [letterWentBefore, employerDidNotMend],
    papers: [penaltyProposalLetter],
  },
  applyCoordination: {
    title: '申请人社部门协调处理',
    hint: '因签订合同发生争议，协商不成的',
    from: [...talking, 'suspended', 'rejected', 'refused'],
    to: 'coordinating',
    by: bothSides,
    recordedBy: union,
    law: contractZhejiang.art(39),
    fills: 'coordination',
    papers: [coordinationApplication],
  },
  acceptCoordination: {
    title: '人社部门受理',
    hint: '自受理之日起三十日内结束',
    from: 'coordinating',
    by: 'bureau',
    recordedBy: union,
    law: contractZhejiang.art(39),
    tells: ['workers', 'employer'],
  },
  extendCoordination: {
    title: '延长协调处理',
    hint: '最长十五日，书面说明理由',
    from: 'coordinating',
    by: 'bureau',
    recordedBy: union,
    law: contractZhejiang.art(39),
    fills: 'coordinationExtension',
    needs: [fifteenMoreAtMost],
    once: true,
  },
  settleCoordination: {
    title: '协调处理结束，继续协商',
    hint: '达成一致的签协调处理协议书',
    from: 'coordinating',
    to: 'negotiating',
    by: 'bureau',
    recordedBy: union,
    law: contractZhejiang.art(39),
    fills: 'coordinationResult',
    needs: [bureauHasAccepted],
    papers: [coordinationAgreement],
  },
  endWithoutContract: {
    title: '没有签成，结束协商',
    from: [...talking, 'suspended', 'rejected', 'refused', 'coordinating'],
    to: 'notConcluded',
    by: union,
    law: contractZhejiang.art(17),
    fills: 'ending',
  },
} as const satisfies Readonly<Record<string, Step>>
