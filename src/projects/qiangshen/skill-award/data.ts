/** The facts of one skill award: what a worker achieved, how it was verified, what the contract gives for it and what the firm confirmed. */
import { z } from 'zod'
import { facts, gathered, type Known } from '#engine/define.ts'
import { count, day, id, long, many, money, month, organisation, person, recorded, words, yes } from '#engine/fields.ts'

/** What a clause of skill-grade wages may follow. */
export const eventKinds = ['certificate', 'mentor', 'degree', 'patent', 'improvement', 'contest', 'honour'] as const
export type EventKind = (typeof eventKinds)[number]

/** The register's eight grades, lowest first; their words stand in the same order. */
export const grades = [
  'apprentice',
  'junior',
  'intermediate',
  'senior',
  'technician',
  'seniorTechnician',
  'specialTechnician',
  'chiefTechnician',
] as const
export const degrees = ['college', 'bachelor', 'master', 'doctor'] as const
export const patents = ['invention', 'utility', 'design'] as const
export const authorities = ['national', 'provincial', 'municipal', 'district', 'enterprise'] as const
export const ranks = ['first', 'second', 'third', 'merit'] as const

/** One thing that a contract gives for the event. */
const item = z.object({
  contractCaseId: id('合同'),
  contractNumber: words('合同编号'),
  contractTitle: words('合同名称'),
  contractUntil: day('合同期限至'),
  /** The place of the clause among the clauses of the contract, from 1. */
  clause: count('第几项条款', 1),
  meaning: words('待遇'),
  amountFen: money('金额'),
  monthly: yes('按月'),
  since: day('自'),
})
export type Item = z.infer<typeof item>

const found = z
  .object({
    employed: yes('在职'),
    items: many(item).meta({ title: '应享受的待遇' }),
    /** Contracts that were looked at and give nothing for this event. */
    looked: many(z.object({ number: words('合同编号'), title: words('合同名称'), why: words('为什么没有') })).meta({
      title: '查看过的合同',
    }),
    /** The case in which the same event was already recognised. */
    earlier: words('已经认定过的案号').optional(),
  })
  .meta({ title: '合同查询结果' })
export type Found = z.infer<typeof found>

export const Award = facts({
  event: z.object({
    kind: z.enum(eventKinds).meta({ title: '什么事' }),
    title: words('证书、奖项或者成果的名称'),
    issuer: words('哪里发的'),
    number: words('证书编号').optional(),
    on: day('发证或者获奖日期'),
    trade: words('工种').optional(),
    grade: z.enum(grades).meta({ title: '技能等级' }).optional(),
    degree: z.enum(degrees).meta({ title: '学历' }).optional(),
    patent: z.enum(patents).meta({ title: '专利种类' }).optional(),
    authority: z.enum(authorities).meta({ title: '哪一级' }).optional(),
    rank: z.enum(ranks).meta({ title: '名次或者等次' }).optional(),
    worker: person('职工'),
    firm: organisation('企业'),
    says: long('说明').optional(),
  }),
  verification: z.object({
    how: z.enum(['original', 'website', 'issuer', 'ceremony']).meta({ title: '怎样核验的' }),
    says: long('核验说明').optional(),
    entitlement: recorded('entitlement', found),
  }),
  refusal: z.object({
    reason: z.enum(['notGenuine', 'notOurs', 'twice', 'incomplete']).meta({ title: '为什么不予认定' }),
    says: long('说明'),
  }),
  absence: z.object({ says: long('说明').optional(), entitlement: recorded('entitlement', found) }),
  /** The firm's word: what it pays, from when. */
  payment: z.object({
    monthlyFen: money('每月发多少').optional(),
    fromMonth: month('从哪个月工资起').optional(),
    onceFen: money('一次性发多少').optional(),
    paidOn: day('一次性奖励的发放日期').optional(),
    says: long('说明').optional(),
  }),
  objections: gathered(z.object({ says: long('企业的意见') })),
  disputes: gathered(
    z.object({
      what: z.enum(['notPaid', 'tooLittle', 'late', 'stopped', 'amount']).meta({ title: '哪里不对' }),
      says: long('说明').optional(),
    }),
  ),
  finding: z.object({ says: long('核实情况') }),
  demands: gathered(z.object({ by: day('请在哪天前兑现'), says: long('说明').optional() })),
  advice: z.object({
    where: z.enum(['committee', 'arbitration', 'inspection']).meta({ title: '到哪里解决' }),
    says: long('说明').optional(),
  }),
  successions: gathered(z.object({ says: long('说明').optional(), entitlement: recorded('entitlement', found) })),
  ending: z.object({
    reason: z.enum(['left', 'retired', 'notRenewed', 'replaced', 'other']).meta({ title: '为什么终止' }),
    says: long('说明').optional(),
  }),
  withdrawal: z.object({ reason: long('为什么撤回').optional() }),
})

export type Facts = Known<typeof Award>
export type EventFacts = NonNullable<Facts['event']>
