/** Clauses with a meaning: what a collective contract settles in figures or words, so that offers, drafts and floors can be compared and searched. */
import { type Text, text } from '#kernel/text.ts'

/** How a clause's whole number is to be read. Money is in fen; a basis point is a hundredth of a per cent. */
export type ClauseUnit =
  | 'fenPerMonth'
  | 'fenPerDay'
  | 'fenPerShift'
  | 'fenPerYear'
  | 'fenOnce'
  | 'basisPoints'
  | 'tenthsOfHourPerWeek'
  | 'days'
  | 'times'
  | 'words'

/** The four classes of skill-grade wages (能级工资): skill, degree, innovation, honour. */
export const skillClasses = {
  skill: text('技术技能', 'Skill'),
  degree: text('学历提升', 'Degree'),
  innovation: text('创新创造', 'Innovation'),
  honour: text('荣誉', 'Honour'),
} as const satisfies Record<string, Text>
export type SkillClass = keyof typeof skillClasses

export interface Meaning {
  readonly title: Text
  readonly unit: ClauseUnit
  /** Which way is better for the worker: a floor is a least or, for hours, a most. */
  readonly better: 'more' | 'less'
  /** Pay for ordinary work, which must lie above the local minimum wage. */
  readonly pay?: true
  readonly skill?: SkillClass
}

const more = (zh: string, en: string, unit: ClauseUnit, extra: Partial<Meaning> = {}): Meaning => ({
  title: text(zh, en),
  unit,
  better: 'more',
  ...extra,
})

export const meanings = {
  minimumWage: more('企业最低工资', 'Lowest wage in the firm', 'fenPerMonth', { pay: true }),
  entryWage: more('岗位起点工资', 'Starting wage of the post', 'fenPerMonth', { pay: true }),
  trialWage: more('试用期工资', 'Wage in probation', 'fenPerMonth', { pay: true }),
  wageGrowth: more('年度增长幅度', 'Growth in the year', 'basisPoints'),
  averageWage: more('岗位年度平均工资', 'Average wage of the post in the year', 'fenPerYear'),
  nightShift: more('夜班津贴', 'Night shift allowance', 'fenPerShift'),
  hotWeather: more('高温津贴', 'Hot weather allowance', 'fenPerMonth'),
  meal: more('工作餐补贴', 'Meal allowance', 'fenPerDay'),
  transport: more('交通补贴', 'Transport allowance', 'fenPerMonth'),
  seniority: more('工龄工资', 'Seniority pay, per year of service', 'fenPerMonth'),
  yearEnd: more('年终奖', 'Year-end bonus', 'fenPerYear'),
  sickPay: more('病假工资比例', 'Share of pay in sick leave', 'basisPoints'),
  overtimeBase: more('加班工资基数', 'Base of overtime pay', 'fenPerMonth'),
  attainableQuota: more('定额可完成比例', 'Workers who can reach the quota', 'basisPoints'),
  weeklyHours: { title: text('每周工作时间', 'Hours a week'), unit: 'tenthsOfHourPerWeek', better: 'less' },
  extraLeave: more('额外带薪休假', 'Paid leave beyond the law', 'days'),
  medicalCheck: more('职工体检', 'Medical check-ups a year', 'times'),
  womensCheck: more('女职工专项体检', 'Women’s check-ups a year', 'times'),
  safetyTraining: more('安全培训', 'Safety trainings a year', 'times'),
  skillAllowance: more('技能津贴', 'Skill allowance', 'fenPerMonth', { skill: 'skill' }),
  mentorAllowance: more('师带徒津贴', 'Mentor allowance', 'fenPerMonth', { skill: 'skill' }),
  promotionReward: more('技能等级晋升奖励', 'Reward for rising a grade', 'fenOnce', { skill: 'skill' }),
  degreeAllowance: more('学历津贴', 'Degree allowance', 'fenPerMonth', { skill: 'degree' }),
  degreeReward: more('学历提升奖励', 'Reward for a degree', 'fenOnce', { skill: 'degree' }),
  patentReward: more('专利奖励', 'Reward for a patent', 'fenOnce', { skill: 'innovation' }),
  improvementReward: more('合理化建议奖励', 'Reward for an improvement', 'fenOnce', { skill: 'innovation' }),
  contestPrize: more('技能竞赛获奖奖励', 'Reward for a contest prize', 'fenOnce', { skill: 'honour' }),
  honourReward: more('荣誉奖励', 'Reward for an honour', 'fenOnce', { skill: 'honour' }),
  honourAllowance: more('荣誉津贴', 'Honour allowance', 'fenPerMonth', { skill: 'honour' }),
  other: more('其他', 'Other', 'words'),
} as const satisfies Record<string, Meaning>
export type MeaningId = keyof typeof meanings
export const meaningIds = Object.keys(meanings) as readonly MeaningId[]
export const meaningOf = (id: MeaningId): Meaning => meanings[id]

/** One clause. `trade` and `grade` narrow it: the allowance of a senior CNC turner. `grade` is the register's number of the skill grade. */
export interface Clause {
  readonly meaning: MeaningId
  /** A whole number in the unit of the meaning; absent where it is settled in words. */
  readonly value?: number | undefined
  readonly trade?: string | undefined
  readonly grade?: number | undefined
  /** Rank of a prize, level of a degree or of an honour: 一等奖, 本科, 市级. */
  readonly level?: string | undefined
  readonly words?: string | undefined
}

/** What makes two clauses the same row of the table. */
export const clauseKey = ({ meaning, trade, grade, level, words }: Clause): string =>
  [meaning, trade ?? '', grade ?? '', level ?? '', meaning === 'other' ? (words ?? '').slice(0, 40) : ''].join('/')
