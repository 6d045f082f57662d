/** What single mechanisms add to the derived pages. */
import type { CaseExtras } from '#engine/screens/case/case-page.tsx'
import { bargainingExtras } from '#projects/qiangshen/collective-bargaining/page/case-extras.tsx'
import { congressExtras } from '#projects/qiangshen/workers-congress/page/case-extras.tsx'
import { evaluationExtras } from '#projects/qiangshen/bargaining-evaluation/page/case-extras.tsx'
import { mediationExtras } from '#projects/anxin/dispute-mediation/page/case-extras.tsx'
import { skillAwardExtras } from '#projects/qiangshen/skill-award/page/case-extras.tsx'

export const extras: Readonly<Record<string, CaseExtras>> = {
  'dispute-mediation': mediationExtras,
  'collective-bargaining': bargainingExtras,
  'bargaining-evaluation': evaluationExtras,
  'workers-congress': congressExtras,
  'skill-award': skillAwardExtras,
}
