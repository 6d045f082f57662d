/** The papers of a skill award: notices to the worker, the request to the firm, its confirmation, and what follows when it does not pay. */
import { paper } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { contractLaw } from '#law/acts/standards.ts'
import { Award } from '../data.ts'
import { contractUntil, itemsNow } from '../owed.ts'
import { basis, dated, eventBlock, itemsTable, money, monthly } from './phrases.ts'

const howWords = { original: '查看原件', website: '在发证单位网站查询', issuer: '向发证单位核实', ceremony: '现场授奖' } as const

export const entitlementNotice = paper(Award, {
  id: 'entitlementNotice',
  title: '能级工资待遇告知书',
  series: '能告',
  law: wageHangzhou.art(36),
  reads: ['event', 'verification', 'successions'],
  for: ['worker'],
  write: (facts, at) => {
    const items = itemsNow(facts)
    const until = contractUntil(facts)
    return {
      layout: 'letter',
      addressee: facts.event.worker.name,
      blocks: [
        { p: `经${howWords[facts.verification.how]}，您的下列成果属实：` },
        eventBlock(facts.event),
        { p: `按照当天有效的集体合同，您应当享受：` },
        itemsTable(items),
        ...(until ? [{ p: `按月的待遇发到合同期满（${dated(until)}）；合同续订后按新合同继续享受。` }] : []),
        { p: '我们已经请企业书面确认。到时间没有发，或者发得不对，请在手机上点“没有发”，也可以到工会来说，不收费。' },
      ],
      seal: at.issuer,
      date: at.on,
    }
  },
})

export const paymentRequest = paper(Award, {
  id: 'paymentRequest',
  title: '能级工资兑现确认函',
  series: '能函',
  law: contractLaw.art(55),
  reads: ['event', 'verification', 'successions'],
  for: ['employer'],
  write: (facts, at) => {
    const due = at.due('confirm')
    return {
      layout: 'letter',
      addressee: facts.event.firm.name,
      blocks: [
        { p: `贵单位职工${facts.event.worker.name}的下列成果经核验属实：` },
        eventBlock(facts.event),
        { p: '按照双方签订、当天有效的集体合同，应当享受：' },
        itemsTable(itemsNow(facts)),
        {
          p: `请${due ? `在${dated(due)}前` : ''}书面确认从哪个月的工资起发、发多少。有不同意见的，请写明理由。依法签订的集体合同对企业和职工有约束力，劳动报酬不得低于集体合同约定的标准。`,
        },
      ],
      seal: at.issuer,
      date: at.on,
      note: '确认期限是区总工会的工作约定，不是法定期限。',
    }
  },
})

export const refusalNotice = paper(Award, {
  id: 'refusalNotice',
  title: '能级工资核验结果告知书',
  series: '能告',
  reads: ['event', 'refusal'],
  for: ['worker'],
  write: ({ event, refusal }, at) => ({
    layout: 'letter',
    addressee: event.worker.name,
    blocks: [
      { p: '您报告的下列成果，这次没有认定：' },
      eventBlock(event),
      { p: `原因：${refusal.says}` },
      { p: '补齐材料或者有不同意见的，可以再来报告一次，也可以请上级工会复核。' },
    ],
    seal: at.issuer,
    date: at.on,
  }),
})

export const absenceNotice = paper(Award, {
  id: 'absenceNotice',
  title: '能级工资合同查询结果告知书',
  series: '能告',
  law: wageHangzhou.art(36),
  reads: ['event', 'absence'],
  for: ['worker'],
  write: ({ event, absence }, at) => {
    const looked = absence.entitlement?.looked ?? []
    return {
      layout: 'letter',
      addressee: event.worker.name,
      blocks: [
        { p: '您报告的成果我们看到了：' },
        eventBlock(event),
        { p: looked.length > 0 ? '我们查了下列集体合同，都没有可以适用的约定：' : '贵单位没有登记过可以查到的集体合同。' },
        ...(looked.length > 0
          ? [{ table: { head: ['合同', '编号', '为什么没有'], rows: looked.map((one) => [one.title, one.number, one.why]) } }]
          : []),
        { p: '这项成果我们记下了，下一次协商时可以作为议题提出来。' },
        ...(absence.says ? [{ p: absence.says }] : []),
      ],
      seal: at.issuer,
      date: at.on,
    }
  },
})

export const confirmation = paper(Award, {
  id: 'confirmation',
  title: '能级工资兑现确认书',
  law: contractLaw.art(55),
  reads: ['event', 'verification', 'successions', 'payment'],
  write: ({ event, payment, ...facts }, at) => ({
    layout: 'form',
    blocks: [
      { fields: [['案号', at.caseNumber]] },
      eventBlock(event),
      itemsTable(itemsNow(facts)),
      {
        list: [
          ...(payment.monthlyFen ? [`每月发 ${money(payment.monthlyFen)}，从${monthly(payment.fromMonth ?? '')}的工资起。`] : []),
          ...(payment.onceFen && payment.paidOn ? [`一次性奖励 ${money(payment.onceFen)}，${dated(payment.paidOn)}发放。`] : []),
          ...(payment.says ? [payment.says] : []),
        ],
      },
    ],
    signatures: [{ label: '企业（盖章）', name: event.firm.name, on: at.on }],
    date: at.on,
  }),
})

export const demandLetter = paper(Award, {
  id: 'demandLetter',
  title: '工会劳动法律监督意见书（能级工资兑现）',
  series: '监意',
  law: wageHangzhou.art(43),
  reads: ['event', 'verification', 'successions', 'demands'],
  write: (facts, at) => {
    const last = facts.demands.at(-1)!
    return {
      layout: 'letter',
      addressee: facts.event.firm.name,
      blocks: [
        { p: `贵单位职工${facts.event.worker.name}应当享受的下列待遇，到今天没有按集体合同兑现：` },
        itemsTable(itemsNow(facts)),
        { p: `依据《${wageHangzhou.short.zh}》第四十三条，请在${dated(last.by)}前兑现，并书面答复。${last.says ?? ''}` },
      ],
      seal: at.issuer,
      date: at.on,
    }
  },
})

const places = {
  committee: '劳动争议调解组织（所在街道劳动争议调解中心，或者本企业劳动争议调解委员会）',
  arbitration: '劳动人事争议仲裁委员会',
  inspection: '劳动保障监察机构',
} as const

export const adviceNotice = paper(Award, {
  id: 'adviceNotice',
  title: '能级工资争议解决途径告知书',
  series: '能告',
  law: contractZhejiang.art(40),
  reads: ['event', 'verification', 'successions', 'advice'],
  write: (facts, at) => ({
    layout: 'letter',
    addressee: `${facts.event.worker.name}、${facts.event.firm.name}`,
    blocks: [
      { p: `双方对下列待遇没有谈拢：` },
      itemsTable(itemsNow(facts)),
      { p: `因履行集体合同发生的争议，可以依法申请调解、提请仲裁或者提起诉讼。这件事请到：${places[facts.advice.where]}。` },
      { p: '申请仲裁不收费；时效一般是一年，从知道权利受到侵害的那天算起。工会可以帮您写申请、准备证据。' },
      ...(facts.advice.says ? [{ p: facts.advice.says }] : []),
      { list: itemsNow(facts).map((item) => `依据：${basis(item)}`) },
    ],
    seal: at.issuer,
    date: at.on,
  }),
})
