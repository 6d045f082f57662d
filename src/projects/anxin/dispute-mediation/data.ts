/** The facts of one mediation, from the application to the last yuan paid. The forms on the screens follow from this file. */
import { z } from 'zod'
import { facts, gathered, type Known } from '#engine/define.ts'
import { count, day, id, line, long, many, money, month, organisation, person, phone, time, words, yes } from '#engine/fields.ts'

export const claimKinds = [
  'unpaidWages',
  'overtime',
  'severance',
  'injuryMedical',
  'dismissal',
  'socialInsurance',
  'hoursLeave',
  'contract',
  'relationship',
  'platformDeduction',
  'other',
] as const
export type ClaimKind = (typeof claimKinds)[number]

/** What an agreement may be about for a payment order to follow (调解仲裁法 16), and whatever else. */
export const covers = ['unpaidWages', 'injuryMedical', 'severance', 'damages', 'other'] as const
export const levels = ['enterprise', 'street', 'industry', 'regional'] as const
export type Level = (typeof levels)[number]

const consent = z.object({
  who: words('谁答复的'),
  how: z.enum(['online', 'inPerson', 'byPhone', 'inWriting']).meta({ title: '答复方式' }),
  says: long('说明').optional(),
})
const attendance = z.object({
  comes: z.enum(['yes', 'otherTime', 'no']).meta({ title: '能否到场' }),
  says: long('想改到什么时候，或者为什么来不了').optional(),
})
const statement = z.object({
  says: long('陈述'),
  lines: many(line).meta({ title: '逐项金额' }),
  payBy: day('付清日期').optional(),
})
/** `takeBack`: a name may be struck off again until the seal is on. */
const signature = z.object({
  act: z.enum(['sign', 'takeBack']).meta({ title: '签名或者撤回' }),
  name: words('签名人'),
  inCapacity: words('身份').optional(),
})
const supplement = z.object({ says: long('补充的话') })
const jointRequest = {
  workerSignedOn: day('职工方签名日期').optional(),
  firmSignedOn: day('企业方签名日期').optional(),
}

