/** The clocks of a bargaining. Wages run by Hangzhou's ordinance, everything else by Zhejiang's; the nation's own periods are shown beside. */
import type { At, Deadline } from '#engine/define.ts'
import type { Day } from '#kernel/day.ts'
import { earlierOf, laterOf } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { type Parameter, parameter } from '#law'
import { agreedDay } from '#law/agreed-day.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import {
  cbAgenda,
  cbCompleteWage,
  cbDataWage,
  cbDisputeCoord,
  cbFile,
  cbFileWage,
  cbPublish,
  cbPublishWage,
  cbRenew,
  cbRenewWage,
  cbRepRefill,
  cbReply,
  cbReplyWage,
  cbReport,
  cbReviewSilence,
  cbRevote,
  cbTerminateFile,
  cbToCongress,
  cbToCongressWage,
  supReply,
} from '#law/parameters.ts'
import { ruleById } from '#law/rules.ts'
import type { Facts } from './data.ts'
import { isWage } from './facts/law.ts'
import { openPlaces } from './facts/sides.ts'
import { meetingDay, signedOn } from './facts/windows.ts'

/** Another law's row for the same act. */
const beside = (id: string): Parameter => parameter(id, ruleById(id).title, [ruleById(id)])

/** From a day of the facts, for the kind of talks that this clock is for, where the law of the place sets a period at all. */
const when =
  (wage: boolean | undefined, rule: Parameter, from: (facts: Facts, at: At) => Day | undefined) =>
  (facts: Facts, at: At): Day | undefined => {
    const start = facts.offer && (wage === undefined || isWage(facts.offer.kind) === wage) ? from(facts, at) : undefined
    return start && rule.find(start, at.region) ? start : undefined
  }
const taken = (_: Facts, { on }: At): Day => on

const ended = ['withdraw', 'endWithoutContract'] as const
const answered = ['answer', 'answerEmployer', ...ended] as const
const meeting = ({ materials, materialsAsked, ...facts }: Facts): Day | undefined =>
  materials || !materialsAsked ? undefined : meetingDay({ materialsAsked, ...facts })
/** The first draft starts it, a revised one runs by its own five days. */
const voted = ['carry', 'reject', ...ended] as const

const termEnds = agreedDay(
  'CB.TERM.END',
  text('合同期限届满', 'The term ends'),
  text('集体合同期满', 'The contract ends'),
  contractZhejiang.art(30),
)
const suspensionEnds = agreedDay(
  'CB.SUSPEND.AGREED',
  text('商定的中止期限', 'The suspension agreed'),
  text('恢复协商', 'Resume the talks'),
  wageHangzhou.art(27),
)

const tellUnion = { tell: ['workers', 'upperUnion'], escalate: true } as const

export const beforeTheDraft = {
  answerWage: {
    title: '答复工资协商要约',
    from: 'serve',
    start: when(true, cbReplyWage, ({ service }) => service?.receivedOn),
    until: answered,
    rule: cbReplyWage,
    also: [{ rule: beside('CB.REPLY.WAGE.CN'), from: 'serve' }],
    ifMissed: tellUnion,
  },
  answer: {
    title: '答复协商要约',
    from: 'serve',
    start: when(false, cbReply, ({ service }) => service?.receivedOn),
    until: answered,
    rule: cbReply,
    also: [{ rule: beside('CB.REPLY.CN'), from: 'serve' }],
    ifMissed: tellUnion,
  },
  complete: {
    title: '完成工资协商',
    // A draft that fell leaves the bargaining unfinished: the same sixty days go on.
    from: ['offer', 'reject'],
    start: when(true, cbCompleteWage, (_, { on, days }) => days.offer ?? on),
    until: ['draft', 'reviseDraft', ...ended],
    rule: cbCompleteWage,
    by: ['employer', 'workers'],
    ifMissed: tellUnion,
  },
  agenda: {
    title: '通知议题和代表名单',
    from: ['answer', 'answerEmployer'],
    start: when(undefined, cbAgenda, ({ answer }) => answer?.meetOn),
    until: ['setMeeting', ...ended],
    rule: cbAgenda,
    ifMissed: { tell: ['workers', 'employer'] },
  },
  materialsWage: {
    title: '提供工资协商资料',
    from: ['askMaterials', 'setMeeting'],
    start: when(true, cbDataWage, meeting),
    until: ['supplyMaterials', 'draft', ...ended],
    rule: cbDataWage,
    by: ['employer'],
    ifMissed: tellUnion,
  },
  materials: {
    title: '提供协商资料',
    from: ['askMaterials', 'setMeeting'],
    start: when(false, cbAgenda, meeting),
    until: ['supplyMaterials', 'draft', ...ended],
    rule: cbAgenda,
    by: ['employer'],
    ifMissed: tellUnion,
  },
  refill: {
    title: '补上协商代表',
    from: 'leave',
    start: (facts: Facts, { on }: At) => {
      const open = openPlaces(facts)
      return open.length === 0 ? undefined : open.reduce<Day>((first, { on: since = on }) => earlierOf(since, first), on)
    },
    until: ['refill', ...ended],
    rule: cbRepRefill,
    ifMissed: { tell: ['workers', 'employer', 'upperUnion'] },
  },
  resume: {
    title: '恢复协商',
    from: 'suspend',
    start: ({ suspensions }: Facts) => suspensions.at(-1)?.until,
    until: ['resume', 'applyCoordination', 'refuse', ...ended],
    rule: suspensionEnds,
    ifMissed: tellUnion,
  },
} as const satisfies Readonly<Record<string, Deadline>>

