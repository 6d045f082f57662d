/** The papers with which the talks begin: the offer, the answer, the request for materials. */
import { paper } from '#engine/define.ts'
import type { Block, WritingAt } from '#engine'
import { contractZhejiang } from '#law/acts/bargaining.ts'
import { cbAgenda, cbCompleteWage, cbDataWage, cbReply, cbReplyWage } from '#law/parameters.ts'
import { clauseTable } from '#registry/contracts/clause-table.ts'
import { Bargaining, type Kind, type Offer } from '../data.ts'
import { byWageOrdinance, isWage } from '../facts/law.ts'
import { basis, dated, kindTitle, lastWords, named, otherSide, ownSide, unionOf } from './phrases.ts'

const purposes: Readonly<Record<Offer['purpose'], (title: string) => string>> = {
  first: (title) => `就签订${title}进行集体协商`,
  renewal: (title) => `现行${title}将要期满，就重新签订或者续订进行集体协商`,
  change: (title) => `就变更现行${title}进行集体协商`,
  second: (title) => `在行业性、区域性集体合同的标准之上，就本企业的${title}进行集体协商（二次协商）`,
}

/** On what the kind of talks and their occasion stand. */
const grounds = ({ kind, purpose }: Offer): string =>
  ({
    first: basis(kind, [7, 8], [24]),
    renewal: basis(kind, [7, 30], [23, 24]),
    change: basis(kind, [7, 31, 33], [24, 37, 39]),
    second: basis(kind, [7], [24, 35]),
  })[purpose]

const proposedTable = (offer: Offer): readonly Block[] =>
  offer.clauses?.length ? [{ heading: '五、本方提出的条款' }, clauseTable(offer.clauses)] : []

const duties = (kind: Kind): string =>
  isWage(kind)
    ? '任何一方要求对方提供与协商有关的真实情况和资料的，对方应当在协商会议的七个工作日前如实提供'
    : '双方应当在协商会议的七日前，将拟定协商的事项和代表名单通知对方，并按照对方要求提供真实情况和资料'

export const offerLetter = paper(Bargaining, {
  id: 'offerLetter',
  title: '集体协商要约书',
  series: '要约',
  law: contractZhejiang.art(7),
  reads: ['offer'],
  write: ({ offer }, at) => ({
    layout: offer.by === 'workers' ? 'letter' : 'form',
    ...(isWage(offer.kind) ? { title: '工资集体协商要约书' } : {}),
    addressee: otherSide(offer, at.issuer),
    blocks: [
      {
        p: `依据${grounds(offer)}，${ownSide(offer, at.issuer)}${offer.onBehalf ? '（由上级工会代为提出）' : ''}向贵方提出要约，${purposes[offer.purpose](kindTitle(offer.kind))}。现将有关事项告知如下：`,
      },
      { heading: '一、协商的时间' },
      { p: `建议 ${dated(offer.meetOn)} ${offer.meetAt} 举行第一次协商会议，具体时间由双方商定。` },
      { heading: '二、协商的地点' },
      { p: offer.place },
      { heading: '三、协商的内容' },
      { list: offer.topics },
      { heading: '四、本方协商代表' },
      { p: `${named(offer.delegates)}。` },
      ...proposedTable(offer),
      ...(offer.reason ? [{ p: `提出要约的理由：${offer.reason}` }] : []),
      { heading: `${offer.clauses?.length ? '六' : '五'}、请贵方办理` },
      {
        list: [
          answerWords(offer, at),
          `选派本方协商代表并确定一名首席代表；代表不少于三名，规模以上企业不少于五名，企业方代表不得多于职工方代表（${basis(offer.kind, [10], [16, 18])}）。`,
          `${duties(offer.kind)}（${basis(offer.kind, [16], [25])}）。`,
        ],
      },
      {
        p: `一方提出集体协商要求，另一方不得拒绝。企业拒绝或者拖延职工方集体协商要求的，由人力资源和社会保障主管部门给予警告，责令限期改正（${basis(offer.kind, [42], [46])}）。`,
      },
    ],
    seal: ownSide(offer, at.issuer),
    date: at.on,
    attachments: ['集体协商代表名单', '集体协商答复书（空白）'],
  }),
})

function answerWords(offer: Offer, at: WritingAt): string {
  const rule = isWage(offer.kind) ? cbReplyWage : cbReply
  const whole = byWageOrdinance(offer.kind, at) ? `协商应当自要约发出之日起六十日内完成，${lastWords(cbCompleteWage, at.on, at)}。` : ''
  return `自收到本要约书之日起十个工作日内书面答复，商定协商的时间和内容；${dated(at.on)}收到的，${lastWords(rule, at.on, at)}（${basis(offer.kind, [7], [24])}）。${whole}`
}

export const answerLetter = paper(Bargaining, {
  id: 'answerLetter',
  title: '集体协商答复书',
  law: contractZhejiang.art(7),
  reads: ['offer', 'service', 'answer'],
  write: ({ offer, service, answer }, at) => ({
    layout: offer.by === 'workers' ? 'form' : 'letter',
    addressee: ownSide(offer, at.issuer),
    blocks: [
      {
        p: `贵方${at.papers.offerLetter?.number ? `《集体协商要约书》（${at.papers.offerLetter.number}）` : '《集体协商要约书》'}于 ${dated(service.receivedOn)}收到。依据${basis(offer.kind, [7], [24])}，现书面答复如下：`,
      },
      {
        p:
          answer.agrees === 'agree'
            ? `同意就签订${kindTitle(offer.kind)}进行集体协商，同意贵方建议的时间和地点。`
            : `同意就签订${kindTitle(offer.kind)}进行集体协商，协商的时间、地点另行商定如下。`,
      },
      {
        fields: [
          ['协商时间', `${dated(answer.meetOn)} ${answer.meetAt}`],
          ['协商地点', answer.place],
          ['协商内容', offer.topics.join('；')],
        ],
      },
      ...(answer.says ? [{ p: `说明：${answer.says}` }] : []),
      { p: '本方将依法产生协商代表、确定首席代表，并按照要求如实提供与协商有关的情况和资料。' },
    ],
    seal: otherSide(offer, at.issuer),
    date: at.on,
  }),
})

export const materialsRequest = paper(Bargaining, {
  id: 'materialsRequest',
  title: '提供集体协商资料通知书',
  series: '协资',
  law: contractZhejiang.art(16),
  reads: ['offer', 'materialsAsked'],
  write: ({ offer, materialsAsked }, at) => ({
    layout: 'letter',
    addressee: offer.company.name,
    blocks: [
      {
        p: `双方定于 ${dated(materialsAsked.meetingOn)}举行${isWage(offer.kind) ? '工资' : ''}集体协商会议。依据${basis(offer.kind, [16], [25])}，请贵单位如实提供下列与协商有关的情况和资料：`,
      },
      { list: materialsAsked.wants },
      {
        p: `${duties(offer.kind)}，本次${lastWords(isWage(offer.kind) ? cbDataWage : cbAgenda, materialsAsked.meetingOn, at)}。`,
      },
      {
        p: `不提供或者不如实提供的，由人力资源和社会保障主管部门给予警告，责令限期改正（${basis(offer.kind, [42], [46])}）。协商代表对知悉的商业秘密负有保密义务。`,
      },
    ],
    seal: unionOf(offer, at.issuer),
    date: at.on,
  }),
})