export const Dispute = facts({
  application: z.object({
    by: z.enum(['worker', 'employer', 'body']).meta({ title: '谁提出' }),
    channel: z.enum(['online', 'written', 'oral']).meta({ title: '申请方式' }),
    claimKind: z.enum(claimKinds).meta({ title: '什么事' }),
    happened: long('事实和理由'),
    wants: long('请求'),
    claims: many(line).meta({ title: '逐项请求' }).optional(),
    amountFen: money('请求总额').optional(),
    sinceMonth: month('从哪个月开始').optional(),
    worker: z
      .object({ name: words('姓名'), personId: id('人员').optional(), phone: phone('电话').optional(), trade: words('工种').optional() })
      .meta({ title: '职工' }),
    respondent: z
      .object({
        name: words('单位名称'),
        organisationId: id('单位').optional(),
        kind: z.enum(['employer', 'platform']).meta({ title: '用人单位还是平台' }),
        phone: phone('电话').optional(),
      })
      .meta({ title: '用人单位或者平台' }),
    stillEmployed: yes('还在那里上班'),
    employmentEndedOn: day('离开的日期').optional(),
    knewOn: day('知道权利受侵害的日期'),
    workers: count('一共几个人', 1).optional(),
    commonClaim: yes('请求是不是一样').optional(),
    street: words('所在街道').optional(),
  }),
  notice: z.object({
    to: words('告知谁'),
    how: z.enum(['online', 'inPerson', 'byPhone', 'inWriting']).meta({ title: '告知方式' }),
    says: long('说明').optional(),
  }),
  firmConsent: gathered(consent),
  workerConsent: gathered(consent),
  decline: z.object({ who: words('谁答复的'), reason: long('理由').optional() }),
  acceptance: z.object({ ground: z.enum(['labour', 'newForm', 'outside']).meta({ title: '争议性质' }), says: long('说明').optional() }),
  refusal: z.object({
    reason: z.enum(['outOfScope', 'noConsent', 'elsewhere', 'noFacts']).meta({ title: '不受理的原因' }),
    says: long('说明'),
    goTo: words('可以找谁').optional(),
  }),
  assignment: z.object({
    mediators: many(
      z
        .object({
          name: words('姓名'),
          personId: id('人员'),
          tie: z.enum(['none', 'nearRelative', 'interest', 'other']).meta({ title: '与当事人或者本案的关系' }),
        })
        .meta({ widget: 'person' }),
    )
      .min(1)
      .max(3)
      .meta({ title: '调解员' }),
  }),
  challenges: gathered(z.object({ mediator: person('对哪位调解员有意见'), reason: long('理由') })),
  hearings: gathered(
    z.object({
      day: day('日期'),
      start: time('开始时间'),
      room: words('调解室'),
      mode: z.enum(['onsite', 'video']).meta({ title: '方式' }),
      open: z.enum(['closed', 'bothWantOpen']).meta({ title: '是否公开' }),
      says: long('提醒带什么，或者为什么改期').optional(),
    }),
  ),
  workerAttendance: gathered(attendance),
  firmAttendance: gathered(attendance),
  workerStatements: gathered(statement),
  firmStatements: gathered(statement),
  records: gathered(
    z.object({
      present: words('到场的人'),
      summary: long('双方陈述和调解过程'),
      agreed: many(line).meta({ title: '谈拢的' }),
      open: many(words('事项')).meta({ title: '没谈拢的' }),
    }),
  ),
  colleagues: gathered(
    person('同事').extend({ phone: phone('电话').optional(), amountFen: money('金额').optional(), sameClaim: yes('请求和申请人一样') }),
  ),
  leavers: gathered(person('退出的同事')),
  elections: gathered(
    z.object({
      people: many(person('代表')).min(1).meta({ title: '推举的代表', widget: 'people' }),
      voters: count('签名推举的人数', 1),
    }),
  ),
  approvals: gathered(person('同意协议内容的职工')),
  extensions: gathered(z.object({ until: day('延长到哪一天'), ...jointRequest, reason: long('为什么要延长').optional() })),
  handOvers: gathered(z.object({ to: organisation('移交给'), level: z.enum(levels).meta({ title: '层级' }), reason: long('理由') })),
  shares: gathered(
    z.object({
      bodies: many(organisation('单位')).min(1).meta({ title: '请哪些单位一起' }),
      reason: long('请他们做什么'),
      bothAgree: yes('双方都同意请他们'),
    }),
  ),
  drafts: gathered(
    z.object({
      points: many(long('条款')).min(1).meta({ title: '协议内容' }),
      payments: many(z.object({ amountFen: money('金额'), by: day('最晚哪天付') })).meta({ title: '付款' }),
      covers: many(z.enum(covers)).min(1).meta({ title: '协议解决的事项' }),
    }),
  ),
  workerSignatures: gathered(signature),
  firmSignatures: gathered(signature),
  signing: z.object({ mediator: words('签名的调解员'), sealedBy: words('盖章的调解组织').optional(), copies: count('份数', 1) }),
  failure: z.object({
    reason: z.enum(['noAgreement', 'workerUnwilling', 'firmUnwilling', 'absent']).meta({ title: '为什么没调成' }),
    says: long('说明').optional(),
  }),
  withdrawal: z.object({ reason: long('为什么不调了').optional() }),
  review: z.object({
    ...jointRequest,
    commission: words('仲裁委员会'),
    venue: z.enum(['performedHere', 'firmSeatHere', 'elsewhere']).meta({ title: '为什么归它管' }),
  }),
  reviewResults: gathered(z.object({ number: words('调解书编号').optional(), says: long('结果') })),
  confirmation: z.object({ ...jointRequest, court: words('法院') }),
  confirmations: gathered(z.object({ number: words('裁定书编号').optional(), says: long('结果') })),
  officeRefusals: gathered(z.object({ from: z.enum(['commission', 'court']).meta({ title: '哪里' }), says: long('不予确认的理由') })),
  payments: gathered(
    z.object({
      amountFen: money('付了多少'),
      paidOn: day('付款日期'),
      how: z.enum(['bank', 'cash', 'other']).meta({ title: '怎么付的' }),
      saidBy: z.enum(['worker', 'firm']).meta({ title: '谁说的' }).optional(),
    }),
  ),
  completion: z.object({ otherPoints: yes('协议的其他内容也做到了'), says: long('说明').optional() }),
  breach: z.object({ says: long('哪些没有做到'), unpaidFen: money('还欠多少').optional() }),
  paymentOrder: z.object({ court: words('向哪个法院申请'), amountFen: money('申请支付多少') }),
  tribunal: z.object({ where: z.enum(['arbitration', 'court', 'enforcement']).meta({ title: '去哪里' }), says: long('说明').optional() }),
  workerSupplements: gathered(supplement),
  firmSupplements: gathered(supplement),
  notes: gathered(z.object({ says: long('备忘') })),
})

export type Facts = Known<typeof Dispute>
export type Application = NonNullable<Facts['application']>
