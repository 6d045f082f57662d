/** What instructors bring along: sets of clauses with model figures left open, and the papers that the house writes by itself. */
import { type Text, text } from '#kernel/text.ts'
import type { MeaningId } from '#law/clauses/clause.ts'

export interface Template {
  readonly id: string
  readonly title: Text
  readonly use: Text
  /** The clauses it proposes to speak of. */
  readonly clauses: readonly MeaningId[]
  /** The paper of a bargaining that it becomes. */
  readonly paper?: Text
}

export const templates: readonly Template[] = [
  {
    id: 'offer',
    title: text('要约准备清单', 'Checklist for an offer'),
    use: text('还没有要约的企业：收集意见、选代表、定内容', 'Before the offer: gather views, choose delegates, settle the contents'),
    clauses: [],
    paper: text('集体协商要约书', 'Offer letter'),
  },
  {
    id: 'wageBasic',
    title: text('工资协商基本条款', 'Wage clauses, basic set'),
    use: text('第一次协商的小企业', 'Small firms that bargain for the first time'),
    clauses: ['minimumWage', 'wageGrowth', 'overtimeBase', 'sickPay'],
    paper: text('工资专项集体合同', 'Special contract on wages'),
  },
  {
    id: 'wageFull',
    title: text('工资协商完整条款', 'Wage clauses, full set'),
    use: text('规上企业', 'Firms above the designated size'),
    clauses: ['minimumWage', 'entryWage', 'trialWage', 'wageGrowth', 'averageWage', 'overtimeBase', 'nightShift', 'yearEnd', 'sickPay'],
    paper: text('工资专项集体合同', 'Special contract on wages'),
  },
  {
    id: 'piece',
    title: text('计件定额条款', 'Piece rates and quotas'),
    use: text('计件为主的企业', 'Firms that pay mostly by the piece'),
    clauses: ['attainableQuota', 'minimumWage', 'overtimeBase'],
  },
  {
    id: 'skill',
    title: text('能级工资四类清单', 'Skill-grade wages, four classes'),
    use: text('有技能工人的企业：技能、学历、创新、荣誉', 'Firms with skilled workers: skill, degree, innovation, honour'),
    clauses: [
      'skillAllowance',
      'mentorAllowance',
      'promotionReward',
      'degreeAllowance',
      'patentReward',
      'improvementReward',
      'contestPrize',
      'honourReward',
    ],
    paper: text('能级工资专项集体合同', 'Special contract on skill-grade wages'),
  },
  {
    id: 'benefits',
    title: text('津贴和福利条款', 'Allowances and benefits'),
    use: text('在工资之外谈什么', 'What to bargain for beside wages'),
    clauses: ['nightShift', 'hotWeather', 'meal', 'transport', 'seniority', 'extraLeave', 'medicalCheck'],
  },
  {
    id: 'women',
    title: text('女职工专项条款', 'Women workers'),
    use: text('女职工较多的企业', 'Firms where many women work'),
    clauses: ['womensCheck', 'extraLeave'],
    paper: text('女职工权益保护专项集体合同', 'Special contract on women workers'),
  },
  {
    id: 'safety',
    title: text('安全卫生专项条款', 'Safety and health'),
    use: text('有危险岗位的企业', 'Firms with dangerous posts'),
    clauses: ['safetyTraining', 'medicalCheck', 'hotWeather', 'weeklyHours'],
    paper: text('劳动安全卫生专项集体合同', 'Special contract on safety and health'),
  },
]
export const templateIds: readonly string[] = templates.map(({ id }) => id)
