/** How a bargaining begins: the offer, its service, the answer in ten working days. */
import type { Step } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { answerLetter, offerLetter } from '../documents/offer.ts'
import { lawfulFigures } from '../rules/draft.ts'
import {
  answerSetsATime,
  employerOffered,
  offererWithdraws,
  receivedAfterOffer,
  renewedInTime,
  serviceIsProved,
  talksNotBegun,
  timeLiesAhead,
  workersOffered,
} from '../rules/offer.ts'
import { anywhere, bothSides, bySide, type Taker, union } from './phases.ts'

const offeredBy = (input: object, person: Taker, by: string) => ({ ...bySide(input, person, by), onBehalf: by === 'upperUnion' })

export const opening = {
  offer: {
    title: '发出集体协商要约',
    hint: '写明时间、地点、内容、本方代表；对方不得拒绝',
    to: 'offered',
    by: bothSides,
    recordedBy: union,
    law: wageHangzhou.art(24),
    fills: 'offer',
    signedBy: offeredBy,
    needs: [timeLiesAhead, renewedInTime, ...lawfulFigures('offer')],
    papers: [offerLetter],
  },
  serve: {
    title: '送达要约书',
    hint: '从对方收到之日起算十个工作日',
    from: 'offered',
    to: 'served',
    by: bothSides,
    law: contractZhejiang.art(7),
    fills: 'service',
    needs: [receivedAfterOffer, serviceIsProved],
  },
  answer: {
    title: '书面答复，商定时间',
    hint: '收到之日起十个工作日内；不得拒绝',
    from: ['served', 'refused'],
    to: 'preparing',
    by: 'employer',
    recordedBy: union,
    law: contractZhejiang.art(7),
    fills: 'answer',
    needs: [workersOffered, talksNotBegun, answerSetsATime],
    papers: [answerLetter],
  },
  answerEmployer: {
    title: '答复企业方的要约',
    hint: '收到之日起十个工作日内；不得拒绝',
    from: 'served',
    to: 'preparing',
    by: union,
    law: contractZhejiang.art(7),
    fills: 'answer',
    needs: [employerOffered, answerSetsATime],
    papers: [answerLetter],
  },
  withdraw: {
    title: '撤回要约',
    hint: '还没有形成草案时',
    from: ['offered', 'served', 'preparing', 'negotiating'],
    to: 'withdrawn',
    by: bothSides,
    recordedBy: union,
    law: contractZhejiang.art(7),
    fills: 'withdrawal',
    signedBy: bySide,
    needs: [offererWithdraws],
  },
  note: {
    title: '记一笔',
    hint: '只有工会看得到',
    from: anywhere,
    by: union,
    law: contractZhejiang.art(15),
    gathers: 'notes',
    tells: [],
  },
} as const satisfies Readonly<Record<string, Step>>
