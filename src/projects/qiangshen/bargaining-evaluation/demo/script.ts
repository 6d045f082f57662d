/** Stories of evaluations are told act by act; what the house would look up is written here by hand, results by the same arithmetic. */
import type { Entry } from '#engine/run.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { demoPeople, organisationId } from '#registry/demo.ts'
import type { Contract, Facts, Firm } from '../data.ts'
import type { bargainingEvaluation } from '../procedure.ts'
import { defaultRubric } from '../rubric/default.ts'
import type { RubricBody } from '../rubric/rubric.ts'
import { type ItemScore, scoredByPeople, scoreOf, type Tally } from '../rubric/score.ts'

export type StepName = keyof typeof bargainingEvaluation.steps & string
export type RoleName = keyof typeof bargainingEvaluation.roles & string
export type Told = Entry<StepName, RoleName>

export const start = day('2026-03-02')
export const ruiding = { name: '杭州瑞鼎金属制品有限公司', organisationId: organisationId('ruiding') }
export const ruidingFirm: Firm = {
  ...ruiding,
  designated: true,
  employees: 642,
  unionName: '杭州瑞鼎金属制品有限公司工会',
  union: { name: demoPeople.maChunyan.name, personId: demoPeople.maChunyan.id },
}
export const ruidingContract: Contract = {
  caseId: '018f0000-0000-7000-8000-000000000380' as Id,
  title: '工资专项集体合同',
  number: '瑞鼎集〔2025〕1号',
  since: day('2025-09-01'),
  until: day('2026-08-31'),
}

/** Full points, but for some items, whose grounds are said. */
export const scoresBut = (lost: Readonly<Record<string, number>>, rubric: RubricBody = defaultRubric): ItemScore[] =>
  scoredByPeople(rubric).map(({ id, points }) =>
    lost[id] === undefined ? { item: id, points } : { item: id, points: Math.max(0, points - lost[id]), evidence: '材料中没有看到' },
  )

/** So many points gone, taken from the items in their order. */
export function scoresLess(points: number): ItemScore[] {
  const lost: Record<string, number> = {}
  let left = points
  for (const item of scoredByPeople(defaultRubric)) {
    if (left <= 0) break
    lost[item.id] = Math.min(item.points, left)
    left -= item.points
  }
  return scoresBut(lost)
}

export const goodTally: Tally = [
  { role: 'workers', invited: 60, answered: 54, aware: 206, awareOf: 216, satisfied: 209, satisfiedOf: 216 },
  { role: 'union', invited: 5, answered: 5, aware: 15, awareOf: 15, satisfied: 15, satisfiedOf: 15 },
  { role: 'management', invited: 8, answered: 7, aware: 21, awareOf: 21, satisfied: 20, satisfiedOf: 21 },
]
export const poorTally: Tally = [
  { role: 'workers', invited: 60, answered: 21, aware: 30, awareOf: 84, satisfied: 35, satisfiedOf: 84 },
  { role: 'union', invited: 5, answered: 3, aware: 9, awareOf: 9, satisfied: 8, satisfiedOf: 9 },
  { role: 'management', invited: 8, answered: 2, aware: 5, awareOf: 6, satisfied: 5, satisfiedOf: 6 },
]

const at = (days: number): Day => addDays(start, days)
export const told = (days: number, step: StepName, by: RoleName, input?: unknown, recordedBy?: RoleName): Told => ({
  on: at(days),
  step,
  by,
  ...(input === undefined ? {} : { input }),
  ...(recordedBy ? { recordedBy } : {}),
})

export const opening = (more: Partial<NonNullable<Facts['opening']>> = {}): NonNullable<Facts['opening']> => ({
  company: ruiding,
  round: '2026年上半年',
  invitedWorkers: 60,
  invitedUnion: 5,
  invitedManagement: 8,
  selfScoreBy: at(10),
  firm: ruidingFirm,
  contract: ruidingContract,
  rubricVersion: 1,
  ...more,
})
export const opened = told(0, 'open', 'evaluator', opening())
export const selfScored = (days: number): Told =>
  told(days, 'selfScore', 'union', { scores: scoresBut({ o4: 1 }), says: '今年没有媒体报道' })
export const closed = (days: number, tally: Tally = goodTally): Told =>
  told(days, 'closeAnswers', 'evaluator', { says: '在两个车间各扫码一次', tally, rubric: defaultRubric })
export const scored = (days: number, scores: readonly ItemScore[]): Told =>
  told(days, 'score', 'evaluator', { scores, says: '看了档案，访谈了六名职工' })
export const concluded = (days: number, scores: readonly ItemScore[], tally: Tally = goodTally): Told =>
  told(days, 'conclude', 'evaluator', {
    says: '协商程序规范，合同履行较好；建议每年向职代会报告履行情况。',
    result: scoreOf(defaultRubric, scores, tally),
  })

/** From the opening to the result. */
export const evaluated = (from: number, scores: readonly ItemScore[], tally: Tally = goodTally): readonly Told[] => [
  selfScored(from + 7),
  closed(from + 14, tally),
  scored(from + 16, scores),
  concluded(from + 18, scores, tally),
]
export const day0 = at
