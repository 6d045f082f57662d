/** What the house itself knows when a step is taken, by procedure; a line for each mechanism that records anything. */
import type { Lookups } from '#engine/lookup.ts'
import { bargainingLookups } from './qiangshen/collective-bargaining/lookups.server.ts'
import { evaluationLookups } from './qiangshen/bargaining-evaluation/desk/lookups.server.ts'
import { regionalLookups } from './qiangshen/regional-bargaining/lookups.server.ts'
import { congressLookups } from './qiangshen/workers-congress/lookups.server.ts'
import { skillAwardLookups } from './qiangshen/skill-award/lookups.server.ts'

export const lookups: Lookups = {
  'bargaining-evaluation': evaluationLookups,
  'collective-bargaining': bargainingLookups,
  'regional-bargaining': regionalLookups,
  'workers-congress': congressLookups,
  'skill-award': skillAwardLookups,
}
