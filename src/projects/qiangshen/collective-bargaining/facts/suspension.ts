/** How long the talks have stood still, spell by spell. Pure. */
import { type Day, daysBetween } from '#kernel/day.ts'
import type { Facts } from '../data.ts'

type Talks = Pick<Facts, 'suspensions' | 'resumptions'>

export interface Spell {
  readonly from: Day
  /** The day on which the talks went on, or are to go on. */
  readonly to: Day
  readonly days: number
}

/** The first day is not counted (民法典 201); who resumes early gives days back. */
export function spellsOf({ suspensions, resumptions }: Talks): readonly Spell[] {
  return suspensions.map(({ from, until }, at) => {
    const next = suspensions[at + 1]?.from
    const resumed = resumptions.find(({ on }) => on >= from && (next === undefined || on <= next))?.on
    const to = resumed ?? until
    return { from, to, days: Math.max(0, daysBetween(from, to)) }
  })
}

export const suspendedDays = (talks: Talks): number => spellsOf(talks).reduce((sum, { days }) => sum + days, 0)
