/** The papers of the talks: offer, answer, delegates of both sides, minutes. */
import { paper } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { cbCompleteWage, cbReply, cbReplyWage } from '#law/parameters.ts'
import { clauseTable } from '#registry/contracts/clause-table.ts'
import { type Offer, Regional } from '../data.ts'
import { boundFirms } from '../facts/firms.ts'
import { basis, byWageOrdinance, isWage } from '../facts/law.ts'
import { boundWords, bothChiefs, contractWords, dated, delegatesTable, firmsTable, lastWords, otherSide, ownSide } from './phrases.ts'

const matters = ({ level }: Offer) => (level === 'industry' ? ([25, 27] as const) : ([25, 28] as const))

export const offerLetter = paper(Regional, {
  id: 'offerLetter',
  title: '区域性、行业性集体协商要约书',
  series: '区协要',
  law: contractZhejiang.art(9),
  reads: ['offer', 'joins', 'leaves'],
  write: ({ offer, joins, leaves }, at) => ({
    layout: offer.by === 'workers' ? 'letter' : 'form',
    title: `${contractWords(offer)}协商要约书`,
    addressee: otherSide(offer, at.issuer),
    blocks: [
      {
        p: `依据${basis(offer.kind, [7, 9, ...matters(offer)], [24, 30, 31])}，${ownSide(offer, at.issuer)}向贵方提出要约，就${offer.area}的${contractWords(offer)}进行集体协商，涉及${boundWords({ offer, joins, leaves })}。`,
      },
      { heading: '一、时间和地点' },
      { p: `建议 ${dated(offer.meetOn)} ${offer.meetAt}，${offer.place}。` },
      { heading: '二、内容' },
      { list: offer.topics },
      { heading: '三、本方协商代表' },
      { p: offer.delegates.join('、') },
      ...(offer.clauses?.length ? [{ heading: '四、本方提出的条款' }, clauseTable(offer.clauses)] : []),
      ...(offer.reason ? [{ p: `理由：${offer.reason}` }] : []),
      {
        p: `另一方不得拒绝。请自收到本要约书之日起十个工作日内书面答复；${dated(at.on)}收到的，${lastWords(isWage(offer.kind) ? cbReplyWage : cbReply, at.on, at)}（${basis(offer.kind, [7], [24])}）。${byWageOrdinance(offer.kind, at) ? `协商应当自要约发出之日起六十日内完成，${lastWords(cbCompleteWage, at.on, at)}。` : ''}`,
      },
      {
        p: offer.association
          ? `企业方代表由企业代表组织选派，或者协调区域内的企业通过民主推选、授权委托等方式产生，首席代表由企业方代表民主推选产生（${basis(offer.kind, [12], [32])}）。`
          : `当地没有建立企业代表组织，由工会代表职工方与各企业协商；企业方代表由企业推选或者授权委托，首席代表民主推选产生（${basis(offer.kind, [12], [32, 34])}）。`,
      },
      { heading: '附：企业名单' },
      firmsTable(boundFirms({ offer, joins, leaves })),
    ],
    seal: ownSide(offer, at.issuer),
    date: at.on,
  }),
})

export const answerLetter = paper(Regional, {
  id: 'answerLetter',
  title: '集体协商答复书',
  law: contractZhejiang.art(7),
  reads: ['offer', 'answer'],
  write: ({ offer, answer }, at) => ({
    layout: offer.by === 'workers' ? 'form' : 'letter',
    addressee: ownSide(offer, at.issuer),
    blocks: [
      {
        p: `贵方关于${offer.area}${contractWords(offer)}的要约已经收到。依据${basis(offer.kind, [7], [24])}，同意进行集体协商，${answer.agrees === 'agree' ? '同意建议的时间和地点' : '时间和地点商定如下'}：`,
      },
      {
        fields: [
          ['时间', `${dated(answer.meetOn)} ${answer.meetAt}`],
          ['地点', answer.place],
        ],
      },
      ...(answer.says ? [{ p: answer.says }] : []),
    ],
    seal: otherSide(offer, at.issuer),
    date: at.on,
  }),
})

export const delegateList = paper(Regional, {
  id: 'delegateList',
  title: '职工方协商代表名单（公示）',
  law: wageHangzhou.art(32),
  reads: ['offer', 'workerSide'],
  write: ({ offer, workerSide }, at) => ({
    layout: 'form',
    blocks: [
      {
        p: `${offer.area}${contractWords(offer)}的职工方协商代表由${at.issuer}选派${workerSide.approvedOn ? `，并经职工代表大会于 ${dated(workerSide.approvedOn)}审议通过` : ''}，首席代表由工会负责人担任，现予公示。`,
      },
      delegatesTable(workerSide.delegates),
      { p: `协商代表的任期与合同期限相同（${basis(offer.kind, [12, 13], [22, 32])}）。` },
    ],
    seal: at.issuer,
    date: at.on,
  }),
})

const chosen = { association: '由企业代表组织选派', election: '由各企业民主推选', mandate: '由各企业授权委托' } as const

export const employerDelegateList = paper(Regional, {
  id: 'employerDelegateList',
  title: '企业方协商代表名单',
  law: contractZhejiang.art(12),
  reads: ['offer', 'employerSide'],
  write: ({ offer, employerSide }, at) => ({
    layout: 'form',
    blocks: [
      {
        p: `${offer.area}${contractWords(offer)}的企业方协商代表${chosen[employerSide.chosenBy]}产生，首席代表由企业方代表民主推选产生。`,
      },
      delegatesTable(employerSide.delegates),
      { p: `依据${basis(offer.kind, [12], [32, 34])}。` },
    ],
    date: at.on,
  }),
})

export const meetingMinutes = paper(Regional, {
  id: 'meetingMinutes',
  title: '集体协商会议记录',
  law: contractZhejiang.art(16),
  reads: ['offer', 'workerSide', 'employerSide', 'meetings', 'minutes'],
  write: (facts, at) => {
    const record = facts.minutes.at(-1)!
    const meeting = facts.meetings.at(-1)
    return {
      layout: 'form',
      blocks: [
        {
          fields: [
            ['案号', at.caseNumber],
            ['事项', `${facts.offer.area}${contractWords(facts.offer)}`],
            ['时间', meeting ? `${dated(meeting.day)} ${meeting.start}` : dated(at.on)],
            ['地点', meeting?.place ?? facts.offer.place],
            ['记录员', `${record.recorder}（不是协商代表）`],
          ],
        },
        { heading: '到会代表' },
        { p: record.present },
        { heading: '协商经过' },
        { p: record.summary },
      ],
      signatures: bothChiefs(facts).map((one) => ({ ...one, on: at.on })),
      date: at.on,
    }
  },
})
