/** Days as whole numbers, for making hundreds of thousands of them quickly. */
import type { Day } from '#kernel/day.ts'

const millis = 86_400_000
const written = new Map<number, Day>()

export const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / millis

export function dayNumbered(n: number): Day {
  const known = written.get(n)
  if (known) return known
  const made = new Date(n * millis).toISOString().slice(0, 10) as Day
  written.set(n, made)
  return made
}
