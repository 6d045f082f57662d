/** 能级工资兑现: from a certificate to the wage slip. Who achieves something is owed what the contract in force gives for it. */
import { procedure } from '#engine/define.ts'
import { unionLawZhejiang } from '#law/acts/union.ts'
import { Award } from './data.ts'
import { contractUntil } from './owed.ts'
import { confirmPractice, contractEnd, verifyPractice } from './practice.ts'
import { keeping } from './steps/keeping.ts'
import { opening } from './steps/opening.ts'
import { achieved, kindWords } from './words.ts'

export const skillAward = procedure(Award, {
  id: 'skill-award',
  project: 'qiangshen',
  version: 1,
  title: '能级工资兑现',
  short: '能级',
  owners: ['union', 'jointUnion'],
  // A firm's union has what its own workers achieve; a joint union speaks for several firms.
  competent: ({ event }, owner) => owner.kind !== 'union' || owner.firm === event?.firm.organisationId,

  roles: {
    worker: { title: '职工', kind: 'party' },
    employer: { title: '企业', kind: 'party' },
    union: { title: '企业工会', kind: 'desk', posts: ['unionChair', 'unionOfficer'] },
    upperUnion: { title: '上级工会', kind: 'desk', posts: ['districtOfficer', 'chair', 'viceChair', 'officer'], above: true },
  },

  states: {
    reported: '已报告',
    due: '等企业确认',
    confirmed: '已确认兑现',
    disputed: '有争议',
    expired: '合同期满，等续签',
    done: '已兑现',
    ended: '待遇终止',
    elsewhere: '转调解或者仲裁',
    noEntitlement: '合同没有约定',
    notGenuine: '不予认定',
    withdrawn: '已撤回',
  },
  ends: ['done', 'ended', 'elsewhere', 'noEntitlement', 'notGenuine', 'withdrawn'],

  steps: { ...opening, ...keeping },

  deadlines: {
    verify: {
      title: '工会核验',
      from: ['report', 'reportAtDesk'],
      until: ['verify', 'refuse', 'noEntitlement', 'withdraw'],
      rule: verifyPractice,
      by: ['union'],
      ifMissed: { tell: ['union', 'upperUnion'], escalate: true },
    },
    confirm: {
      title: '企业确认兑现',
      from: ['verify', 'uphold', 'carryOver'],
      until: ['confirmPayment', 'object', 'dispute', 'advise', 'end'],
      rule: confirmPractice,
      by: ['employer'],
      ifMissed: { tell: ['worker', 'employer', 'union', 'upperUnion'], escalate: true },
    },
    term: {
      title: '按月待遇发到合同期满',
      from: 'confirmPayment',
      start: contractUntil,
      until: ['dispute', 'carryOver', 'lapse', 'close', 'end', 'advise'],
      rule: contractEnd,
      by: ['union'],
      ifMissed: { take: 'lapse', tell: ['worker', 'union'] },
    },
  },

  marks: {
    disputed: {
      title: '企业没有兑现',
      law: unionLawZhejiang.art(13),
      reads: ['disputes'],
      when: ({ disputes }) => disputes.length > 0,
      suggests: '先请双方坐下来对合同；说不拢的告诉职工调解、仲裁的路子',
    },
  },

  parties: ({ event, verification }) =>
    event
      ? [
          { role: 'worker', name: event.worker.name, ...(event.worker.personId ? { person: event.worker.personId } : {}) },
          { role: 'employer', name: event.firm.name, organisation: event.firm.organisationId, sees: verification !== undefined },
        ]
      : [],
  assigned: () => [],
  subject: ({ event }) => (event ? `${event.worker.name} · ${achieved(event).zh}` : ''),
  matter: ({ event }) => (event ? kindWords[event.kind].zh : ''),
})
