/** The talks: hearings, statements, colleagues and their representatives, more time, another body. */
import type { Step } from '#engine/define.ts'
import { arbitrationRules, mediationLaw, rule17, zhejiangMediation } from '#law/acts/dispute.ts'
import type { Facts } from '../data.ts'
import { extensionAgreement, handOverLetter, hearingNotice, hearingRecord, representativesLetter } from '../documents/hearing.ts'
import {
  bothSignedToExtend,
  challengedAreReplaced,
  extensionIsLater,
  hearingIsInTime,
  representativesAreThreeToFive,
  representativesAreWorkers,
  termsAreWritten,
  timeWasLeft,
  workersAreMany,
} from '../rules.ts'
import { anywhere, desk, open, type Taker } from './phases.ts'

const oneself = (input: object, { id, name }: Taker) => ({ ...input, name, personId: id })
const toOf = ({ handOvers }: Facts) => handOvers.at(-1)!.to.organisationId

export const talks = {
  schedule: {
    title: '定调解会',
    from: 'mediating',
    by: desk,
    law: mediationLaw.art(13),
    gathers: 'hearings',
    needs: [hearingIsInTime, challengedAreReplaced],
    papers: [hearingNotice],
  },
  moveHearing: {
    title: '改期',
    hint: '新的通知代替上一份',
    from: 'mediating',
    by: desk,
    law: mediationLaw.art(13),
    gathers: 'hearings',
    needs: [hearingIsInTime, challengedAreReplaced],
    papers: [hearingNotice],
  },
  answerHearing: { title: '我能不能到', from: 'mediating', by: 'worker', recordedBy: desk, law: mediationLaw.art(13), gathers: 'workerAttendance' },
  firmAnswersHearing: { title: '企业能不能到', from: 'mediating', by: 'employer', recordedBy: desk, law: mediationLaw.art(13), gathers: 'firmAttendance' },
  stateClaim: { title: '职工方陈述', from: 'mediating', by: 'worker', recordedBy: desk, law: mediationLaw.art(13), gathers: 'workerStatements' },
  stateAnswer: { title: '企业方陈述', from: 'mediating', by: 'employer', recordedBy: desk, law: mediationLaw.art(13), gathers: 'firmStatements' },
  recordHearing: {
    title: '记录调解会',
    hint: '双方陈述、谈拢的和没谈拢的，当场记下',
    from: 'mediating',
    by: 'mediator',
    law: rule17.art(32),
    gathers: 'records',
    needs: [challengedAreReplaced],
    papers: [hearingRecord],
  },

  join: { title: '同事一起申请', from: open, by: 'worker', recordedBy: desk, law: mediationLaw.art(7), gathers: 'colleagues' },
  leave: { title: '退出共同申请', from: open, by: ['colleague', 'worker'], recordedBy: desk, law: mediationLaw.art(7), gathers: 'leavers', signedBy: oneself },
  electRepresentatives: {
    title: '推举代表',
    hint: '三至五名',
    from: open,
    by: 'worker',
    recordedBy: desk,
    law: zhejiangMediation.art(40),
    gathers: 'elections',
    needs: [workersAreMany, representativesAreThreeToFive, representativesAreWorkers],
    papers: [representativesLetter],
  },
  approve: {
    title: '同意协议内容',
    hint: '代表签名以前，要您同意',
    from: 'mediating',
    by: 'colleague',
    recordedBy: desk,
    law: arbitrationRules.art(63),
    gathers: 'approvals',
    signedBy: oneself,
    needs: [termsAreWritten],
  },

  extend: {
    title: '延长调解期限',
    hint: '双方都签字才能延长',
    from: open,
    by: desk,
    law: zhejiangMediation.art(10),
    gathers: 'extensions',
    needs: [bothSignedToExtend, timeWasLeft, extensionIsLater],
    papers: [extensionAgreement],
  },
  handOver: {
    title: '移交',
    hint: '换一家调解组织，期限照算',
    from: open,
    by: 'clerk',
    law: zhejiangMediation.art(7),
    gathers: 'handOvers',
    movesTo: toOf,
    papers: [handOverLetter],
  },
  takeOver: {
    title: '上收调解',
    hint: '由街道或者上级调解组织直接调解，期限照算',
    from: open,
    by: 'upperUnion',
    law: zhejiangMediation.art(7),
    gathers: 'handOvers',
    movesTo: toOf,
    papers: [handOverLetter],
  },

  supplement: {
    title: '补一份材料',
    hint: '只有职工方和调解组织看得到',
    from: anywhere,
    by: ['worker', 'colleague'],
    recordedBy: desk,
    law: mediationLaw.art(13),
    gathers: 'workerSupplements',
    tells: ['clerk', 'mediator'],
  },
  supplementAsFirm: {
    title: '企业补充材料',
    hint: '只有企业和调解组织看得到',
    from: anywhere,
    by: 'employer',
    recordedBy: desk,
    law: mediationLaw.art(13),
    gathers: 'firmSupplements',
    tells: ['clerk', 'mediator'],
  },
  note: { title: '记一笔', hint: '只有调解组织看得到', from: anywhere, by: desk, law: rule17.art(32), gathers: 'notes', tells: [] },
} as const satisfies Readonly<Record<string, Step>>
