/** Every act that something rests on: nation first, then province and city, the older before the newer; last what a mechanism arranges. */
import type { Act } from '#law'
import * as bargaining from '#law/acts/bargaining.ts'
import * as civil from '#law/acts/civil-code.ts'
import * as dispute from '#law/acts/dispute.ts'
import * as setting from '#law/acts/district-setting.ts'
import * as records from '#law/acts/records.ts'
import * as safety from '#law/acts/safety.ts'
import * as standards from '#law/acts/standards.ts'
import * as supervision from '#law/acts/supervision.ts'
import * as union from '#law/acts/union.ts'
import { districtPractice } from '#projects/qiangshen/skill-award/practice.ts'

export const acts: readonly Act[] = [
  civil,
  union,
  bargaining,
  dispute,
  supervision,
  standards,
  safety,
  records,
  setting,
  { districtPractice },
].flatMap((subject) =>
  Object.values<Act>(subject).toSorted(
    (a, b) => a.region.length - b.region.length || a.from.localeCompare(b.from) || a.id.localeCompare(b.id),
  ),
)
