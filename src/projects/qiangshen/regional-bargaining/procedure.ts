/** 区域性、行业性集体协商: one contract for a trade or an area, and every firm in it. Read it top to bottom: it is the law, in order. */
import { procedure } from '#engine/define.ts'
import {
  cbCompleteWage,
  cbFile,
  cbFileWage,
  cbPublish,
  cbPublishWage,
  cbReply,
  cbReplyWage,
  cbReport,
  cbReviewSilence,
  cbTerminateFile,
} from '#law/parameters.ts'
import { Regional } from './data.ts'
import { startIf } from './facts/law.ts'
import { lastDayWritten, signedOn } from './facts/term.ts'
import { matterOf, meetingsOf, partiesOf, subjectOf } from './parties.ts'
import { after } from './steps/after.ts'
import { contract } from './steps/contract.ts'
import { talks } from './steps/talks.ts'

const answered = ['answer', 'answerAsUnion', 'refuse', 'withdraw'] as const
const over = ['expire', 'terminate', 'replace'] as const

export const regionalBargaining = procedure(Regional, {
  id: 'regional-bargaining',
  project: 'qiangshen',
  version: 1,
  title: '区域性、行业性集体协商',
  short: '集体协商（区域行业）',
  owners: ['industry', 'park', 'regional', 'street', 'jointUnion'],

  roles: {
    workers: { title: '职工方', kind: 'desk', posts: ['chair', 'viceChair', 'officer', 'unionChair', 'unionOfficer'] },
    employer: { title: '企业方', kind: 'party' },
    firm: { title: '受约束的企业', kind: 'party' },
    bureau: { title: '人社部门', kind: 'party' },
    upperUnion: { title: '上级工会', kind: 'desk', posts: ['districtOfficer', 'chair', 'viceChair', 'officer'], above: true },
  },

  states: {
    offered: '已要约',
    talking: '协商中',
    drafted: '草案待表决',
    rejected: '未获通过',
    carried: '已通过',
    filed: '已报送',
    objected: '有异议',
    inForce: '有效',
    refused: '对方不协商',
    expired: '已期满',
    terminated: '已解除',
    replaced: '已由新合同代替',
    notConcluded: '没有签成',
    withdrawn: '已撤回',
  },
  ends: ['expired', 'terminated', 'replaced', 'notConcluded', 'withdrawn'],

  steps: { ...talks, ...contract, ...after },

  deadlines: {
    reply: {
      title: '答复要约',
      from: 'serve',
      start: startIf(false, ({ service }) => service?.receivedOn),
      until: answered,
      rule: cbReply,
      by: ['workers', 'employer'],
      ifMissed: { tell: ['workers', 'upperUnion'], escalate: true },
    },
    replyWage: {
      title: '答复工资协商要约',
      from: 'serve',
      start: startIf(true, ({ service }) => service?.receivedOn),
      until: answered,
      rule: cbReplyWage,
      by: ['workers', 'employer'],
      ifMissed: { tell: ['workers', 'upperUnion'], escalate: true },
    },
    complete: {
      title: '完成工资协商',
      from: ['offer', 'offerAsEmployer'],
      start: startIf(true),
      until: ['draft', 'refuse', 'withdraw', 'giveUp'],
      rule: cbCompleteWage,
      by: ['workers', 'employer'],
      ifMissed: { tell: ['workers', 'upperUnion'], escalate: true },
    },
    file: {
      title: '报送合同',
      from: ['signWorkers', 'signEmployer'],
      start: startIf(false, signedOn),
      until: 'file',
      rule: cbFile,
      by: ['employer'],
      ifMissed: { tell: ['workers', 'employer'] },
    },
    fileWage: {
      title: '报送工资合同',
      from: ['signWorkers', 'signEmployer'],
      start: startIf(true, signedOn),
      until: 'file',
      rule: cbFileWage,
      by: ['employer'],
      ifMissed: { tell: ['workers', 'employer'] },
    },
    silence: {
      title: '人社部门审查',
      from: 'receive',
      start: ({ receipt }) => receipt?.receivedOn,
      until: ['takeEffect', 'object'],
      rule: cbReviewSilence,
      by: ['bureau'],
      ifMissed: { take: 'takeEffect', tell: ['workers', 'employer', 'firm'] },
    },
    publish: {
      title: '公布合同',
      from: 'takeEffect',
      start: startIf(false),
      until: ['publish', ...over],
      rule: cbPublish,
      by: ['employer'],
      ifMissed: { tell: ['workers', 'employer'] },
    },
    publishWage: {
      title: '公布工资合同',
      from: 'takeEffect',
      start: startIf(true),
      until: ['publish', ...over],
      rule: cbPublishWage,
      by: ['employer'],
      ifMissed: { tell: ['workers', 'employer'] },
    },
    report: {
      title: '报告履行情况',
      from: ['takeEffect', 'report'],
      until: over,
      rule: cbReport,
      by: ['employer', 'workers'],
      ifMissed: { tell: ['workers', 'employer'] },
    },
    terminationFiling: {
      title: '报备合同解除',
      from: 'terminate',
      start: ({ termination }) => termination?.on,
      until: 'fileTermination',
      rule: cbTerminateFile,
      by: ['employer'],
      ifMissed: { tell: ['workers', 'employer'] },
      outlives: true,
    },
    term: {
      title: '合同期满',
      from: 'takeEffect',
      start: ({ draft }) => draft?.until,
      until: over,
      rule: lastDayWritten,
      by: ['workers'],
      ifMissed: { take: 'expire', tell: ['workers', 'employer', 'firm', 'upperUnion'] },
    },
  },
  marks: {},

  parties: partiesOf,
  assigned: () => [],
  subject: subjectOf,
  matter: matterOf,
  meetings: meetingsOf,
  private: { notes: ['workers', 'upperUnion'] },
})
