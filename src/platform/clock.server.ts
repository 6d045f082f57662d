/** What time it is in the house: the machine's, or one that began on the day given with `--as-of` and runs on from there. */
import { type Day, dayOf, daysBetween } from '#kernel/day.ts'

export interface Clock {
  now(): Date
  today(): Day
}

export function openClock(asOf: Day | undefined, started: Date = new Date(), machine: () => Date = () => new Date()): Clock {
  const shiftMillis = asOf ? daysBetween(dayOf(started), asOf) * 86_400_000 : 0
  const now = () => new Date(machine().getTime() + shiftMillis)
  return { now, today: () => dayOf(now()) }
}
