/** The agreement itself, and the receipt when it has been kept. */
import { paper } from '#engine/define.ts'
import { mediationLaw, rule17 } from '#law/acts/dispute.ts'
import { Dispute } from '../data.ts'
import { colleaguesIn, representativesIn, workersIn } from '../facts/people.ts'
import { agreedFen, paidFen, termsOf } from '../terms.ts'
import { confirmationUntil, reviewUntil } from '../facts/windows.ts'
import { amount, caseLine, claimWords, dated, partiesBlock, shortParties } from './phrases.ts'

export const mediationAgreement = paper(Dispute, {
  id: 'mediationAgreement',
  title: '劳动争议调解协议书',
  series: '调协',
  law: mediationLaw.art(14),
  reads: ['application', 'colleagues', 'leavers', 'elections', 'drafts', 'signing', 'workerSignatures', 'firmSignatures'],
  write: (facts, at) => {
    const { application, signing } = facts
    const terms = termsOf(facts)!
    const total = agreedFen(facts)
    const joined = colleaguesIn(facts)
    return {
      layout: 'form',
      blocks: [
        partiesBlock(application),
        ...(joined.length
          ? [
              {
                p: `共同申请的职工共 ${workersIn(facts).length} 人${
                  representativesIn(facts).length
                    ? `，推举的代表：${representativesIn(facts)
                        .map((one) => one.name)
                        .join('、')}`
                    : ''
                }。名单附后。`,
              },
            ]
          : []),
        { heading: '争议事项' },
        { p: `双方因${claimWords[application.claimKind].zh}发生争议。${application.happened}` },
        { heading: '协议内容' },
        { p: `经${at.issuer}主持调解，双方自愿达成如下协议：` },
        { list: terms.points },
        ...(terms.payments.length
          ? [
              { heading: '付款' },
              {
                table: {
                  head: ['期', '最晚付款日', '金额'],
                  rows: terms.payments.map((one, n) => [`${n + 1}`, dated(one.by), amount(one.amountFen)]),
                },
              },
              { p: `共计${amount(total)}。` },
            ]
          : []),
        { heading: '效力' },
        { p: '本协议自双方当事人签名或者盖章，经调解员签名并加盖调解组织印章后生效，对双方具有约束力，双方应当履行。' },
        {
          p: '一方在约定期限内不履行的，另一方可以依法申请仲裁；因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金达成的协议，职工可以持本协议书向人民法院申请支付令。',
        },
        {
          p: `双方可以在 ${dated(reviewUntil(at.on, at))} 以前共同申请仲裁审查，或者在 ${dated(confirmationUntil(at.on, at))} 以前共同向人民法院申请司法确认。`,
        },
        ...(joined.length ? [{ table: { head: ['职工', '签名'], rows: workersIn(facts).map((one) => [one.name, '']) } }] : []),
      ],
      signatures: [
        { label: '职工方（签名）', name: facts.workerSignatures.at(-1)?.name ?? application.worker.name, on: at.days.workerSigns ?? at.on },
        {
          label: '企业方（签名或者盖章）',
          name: facts.firmSignatures.at(-1)?.name ?? application.respondent.name,
          on: at.days.firmSigns ?? at.on,
        },
        { label: '调解员（签名）', name: signing.mediator, on: at.on },
      ],
      seal: signing.sealedBy ?? at.issuer,
      date: at.on,
      copies: signing.copies,
      note: '本协议书一式三份，双方当事人和调解组织各执一份，具有同等效力。',
    }
  },
})

export const performanceReceipt = paper(Dispute, {
  id: 'performanceReceipt',
  title: '调解协议履行确认书',
  law: rule17.art(32),
  reads: ['application', 'drafts', 'payments', 'completion'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      caseLine(at),
      {
        p: `${shortParties(facts.application)}于${at.days.sign ? dated(at.days.sign) : '此前'}达成的调解协议${at.papers.mediationAgreement?.number ? `（${at.papers.mediationAgreement.number}）` : ''}，履行情况如下：`,
      },
      ...(facts.payments.length
        ? [
            {
              table: {
                head: ['付款日期', '方式', '金额'],
                rows: facts.payments.map((one) => [
                  dated(one.paidOn),
                  { bank: '银行转账', cash: '现金', other: '其他' }[one.how],
                  amount(one.amountFen),
                ]),
              },
            },
          ]
        : []),
      {
        p: `协议约定支付${agreedFen(facts) > 0 ? amount(agreedFen(facts)) : '：无'}，已支付${paidFen(facts) > 0 ? amount(paidFen(facts)) : '：无'}。协议已经全部履行，双方就本争议再无其他请求。`,
      },
      ...(facts.completion.says ? [{ p: facts.completion.says }] : []),
    ],
    signatures: [{ label: '职工方（签名）' }, { label: '企业方（签名或者盖章）' }, { label: '调解员（签名）' }],
    date: at.on,
  }),
})
