/** The papers of the talks: hearing notice and record, representatives, extension, hand-over, request to other bodies. */
import { paper } from '#engine/define.ts'
import { yuan } from '#kernel/money.ts'
import { mediationLaw, rule17, zhejiangMediation } from '#law/acts/dispute.ts'
import { Dispute } from '../data.ts'
import { colleaguesIn, representativesIn, workersIn } from '../facts/people.ts'
import { figures } from '../terms.ts'
import { receivedOn } from '../facts/windows.ts'
import { byHand, caseLine, claimWords, dated, partiesBlock, shortParties } from './phrases.ts'

const money = (fen: number | undefined): string => (fen === undefined ? '—' : yuan(fen))

export const hearingNotice = paper(Dispute, {
  id: 'hearingNotice',
  title: '调解会通知书',
  series: '调会',
  law: mediationLaw.art(13),
  reads: ['application', 'assignment', 'hearings'],
  write: ({ application, assignment, hearings }, { on, issuer }) => {
    const hearing = hearings.at(-1)!
    return {
      layout: 'letter',
      addressee: `${application.worker.name}、${application.respondent.name}`,
      blocks: [
        { p: `${shortParties(application)}争议一案，${hearings.length > 1 ? '调解会改期，' : ''}定于下列时间、地点进行调解：` },
        {
          fields: [
            ['时间', `${dated(hearing.day)} ${hearing.start}`],
            ['地点', hearing.room],
            ['方式', hearing.mode === 'video' ? '视频' : '到场'],
            ['调解员', assignment.mediators.map((one) => one.name).join('、')],
            ['是否公开', hearing.open === 'closed' ? '不公开' : '双方都要求公开'],
          ],
        },
        ...(hearing.says ? [{ p: hearing.says }] : []),
        { p: '请携带身份证明、授权委托材料和证据。不能按时到场的，请提前告知，另行约定时间。对调解员有意见的，可以提出更换。' },
      ],
      seal: issuer,
      date: on,
    }
  },
})

export const hearingRecord = paper(Dispute, {
  id: 'hearingRecord',
  title: '调解笔录',
  law: rule17.art(32),
  reads: ['application', 'assignment', 'records', 'hearings', 'workerStatements', 'firmStatements'],
  write: (facts, { on, issuer, caseNumber }) => {
    const record = facts.records.at(-1)!
    const hearing = facts.hearings.at(-1)
    return {
      layout: 'form',
      blocks: [
        {
          fields: [
            ['案号', caseNumber],
            ['时间', hearing ? `${dated(on)} ${hearing.start}` : dated(on)],
            ['地点', hearing?.room ?? issuer],
            ['到场人员', record.present],
            ['调解员', facts.assignment.mediators.map((one) => one.name).join('、')],
            ['第几次', `第 ${facts.records.length} 次`],
          ],
        },
        partiesBlock(facts.application),
        { heading: '双方陈述和调解过程' },
        { p: record.summary },
        { heading: '请求和双方意见（单位：元）' },
        {
          table: {
            head: ['事项', '职工方', '企业方', '已谈拢'],
            rows: figures(facts).map((row) => [row.item, money(row.workerFen), money(row.firmFen), money(row.agreedFen)]),
          },
        },
        { heading: '谈拢的事项' },
        {
          list: record.agreed.length
            ? record.agreed.map((one) => `${one.item}${one.amountFen === undefined ? '' : `：${yuan(one.amountFen)} 元`}`)
            : ['无'],
        },
        { heading: '没有谈拢的事项' },
        { list: record.open.length ? record.open : ['无'] },
        { p: '以上笔录经双方当事人核对无误。' },
      ],
      signatures: [
        { label: '职工方（签名）' },
        { label: '企业方（签名或者盖章）' },
        { label: '调解员（签名）' },
        { label: '记录人（签名）' },
      ],
      date: on,
    }
  },
})

