/** The rubric: five dimensions, items with points, who answers which question, and the marks from which something follows. Kept in dated versions. */
import { z } from 'zod'
import { type Text, text } from '#kernel/text.ts'

export const dimensions = {
  subject: text('主体', 'Parties'),
  process: text('程序', 'Procedure'),
  content: text('内容', 'Content'),
  performance: text('履行及效果', 'Performance and effect'),
  overall: text('综合', 'Overall'),
} as const satisfies Record<string, Text>
export type Dimension = keyof typeof dimensions
export const dimensionIds = Object.keys(dimensions) as [Dimension, ...Dimension[]]

export const respondents = {
  workers: text('职工', 'Workers'),
  union: text('工会', 'Union'),
  management: text('企业经营管理人员', 'Management'),
} as const satisfies Record<string, Text>
export type Respondent = keyof typeof respondents
export const respondentIds = Object.keys(respondents) as [Respondent, ...Respondent[]]

export const measures = {
  participation: text('参与率', 'Participation'),
  awareness: text('知晓率', 'Awareness'),
  satisfaction: text('满意率', 'Satisfaction'),
} as const satisfies Record<string, Text>
export type Measure = keyof typeof measures

/** Points come in halves, so that sums are exact. */
export const points = (title: string) => z.number().min(0).max(100).multipleOf(0.5).meta({ title })
const share = (title: string) => z.int().min(0).max(10_000).meta({ title })
const short = (title: string, most: number) => z.string().trim().min(1).max(most).meta({ title })

export const item = z.object({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,11}$/)
    .meta({ title: '编号' }),
  dimension: z.enum(dimensionIds).meta({ title: '方面' }),
  title: short('评分点', 120),
  titleEn: short('英文', 200).optional(),
  points: points('满分'),
  /** Scored by a person, or found from the questionnaires. */
  by: z.enum(['evaluator', 'participation', 'awareness', 'satisfaction']).meta({ title: '怎么得分' }),
  evidence: short('看什么材料', 120).optional(),
})
export type Item = z.infer<typeof item>

export const question = z.object({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,11}$/)
    .meta({ title: '编号' }),
  words: short('问题', 120),
  wordsEn: short('英文', 200).optional(),
  measure: z.enum(['awareness', 'satisfaction']).meta({ title: '统计到' }),
  asks: z.array(z.enum(respondentIds)).min(1).max(3).meta({ title: '问谁' }),
})
export type Question = z.infer<typeof question>

export const rubricBody = z.object({
  title: short('名称', 60),
  items: z.array(item).min(5).max(120).meta({ title: '评分点' }),
  questions: z.array(question).min(2).max(30).meta({ title: '问卷' }),
  /** How much each side's answers weigh, in parts. */
  weights: z
    .object({
      workers: z.int().min(1).max(100).meta({ title: '职工权重' }),
      union: z.int().min(0).max(100).meta({ title: '工会权重' }),
      management: z.int().min(0).max(100).meta({ title: '经营管理人员权重' }),
    })
    .meta({ title: '各方权重' }),
  /** In hundredths of a per cent. */
  targets: z
    .object({ participation: share('参与率目标'), awareness: share('知晓率目标'), satisfaction: share('满意率目标') })
    .meta({ title: '目标' }),
  /** From here on it passes; below a plan is due. */
  pass: points('合格分'),
  /** Above this, a firm may be proposed as a model. */
  model: points('示范分'),
  /** Of the firms evaluated in a round, so many are to pass. */
  roundShare: share('一批中合格企业的目标'),
})
export type RubricBody = z.infer<typeof rubricBody>

/** As a case records it. */
export const rubric = rubricBody.extend({ version: z.int().min(1).meta({ title: '版本' }) })
export type Rubric = z.infer<typeof rubric>

export interface RubricFault {
  readonly path: string
  readonly says: Text
}

/** What is wrong with a rubric beyond the shape of its fields. */
export function rubricFaults(body: RubricBody): readonly RubricFault[] {
  const faults: RubricFault[] = []
  const add = (path: string, zh: string, en: string) => faults.push({ path, says: text(zh, en) })
  const total = body.items.reduce((sum, one) => sum + one.points, 0)
  if (total !== 100) add('items', `各评分点的满分合计应为 100 分，现在是 ${total} 分`, `The points must come to 100; they come to ${total}`)
  for (const dimension of dimensionIds)
    if (!body.items.some((one) => one.dimension === dimension))
      add('items', `“${dimensions[dimension].zh}”还没有评分点`, `There is no item under ${dimensions[dimension].en}`)
  for (const id of twice(body.items)) add('items', `评分点编号 ${id} 重复`, `The item id ${id} is used twice`)
  for (const id of twice(body.questions)) add('questions', `问题编号 ${id} 重复`, `The question id ${id} is used twice`)
  for (const measure of ['awareness', 'satisfaction'] as const)
    if (!body.questions.some((one) => one.measure === measure && one.asks.includes('workers')))
      add('questions', `至少要有一个问题向职工问${measures[measure].zh}`, `At least one question must ask workers about ${measure}`)
  if (body.model < body.pass) add('model', '示范分不能低于合格分', 'The mark for a model must not lie below the one to pass')
  return faults
}

const twice = (list: readonly { readonly id: string }[]): readonly string[] => [
  ...new Set(list.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)),
]
