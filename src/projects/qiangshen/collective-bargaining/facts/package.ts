/** Whether what was asked for came in time for the meeting that is set. Pure. */
import type { Day } from '#kernel/day.ts'
import type { At } from '#engine/define.ts'
import type { Facts } from '../data.ts'
import type { Where } from './law.ts'
import { materialsDue } from './windows.ts'

type Package = Pick<Facts, 'offer' | 'meetings' | 'materialsAsked' | 'materials'>

/** The last day and the day it came (none yet: absent); undefined while nothing is late. Who asked for nothing waits for nothing. */
export function latePackage(
  { offer, meetings, materialsAsked, materials }: Package,
  at: Where & Partial<Pick<At, 'days'>>,
): { readonly due: Day; readonly on: Day | undefined } | undefined {
  const meeting = meetings.at(-1)
  if (!offer || !meeting || !materialsAsked) return undefined
  const due = materialsDue(offer.kind, meeting.day, at)
  const on = materials ? (materials.suppliedOn ?? at.days?.supplyMaterials) : undefined
  if (due === undefined || (materials && (on === undefined || on <= due))) return undefined
  return { due, on }
}
