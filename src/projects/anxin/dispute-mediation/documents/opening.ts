/** The papers with which a mediation begins, or does not: application, record, inquiry, acceptance, refusal. */
import { paper } from '#engine/define.ts'
import { mediationLaw, rule17, zhejiangMediation } from '#law/acts/dispute.ts'
import { Dispute } from '../data.ts'
import { colleaguesIn, isCollective } from '../facts/people.ts'
import { lastDay, receivedOn } from '../facts/windows.ts'
import { byHand, caseLine, claimBlocks, claimWords, dated, limitationWords, partiesBlock, shortParties } from './phrases.ts'

export const applicationForm = paper(Dispute, {
  id: 'applicationForm',
  title: '劳动争议调解申请书',
  law: mediationLaw.art(12),
  reads: ['application'],
  when: ({ application }) => application.channel !== 'oral' && application.by !== 'body',
  write: ({ application }, at) => ({
    layout: 'form',
    blocks: [
      caseLine(at),
      partiesBlock(application, application.by === 'worker'),
      ...claimBlocks(application),
      ...(application.workers && application.workers > 1
        ? [{ p: `同一情况的职工共 ${application.workers} 人，请求${application.commonClaim ? '相同' : '不完全相同'}。` }]
        : []),
      { p: '申请人愿意通过调解解决上述争议，请予受理。' },
      { p: `此致\n${at.issuer}` },
    ],
    signatures: [
      {
        label: '申请人（签名或者盖章）',
        ...(application.channel === 'online'
          ? { name: application.by === 'worker' ? application.worker.name : application.respondent.name, on: at.on }
          : {}),
      },
    ],
    date: at.on,
  }),
})

export const oralRecord = paper(Dispute, {
  id: 'oralRecord',
  title: '口头申请调解笔录',
  law: rule17.art(21),
  reads: ['application'],
  when: ({ application }) => application.channel === 'oral',
  write: ({ application }, { on, issuer, caseNumber }) => ({
    layout: 'form',
    blocks: [
      {
        fields: [
          ['案号', caseNumber],
          ['申请时间', dated(on)],
          ['地点', issuer],
          ['记录人', byHand],
        ],
      },
      partiesBlock(application),
      {
        fields: [
          ['争议事项', claimWords[application.claimKind].zh],
          ['争议发生时间', dated(application.knewOn)],
        ],
      },
      ...claimBlocks(application),
      { p: '以上笔录已向申请人宣读，申请人确认与本人所述一致，愿意调解。' },
    ],
    signatures: [{ label: '申请人（签名或者按手印）' }, { label: '记录人（签名）' }],
    date: on,
  }),
})

export const inquiryLetter = paper(Dispute, {
  id: 'inquiryLetter',
  title: '征求调解意见通知书',
  series: '调询',
  law: rule17.art(22),
  reads: ['application'],
  write: ({ application }, at) => ({
    layout: 'letter',
    addressee: application.by === 'employer' ? application.worker.name : application.respondent.name,
    blocks: [
      {
        p: `${dated(receivedOn(at))}，本调解组织收到${shortParties(application)}因${claimWords[application.claimKind].zh}发生争议的调解申请，现将申请内容告知如下：`,
      },
      ...claimBlocks(application),
      {
        p: '调解以双方自愿为前提，不收费。请在收到本通知后尽快答复是否同意调解。不同意调解的，本调解组织将做好记录，并书面通知申请人；申请人可以依法申请仲裁。',
      },
    ],
    seal: at.issuer,
    date: at.on,
  }),
})

export const acceptanceNotice = paper(Dispute, {
  id: 'acceptanceNotice',
  title: '劳动争议调解受理通知书',
  series: '调受',
  law: rule17.art(22),
  reads: ['application', 'colleagues', 'leavers', 'extensions'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: `${facts.application.worker.name}、${facts.application.respondent.name}`,
    blocks: [
      {
        p: `${shortParties(facts.application)}因${claimWords[facts.application.claimKind].zh}发生的争议，属于调解范围，双方同意调解，本调解组织于${dated(at.on)}受理。`,
      },
      {
        p: `调解应当自收到调解申请之日（${dated(receivedOn(at))}）起十五日内结束，最后一日为 ${dated(lastDay(facts.extensions, at))}；双方当事人都同意延期的，可以延长。到期未达成协议的，可以依法申请仲裁。`,
      },
      { p: '调解一般不公开进行，双方都要求公开的除外。当事人可以不接受指定的调解员，可以随时不再调解。调解不收费。' },
      ...(isCollective(facts)
        ? [
            {
              p: '本案劳动者一方在十人以上，有共同请求，可以推举三至五名代表参加调解；代表放弃、变更请求或者达成协议，须经被代表的职工同意。',
            },
          ]
        : []),
      { p: limitationWords(facts.application, at) },
      { p: '请携带身份证明和与争议有关的材料：劳动合同、工资单、银行流水、考勤、聊天记录等。' },
    ],
    seal: at.issuer,
    date: at.on,
  }),
})

const refusalReasons = {
  outOfScope: '该争议不属于劳动争议调解的受理范围',
  noConsent: '另一方当事人不同意调解',
  elsewhere: '该争议已经由仲裁机构、人民法院或者其他调解组织处理',
  noFacts: '没有提供被申请人或者争议的基本情况，经告知仍未补充',
} as const

export const nonAcceptanceNotice = paper(Dispute, {
  id: 'nonAcceptanceNotice',
  title: '劳动争议调解不予受理通知书',
  series: '调不受',
  law: rule17.art(22),
  for: ['worker', 'colleague'],
  reads: ['application', 'refusal'],
  write: ({ application, refusal }, at) => ({
    layout: 'letter',
    addressee: application.by === 'employer' ? application.respondent.name : application.worker.name,
    blocks: [
      {
        p: `${dated(receivedOn(at))}收到的${shortParties(application)}争议的调解申请，经审查，${refusalReasons[refusal.reason]}，决定不予受理。`,
      },
      { p: `具体理由：${refusal.says}` },
      ...(refusal.goTo ? [{ p: `您可以找：${refusal.goTo}。` }] : []),
      ...(refusal.reason === 'outOfScope'
        ? []
        : [{ p: `对属于劳动争议的事项，您可以向劳动人事争议仲裁委员会申请仲裁，仲裁不收费。${limitationWords(application, at)}` }]),
    ],
    seal: at.issuer,
    date: at.on,
  }),
})

export const refusalNotice = paper(Dispute, {
  id: 'refusalNotice',
  title: '当事人不同意调解通知书',
  series: '调告',
  law: rule17.art(30),
  reads: ['application', 'decline', 'colleagues', 'leavers'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: [facts.application.worker, ...colleaguesIn(facts)].map((one) => one.name).join('、'),
    blocks: [
      {
        p: `${dated(at.on)}，${facts.application.respondent.name}（答复人：${facts.decline.who}）表示不同意调解${facts.decline.reason ? `，理由是：${facts.decline.reason}` : ''}。本调解组织已记录在案，调解终止。`,
      },
      { p: `您可以依法向劳动人事争议仲裁委员会申请仲裁，仲裁不收费。${limitationWords(facts.application, at)}` },
      { p: '申请仲裁应当提交书面仲裁申请，并按照被申请人人数提交副本；书写确有困难的，可以请工会协助。' },
    ],
    seal: at.issuer,
    date: at.on,
    note: `调解以双方自愿为前提；依据${zhejiangMediation.short.zh}第十条、${rule17.short.zh}第三十条告知。`,
  }),
})
