/** The facts of a regional or industry bargaining, from the offer to the last report. The forms on the screens follow from this file. */
import { z } from 'zod'
import { facts, gathered, type Known } from '#engine/define.ts'
import { clause, count, day, id, long, many, money, organisation, recorded, time, words, yes } from '#engine/fields.ts'

export const kinds = ['wage', 'comprehensive', 'safety', 'women', 'skillWages'] as const
export type Kind = (typeof kinds)[number]
export const sides = ['workers', 'employer'] as const
export type Side = (typeof sides)[number]

const clauses = many(clause)

/** What the register knows of the firms that are named, by their ids. */
const knownFirm = z.object({ organisationId: id('企业'), name: words('企业名称'), employees: count('职工人数').optional() })
const knownFirms = z.array(knownFirm).max(2000).meta({ title: '名册上的企业' })
/** What lies beneath every figure on the day. */
const floor = z
  .object({ minimumWageFen: money('最低工资标准').optional(), minimumWageSource: words('依据').optional() })
  .meta({ title: '最低工资' })

const delegate = z.object({
  name: words('姓名'),
  personId: id('人员').optional(),
  from: words('所在单位').optional(),
  chief: yes('首席代表'),
  outside: yes('外聘'),
})
export type Delegate = z.infer<typeof delegate>
const delegates = many(delegate).min(1).meta({ title: '协商代表' })
const side = (title: string) => z.enum(sides).meta({ title })
const signature = z.object({ name: words('签名人'), signedOn: day('签字日期').optional() })

