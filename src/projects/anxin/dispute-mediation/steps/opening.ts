/** How a mediation begins: application, the other side's answer, acceptance, mediators. */
import type { Step } from '#engine/define.ts'
import { mediationLaw, rule17 } from '#law/acts/dispute.ts'
import type { Application, Facts } from '../data.ts'
import { acceptanceNotice, applicationForm, inquiryLetter, nonAcceptanceNotice, oralRecord, refusalNotice } from '../documents/opening.ts'
import { jointRequest } from '../documents/hearing.ts'
import {
  bodyOffers,
  bothAgreeToHelp,
  bothSidesAgree,
  challengedAreReplaced,
  disputeIsInScope,
  firmAsks,
  madeAtCounter,
  mediatorsHaveNoTie,
  workerAsks,
} from '../rules.ts'
import { desk, open, type Taker } from './phases.ts'

const applicant = (input: Application, { id, name }: Taker): Application => ({ ...input, worker: { ...input.worker, name, personId: id } })
const answeredBy = (input: object, { name }: Taker) => ({ ...input, who: name })

export const opening = {
  apply: {
    title: '申请调解',
    hint: '交上去马上有编号',
    to: 'received',
    by: 'worker',
    law: mediationLaw.art(12),
    fills: 'application',
    signedBy: applicant,
    needs: [workerAsks],
    papers: [applicationForm, oralRecord],
  },
  applyAtCounter: {
    title: '到窗口申请',
    hint: '不会写也能申请：说了当场记下，念一遍再签名',
    to: 'received',
    by: 'worker',
    recordedBy: ['clerk'],
    law: rule17.art(21),
    fills: 'application',
    needs: [workerAsks, madeAtCounter],
    papers: [applicationForm, oralRecord],
  },
  applyAsFirm: {
    title: '用人单位申请调解',
    to: 'received',
    by: 'employer',
    recordedBy: ['clerk'],
    law: mediationLaw.art(12),
    fills: 'application',
    needs: [firmAsks],
    papers: [applicationForm, oralRecord],
  },
  offerMediation: {
    title: '主动提出调解',
    hint: '双方都同意才能调解',
    to: 'received',
    by: 'clerk',
    law: rule17.art(23),
    fills: 'application',
    needs: [bodyOffers],
  },

  notifyRespondent: {
    title: '告知对方并征求意见',
    hint: '告知以后，企业才看得到这个案子',
    from: open,
    by: 'clerk',
    law: rule17.art(22),
    fills: 'notice',
    papers: [inquiryLetter],
  },
  consent: {
    title: '企业同意调解',
    from: 'received',
    by: 'employer',
    recordedBy: desk,
    law: rule17.art(22),
    gathers: 'firmConsent',
    signedBy: answeredBy,
  },
  workerConsents: {
    title: '职工同意调解',
    from: 'received',
    by: 'worker',
    recordedBy: desk,
    law: rule17.art(23),
    gathers: 'workerConsent',
    signedBy: answeredBy,
  },
  decline: {
    title: '企业不同意调解',
    hint: '停止调解，并书面告知职工可以申请仲裁',
    from: open,
    to: 'declined',
    by: 'employer',
    recordedBy: desk,
    law: rule17.art(30),
    fills: 'decline',
    signedBy: answeredBy,
    papers: [refusalNotice],
  },
  accept: {
    title: '受理',
    hint: '三个工作日内；要双方都同意',
    from: 'received',
    to: 'mediating',
    by: 'clerk',
    law: rule17.art(22),
    fills: 'acceptance',
    needs: [disputeIsInScope, bothSidesAgree],
    papers: [acceptanceNotice],
  },
  refuseToAccept: {
    title: '不予受理',
    hint: '写明理由，书面通知申请人',
    from: 'received',
    to: 'notAccepted',
    by: 'clerk',
    law: rule17.art(22),
    fills: 'refusal',
    papers: [nonAcceptanceNotice],
  },

  assignMediators: {
    title: '指定调解员',
    hint: '与当事人有关系的不能指定',
    from: open,
    by: 'committee',
    law: rule17.art(25),
    fills: 'assignment',
    appoints: {
      people: ({ mediators }: Facts['assignment'] & object) => mediators,
      posts: ['mediator', 'mediationClerk', 'officer', 'viceChair', 'chair', 'unionChair'],
    },
    needs: [mediatorsHaveNoTie, challengedAreReplaced],
  },
  challengeMediator: {
    title: '不接受这位调解员',
    hint: '说明理由，换一位',
    from: open,
    by: ['worker', 'employer'],
    law: rule17.art(25),
    gathers: 'challenges',
  },
  share: {
    title: '请有关单位一起调解',
    hint: '先征得双方同意；他们从此看得到这个案子',
    from: open,
    by: desk,
    law: rule17.art(25),
    gathers: 'shares',
    sharesWith: ({ shares }: Facts) => shares.flatMap(({ bodies }) => bodies.map((one) => one.organisationId)),
    needs: [bothAgreeToHelp],
    papers: [jointRequest],
  },
} as const satisfies Readonly<Record<string, Step>>
