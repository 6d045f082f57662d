/** How an evaluation of the demonstration goes, step by step, each on its day, by the number of the firm. Pure. */
import type { Entry } from '#engine'
import { addDays, type Day, laterOf } from '#kernel/day.ts'
import type { Respondent, Rubric } from '../rubric/rubric.ts'
import { scoredByPeople, scoreOf, type Tally } from '../rubric/score.ts'
import { type Mood, tallyOfMood } from './sheets.ts'
import { chance, scoresLosing, type SeedFirm, type SeedPerson } from './target.ts'

export type Ending = 'closed' | 'concluded' | 'scoring' | 'gathering' | 'planned' | 'improved' | 'proposed' | 'model'
export interface Plan {
  readonly ending: Ending
  /** The total it comes to, as nearly as halves of a point allow. */
  readonly total: number
  /** Calendar days before today on which it began. */
  readonly back: number
}

/** The first eight are the small demonstration. */
export const plans: readonly Plan[] = [
  { ending: 'proposed', total: 94, back: 27 },
  { ending: 'closed', total: 86, back: 48 },
  { ending: 'planned', total: 72, back: 34 },
  { ending: 'gathering', total: 0, back: 9 },
  { ending: 'model', total: 96, back: 45 },
  { ending: 'planned', total: 62, back: 30 },
  { ending: 'closed', total: 81, back: 40 },
  { ending: 'concluded', total: 89, back: 25 },
  { ending: 'improved', total: 67, back: 120 },
  { ending: 'closed', total: 84, back: 75 },
  { ending: 'model', total: 93, back: 82 },
  { ending: 'scoring', total: 0, back: 16 },
  { ending: 'closed', total: 90, back: 66 },
  { ending: 'closed', total: 80.5, back: 58 },
  { ending: 'closed', total: 87, back: 92 },
  { ending: 'concluded', total: 85, back: 23 },
  { ending: 'closed', total: 92, back: 70 },
  { ending: 'closed', total: 83, back: 61 },
  { ending: 'closed', total: 88, back: 110 },
  { ending: 'closed', total: 82, back: 53 },
  { ending: 'closed', total: 91, back: 64 },
  { ending: 'concluded', total: 86.5, back: 26 },
  { ending: 'closed', total: 85.5, back: 99 },
  { ending: 'closed', total: 89.5, back: 77 },
]

export interface Asked {
  readonly seed: SeedFirm
  readonly plan: Plan
  readonly today: Day
  /** Of the day on which it begins. */
  readonly rubric: Rubric
  readonly confirmer: SeedPerson
  later(from: Day, workingDays: number): Day
}

/** A step, with the counts of the questionnaires where it closes them. */
export interface Turn {
  readonly entry: Entry
  readonly tally?: Tally
}

/** Not before the contract has bound for some days. */
export const startOf = ({ since }: Pick<SeedFirm, 'since'>, { back }: Pick<Plan, 'back'>, today: Day): Day =>
  laterOf(addDays(today, -back), addDays(since, 5))

const moodOf = (total: number): Mood =>
  total >= 90
    ? { answered: 92, aware: 95, satisfied: 96 }
    : total >= 80
      ? { answered: 84, aware: 87, satisfied: 88 }
      : { answered: 58, aware: 54, satisfied: 63 }

const by = (person: SeedPerson, role: string, step: string, on: Day, input?: object): Entry => ({
  step,
  by: role,
  on,
  person: person.id,
  name: person.name,
  ...(input ? { input } : {}),
})

const invitedOf = ({ firm }: SeedFirm): Readonly<Record<Respondent, number>> => ({
  workers: Math.max(15, Math.min(60, Math.round(firm.employees / 6))),
  union: 3 + chance(`${firm.id} union`, 3),
  management: 4 + chance(`${firm.id} management`, 5),
})

/** Points lost by hand so that, with what the questionnaires give, the total comes out. */
function lostBy(rubric: Rubric, tally: Tally, total: number): number {
  const byHand = scoredByPeople(rubric).reduce((sum, { points }) => sum + points, 0)
  const asked = scoreOf(rubric, [], tally).total / 100
  return Math.min(byHand, Math.max(0, Math.round((byHand + asked - total) * 2) / 2))
}

