/** The notices that a mediation has ended, each with the right to arbitrate and its last day. */
import { paper } from '#engine/define.ts'
import { mediationLaw, rule17 } from '#law/acts/dispute.ts'
import { Dispute } from '../data.ts'
import { yuan } from '#kernel/money.ts'
import { isCollective } from '../facts/people.ts'
import { overdueFen } from '../terms.ts'
import { receivedOn } from '../facts/windows.ts'
import { caseLine, claimWords, dated, limitationWords, shortParties } from './phrases.ts'

const reasons = {
  noAgreement: '双方未能达成协议',
  workerUnwilling: '职工方不愿继续调解',
  firmUnwilling: '企业方不愿继续调解',
  absent: '当事人经通知没有到场，调解无法进行',
} as const

const arbitration = '当事人可以依法向劳动人事争议仲裁委员会申请仲裁，仲裁不收费。申请仲裁应当提交书面仲裁申请，并按照被申请人人数提交副本。'
const aid = '本案劳动者一方在十人以上并有共同请求，可以向法律援助机构申请法律援助，法律援助机构应当依法提供。'

/** By a person: talks failed, or one side will not go on. */
export const endNotice = paper(Dispute, {
  id: 'endNotice',
  title: '终止调解告知书',
  series: '调终',
  law: rule17.art(30),
  reads: ['application', 'failure', 'colleagues', 'leavers'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: `${facts.application.worker.name}、${facts.application.respondent.name}`,
    blocks: [
      {
        p: `${shortParties(facts.application)}因${claimWords[facts.application.claimKind].zh}发生的争议，${dated(receivedOn(at))}收到调解申请。经调解，${reasons[facts.failure.reason]}，调解于${dated(at.on)}终止。`,
      },
      ...(facts.failure.says ? [{ p: facts.failure.says }] : []),
      { p: arbitration + limitationWords(facts.application, at) },
      ...(isCollective(facts) ? [{ p: aid }] : []),
    ],
    signatures: [{ label: '职工方（签收）' }, { label: '企业方（签收）' }],
    seal: at.issuer,
    date: at.on,
  }),
})

/** By the law: the time has run out. */
export const lapseNotice = paper(Dispute, {
  id: 'lapseNotice',
  title: '调解期限届满告知书',
  series: '调终',
  law: mediationLaw.art(14),
  reads: ['application', 'colleagues', 'leavers', 'extensions'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: `${facts.application.worker.name}、${facts.application.respondent.name}`,
    blocks: [
      {
        p: `${shortParties(facts.application)}因${claimWords[facts.application.claimKind].zh}发生的争议，${dated(receivedOn(at))}收到调解申请，${facts.extensions.length ? '双方同意延长的期限' : '十五日的调解期限'}已经届满，未达成调解协议，视为调解不成。`,
      },
      { p: arbitration + limitationWords(facts.application, at) },
      ...(isCollective(facts) ? [{ p: aid }] : []),
    ],
    signatures: [{ label: '职工方（签收）' }, { label: '企业方（签收）' }],
    seal: at.issuer,
    date: at.on,
  }),
})

export const withdrawalRecord = paper(Dispute, {
  id: 'withdrawalRecord',
  title: '撤回调解申请记录',
  law: rule17.art(30),
  reads: ['application', 'withdrawal'],
  write: ({ application, withdrawal }, at) => ({
    layout: 'form',
    blocks: [
      caseLine(at),
      {
        p: `${shortParties(application)}争议一案，${application.worker.name}于${dated(at.on)}表示不再调解${withdrawal.reason ? `：${withdrawal.reason}` : '。'}`,
      },
      { p: `调解终止，不影响当事人的其他权利。${arbitration}${limitationWords(application, at)}` },
    ],
    signatures: [{ label: '申请人（签名）' }],
    seal: at.issuer,
    date: at.on,
  }),
})

export const breachNotice = paper(Dispute, {
  id: 'breachNotice',
  title: '不履行调解协议告知书',
  series: '调终',
  law: rule17.art(30),
  reads: ['application', 'breach', 'drafts', 'payments'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: `${facts.application.worker.name}、${facts.application.respondent.name}`,
    blocks: [
      {
        p: `双方达成的调解协议${at.papers.mediationAgreement?.number ? `（${at.papers.mediationAgreement.number}）` : ''}，约定的期限已过，${overdueFen(facts, at.on) > 0 ? `尚有 ${yuan(overdueFen(facts, at.on))} 元到期没有支付` : '有内容没有履行'}：${facts.breach.says}`,
      },
      { p: `另一方当事人可以依法申请仲裁，仲裁不收费。${limitationWords(facts.application, at)}` },
      {
        p: '协议是因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金达成的，职工可以持协议书向人民法院申请支付令；协议已经仲裁委员会制作调解书或者法院裁定有效的，可以向人民法院申请执行。',
      },
    ],
    seal: at.issuer,
    date: at.on,
  }),
})
