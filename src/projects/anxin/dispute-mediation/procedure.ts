/** 三级调解: from an application to the last yuan paid. Read it top to bottom: it is the law, in order; each phase has its file in `steps/`. */
import { procedure } from '#engine/define.ts'
import { mediationLaw, newFormGuidance, rule17 } from '#law/acts/dispute.ts'
import { arbLimitation, arbLimitationWage, medAccept, medArbReview, medEnd, medEndFromAcceptance, medJudConf } from '#law/parameters.ts'
import { Dispute } from './data.ts'
import { agreedDay } from './facts/agreed-day.ts'
import { matterOf, mediatorsOf, meetingsOf, partiesOf, subjectOf } from './facts/parties.ts'
import { isCollective } from './facts/people.ts'
import { nextPayment } from './terms.ts'
import { limitationStartFor } from './facts/windows.ts'
import { after } from './steps/after.ts'
import { agreement } from './steps/agreement.ts'
import { opening } from './steps/opening.ts'
import { begins } from './steps/phases.ts'
import { talks } from './steps/talks.ts'

export const disputeMediation = procedure(Dispute, {
  id: 'dispute-mediation',
  project: 'anxin',
  version: 1,
  title: '劳动争议调解',
  short: '调解',
  owners: ['committee'],
  // A firm's own committee mediates what is against its firm and nothing else (企业劳动争议协商调解规定 第13条).
  competent: ({ application }, owner) => owner.firm === undefined || owner.firm === application?.respondent.organisationId,

  roles: {
    worker: { title: '职工方', kind: 'party' },
    colleague: { title: '共同申请的职工', kind: 'party' },
    employer: { title: '企业方', kind: 'party' },
    clerk: { title: '调解组织', kind: 'desk', posts: ['mediationClerk', 'officer', 'viceChair', 'chair', 'unionChair'] },
    mediator: { title: '调解员', kind: 'assigned' },
    committee: { title: '指定调解员的人', kind: 'desk', posts: ['mediationClerk', 'viceChair', 'chair', 'unionChair'] },
    upperUnion: { title: '上级工会', kind: 'desk', posts: ['districtOfficer', 'officer', 'viceChair', 'chair'], above: true },
  },

  states: {
    received: '已收到',
    mediating: '调解中',
    agreed: '已达成协议',
    confirmed: '已确认效力',
    performed: '已履行',
    breached: '未履行',
    enforcing: '申请支付令或者执行',
    notAccepted: '不予受理',
    declined: '一方不同意',
    failed: '调解不成',
    withdrawn: '已撤回',
    elsewhere: '转仲裁或者诉讼',
  },
  ends: ['performed', 'notAccepted', 'declined', 'failed', 'withdrawn', 'elsewhere'],

  steps: { ...opening, ...talks, ...agreement, ...after },

  deadlines: {
    accept: {
      title: '决定是否受理',
      from: begins,
      until: ['accept', 'refuseToAccept', 'decline', 'withdraw', 'lapse'],
      rule: medAccept,
      by: ['clerk'],
      ifMissed: { tell: ['clerk', 'upperUnion'], escalate: true },
    },
    end: {
      title: '调解期限届满',
      from: begins,
      until: ['sign', 'fail', 'decline', 'withdraw', 'refuseToAccept', 'lapse'],
      rule: medEnd,
      also: [{ rule: medEndFromAcceptance, from: 'accept' }],
      by: ['mediator', 'clerk'],
      extended: { by: 'extend', to: ({ extensions }) => extensions.at(-1)?.until, law: rule17.art(29) },
      ifMissed: { take: 'lapse', tell: ['worker', 'colleague', 'employer', 'mediator', 'clerk'] },
    },
    limitation: {
      title: '申请仲裁的时效',
      from: begins,
      start: limitationStartFor(arbLimitation),
      until: ['complete', 'goElsewhere'],
      rule: arbLimitation,
      by: ['worker'],
      ifMissed: { tell: ['worker'] },
      outlives: true,
    },
    limitationWage: {
      title: '申请仲裁的时效（拖欠工资）',
      from: begins,
      start: limitationStartFor(arbLimitationWage),
      until: ['complete', 'goElsewhere'],
      rule: arbLimitationWage,
      by: ['worker'],
      ifMissed: { tell: ['worker'] },
      outlives: true,
    },
    arbitralReview: {
      title: '共同申请仲裁审查',
      from: 'sign',
      until: ['requestArbitralReview', 'recordConfirmation', 'complete', 'goElsewhere', 'reviewLapses'],
      rule: medArbReview,
      by: ['worker', 'employer'],
      ifMissed: { take: 'reviewLapses' },
    },
    judicialConfirmation: {
      title: '共同申请司法确认',
      from: 'sign',
      until: ['requestConfirmation', 'recordReview', 'complete', 'goElsewhere', 'confirmationLapses'],
      rule: medJudConf,
      by: ['worker', 'employer'],
      ifMissed: { take: 'confirmationLapses' },
    },
    performance: {
      title: '按协议付款',
      from: 'sign',
      start: (facts) => nextPayment(facts)?.by,
      until: ['complete', 'reportBreach', 'goElsewhere'],
      rule: agreedDay,
      by: ['employer'],
      ifMissed: { tell: ['worker', 'mediator', 'clerk'] },
    },
  },

  marks: {
    collective: {
      title: '集体争议',
      law: mediationLaw.art(7),
      reads: ['application', 'colleagues', 'leavers'],
      when: ({ application, ...others }) => application !== undefined && isCollective({ ...others, application }),
      escalate: true,
      suggests: '推举三至五名代表；告知可以申请法律援助；建议启动劳资纠纷快速反应，到现场调解',
    },
    newForm: {
      title: '新就业形态',
      law: newFormGuidance.art(10),
      reads: ['application'],
      when: ({ application }) => application?.respondent.kind === 'platform',
      suggests: '没有劳动关系也可以调解；可以请行业工会一起',
    },
  },

  parties: partiesOf,
  assigned: mediatorsOf,
  subject: subjectOf,
  matter: matterOf,
  meetings: meetingsOf,
  private: {
    workerSupplements: ['worker', 'colleague', 'clerk', 'mediator', 'committee', 'upperUnion'],
    firmSupplements: ['employer', 'clerk', 'mediator', 'committee', 'upperUnion'],
    notes: ['clerk', 'mediator', 'committee', 'upperUnion'],
  },
})
