/** Logs whose last step breaks a rule: one for each, the first step on the wrong side of its limit. */
import { defaultRubric } from '../rubric/default.ts'
import { scoreOf } from '../rubric/score.ts'
import {
  closed,
  concluded,
  day0,
  evaluated,
  goodTally,
  opened,
  opening,
  poorTally,
  ruidingContract,
  ruidingFirm,
  scored,
  scoresBut,
  scoresLess,
  selfScored,
  told,
  type Told,
} from './script.ts'

type Log = readonly Told[]
const { firm: _firm, ...unknownFirm } = opening()
const whole = scoresBut({})
const [, ...lessFirst] = whole
const pass = scoresLess(8)
const fail = scoresLess(30)
const proposal = { reasons: '规范', contract: ruidingContract, firm: ruidingFirm }
const { contract: _contract, ...withoutContract } = proposal

export const firmFromElsewhere: Log = [told(0, 'open', 'evaluator', unknownFirm)]
export const notScoredBySelf: Log = [opened, closed(14)]
export const nobodyAnswered: Log = [
  opened,
  selfScored(7),
  closed(
    14,
    goodTally.map((side) =>
      side.role === 'workers' ? { ...side, answered: 0, aware: 0, awareOf: 0, satisfied: 0, satisfiedOf: 0 } : side,
    ),
  ),
]
export const oneItemLeft: Log = [opened, selfScored(7), closed(14), scored(15, lessFirst)]
export const tooManyPoints: Log = [
  opened,
  selfScored(7),
  closed(14),
  scored(
    15,
    whole.map((one) => (one.item === 's1' ? { ...one, points: 2.5 } : one)),
  ),
]
export const deductedInSilence: Log = [
  opened,
  selfScored(7),
  closed(14),
  scored(
    15,
    whole.map((one) => (one.item === 's1' ? { ...one, points: 1.5 } : one)),
  ),
]
export const resultBeforeScores: Log = [opened, selfScored(7), closed(14), concluded(15, whole)]
export const resultOfAnotherHand: Log = [
  opened,
  selfScored(7),
  closed(14),
  scored(15, pass),
  told(16, 'conclude', 'evaluator', {
    says: '很好',
    result: { ...scoreOf(defaultRubric, pass, goodTally), total: scoreOf(defaultRubric, pass, goodTally).total + 1 },
  }),
]
export const closedBelow: Log = [opened, ...evaluated(0, fail, poorTally), told(20, 'close', 'evaluator')]
export const planAbove: Log = [
  opened,
  ...evaluated(0, pass),
  told(20, 'plan', 'evaluator', { measures: [{ what: '公布合同', who: '人事部', by: day0(30) }], until: day0(40) }),
]
export const planOfYesterday: Log = [
  opened,
  ...evaluated(0, fail, poorTally),
  told(20, 'plan', 'evaluator', { measures: [{ what: '公布合同', who: '人事部', by: day0(20) }], until: day0(40) }),
]
export const modelAtPass: Log = [opened, ...evaluated(0, scoresLess(15)), told(20, 'proposeModel', 'evaluator', proposal)]
export const modelWithoutContract: Log = [opened, ...evaluated(0, whole), told(20, 'proposeModel', 'evaluator', withoutContract)]
export const modelTwice: Log = [
  opened,
  ...evaluated(0, whole),
  told(20, 'proposeModel', 'evaluator', { ...proposal, firm: { ...ruidingFirm, modelSince: day0(-300) } }),
]
