/** The talks themselves: figures, meetings, suspensions, the draft. */
import type { Step } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { draftContract } from '../documents/contract.ts'
import { meetingMinutes, suspensionAgreement } from '../documents/meetings.ts'
import { lawfulFigures, oneToThreeYears, onlyWhatIsAgreed } from '../rules/draft.ts'
import { offerWasAnswered } from '../rules/offer.ts'
import { bothListsNamed, composition, listsArePosted, numbers } from '../rules/sides.ts'
import {
  bothConsent,
  materialsInTime,
  meetingWasHeld,
  minutesAreSigned,
  proposalHasASide,
  recorderIsNoDelegate,
  sixtyDaysAtMost,
  thirtyDaysInAll,
  workersChiefConsents,
} from '../rules/talks.ts'
import { bothSides, onSide, talking, union } from './phases.ts'

const drafting = [bothListsNamed, ...numbers, ...composition, onlyWhatIsAgreed, ...lawfulFigures('draft'), oneToThreeYears] as const
/** What stood under the former text stands under this one no more. */
const signatures = ['workerSignature', 'employerSignature'] as const

export const talks = {
  propose: {
    title: '提出方案',
    hint: '没有写的条款保持原样；低于最低工资、低于行业合同的交不上去',
    from: [...talking, 'rejected', 'objected', 'coordinating'],
    by: bothSides,
    recordedBy: union,
    law: contractZhejiang.art(15),
    gathers: 'proposals',
    signedBy: onSide,
    needs: [proposalHasASide, ...lawfulFigures('proposals')],
  },
  recordMeeting: {
    title: '记录协商会议',
    hint: '记录员不是协商代表；双方首席代表签字确认',
    from: ['negotiating', 'rejected', 'objected'],
    by: bothSides,
    recordedBy: union,
    law: wageHangzhou.art(26),
    gathers: 'minutes',
    needs: [meetingWasHeld, ...numbers, ...composition, listsArePosted, materialsInTime, recorderIsNoDelegate, minutesAreSigned],
    papers: [meetingMinutes],
  },
  suspend: {
    title: '中止协商',
    hint: '职工方首席代表同意才能中止；工资协商累计不超过三十日',
    from: 'negotiating',
    to: 'suspended',
    by: union,
    law: wageHangzhou.art(27),
    gathers: 'suspensions',
    needs: [workersChiefConsents, bothConsent, thirtyDaysInAll, sixtyDaysAtMost],
    papers: [suspensionAgreement],
  },
  resume: {
    title: '恢复协商',
    from: ['suspended', 'refused'],
    to: 'negotiating',
    by: bothSides,
    recordedBy: union,
    law: wageHangzhou.art(27),
    gathers: 'resumptions',
    needs: [offerWasAnswered],
  },
  draft: {
    title: '形成合同草案',
    hint: '工资合同由企业方制作；只写已经达成一致的条款',
    from: 'negotiating',
    to: 'drafted',
    by: ['employer', ...union],
    recordedBy: union,
    law: contractZhejiang.art(17),
    fills: 'draft',
    clears: ['convening', 'votes', ...signatures],
    needs: drafting,
    papers: [draftContract],
  },
  reviseDraft: {
    title: '重新协商一致，修改草案',
    hint: '五个工作日内再次提交表决',
    from: 'rejected',
    to: 'drafted',
    by: ['employer', ...union],
    recordedBy: union,
    law: contractZhejiang.art(24),
    fills: 'draft',
    clears: ['convening', ...signatures],
    needs: drafting,
    papers: [draftContract],
  },
  amend: {
    title: '按审查意见修订',
    hint: '对有异议的条款修订，重新签字、重新报送',
    from: 'objected',
    to: 'carried',
    by: ['employer', ...union],
    recordedBy: union,
    law: contractZhejiang.art(34),
    fills: 'draft',
    clears: signatures,
    needs: drafting,
    papers: [draftContract],
  },
} as const satisfies Readonly<Record<string, Step>>