export const untilInForce = {
  toCongressWage: {
    title: '工资合同草案提交职代会',
    from: 'draft',
    start: when(true, cbToCongressWage, taken),
    until: voted,
    rule: cbToCongressWage,
    by: ['workers'],
    ifMissed: tellUnion,
  },
  toCongress: {
    title: '合同草案提交职代会',
    from: 'draft',
    start: when(false, cbToCongress, taken),
    until: voted,
    rule: cbToCongress,
    by: ['workers'],
    ifMissed: tellUnion,
  },
  revote: {
    title: '草案再次提交表决',
    from: 'reviseDraft',
    start: when(undefined, cbRevote, taken),
    until: voted,
    rule: cbRevote,
    by: ['workers'],
    ifMissed: tellUnion,
  },
  fileWage: {
    title: '报送工资合同',
    from: ['signWorkers', 'signEmployer'],
    start: when(true, cbFileWage, (facts, at) => signedOn(facts, at).both),
    until: ['file', ...ended],
    rule: cbFileWage,
    by: ['employer'],
    ifMissed: tellUnion,
  },
  file: {
    title: '报送集体合同',
    from: ['signWorkers', 'signEmployer'],
    start: when(false, cbFile, (facts, at) => signedOn(facts, at).both),
    until: ['file', ...ended],
    rule: cbFile,
    by: ['employer'],
    ifMissed: tellUnion,
  },
  review: {
    title: '人社部门审查',
    from: 'receive',
    start: ({ receipt }: Facts) => receipt?.receivedOn,
    until: ['object', 'takeEffect'],
    rule: cbReviewSilence,
    by: ['bureau'],
    ifMissed: { take: 'takeEffect' },
  },
} as const satisfies Readonly<Record<string, Deadline>>

export const inForce = {
  publishWage: {
    title: '向职工公布工资合同',
    from: 'takeEffect',
    start: when(true, cbPublishWage, taken),
    until: 'publish',
    rule: cbPublishWage,
    also: [{ rule: beside('CB.PUBLISH.WAGE.CN'), from: 'takeEffect' }],
    by: ['employer'],
    ifMissed: tellUnion,
  },
  publish: {
    title: '向职工公布集体合同',
    from: 'takeEffect',
    start: when(false, cbPublish, taken),
    until: 'publish',
    rule: cbPublish,
    by: ['employer'],
    ifMissed: tellUnion,
  },
  report: {
    title: '报告履行情况',
    from: ['takeEffect', 'report'],
    start: when(undefined, cbReport, ({ reports }, { on }) => reports.at(-1)?.heldOn ?? on),
    until: 'report',
    rule: cbReport,
    by: ['employer', 'workers'],
    ifMissed: { tell: ['workers', 'employer', 'upperUnion'] },
  },
  renewWage: {
    title: '要求续订工资合同',
    from: 'takeEffect',
    start: when(true, cbRenewWage, ({ draft }) => draft?.until),
    until: 'renew',
    rule: cbRenewWage,
    by: ['workers', 'employer'],
    ifMissed: { tell: ['workers', 'upperUnion'] },
  },
  renew: {
    title: '要求续订集体合同',
    from: 'takeEffect',
    start: when(false, cbRenew, ({ draft }) => draft?.until),
    until: 'renew',
    rule: cbRenew,
    by: ['workers', 'employer'],
    ifMissed: { tell: ['workers', 'upperUnion'] },
  },
  term: {
    title: '合同期满',
    from: 'takeEffect',
    start: ({ draft }: Facts, { on }: At) => draft && laterOf(draft.until, on),
    until: ['expire', 'terminate', 'replace'],
    rule: termEnds,
    by: ['workers', 'employer'],
    ifMissed: { take: 'expire', tell: ['workers', 'employer', 'upperUnion'] },
  },
  terminationFiling: {
    title: '解除合同备案',
    from: 'terminate',
    start: when(undefined, cbTerminateFile, ({ termination }) => termination?.on),
    until: 'fileTermination',
    rule: cbTerminateFile,
    by: ['employer'],
    ifMissed: { tell: ['workers', 'upperUnion'] },
    outlives: true,
  },
} as const satisfies Readonly<Record<string, Deadline>>

export const whenNotKept = {
  demandAnswer: {
    title: '答复整改意见书',
    from: 'demandCorrection',
    start: when(undefined, supReply, ({ demand }) => demand?.receivedOn),
    until: ['answerDemand', 'proposePenalty'],
    rule: supReply,
    also: [{ rule: beside('SUP.REPLY.HZ'), from: 'demandCorrection' }],
    by: ['employer'],
    ifMissed: tellUnion,
  },
  coordination: {
    title: '人社部门协调处理',
    from: 'acceptCoordination',
    start: when(undefined, cbDisputeCoord, taken),
    until: ['settleCoordination', 'endWithoutContract'],
    rule: cbDisputeCoord,
    by: ['bureau'],
    extended: {
      by: 'extendCoordination',
      to: ({ coordinationExtension }: Facts) => coordinationExtension?.until,
      law: contractZhejiang.art(39),
    },
    ifMissed: { tell: ['workers', 'employer', 'upperUnion'] },
  },
} as const satisfies Readonly<Record<string, Deadline>>
