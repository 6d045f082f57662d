/** The parts of which the facts of a bargaining are made: clauses, the firm, what lies beneath the figures, delegates, votes. */
import { z } from 'zod'
import { clause, count, day, id, long, many, money, percent, recorded, time, words, yes } from '#engine/fields.ts'

export const clauses = many(clause).meta({ title: '条款' })

/** What the register knows of the firm on the day of the step. */
export const firm = z
  .object({
    organisationId: id('企业'),
    name: words('企业名称'),
    designated: yes('规上企业'),
    employees: count('职工人数').optional(),
    hasUnion: yes('有工会'),
    unionName: words('工会').optional(),
    /** 工会主席或者工会负责人 */
    unionHead: words('工会负责人').optional(),
    legalRepresentative: words('法定代表人').optional(),
    dispatched: count('被派遣劳动者人数').optional(),
  })
  .meta({ title: '企业登记情况' })
export type Firm = z.infer<typeof firm>

/** What lies beneath every figure on the day: the local minimum wage, the guideline, and the clauses of every contract above that binds the firm. */
export const floor = z
  .object({
    minimumWageFen: money('最低工资标准').optional(),
    minimumWageSource: words('依据').optional(),
    guideline: z
      .object({ lower: percent('下线'), base: percent('基准线'), upper: percent('上线'), source: words('依据') })
      .meta({ title: '工资指导线' })
      .optional(),
    contracts: many(z.object({ caseId: id('合同'), title: words('合同名称'), number: words('编号'), level: words('层级'), clauses })).meta({
      title: '行业、区域合同',
    }),
  })
  .meta({ title: '底线' })
export type Floor = z.infer<typeof floor>

export const delegate = z.object({
  name: words('姓名'),
  personId: id('人员').optional(),
  job: words('职务').optional(),
  chief: yes('首席代表'),
  outside: yes('外聘'),
  woman: yes('女'),
  dispatched: yes('劳务派遣'),
})
export type Delegate = z.infer<typeof delegate>
export const sideList = z.object({
  delegates: many(delegate).min(1).meta({ title: '协商代表' }),
  /** 公示: when and where the list was posted, and the photo of it among the attachments. */
  postedOn: day('公示日期').optional(),
  postedAt: words('公示地点').optional(),
  chosenBy: z.enum(['congress', 'union', 'staff', 'employer']).meta({ title: '产生方式' }),
  delegation: words('书面委托').optional(),
  firm: recorded('firm', firm),
})

export const wageRow = z.object({
  trade: words('工种'),
  grade: z.int().min(0).max(8).meta({ title: '技能等级', widget: 'grade' }),
  people: count('人数'),
  monthlyFen: money('月人均工资'),
  nightShifts: count('月人均夜班').optional(),
})
export type WageRow = z.infer<typeof wageRow>

export const signature = z.object({ name: words('签名人'), inCapacity: words('身份').optional(), signedOn: day('签字日期').optional() })
/** What a session that was held in this house counted. */
export const counted = z
  .object({
    caseId: id('职代会'),
    number: words('编号'),
    all: count('应到'),
    present: count('实到'),
    yes: count('赞成'),
    no: count('反对'),
    abstain: count('弃权'),
  })
  .meta({ title: '职代会计票' })
/** What was voted on elsewhere, as it is written down. */
export const typedTally = z.object({
  /** 四届三次 */
  term: count('届', 1),
  session: count('次', 1),
  heldOn: day('会议日期'),
  form: z.enum(['congress', 'assembly']).meta({ title: '职工代表大会还是职工大会' }),
  all: count('应到', 1),
  present: count('实到'),
  yes: count('赞成'),
  no: count('反对'),
  abstain: count('弃权'),
})
export const tally = typedTally.extend({
  /** The session that counted, where it was held in this house; its numbers then stand above what was typed. */
  congress: recorded('congress', counted),
  /** Where the session called last has come to. */
  held: recorded('session', z.object({ caseId: id('职代会'), state: words('进行到哪里') }).meta({ title: '职代会的进行' })),
})
export type Tally = z.infer<typeof tally>

/** A new offer made from a contract in force: to renew it or to change it. */
export const nextOffer = z.object({
  by: z.enum(['workers', 'employer']).meta({ title: '哪一方提出' }).optional(),
  topics: many(words('事项')).min(1).meta({ title: '协商内容' }),
  meetOn: day('建议协商日期'),
  meetAt: time('时间'),
  place: words('地点'),
  delegates: many(words('姓名')).min(1).meta({ title: '本方代表' }),
  reason: long('理由').optional(),
})
