/** What an evaluation comes to: a pure function of the rubric, the scores and the counted answers, so that anybody can compute it again. */
import { z } from 'zod'
import { count } from '#engine/fields.ts'
import {
  type Dimension,
  dimensionIds,
  type Item,
  type Measure,
  points,
  type Question,
  type Respondent,
  respondentIds,
  type RubricBody,
} from './rubric.ts'

/** The answers of one side, counted: nobody's answer is among them. */
export const sideTally = z.object({
  role: z.enum(respondentIds).meta({ title: '谁答的' }),
  invited: count('应答人数'),
  answered: count('收回份数'),
  aware: count('知晓的回答'),
  awareOf: count('知晓题回答数'),
  satisfied: count('满意的回答'),
  satisfiedOf: count('满意题回答数'),
})
export type SideTally = z.infer<typeof sideTally>
export type Tally = readonly SideTally[]

export const itemScore = z.object({
  item: z.string().max(12).meta({ title: '评分点' }),
  points: points('得分'),
  evidence: z.string().trim().min(1).max(500).meta({ title: '依据' }).optional(),
  /** An attachment of the case. */
  file: z.uuid().meta({ title: '附件' }).optional(),
})
export type ItemScore = z.infer<typeof itemScore>

const hundredths = (title: string) => z.int().min(0).max(10_000).meta({ title })
/** Scores in hundredths of a point, rates in hundredths of a per cent. */
export const result = z.object({
  total: hundredths('总分'),
  subject: hundredths('主体'),
  process: hundredths('程序'),
  content: hundredths('内容'),
  performance: hundredths('履行及效果'),
  overall: hundredths('综合'),
  participation: hundredths('参与率').optional(),
  awareness: hundredths('知晓率').optional(),
  satisfaction: hundredths('满意率').optional(),
})
export type Result = z.infer<typeof result>

export interface ItemResult {
  readonly item: Item
  /** Hundredths of a point. */
  readonly got: number
  readonly full: number
  /** The rate from which it follows, where it does. */
  readonly rate?: number | undefined
}

/** Rounded down: 99.996 % is never 100 %. */
const rateOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.min(10_000, Math.floor((part * 10_000) / whole))

/** Fractions are added as fractions and rounded down once: two thirds of three quarters is exactly a half. */
function weighedRate(sides: readonly { readonly weight: number; readonly part: number; readonly whole: number }[]): number | undefined {
  if (sides.length === 0) return undefined
  const wholes = sides.map(({ whole }) => BigInt(Math.max(1, whole)))
  const all = wholes.reduce((product, whole) => product * whole, 1n)
  const sum = sides.reduce((total, { weight, part, whole }, at) => {
    const counted = whole === 0 ? 0 : Math.min(part, whole)
    return total + (BigInt(weight) * BigInt(counted) * all) / wholes[at]!
  }, 0n)
  const parts = sides.reduce((total, { weight }) => total + weight, 0)
  return Number((sum * 10_000n) / (BigInt(parts) * all))
}

/**
 * Participation counts heads. Awareness and satisfaction weigh the sides: whoever was invited and did not answer counts as nought,
 * or it would pay not to ask.
 */
export function ratesOf({ weights }: Pick<RubricBody, 'weights'>, tally: Tally): Readonly<Partial<Record<Measure, number>>> {
  const sum = (of: (side: SideTally) => number) => tally.reduce((total, side) => total + of(side), 0)
  const asked = tally.filter((side) => side.invited > 0 && weights[side.role] > 0)
  const weighed = (part: (side: SideTally) => number, whole: (side: SideTally) => number) =>
    weighedRate(asked.map((side) => ({ weight: weights[side.role], part: part(side), whole: whole(side) })))
  return {
    participation: rateOf(
      sum((side) => Math.min(side.answered, side.invited)),
      sum((side) => side.invited),
    ),
    awareness: weighed(
      (side) => side.aware,
      (side) => side.awareOf,
    ),
    satisfaction: weighed(
      (side) => side.satisfied,
      (side) => side.satisfiedOf,
    ),
  } as Partial<Record<Measure, number>>
}

