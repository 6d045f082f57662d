/** How the talks end: an agreement signed and sealed, or none, by a person or by the law. */
import type { Step } from '#engine/define.ts'
import { mediationLaw, rule17 } from '#law/acts/dispute.ts'
import { mediationAgreement } from '../documents/agreement.ts'
import { endNotice, lapseNotice, withdrawalRecord } from '../documents/ending.ts'
import {
  bothSidesSigned,
  challengedAreReplaced,
  copiesAreThree,
  mediatorSignedAndSealed,
  nobodyHasSigned,
  representedAgree,
  termsAreWritten,
  timeIsLeft,
} from '../rules.ts'
import { desk, open, type Taker } from './phases.ts'

const named = (input: object, { name }: Taker) => ({ ...input, name })

export const agreement = {
  draftAgreement: {
    title: '起草协议',
    hint: '谈拢的写成条款，双方签名前都可以改',
    from: 'mediating',
    by: 'mediator',
    law: rule17.art(26),
    gathers: 'drafts',
    clears: ['approvals'],
    needs: [nobodyHasSigned],
  },
  workerSigns: {
    title: '职工方签名',
    from: 'mediating',
    by: 'worker',
    recordedBy: ['mediator'],
    law: mediationLaw.art(14),
    gathers: 'workerSignatures',
    signedBy: named,
    needs: [termsAreWritten],
  },
  firmSigns: {
    title: '企业方签名或者盖章',
    from: 'mediating',
    by: 'employer',
    recordedBy: ['mediator'],
    law: mediationLaw.art(14),
    gathers: 'firmSignatures',
    signedBy: named,
    needs: [termsAreWritten],
  },
  sign: {
    title: '调解员签名、盖章，协议生效',
    from: 'mediating',
    to: 'agreed',
    by: 'mediator',
    law: mediationLaw.art(14),
    fills: 'signing',
    needs: [timeIsLeft, termsAreWritten, bothSidesSigned, representedAgree, mediatorSignedAndSealed, copiesAreThree, challengedAreReplaced],
    papers: [mediationAgreement],
  },

  lapse: { title: '期限届满，调解不成', from: open, to: 'failed', by: 'law', law: mediationLaw.art(14), papers: [lapseNotice] },
  fail: {
    title: '调解不成，书面告知',
    hint: '书面告知双方可以申请仲裁',
    from: 'mediating',
    to: 'failed',
    by: 'mediator',
    law: rule17.art(30),
    fills: 'failure',
    papers: [endNotice],
  },
  withdraw: {
    title: '不调了',
    hint: '随时可以，不用公司同意；您可以直接去仲裁',
    from: open,
    to: 'withdrawn',
    by: 'worker',
    recordedBy: desk,
    law: mediationLaw.art(5),
    fills: 'withdrawal',
    papers: [withdrawalRecord],
  },
} as const satisfies Readonly<Record<string, Step>>