export const representativesLetter = paper(Dispute, {
  id: 'representativesLetter',
  title: '推举代表书',
  law: zhejiangMediation.art(40),
  reads: ['application', 'colleagues', 'leavers', 'elections'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      caseLine(at),
      {
        p: `与${facts.application.respondent.name}因${claimWords[facts.application.claimKind].zh}发生争议的职工共 ${workersIn(facts).length} 人，请求相同，共同推举下列 ${representativesIn(facts).length} 人为代表，参加${at.issuer}的调解：`,
      },
      { table: { head: ['代表', '身份证号码', '联系电话'], rows: representativesIn(facts).map((one) => [one.name, byHand, byHand]) } },
      { p: '代表参加调解的行为对全体被代表的职工有效。变更代表、放弃或者变更请求、承认对方请求、达成协议，须经被代表的职工同意。' },
      { table: { head: ['被代表的职工', '签名', '日期'], rows: workersIn(facts).map((one) => [one.name, '', '']) } },
    ],
    date: at.on,
  }),
})

export const extensionAgreement = paper(Dispute, {
  id: 'extensionAgreement',
  title: '延长调解期限同意书',
  law: rule17.art(29),
  reads: ['application', 'extensions'],
  write: ({ application, extensions }, at) => {
    const { until, reason, workerSignedOn, firmSignedOn } = extensions.at(-1)!
    return {
      layout: 'form',
      blocks: [
        caseLine(at),
        partiesBlock(application),
        {
          p: `双方当事人申请调解的争议，调解组织于${dated(receivedOn(at))}收到申请。${reason ? `因${reason}，` : ''}双方都同意将调解期限延长至 ${dated(until)}。`,
        },
        { p: '延长期限届满仍未达成协议的，视为调解不成，当事人可以依法申请仲裁。' },
      ],
      signatures: [
        { label: '职工方（签名）', name: application.worker.name, ...(workerSignedOn ? { on: workerSignedOn } : {}) },
        { label: '企业方（签名或者盖章）', name: application.respondent.name, ...(firmSignedOn ? { on: firmSignedOn } : {}) },
      ],
      seal: at.issuer,
      date: at.on,
    }
  },
})

export const handOverLetter = paper(Dispute, {
  id: 'handOverLetter',
  title: '调解案件移交函',
  series: '调移',
  law: zhejiangMediation.art(7),
  reads: ['application', 'handOvers', 'extensions'],
  write: ({ application, handOvers }, at) => ({
    layout: 'letter',
    addressee: handOvers.at(-1)!.to.name,
    blocks: [
      {
        p: `${shortParties(application)}因${claimWords[application.claimKind].zh}发生的争议，${dated(receivedOn(at))}收到调解申请。因${handOvers.at(-1)!.reason}，现将案件和材料移交你处继续调解。`,
      },
      { p: `移交不改变期限：仍自${dated(receivedOn(at))}起计算。${at.due('end') ? `调解期限最后一日为 ${dated(at.due('end')!)}。` : ''}` },
    ],
    seal: at.issuer,
    date: at.on,
    attachments: ['调解申请书或者口头申请笔录', '双方陈述和证据材料', '已有笔录'],
  }),
})

export const jointRequest = paper(Dispute, {
  id: 'jointRequest',
  title: '联合调解邀请函',
  series: '调联',
  law: rule17.art(25),
  for: [],
  reads: ['application', 'shares', 'colleagues', 'leavers'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: facts.shares
      .at(-1)!
      .bodies.map((one) => one.name)
      .join('、'),
    blocks: [
      {
        p: `${facts.application.worker.name}${colleaguesIn(facts).length ? `等 ${workersIn(facts).length} 人` : ''}与${facts.application.respondent.name}因${claimWords[facts.application.claimKind].zh}发生争议，正在调解。请贵单位协助：${facts.shares.at(-1)!.reason}`,
      },
      { p: '邀请贵单位协助调解已征得当事人同意。案件情况只用于本次调解，请予保密。' },
    ],
    seal: at.issuer,
    date: at.on,
  }),
})
