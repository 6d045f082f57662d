/** Model matrices to begin a bargaining with: amounts of our own within what is publicly known, each to be changed by the two sides. */
import { type Text, text } from '#kernel/text.ts'
import type { Clause, MeaningId } from './clause.ts'

export const degreeLevels = ['大专', '本科', '硕士', '博士'] as const
export const patentLevels = ['发明专利', '实用新型专利', '外观设计专利'] as const
export const authorityLevels = ['国家级', '省级', '市级', '区级', '企业级'] as const
export const prizeRanks = ['一等奖', '二等奖', '三等奖', '优胜奖'] as const
export const improvementLevels = ['一等', '二等', '三等'] as const

export interface MatrixModel {
  readonly id: string
  /** Ends in 示范样本: nobody is to take it for a rule. */
  readonly title: Text
  readonly clauses: readonly Clause[]
}

const byGrades = (meaning: MeaningId, yuan: Readonly<Record<number, number>>, trade?: string): readonly Clause[] =>
  Object.entries(yuan).map(([grade, amount]) => ({ meaning, grade: Number(grade), value: amount * 100, ...(trade ? { trade } : {}) }))
const byLevels = (meaning: MeaningId, yuan: Readonly<Record<string, number>>): readonly Clause[] =>
  Object.entries(yuan).map(([level, amount]) => ({ meaning, level, value: amount * 100 }))

export const matrixModels: readonly MatrixModel[] = [
  {
    id: 'machinery',
    title: text('机械制造（示范样本）', 'Machinery (a sample)'),
    clauses: [
      ...byGrades('skillAllowance', { 2: 100, 3: 200, 4: 300, 5: 500, 6: 1000 }),
      ...byGrades('skillAllowance', { 4: 350, 5: 600, 6: 1000 }, '数控车工'),
      ...byGrades('promotionReward', { 3: 500, 4: 1000, 5: 2000, 6: 3000 }),
      { meaning: 'mentorAllowance', value: 20_000 },
      ...byLevels('degreeReward', { 大专: 1000, 本科: 2000, 硕士: 3000 }),
      ...byLevels('patentReward', { 发明专利: 2000, 实用新型专利: 800, 外观设计专利: 300 }),
      ...byLevels('improvementReward', { 一等: 1500, 二等: 600, 三等: 100 }),
      ...byLevels('contestPrize', {
        市级一等奖: 2000,
        市级二等奖: 1500,
        市级三等奖: 1000,
        区级一等奖: 1000,
        区级二等奖: 600,
        区级三等奖: 300,
      }),
      ...byLevels('honourReward', { 市级: 2000, 区级: 1000, 企业级: 500 }),
    ],
  },
  {
    id: 'electronics',
    title: text('电子信息（示范样本）', 'Electronics (a sample)'),
    clauses: [
      ...byGrades('skillAllowance', { 3: 200, 4: 300, 5: 500, 6: 1000 }),
      ...byGrades('promotionReward', { 3: 400, 4: 800, 5: 1500, 6: 3000 }),
      { meaning: 'mentorAllowance', value: 15_000 },
      ...byLevels('degreeAllowance', { 大专: 50, 本科: 100 }),
      ...byLevels('patentReward', { 发明专利: 2000, 实用新型专利: 600 }),
      ...byLevels('improvementReward', { 一等: 1200, 二等: 500, 三等: 100 }),
      ...byLevels('contestPrize', { 市级: 1500, 区级: 800, 企业级: 300 }),
      ...byLevels('honourAllowance', { 市级: 200, 区级: 100 }),
    ],
  },
  {
    id: 'small',
    title: text('小微企业（示范样本）', 'Small firm (a sample)'),
    clauses: [
      ...byGrades('skillAllowance', { 2: 100, 3: 200, 4: 300 }),
      ...byGrades('promotionReward', { 3: 300, 4: 600 }),
      ...byLevels('improvementReward', { 一等: 800, 二等: 300, 三等: 100 }),
      { meaning: 'contestPrize', value: 50_000 },
    ],
  },
]
