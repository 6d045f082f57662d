/** When the talks or the contract break: the union's opinion, the proposal to the labour office, coordination, termination. */
import { paper } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { supervisionHangzhou, supervisionZhejiang } from '#law/acts/supervision.ts'
import { cited, citedAll } from '#law/acts/cited.ts'
import { cbDisputeCoord, cbTerminateFile, supReply } from '#law/parameters.ts'
import { Bargaining, type Facts, type Kind } from '../data.ts'
import { contractTitle } from './contract-body.ts'
import { countOf } from '../facts/votes.ts'
import { arithmetic } from './contract.ts'
import { isWage } from '../facts/law.ts'
import { basis, chiefNamed, dated, kindTitle, lastWords, otherSide, ownSide } from './phrases.ts'

/** What follows if the firm does not mend it. */
const consequences = (kind: Kind): string =>
  isWage(kind)
    ? `拒不改正的，由县级以上工会向人力资源和社会保障主管部门递交工会劳动法律监督建议书（${cited(wageHangzhou.art(43))}）。企业有${cited(wageHangzhou.art(46))}所列情形的，给予警告，责令限期改正；企业方首席代表拒绝签字，或者无正当理由未在六十日内完成协商的，给予警告，责令限期改正，逾期不改正的，对企业处一万元以上三万元以下罚款，并可以对法定代表人或者主要负责人处二千元以上五千元以下罚款（${cited(wageHangzhou.art(47))}）。`
    : `拒不改正的，由工会向同级人力资源和社会保障主管部门提出劳动法律监督处罚建议书（${basis(kind, [41])}）；由人力资源和社会保障主管部门给予警告，责令限期改正（${basis(kind, [42])}）。`

export const supervisionOpinion = paper(Bargaining, {
  id: 'supervisionOpinion',
  title: '工会劳动法律监督意见书',
  series: '监意',
  law: supervisionZhejiang.art(21),
  reads: ['offer', 'demand'],
  write: ({ offer, demand }, at) => ({
    layout: 'letter',
    addressee: offer.company.name,
    blocks: [
      { p: `你单位在${kindTitle(offer.kind)}的集体协商、签订和履行中，存在以下问题：` },
      { heading: '一、违反规定的情况' },
      { p: demand.breach },
      { heading: '二、依据' },
      { p: `${basis(offer.kind, [4, 7, 42], [4, 24, 43, 46])}，${citedAll([supervisionZhejiang.art(21), supervisionZhejiang.art(22)])}。` },
      { heading: '三、整改要求' },
      { p: demand.wants },
      {
        p: `请自收到本意见书之日起十五个工作日内书面答复；于 ${dated(demand.receivedOn)}送达，${lastWords(supReply, demand.receivedOn, at)}（${cited(supervisionZhejiang.art(22))}）。`,
      },
      { p: consequences(offer.kind) },
    ],
    signatures: [{ label: '签发人（工会主席或者副主席）', name: demand.signedBy, on: at.on }],
    seal: at.issuer,
    date: at.on,
    note: `由工会主席或者副主席签发（${citedAll([supervisionZhejiang.art(21), supervisionHangzhou.art(17)])}）。`,
  }),
})

const grounds = {
  refusedToReceive: '拒收工会劳动法律监督意见书',
  noAnswer: '收到工会劳动法律监督意见书后逾期不答复',
  notCorrected: '没有按照工会劳动法律监督意见书的要求改正',
} as const

export const penaltyProposalLetter = paper(Bargaining, {
  id: 'penaltyProposalLetter',
  title: '劳动法律监督处罚建议书',
  series: '监建',
  law: contractZhejiang.art(41),
  for: ['workers', 'bureau'],
  reads: ['offer', 'demand', 'penaltyProposal'],
  write: ({ offer, demand, penaltyProposal }, at) => ({
    layout: 'letter',
    ...(isWage(offer.kind) ? { title: '工会劳动法律监督建议书' } : {}),
    addressee: offer.bureau?.name ?? '人力资源和社会保障局',
    blocks: [
      {
        p: `${offer.company.name}在${kindTitle(offer.kind)}的集体协商、签订和履行中违反规定，工会于 ${dated(demand.receivedOn)}送达工会劳动法律监督意见书${at.papers.supervisionOpinion?.number ? `（${at.papers.supervisionOpinion.number}）` : ''}。该单位${grounds[penaltyProposal.ground]}。`,
      },
      { heading: '一、违反规定的情况' },
      { p: demand.breach },
      { heading: '二、建议' },
      { p: penaltyProposal.says },
      { heading: '三、依据' },
      { p: `${basis(offer.kind, [41, 42], [43, 46, 47])}，${cited(supervisionZhejiang.art(23))}。` },
      { p: '请贵局依法及时处理，并将处理结果告知本会。' },
    ],
    seal: at.issuer,
    date: at.on,
    attachments: ['工会劳动法律监督意见书', '送达证明', '有关证据材料'],
  }),
})

