/** The packets for commission and court: arbitral review, judicial confirmation, payment order. Ready to sign, identity numbers by hand. */
import { paper } from '#engine/define.ts'
import type { Day } from '#kernel/day.ts'
import { civilProcedureLaw, interpretationOne, mediationLaw, peoplesMediationLaw, rule17 } from '#law/acts/dispute.ts'
import { Dispute } from '../data.ts'
import { agreedFen, paidFen, termsOf } from '../terms.ts'
import { amount, byHand, claimWords, dated, partiesBlock } from './phrases.ts'

const joint = (worker: string, firm: string, workerSignedOn?: Day, firmSignedOn?: Day) => [
  { label: '职工方（签名）', name: worker, ...(workerSignedOn ? { on: workerSignedOn } : {}) },
  { label: '企业方（签名或者盖章）', name: firm, ...(firmSignedOn ? { on: firmSignedOn } : {}) },
]
const enclosed = ['调解协议书原件', '双方身份证明、营业执照副本复印件', '授权委托书（有委托代理人的）', '与协议有关的证据材料']

export const reviewApplication = paper(Dispute, {
  id: 'reviewApplication',
  title: '仲裁审查申请书',
  law: rule17.art(27),
  reads: ['application', 'drafts', 'review'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      partiesBlock(facts.application),
      { heading: '请求事项' },
      {
        p: `请求对双方于${at.days.sign ? dated(at.days.sign) : byHand}经${at.issuer}调解达成的劳动争议调解协议${at.papers.mediationAgreement?.number ? `（${at.papers.mediationAgreement.number}）` : ''}进行审查，并制作调解书。`,
      },
      { heading: '事实和理由' },
      { p: `双方因${claimWords[facts.application.claimKind].zh}发生争议，自愿达成协议，主要内容：` },
      { list: termsOf(facts)?.points ?? [] },
      {
        p: `双方保证：协议出于自愿，内容真实、合法，不损害国家利益、公共利益和他人合法权益，协议没有经过人民法院司法确认。贵委有管辖权：${facts.review.venue === 'firmSeatHere' ? '用人单位所在地在贵委辖区' : '劳动合同履行地在贵委辖区'}。`,
      },
      { p: `此致\n${facts.review.commission}` },
    ],
    signatures: joint(
      facts.application.worker.name,
      facts.application.respondent.name,
      facts.review.workerSignedOn,
      facts.review.firmSignedOn,
    ),
    date: at.on,
    attachments: enclosed,
  }),
})

export const confirmationApplication = paper(Dispute, {
  id: 'confirmationApplication',
  title: '司法确认申请书',
  law: peoplesMediationLaw.art(33),
  reads: ['application', 'drafts', 'confirmation'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      partiesBlock(facts.application),
      { heading: '请求事项' },
      {
        p: `请求裁定双方于${at.days.sign ? dated(at.days.sign) : byHand}经${at.issuer}调解达成的调解协议${at.papers.mediationAgreement?.number ? `（${at.papers.mediationAgreement.number}）` : ''}有效。`,
      },
      { heading: '事实和理由' },
      { p: `双方因${claimWords[facts.application.claimKind].zh}发生争议，自愿达成协议，主要内容：` },
      { list: termsOf(facts)?.points ?? [] },
      ...(agreedFen(facts) > 0 ? [{ p: `协议约定的给付共计${amount(agreedFen(facts))}。` }] : []),
      { p: '双方保证：协议出于自愿，内容真实、合法，没有串通损害国家、公共或者他人的利益；如有不实，愿意依法承担责任。' },
      {
        p: `依据《${civilProcedureLaw.short.zh}》第二百零五条、《${peoplesMediationLaw.short.zh}》第三十三条、《${interpretationOne.title.zh}》第五十二条，共同提出申请。`,
      },
      { p: `此致\n${facts.confirmation.court}` },
    ],
    signatures: joint(
      facts.application.worker.name,
      facts.application.respondent.name,
      facts.confirmation.workerSignedOn,
      facts.confirmation.firmSignedOn,
    ),
    date: at.on,
    attachments: enclosed,
  }),
})

export const paymentOrderApplication = paper(Dispute, {
  id: 'paymentOrderApplication',
  title: '支付令申请书',
  law: mediationLaw.art(16),
  for: ['worker', 'colleague'],
  reads: ['application', 'drafts', 'payments', 'paymentOrder'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      {
        fields: [
          ['申请人', facts.application.worker.name],
          ['身份证号码', byHand],
          ['住所和电话', facts.application.worker.phone ?? byHand],
          ['被申请人', facts.application.respondent.name],
          ['统一社会信用代码', byHand],
          ['住所', byHand],
          ['法定代表人或者负责人', byHand],
        ],
      },
      { heading: '请求事项' },
      { p: `请求贵院向被申请人发出支付令，督促其向申请人支付${amount(facts.paymentOrder.amountFen)}。` },
      { heading: '事实和理由' },
      {
        p: `申请人与被申请人因${claimWords[facts.application.claimKind].zh}发生争议，${at.days.sign ? dated(at.days.sign) : ''}经${at.issuer}主持调解达成调解协议${at.papers.mediationAgreement?.number ? `（${at.papers.mediationAgreement.number}）` : ''}，约定付款如下：`,
      },
      {
        table: {
          head: ['最晚付款日', '金额'],
          rows: (termsOf(facts)?.payments ?? []).map((one) => [dated(one.by), amount(one.amountFen)]),
        },
      },
      {
        p: `被申请人已支付${paidFen(facts) > 0 ? amount(paidFen(facts)) : ' 0 元'}，其余款项到期没有支付。双方没有其他债务纠纷，支付令能够送达被申请人。`,
      },
      {
        p: `依据《${mediationLaw.short.zh}》第十六条、《${interpretationOne.title.zh}》第十三条、《${civilProcedureLaw.short.zh}》第二百二十五条提出申请。`,
      },
      { p: `此致\n${facts.paymentOrder.court}` },
    ],
    signatures: [{ label: '申请人（签名）' }],
    date: at.on,
    attachments: ['劳动争议调解协议书', '申请人身份证复印件', '被申请人企业登记信息', '付款情况（银行流水等）', '不履行调解协议告知书'],
    note: '法院收到申请后五日内通知是否受理，受理之日起十五日内发出支付令；被申请人十五日内不清偿又不提出书面异议的，可以申请执行。',
  }),
})
