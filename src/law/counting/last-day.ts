/** The last day of a legal period counted from a day, in the law of a place. */
import type { Day } from '#kernel/day.ts'
import type { Region } from '#kernel/region.ts'
import { count, type WorkCalendar } from '../clock.ts'
import type { Parameter } from '../parameter.ts'

export function lastDayOf(
  rule: Parameter,
  start: Day,
  { region, calendar }: { readonly region: Region; readonly calendar: WorkCalendar },
): Day {
  const { period, direction } = rule.on(start, region)
  return count({ start, period, direction, calendar }).last
}