const disputeSide = (
  { coordination, offer }: { coordination: NonNullable<Facts['coordination']>; offer: NonNullable<Facts['offer']> },
  issuer: string,
) =>
  coordination.by === 'office'
    ? '人力资源和社会保障主管部门认为需要，主动协调处理'
    : `${(coordination.by === offer.by ? ownSide : otherSide)(offer, issuer)}申请协调处理`

export const coordinationApplication = paper(Bargaining, {
  id: 'coordinationApplication',
  title: '集体协商争议协调处理申请书',
  law: contractZhejiang.art(39),
  reads: ['offer', 'coordination'],
  when: ({ coordination }) => coordination.by !== 'office',
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      {
        fields: [
          ['申请人', (facts.coordination.by === facts.offer.by ? ownSide : otherSide)(facts.offer, at.issuer)],
          ['另一方', (facts.coordination.by === facts.offer.by ? otherSide : ownSide)(facts.offer, at.issuer)],
          ['协商的合同', kindTitle(facts.offer.kind)],
          ['要约日期', at.days.offer ? dated(at.days.offer) : '—'],
        ],
      },
      { heading: '争议的事项' },
      { p: facts.coordination.matters },
      { heading: '请求' },
      {
        p: `双方因签订集体合同发生争议，经协商没有解决。依据${basis(facts.offer.kind, [39], [44])}，申请协调处理。自受理之日起三十日内结束；${dated(at.on)}受理的，${lastWords(cbDisputeCoord, at.on, at)}。争议复杂需要延期的，最长不超过十五日，并书面说明理由。`,
      },
      { p: `此致\n${facts.offer.bureau?.name ?? '人力资源和社会保障局'}` },
    ],
    signatures: [{ label: '申请人（盖章）' }],
    date: at.on,
  }),
})

export const coordinationAgreement = paper(Bargaining, {
  id: 'coordinationAgreement',
  title: '集体协商争议协调处理协议书',
  series: '协协',
  law: contractZhejiang.art(39),
  reads: ['offer', 'workerSide', 'employerSide', 'vacancies', 'refills', 'coordination', 'coordinationResult'],
  when: ({ coordinationResult }) => coordinationResult.settled,
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      {
        fields: [
          ['案号', at.caseNumber],
          ['企业方', facts.offer.company.name],
          ['职工方', `${facts.offer.company.name}全体职工`],
          ['由来', disputeSide(facts, at.issuer)],
        ],
      },
      { heading: '争议的事项' },
      { p: facts.coordination.matters },
      { heading: '协调结果' },
      { p: facts.coordinationResult.says },
      { p: '以上内容经双方协商一致，自双方首席代表和协调处理人员签字、盖章之日起，双方应当遵守执行，并据此继续协商、形成集体合同草案。' },
    ],
    signatures: [
      { label: '企业方首席代表（签字）', name: chiefNamed(facts, 'employer') },
      { label: '职工方首席代表（签字）', name: chiefNamed(facts, 'workers') },
      { label: '协调处理人员（签字）' },
    ],
    ...(facts.offer.bureau ? { seal: facts.offer.bureau.name } : {}),
    date: at.on,
    copies: 3,
    note: `依据${basis(facts.offer.kind, [39], [44])}。`,
  }),
})

const terminationGrounds = {
  lawChanged: '订立集体合同所依据的法律、法规被修改或者废止',
  forceMajeure: '因不可抗力致使集体合同不能履行',
  dissolved: '企业发生破产、兼并、解散等重大变化，致使集体合同无法履行',
  agreed: '双方协商一致，或者约定的解除条件出现',
  other: '法律、法规规定的其他情形',
} as const

export const terminationAgreement = paper(Bargaining, {
  id: 'terminationAgreement',
  title: '解除集体合同协议书',
  series: '集解',
  law: contractZhejiang.art(31),
  reads: ['offer', 'workerSide', 'employerSide', 'vacancies', 'refills', 'draft', 'termination'],
  write: (facts, at) => {
    const { termination, offer } = facts
    return {
      layout: 'form',
      blocks: [
        {
          p: `依据${basis(offer.kind, [31, 32, 33], [37, 38, 39])}，《${contractTitle(facts)}》自 ${dated(termination.on)}起解除。`,
        },
        {
          fields: [
            ['企业方', offer.company.name],
            ['解除的原因', terminationGrounds[termination.ground]],
            ['双方协商一致', termination.bothAgree ? '是' : '否'],
            ...(termination.vote
              ? ([
                  [
                    '职代会表决',
                    `${arithmetic(termination.vote, at)}，反对 ${countOf(termination.vote).no}，弃权 ${countOf(termination.vote).abstain}`,
                  ],
                ] as const)
              : []),
          ],
        },
        ...(termination.says ? [{ p: termination.says }] : []),
        {
          p: `企业自解除之日起五个工作日内报人力资源和社会保障主管部门备案，${lastWords(cbTerminateFile, termination.on, at)}（${basis(offer.kind, [33])}）。解除以前已经发生的工资和待遇，仍按合同结清。`,
        },
      ],
      signatures: [
        { label: '企业方首席代表（签字）', name: chiefNamed(facts, 'employer') },
        { label: '职工方首席代表（签字）', name: chiefNamed(facts, 'workers') },
      ],
      date: at.on,
      copies: 3,
    }
  },
})
