/** The stories of evaluation: a model firm, a firm that had to improve, one that passed, one that was not confirmed, one that stopped. */
import {
  concluded,
  day0,
  evaluated,
  opened,
  poorTally,
  ruidingContract,
  ruidingFirm,
  scored,
  scoresBut,
  scoresLess,
  selfScored,
  closed,
  told,
  type Told,
} from './script.ts'

const few = scoresBut({ o4: 1, p7: 0.5, f5: 1 })
const proposal = { reasons: '技能等级与工资挂钩，两年没有争议，职工满意率高', contract: ruidingContract, firm: ruidingFirm }

export const becomesModel: readonly Told[] = [
  opened,
  ...evaluated(0, few),
  told(20, 'proposeModel', 'evaluator', proposal),
  told(24, 'confirmModel', 'confirmer', { says: '同意认定' }),
]

export const improvesAndPasses: readonly Told[] = [
  opened,
  ...evaluated(0, scoresLess(30), poorTally),
  told(20, 'plan', 'evaluator', {
    measures: [
      { what: '向全体职工公布合同', who: '人事部', by: day0(40) },
      { what: '向职代会报告履行情况', who: '工会', by: day0(60) },
    ],
    until: day0(80),
  }),
  told(79, 'planDone', 'evaluator', { done: '合同已在三个车间张贴，5 月向职代会作了报告' }),
  ...evaluated(79, scoresLess(8)),
  told(98, 'close', 'evaluator'),
]

export const atTheCounter: readonly Told[] = [
  opened,
  told(5, 'selfScore', 'employer', { scores: scoresLess(4) }, 'evaluator'),
  closed(14),
  scored(15, scoresLess(10)),
  scored(16, scoresLess(12)),
  concluded(17, scoresLess(12)),
  told(18, 'close', 'evaluator'),
]

export const notConfirmed: readonly Told[] = [
  opened,
  ...evaluated(0, few),
  told(20, 'proposeModel', 'evaluator', proposal),
  told(25, 'declineModel', 'confirmer', { reason: '先看一年的履行情况' }),
]

export const stops: readonly Told[] = [opened, selfScored(3), told(9, 'withdraw', 'evaluator', { reason: '企业搬出本区' })]
