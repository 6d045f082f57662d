/** From the report to the entitlement: what was achieved, whether it is so, and which contract gives what for it. */
import type { Step } from '#engine/define.ts'
import type { Id } from '#kernel/id.ts'
import { wageHangzhou } from '#law/acts/bargaining.ts'
import { unionLawZhejiang } from '#law/acts/union.ts'
import type { EventFacts } from '../data.ts'
import { absenceNotice, entitlementNotice, paymentRequest, refusalNotice } from '../documents/papers.ts'
import { districtPractice } from '../practice.ts'
import {
  contractSpeaks,
  detailsAreGiven,
  eventHasHappened,
  noClauseSpeaks,
  notRecognisedBefore,
  workerIsKnown,
  worksThere,
} from '../rules.ts'

const own = (input: EventFacts, { id, name }: { readonly id: Id; readonly name: string }): EventFacts => ({
  ...input,
  worker: { name, personId: id },
})

export const opening = {
  report: {
    title: '报告新证书、新奖项',
    hint: '拿到证书、学历、专利或者奖项就来报，工会查合同替您要待遇',
    to: 'reported',
    by: 'worker',
    law: unionLawZhejiang.art(13),
    fills: 'event',
    signedBy: own,
    needs: [detailsAreGiven, workerIsKnown, eventHasHappened],
  },
  reportAtDesk: {
    title: '代职工登记新证书、新奖项',
    hint: '职工到工会来说，当场记下；在人员名册里选到本人',
    to: 'reported',
    by: 'worker',
    recordedBy: ['union'],
    law: unionLawZhejiang.art(13),
    fills: 'event',
    needs: [detailsAreGiven, workerIsKnown, eventHasHappened],
  },
  correct: {
    title: '更正报告的内容',
    from: 'reported',
    by: 'worker',
    recordedBy: ['union'],
    law: districtPractice.art(1),
    fills: 'event',
    signedBy: own,
    needs: [detailsAreGiven, workerIsKnown, eventHasHappened],
  },
  verify: {
    title: '核验属实，查合同定待遇',
    hint: '自动查当天有效的合同；企业马上收到兑现确认函',
    from: 'reported',
    to: 'due',
    by: 'union',
    law: wageHangzhou.art(36),
    fills: 'verification',
    needs: [worksThere, notRecognisedBefore, contractSpeaks],
    papers: [entitlementNotice, paymentRequest],
  },
  refuse: {
    title: '不予认定',
    hint: '写明理由，书面告诉职工',
    from: 'reported',
    to: 'notGenuine',
    by: 'union',
    law: districtPractice.art(1),
    fills: 'refusal',
    papers: [refusalNotice],
  },
  noEntitlement: {
    title: '合同没有约定',
    hint: '告诉职工查过哪些合同',
    from: 'reported',
    to: 'noEntitlement',
    by: 'union',
    law: wageHangzhou.art(36),
    fills: 'absence',
    needs: [noClauseSpeaks],
    papers: [absenceNotice],
  },
  withdraw: {
    title: '不报了',
    from: 'reported',
    to: 'withdrawn',
    by: 'worker',
    recordedBy: ['union'],
    law: districtPractice.art(1),
    fills: 'withdrawal',
  },
} as const satisfies Readonly<Record<string, Step>>
