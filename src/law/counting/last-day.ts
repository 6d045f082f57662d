/** The last day of a legal period counted from a day, in the law of a place; undefined where no law there sets one. */
import type { Day } from '#kernel/day.ts'
import type { Region } from '#kernel/region.ts'
import { count, type WorkCalendar } from '../clock.ts'
import type { Parameter } from '../parameter.ts'

type Place = { readonly region: Region; readonly calendar: WorkCalendar }

export function lastDayOf(parameter: Parameter, start: Day, { region, calendar }: Place): Day | undefined {
  const rule = parameter.find(start, region)
  return rule && count({ start, period: rule.period, direction: rule.direction, calendar }).last
}