export const Regional = facts({
  offer: z.object({
    by: side('哪一方要约'),
    level: z.enum(['industry', 'regional']).meta({ title: '行业性还是区域性' }),
    kind: z.enum(kinds).meta({ title: '协商什么合同' }),
    purpose: z.enum(['first', 'renewal', 'change']).meta({ title: '首次、续订还是变更' }),
    area: words('哪个行业或者区域'),
    /** 行业协会、商会、企业联合会、企业家协会、工商联; none where none exists, and then the firms themselves are the other side. */
    association: words('企业代表组织').optional(),
    firms: z.array(organisation('企业')).min(1).max(2000).meta({ title: '受约束的企业' }),
    topics: many(words('事项')).min(1).meta({ title: '协商内容' }),
    clauses: clauses.meta({ title: '提出的条款' }).optional(),
    meetOn: day('建议协商日期'),
    meetAt: time('时间'),
    place: words('地点'),
    delegates: many(words('姓名')).min(1).meta({ title: '本方代表' }),
    reason: long('理由').optional(),
    replaces: id('原合同').optional(),
    known: recorded('firms', knownFirms),
    floor: recorded('floor', floor),
    bureau: recorded('bureau', z.object({ organisationId: id('人社部门'), name: words('名称') }).meta({ title: '人社部门' })),
  }),
  service: z.object({
    receivedOn: day('对方收到的日期'),
    how: z.enum(['inPerson', 'post', 'online']).meta({ title: '送达方式' }),
    receiver: words('签收人').optional(),
  }),
  answer: z.object({
    agrees: z.enum(['agree', 'otherDay']).meta({ title: '答复' }),
    meetOn: day('协商日期'),
    meetAt: time('时间'),
    place: words('地点'),
    says: long('说明').optional(),
  }),
  refusal: z.object({ how: z.enum(['refused', 'silent', 'overran']).meta({ title: '怎样不履行' }), says: long('说明').optional() }),
  workerSide: z.object({
    delegates,
    /** 市32: named by the union, and approved by the regional or industry congress. */
    approvedOn: day('行业、区域职代会审议通过的日期').optional(),
  }),
  employerSide: z.object({
    delegates,
    chosenBy: z.enum(['association', 'election', 'mandate']).meta({ title: '怎样产生' }),
    chiefElected: yes('首席代表由企业方代表民主推选'),
  }),
  meetings: gathered(z.object({ day: day('日期'), start: time('开始时间'), place: words('地点'), chairedBy: side('哪方首席代表召集') })),
  proposals: gathered(
    z.object({
      side: side('哪一方').optional(),
      round: count('第几轮', 1),
      clauses: clauses.min(1).meta({ title: '条款' }),
      says: long('说明').optional(),
    }),
  ),
  minutes: gathered(
    z.object({
      recorder: words('记录员'),
      present: long('到会代表'),
      summary: long('协商经过'),
      signedByWorkers: yes('职工方首席代表已签字'),
      signedByEmployer: yes('企业方首席代表已签字'),
    }),
  ),
  draft: z.object({
    title: words('合同名称'),
    since: day('合同期限自'),
    until: day('合同期限至'),
    clauses: clauses.min(1).meta({ title: '一致的条款' }),
    paragraphs: many(long('条文')).meta({ title: '其他条文' }).optional(),
    floor: recorded('floor', floor),
  }),
  /** The vote of the regional or industry congress. */
  congressVotes: gathered(
    z.object({
      term: count('届', 1),
      session: count('次', 1),
      heldOn: day('会议日期'),
      all: count('全体代表', 1),
      present: count('到会代表'),
      yes: count('同意'),
    }),
  ),
  /** The other way: the vote of each bound firm's congress or meeting. */
  firmVotes: gathered(
    organisation('企业').extend({
      heldOn: day('会议日期'),
      form: z.enum(['congress', 'assembly']).meta({ title: '职工代表大会还是职工大会' }),
      all: count('全体代表或者全体职工', 1),
      yes: count('同意'),
    }),
  ),
  rejection: z.object({ says: long('未通过的原因和修改方案') }),
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
  publication: z.object({ publishedOn: day('公布日期'), how: words('公布方式') }),
  upperCopy: z.object({ to: words('报送哪级工会') }),
  /** A firm that came to the trade or the area after the offer. */
  joins: gathered(organisation('加入的企业').extend({ on: day('从哪天起受约束'), known: recorded('firms', knownFirms) })),
  leaves: gathered(
    organisation('退出的企业').extend({
      on: day('从哪天起不再受约束'),
      ground: z.enum(['dissolved', 'moved', 'otherTrade', 'mistaken']).meta({ title: '为什么' }),
    }),
  ),
  reports: gathered(
    z.object({
      year: z.int().min(2000).max(2099).meta({ title: '年度' }),
      heldOn: day('报告日期'),
      kept: count('已履行的企业'),
      notKept: count('未履行的企业'),
      says: long('履行情况'),
    }),
  ),
  renewal: z.object({
    topics: many(words('事项')).min(1).meta({ title: '协商内容' }),
    meetOn: day('建议协商日期'),
    meetAt: time('时间'),
    place: words('地点'),
    delegates: many(words('姓名')).min(1).meta({ title: '本方代表' }),
  }),
  replacement: z.object({
    on: day('新合同生效日期'),
    number: words('新合同编号').optional(),
    successor: recorded(
      'successor',
      z.object({ caseId: id('合同'), number: words('编号'), since: day('生效日期') }).meta({ title: '已生效的新合同' }),
    ),
  }),
  termination: z.object({
    ground: z.enum(['lawChanged', 'forceMajeure', 'dissolved', 'agreed']).meta({ title: '解除的原因' }),
    on: day('解除日期'),
    bothAgree: yes('双方协商一致'),
    says: long('说明').optional(),
  }),
  terminationFiling: z.object({ filedOn: day('报备日期') }),
  withdrawal: z.object({ by: side('哪一方撤回').optional(), reason: long('为什么撤回') }),
  notes: gathered(z.object({ says: long('备忘') })),
})

export type Facts = Known<typeof Regional>
export type Offer = NonNullable<Facts['offer']>
export type Draft = NonNullable<Facts['draft']>
export type KnownFirm = z.infer<typeof knownFirm>
