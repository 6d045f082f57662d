/** Every mechanism of the house. To add one: its folder, and one line here. */
import type { Mechanism } from '#engine'
import disputeMediation from './anxin/dispute-mediation/index.ts'
import bargainingEvaluation from './qiangshen/bargaining-evaluation/index.ts'
import collectiveBargaining from './qiangshen/collective-bargaining/index.ts'
import regionalBargaining from './qiangshen/regional-bargaining/index.ts'
import skillAward from './qiangshen/skill-award/index.ts'
import workersCongress from './qiangshen/workers-congress/index.ts'

export const mechanisms: readonly Mechanism[] = [
  disputeMediation,
  bargainingEvaluation,
  collectiveBargaining,
  regionalBargaining,
  skillAward,
  workersCongress,
]
