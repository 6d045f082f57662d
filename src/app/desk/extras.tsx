/** What single mechanisms add to the derived pages. */
import type { CaseExtras } from '#engine/screens/case/case-page.tsx'
import { bargainingExtras } from '#projects/qiangshen/collective-bargaining/page/case-extras.tsx'
import { mediationExtras } from '#projects/anxin/dispute-mediation/page/case-extras.tsx'

export const extras: Readonly<Record<string, CaseExtras>> = {
  'dispute-mediation': mediationExtras,
  'collective-bargaining': bargainingExtras,
}