const remarks: readonly (readonly [from: number, says: string])[] = [
  [90, '协商程序规范，技能等级与工资挂钩，职工知晓率和满意率高；建议总结做法。'],
  [80, '协商程序规范，合同履行较好；建议每年向职代会报告履行情况，补齐履行检查记录。'],
  [0, '合同公布和履行检查不到位，多数职工不知道合同内容；应当按计划改进后重新评估。'],
]

/** From the firm's own score to the result: two working weeks and a half. */
function attempt({ seed, rubric, later }: Asked, start: Day, total: number): readonly Turn[] {
  const { evaluator, chair, firm } = seed
  const tally = tallyOfMood(rubric, invitedOf(seed), moodOf(total))
  const own = scoresLosing(rubric, `${firm.id} self`, 3)
  const scores = scoresLosing(rubric, firm.id, lostBy(rubric, tally, total))
  const on = (days: number) => later(start, days)
  return [
    { entry: by(chair, 'union', 'selfScore', on(4), { scores: own, says: '对照档案逐项自评' }) },
    { entry: by(evaluator, 'evaluator', 'closeAnswers', on(9), { says: '在车间和食堂门口各扫码一次' }), tally },
    { entry: by(evaluator, 'evaluator', 'score', on(11), { scores, says: '看了协商档案和工资表，访谈了六名职工' }) },
    { entry: by(evaluator, 'evaluator', 'conclude', on(13), { says: remarks.find(([from]) => total >= from)![1] }) },
  ]
}

/** A plan of two months. */
const planned = ({ seed }: Asked, on: Day): Turn => ({
  entry: by(seed.evaluator, 'evaluator', 'plan', on, {
    measures: [
      { what: '向全体职工公布合同，张贴到各车间', who: '人事部', by: addDays(on, 20) },
      { what: '成立履行监督小组，检查并记录', who: '企业工会', by: addDays(on, 40) },
      { what: '向职代会报告履行情况', who: '企业工会', by: addDays(on, 55) },
    ],
    until: addDays(on, 60),
  }),
})

/** What follows from a result. */
function after(asked: Asked, start: Day): readonly Turn[] {
  const { seed, plan, confirmer, later } = asked
  const { evaluator } = seed
  const on = (days: number) => later(start, days)
  const proposal = by(evaluator, 'evaluator', 'proposeModel', on(15), { reasons: '技能等级与工资挂钩，两年没有争议，职工满意率高' })
  if (plan.ending === 'closed') return [{ entry: by(evaluator, 'evaluator', 'close', on(15)) }]
  if (plan.ending === 'planned') return [planned(asked, on(15))]
  if (plan.ending === 'proposed') return [{ entry: proposal }]
  if (plan.ending === 'model')
    return [{ entry: proposal }, { entry: by(confirmer, 'confirmer', 'confirmModel', on(19), { says: '材料齐全，同意认定' }) }]
  if (plan.ending !== 'improved') return []
  const done = later(addDays(on(15), 58), 1)
  return [
    planned(asked, on(15)),
    { entry: by(evaluator, 'evaluator', 'planDone', done, { done: '合同已张贴到各车间，监督小组检查两次，已向职代会报告' }) },
    ...attempt(asked, done, 85),
    { entry: by(evaluator, 'evaluator', 'close', later(done, 15)) },
  ]
}

/** The whole course; told as far as its ending and the day by whoever plays it. */
export function courseOf(asked: Asked): readonly Turn[] {
  const { seed, plan, today, later } = asked
  const { evaluator, firm } = seed
  const start = later(startOf(seed, plan, today), 1)
  const { workers, union, management } = invitedOf(seed)
  const opened: Turn = {
    entry: by(evaluator, 'evaluator', 'open', start, {
      company: { name: firm.name, organisationId: firm.id },
      round: `${start.slice(0, 4)}年${Number(start.slice(5, 7)) <= 6 ? '上' : '下'}半年`,
      invitedWorkers: workers,
      invitedUnion: union,
      invitedManagement: management,
      selfScoreBy: later(start, 10),
    }),
  }
  const evaluated = attempt(asked, start, plan.total)
  if (plan.ending === 'gathering') return [opened, evaluated[0]!]
  if (plan.ending === 'scoring') return [opened, ...evaluated.slice(0, 2)]
  return [opened, ...evaluated, ...after(asked, start)]
}
