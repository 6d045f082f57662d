/** What the district asks of an evaluation. Each rule is a sentence of its own setting. */
import { rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { evaluationSetting } from '#law/acts/district-setting.ts'
import { Evaluation, type Facts } from './data.ts'
import type { Rubric } from './rubric/rubric.ts'
import { type ItemScore, mayBeModel, passes, sameResult, scoredByPeople, scoreOf } from './rubric/score.ts'

/** The rubric and the counts of the present attempt, once the questionnaires are closed. */
const closed = ({ closings }: Pick<Facts, 'closings'>) => {
  const { rubric, tally } = closings.at(-1) ?? {}
  return rubric && tally ? { rubric, tally } : undefined
}
const given = ({ scores }: Pick<Facts, 'scores'>): readonly ItemScore[] => scores.at(-1)?.scores ?? []

const some = (n: number, names: readonly string[]) =>
  n === 0
    ? undefined
    : text(
        `${n} 项：${names.slice(0, 3).join('、')}${n > 3 ? '……' : ''}`,
        `${n} item${n === 1 ? '' : 's'}: ${names.slice(0, 3).join(', ')}${n > 3 ? ' …' : ''}`,
      )

const unscored = (rubric: Rubric, scores: readonly ItemScore[]) =>
  scoredByPeople(rubric).filter((item) => !scores.some((one) => one.item === item.id))
/** Scores above what an item is worth, of items that follow from the questionnaires, unknown or given twice. */
const misfits = (rubric: Rubric, scores: readonly ItemScore[]) =>
  scores.filter(
    (one, at) =>
      !scoredByPeople(rubric).some((item) => item.id === one.item && one.points <= item.points) ||
      scores.findIndex((other) => other.item === one.item) !== at,
  )

export const firmIsOurs = rule(Evaluation, {
  id: 'firmIsOurs',
  says: '企业在本级工会范围内，并在名册中',
  law: evaluationSetting.art(1),
  reads: ['opening'],
  holds: ({ opening }) => opening.firm !== undefined && opening.rubricVersion !== undefined,
})

export const selfScoreIsIn = rule(Evaluation, {
  id: 'selfScoreIsIn',
  says: '企业已经自评',
  law: evaluationSetting.art(2),
  reads: ['selfScores'],
  holds: ({ selfScores }) => selfScores.length > 0,
})

export const workersHaveAnswered = rule(Evaluation, {
  id: 'workersHaveAnswered',
  says: '已经收回职工的问卷，统计入卷',
  law: evaluationSetting.art(2),
  reads: ['closings'],
  holds: ({ closings }) => (closings.at(-1)?.tally?.find((side) => side.role === 'workers')?.answered ?? 0) > 0,
})

export const everyItemIsScored = rule(Evaluation, {
  id: 'everyItemIsScored',
  says: '每个评分点都打了分',
  law: evaluationSetting.art(3),
  reads: ['closings', 'scores'],
  holds: (facts) => {
    const at = closed(facts)
    return at !== undefined && unscored(at.rubric, given(facts)).length === 0
  },
  missing: (facts) => {
    const left = closed(facts) ? unscored(closed(facts)!.rubric, given(facts)) : []
    return some(
      left.length,
      left.map((item) => item.title),
    )
  },
})

export const pointsAreWithin = rule(Evaluation, {
  id: 'pointsAreWithin',
  says: '得分不高于该项满分，问卷项不由人打分',
  law: evaluationSetting.art(3),
  reads: ['closings', 'scores'],
  holds: (facts) => {
    const at = closed(facts)
    return at !== undefined && misfits(at.rubric, given(facts)).length === 0
  },
  missing: (facts) => {
    const at = closed(facts)
    const wrong = at ? misfits(at.rubric, given(facts)) : []
    return some(
      wrong.length,
      wrong.map((one) => at?.rubric.items.find((item) => item.id === one.item)?.title ?? one.item),
    )
  },
})

const unfounded = (rubric: Rubric, scores: readonly ItemScore[]) =>
  scores.filter((one) => {
    const full = rubric.items.find((item) => item.id === one.item)?.points ?? 0
    return one.points < full && one.evidence === undefined
  })

export const deductionsHaveReasons = rule(Evaluation, {
  id: 'deductionsHaveReasons',
  says: '扣了分的，写明依据',
  law: evaluationSetting.art(3),
  reads: ['closings', 'scores'],
  holds: (facts) => {
    const at = closed(facts)
    return at !== undefined && unfounded(at.rubric, given(facts)).length === 0
  },
  missing: (facts) => {
    const at = closed(facts)
    const bare = at ? unfounded(at.rubric, given(facts)) : []
    return some(
      bare.length,
      bare.map((one) => at?.rubric.items.find((item) => item.id === one.item)?.title ?? one.item),
    )
  },
})

export const scoresAreIn = rule(Evaluation, {
  id: 'scoresAreIn',
  says: '先逐项打分，再出结果',
  law: evaluationSetting.art(3),
  reads: ['scores'],
  holds: ({ scores }) => scores.length > 0,
})

/** Whatever is on record as the result is what anybody gets who adds it up. */
export const resultIsRecomputed = rule(Evaluation, {
  id: 'resultIsRecomputed',
  says: '记录的结果与按评分标准、得分和问卷复算的一致',
  law: evaluationSetting.art(4),
  reads: ['closings', 'scores', 'conclusions'],
  holds: (facts) => {
    const at = closed(facts)
    const told = facts.conclusions.at(-1)?.result
    return at !== undefined && told !== undefined && sameResult(told, scoreOf(at.rubric, given(facts), at.tally))
  },
})

/** The result that stands, and the rubric it is judged by. */
const standing = (facts: Pick<Facts, 'closings' | 'conclusions'>) => {
  const at = closed(facts)
  const result = facts.conclusions.at(-1)?.result
  return at && result ? { rubric: at.rubric, result } : undefined
}

export const resultPasses = rule(Evaluation, {
  id: 'resultPasses',
  says: '总分达到合格分',
  law: evaluationSetting.art(5),
  reads: ['closings', 'conclusions'],
  holds: (facts) => {
    const at = standing(facts)
    return at !== undefined && passes(at.rubric, at.result)
  },
})

export const resultIsBelow = rule(Evaluation, {
  id: 'resultIsBelow',
  says: '总分低于合格分',
  law: evaluationSetting.art(5),
  reads: ['closings', 'conclusions'],
  holds: (facts) => {
    const at = standing(facts)
    return at !== undefined && !passes(at.rubric, at.result)
  },
})

export const planLooksAhead = rule(Evaluation, {
  id: 'planLooksAhead',
  says: '每项措施的日期在今天以后，不晚于重新评估的日期',
  law: evaluationSetting.art(5),
  reads: ['plans'],
  holds: ({ plans }, { on }) => {
    const plan = plans.at(-1)
    return plan !== undefined && plan.until > on && plan.measures.every((one) => one.by > on && one.by <= plan.until)
  },
})

export const resultIsAboveModel = rule(Evaluation, {
  id: 'resultIsAboveModel',
  says: '总分高于示范分',
  law: evaluationSetting.art(6),
  reads: ['closings', 'conclusions'],
  holds: (facts) => {
    const at = standing(facts)
    return at !== undefined && mayBeModel(at.rubric, at.result)
  },
})

export const contractIsInForce = rule(Evaluation, {
  id: 'contractIsInForce',
  says: '企业当天有生效的集体合同',
  law: evaluationSetting.art(6),
  reads: ['proposals'],
  holds: ({ proposals }) => proposals.at(-1)?.contract !== undefined,
})

export const firmIsNoModelYet = rule(Evaluation, {
  id: 'firmIsNoModelYet',
  says: '企业还不是示范企业',
  law: evaluationSetting.art(6),
  reads: ['proposals'],
  holds: ({ proposals }) => {
    const known = proposals.at(-1)?.firm
    return known !== undefined && known.modelSince === undefined
  },
})
