/** What makes a holiday notice believable: days of its year, make-up days on weekends, nothing twice, no statutory day missing. Pure. */
import { z } from 'zod'
import { type Day, day, weekday } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { HolidayNotice } from '../calendar.ts'
import type { noticeBody } from '../http/wire.ts'

export const noticeYear = z.coerce.number().int().min(2018).max(2089)

/** The notice may take in the last days of the December before (2022-12-31 belonged to the notice of 2023). */
const inYear = (at: string, year: number) => at.startsWith(`${year}-`) || (at.startsWith(`${year - 1}-12-`) && at >= `${year - 1}-12-28`)

const isWeekend = (at: Day) => weekday(at) === 0 || weekday(at) === 6

export interface NoticeFault {
  readonly path: readonly (string | number)[]
  readonly says: Text
}

/** Everything that is wrong with it, each at its place. */
export function noticeFaults(year: number, body: z.infer<typeof noticeBody>, statutory: HolidayNotice): readonly NoticeFault[] {
  const faults: NoticeFault[] = []
  const seen = new Set<string>()
  const look = (at: string, path: readonly (string | number)[]) => {
    if (!inYear(at, year)) faults.push({ path, says: text(`${at} 不在 ${year} 年`, `${at} is not in ${year}`) })
    if (seen.has(at)) faults.push({ path, says: text(`${at} 写了两次`, `${at} stands twice`) })
    seen.add(at)
  }
  for (const [n, { day: at }] of body.daysOff.entries()) look(at, ['daysOff', n, 'day'])
  body.makeUpDays.forEach((at, n) => {
    look(at, ['makeUpDays', n])
    if (!isWeekend(day(at)))
      faults.push({
        path: ['makeUpDays', n],
        says: text(`${at} 不是周末，不用调休`, `${at} is no weekend day, so it cannot be a make-up day`),
      })
  })
  const off = new Set<string>(body.daysOff.map((one) => one.day))
  // Before 2025 there were eleven statutory days; those years come with the program.
  if (year >= 2025)
    for (const missing of statutory.daysOff.filter((one) => !off.has(one.day)))
      faults.push({ path: ['daysOff'], says: text(`少了法定节日 ${missing.day}`, `The statutory holiday ${missing.day} is missing`) })
  return faults
}