/** Item by item, with the rate behind those that follow from the questionnaires: full points from the target on, below in proportion. */
export function itemsOf(rubric: RubricBody, scores: readonly ItemScore[], tally: Tally): readonly ItemResult[] {
  const rates = ratesOf(rubric, tally)
  const given = new Map(scores.map((one) => [one.item, one.points]))
  return rubric.items.map((item) => {
    const full = item.points * 100
    if (item.by === 'evaluator') return { item, full, got: Math.min(full, Math.max(0, Math.round((given.get(item.id) ?? 0) * 100))) }
    const rate = rates[item.by]
    const target = rubric.targets[item.by]
    const got = rate === undefined ? 0 : target === 0 ? full : Math.min(full, Math.floor((full * rate) / target))
    return { item, full, got, rate }
  })
}

export function scoreOf(rubric: RubricBody, scores: readonly ItemScore[], tally: Tally): Result {
  const items = itemsOf(rubric, scores, tally)
  const sum = (of: readonly ItemResult[]) => of.reduce((total, one) => total + one.got, 0)
  const parts = Object.fromEntries(dimensionIds.map((id) => [id, sum(items.filter((one) => one.item.dimension === id))])) as Record<
    Dimension,
    number
  >
  const { participation, awareness, satisfaction } = ratesOf(rubric, tally)
  return {
    total: sum(items),
    ...parts,
    ...(participation === undefined ? {} : { participation }),
    ...(awareness === undefined ? {} : { awareness }),
    ...(satisfaction === undefined ? {} : { satisfaction }),
  }
}

export const sameResult = (a: Result, b: Result): boolean =>
  (Object.keys(result.shape) as (keyof Result)[]).every((name) => a[name] === b[name])

export const passes = (rubric: Pick<RubricBody, 'pass'>, { total }: Result): boolean => total >= rubric.pass * 100
/** Strictly above: 90 itself is not above 90. */
export const mayBeModel = (rubric: Pick<RubricBody, 'model'>, { total }: Result): boolean => total > rubric.model * 100

/** Items for which a person has to say something. */
export const scoredByPeople = ({ items }: Pick<RubricBody, 'items'>): readonly Item[] => items.filter((one) => one.by === 'evaluator')
export const questionsFor = ({ questions }: Pick<RubricBody, 'questions'>, role: Respondent): readonly Question[] =>
  questions.filter((one) => one.asks.includes(role))

/** Awareness: 1 yes, 0 no. Satisfaction: from 5, very satisfied, to 1; 4 and 5 are satisfied. */
export const isGood = (question: Pick<Question, 'measure'>, answer: number): boolean =>
  question.measure === 'awareness' ? answer === 1 : answer >= 4
export const mayAnswer = (question: Pick<Question, 'measure'>, answer: number): boolean =>
  question.measure === 'awareness' ? answer === 0 || answer === 1 : answer >= 1 && answer <= 5

export type Answers = Readonly<Record<string, number>>

/** Answer sheets of one side, counted. */
export function tallySide(
  { questions }: Pick<RubricBody, 'questions'>,
  role: Respondent,
  invited: number,
  sheets: readonly Answers[],
): SideTally {
  const counted = (measure: Question['measure']) => {
    const asked = questions.filter((one) => one.measure === measure && one.asks.includes(role))
    const given = sheets.flatMap((sheet) => asked.flatMap((one) => (sheet[one.id] === undefined ? [] : [isGood(one, sheet[one.id]!)])))
    return { good: given.filter(Boolean).length, all: given.length }
  }
  const aware = counted('awareness')
  const satisfied = counted('satisfaction')
  return {
    role,
    invited,
    answered: sheets.length,
    aware: aware.good,
    awareOf: aware.all,
    satisfied: satisfied.good,
    satisfiedOf: satisfied.all,
  }
}
