/** The facts of one bargaining, from the offer to the last report. The forms on the screens follow from this file. */
import { z } from 'zod'
import { facts, gathered, type Known } from '#engine/define.ts'
import { count, day, id, long, many, money, organisation, percent, person, recorded, time, words, yes } from '#engine/fields.ts'
import { clauses, counted, delegate, firm, floor, nextOffer, sideList, signature, tally, typedTally, wageRow } from './data-parts.ts'

export type { Delegate, Firm, Floor, Tally, WageRow } from './data-parts.ts'

export const kinds = ['wage', 'comprehensive', 'safety', 'women', 'skillWages'] as const
export type Kind = (typeof kinds)[number]

export const Bargaining = facts({
  offer: z.object({
    by: z.enum(['workers', 'employer']).meta({ title: '哪一方要约' }),
    kind: z.enum(kinds).meta({ title: '协商什么合同' }),
    purpose: z.enum(['first', 'renewal', 'change', 'second']).meta({ title: '首次、续订、变更还是二次协商' }),
    company: organisation('企业'),
    topics: many(words('事项')).min(1).meta({ title: '协商内容' }),
    clauses: clauses.meta({ title: '提出的条款' }).optional(),
    meetOn: day('建议协商日期'),
    meetAt: time('时间'),
    place: words('地点'),
    delegates: many(words('姓名')).min(1).meta({ title: '本方代表' }),
    reason: long('理由').optional(),
    /** The contract that this one follows or changes. */
    replaces: id('原合同').optional(),
    /** The upper union sends it in place of a weak one (上代下). */
    onBehalf: yes('上级工会代为要约').optional().meta({ title: '上级工会代为要约', widget: 'hidden' }),
    firm: recorded('firm', firm),
    bureau: recorded('bureau', z.object({ organisationId: id('人社部门'), name: words('名称') }).meta({ title: '人社部门' })),
    floor: recorded('floor', floor),
    /** The contract that runs out or is changed, where this house keeps it. */
    former: recorded(
      'former',
      z.object({ number: words('编号'), title: words('合同名称'), until: day('合同期限至') }).meta({ title: '原合同' }),
    ),
  }),
  service: z.object({
    receivedOn: day('对方收到的日期'),
    how: z.enum(['inPerson', 'post', 'online', 'posted']).meta({ title: '送达方式' }),
    receiver: words('签收人').optional(),
    proof: words('送达证明').optional(),
  }),
  answer: z.object({
    agrees: z.enum(['agree', 'otherDay']).meta({ title: '答复' }),
    meetOn: day('协商日期'),
    meetAt: time('时间'),
    place: words('地点'),
    says: long('说明').optional(),
  }),
  refusal: z.object({
    how: z.enum(['refused', 'silent', 'overran', 'noData', 'noSign']).meta({ title: '怎样不履行' }),
    says: long('说明').optional(),
  }),
  workerSide: sideList,
  employerSide: sideList,
  vacancies: gathered(
    z.object({
      side: z.enum(['workers', 'employer']).meta({ title: '哪一方' }),
      name: words('谁'),
      reason: long('为什么'),
      on: day('空缺之日').optional(),
    }),
  ),
  refills: gathered(
    delegate.extend({
      side: z.enum(['workers', 'employer']).meta({ title: '哪一方' }),
      replaces: words('接替谁'),
      noticeOn: day('书面通知对方的日期').optional(),
      delegation: words('书面委托').optional(),
      firm: recorded('firm', firm),
    }),
  ),
  materialsAsked: z.object({ wants: many(words('资料')).min(1).meta({ title: '要哪些资料' }), meetingOn: day('协商会议日期') }),
  materials: z.object({
    year: z.int().min(2000).max(2099).meta({ title: '年度' }),
    revenueFen: money('营业收入').optional(),
    revenueGrowth: percent('营业收入增长').optional(),
    profitFen: z.int().min(-1_000_000_000_000).max(1_000_000_000_000).meta({ title: '利润总额', widget: 'money' }).optional(),
    profitGrowth: percent('利润增长').optional(),
    payrollFen: money('工资总额'),
    workers: count('职工人数', 1),
    current: clauses.meta({ title: '现行标准' }).optional(),
    wages: many(wageRow).meta({ title: '工资表' }).optional(),
    suppliedOn: day('提供日期').optional(),
    says: long('说明').optional(),
  }),
  meetings: gathered(
    z.object({
      day: day('日期'),
      start: time('开始时间'),
      place: words('地点'),
      chairedBy: z.enum(['workers', 'employer']).meta({ title: '哪方首席代表主持' }),
      agenda: long('议题').optional(),
      late: z.enum(['none', 'keptByAgreement']).meta({ title: '资料或者通知迟了时' }).optional(),
    }),
  ),
  /** One side's figures of one round. A clause left out stays as it was. */
  proposals: gathered(
    z.object({
      side: z.enum(['workers', 'employer']).meta({ title: '哪一方' }).optional(),
      round: count('第几轮', 1),
      clauses: clauses.min(1).meta({ title: '条款' }),
      says: long('说明').optional(),
      floor: recorded('floor', floor),
    }),
  ),
  minutes: gathered(
    z.object({
      round: count('第几轮', 1),
      recorder: words('记录员'),
      recorderIsDelegate: yes('记录员是协商代表'),
      present: long('到会代表'),
      summary: long('协商经过'),
      signedByWorkers: yes('职工方首席代表已签字'),
      signedByEmployer: yes('企业方首席代表已签字'),
    }),
  ),
  suspensions: gathered(
    z.object({
      from: day('中止自'),
      until: day('中止到哪一天'),
      workersChiefConsents: yes('职工方首席代表同意'),
      employerConsents: yes('企业方同意'),
      reason: long('原因'),
    }),
  ),
  resumptions: gathered(z.object({ on: day('恢复日期'), says: long('说明').optional() })),
  draft: z.object({
    title: words('合同名称'),
    since: day('合同期限自'),
    until: day('合同期限至'),
    clauses: clauses.min(1).meta({ title: '一致的条款' }),
    paragraphs: many(long('条文')).meta({ title: '其他条文' }).optional(),
    form: z.enum(['contract', 'minutes']).meta({ title: '专项合同还是会议纪要' }),
    floor: recorded('floor', floor),
  }),
  convening: z.object({
    term: count('届', 1),
    session: count('次', 1),
    onDay: day('会议日期'),
    place: words('地点'),
    form: z.enum(['congress', 'assembly']).meta({ title: '职工代表大会还是职工大会' }),
    /** The count of the session called before for the same draft. */
    voted: recorded('voted', counted),
  }),
  votes: gathered(tally),
  workerSignature: signature,
  employerSignature: signature,
  filing: z.object({
    to: words('报送哪里').optional(),
    copies: count('份数', 1),
    explanation: yes('附有说明'),
    says: long('说明').optional(),
  }),
  receipt: z.object({ receivedOn: day('人社部门收到的日期'), number: words('收件编号').optional() }),
  objection: z.object({ says: long('审查意见'), number: words('审查意见书编号').optional() }),
  publication: z.object({ publishedOn: day('公布日期'), how: words('公布方式'), photo: words('照片').optional() }),
  upperCopy: z.object({ to: words('报送哪级工会'), says: long('说明').optional() }),
  reports: gathered(
    z.object({
      year: z.int().min(2000).max(2099).meta({ title: '年度' }),
      heldOn: day('报告日期'),
      says: long('履行情况'),
      kept: count('已履行条款'),
      notKept: count('未履行条款'),
    }),
  ),
  renewal: nextOffer,
  change: nextOffer,
  replacement: z.object({
    on: day('新合同生效日期'),
    number: words('新合同编号'),
    says: long('说明').optional(),
    successor: recorded(
      'successor',
      z.object({ caseId: id('合同'), number: words('编号'), since: day('生效日期') }).meta({ title: '已生效的新合同' }),
    ),
  }),
  termination: z.object({
    ground: z.enum(['lawChanged', 'forceMajeure', 'dissolved', 'agreed', 'other']).meta({ title: '解除的原因' }),
    on: day('解除日期'),
    bothAgree: yes('双方协商一致'),
    says: long('说明').optional(),
    vote: typedTally.meta({ title: '职代会表决' }).optional(),
  }),
  terminationFiling: z.object({ filedOn: day('报备日期') }),
  demand: z.object({ breach: long('违反了什么'), wants: long('要求怎样改正'), signedBy: words('签发人'), receivedOn: day('送达日期') }),
  demandAnswer: z.object({ says: long('答复'), corrected: yes('已经改正') }),
  penaltyProposal: z.object({
    ground: z.enum(['refusedToReceive', 'noAnswer', 'notCorrected']).meta({ title: '为什么提处罚建议' }),
    says: long('建议'),
  }),
  coordination: z.object({ by: z.enum(['workers', 'employer', 'office']).meta({ title: '谁申请' }), matters: long('争议的事项') }),
  coordinationExtension: z.object({ until: day('延长到'), reason: long('书面理由') }),
  coordinationResult: z.object({ settled: yes('达成协议'), says: long('协调结果') }),
  ending: z.object({ bothAgree: yes('双方同意结束'), reason: long('为什么没有签成') }),
  withdrawal: z.object({
    by: z.enum(['workers', 'employer']).meta({ title: '哪一方撤回' }).optional(),
    reason: long('为什么撤回'),
  }),
  notes: gathered(z.object({ says: long('备忘'), who: person('联系人').optional() })),
})

export type Facts = Known<typeof Bargaining>
export type Offer = NonNullable<Facts['offer']>
export type Draft = NonNullable<Facts['draft']>
export type Side = Offer['by']
export type Vote = Facts['votes'][number]
export type Materials = NonNullable<Facts['materials']>
