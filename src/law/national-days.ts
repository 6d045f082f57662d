/** The nation's working days from the package `chinese-days`. For the server and for tests: screens get days already counted. */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type Day, day } from '#kernel/day.ts'
import { type Holiday, type HolidayNotice, workCalendar } from './calendar.ts'
import type { WorkCalendar } from './clock.ts'
import { lunarDay, lunarNewYear, qingming } from './holidays/lunar-days.ts'

/** Years whose notices were checked; the package reaches further back, this programme does not. */
const firstYear = 2018

const holidayNames: Readonly<Record<string, Holiday>> = {
  元旦: 'newYear',
  春节: 'springFestival',
  清明: 'qingming',
  劳动节: 'labourDay',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
  国庆节: 'nationalDay',
}

const holidayOf = (entry: string): Holiday => holidayNames[entry.split(',')[1] ?? ''] ?? 'other'

function publishedNotices(): readonly HolidayNotice[] {
  const off = Object.entries(published.holidays).map(([at, entry]) => ({ day: day(at), holiday: holidayOf(entry) }))
  const working = Object.keys(published.workdays).map(day)
  const years = [...new Set(off.map((one) => Number(one.day.slice(0, 4))))].filter((year) => year >= firstYear).toSorted((a, b) => a - b)
  return years.map((year) => ({
    year,
    source: `国务院办公厅关于${year}年部分节假日安排的通知`,
    daysOff: off.filter((one) => one.day.startsWith(`${year}-`)),
    makeUpDays: working.filter((at) => at.startsWith(`${year}-`)),
  }))
}

/** The statutory days of a year whose notice is not out: 13 days since 2025, without bridging (放假办法 Art 2). */
export function statutoryNotice(year: number): HolidayNotice {
  const of = (holiday: Holiday, ...days: readonly string[]) => days.map((at) => ({ day: day(at), holiday }))
  const spring = lunarNewYear(year)
  const springDays: readonly Day[] = [-1, 0, 1, 2].map((more) => addDays(spring, more))
  return {
    year,
    source: '全国年节及纪念日放假办法第二条',
    daysOff: [
      ...of('newYear', `${year}-01-01`),
      ...of('springFestival', ...springDays),
      ...of('qingming', qingming(year)),
      ...of('labourDay', `${year}-05-01`, `${year}-05-02`),
      ...of('dragonBoat', lunarDay(year, 5, 5)),
      ...of('midAutumn', lunarDay(year, 8, 15)),
      ...of('nationalDay', `${year}-10-01`, `${year}-10-02`, `${year}-10-03`),
    ],
    makeUpDays: [],
  }
}

export const nationalNotices: readonly HolidayNotice[] = publishedNotices()

/** The notices that come with the program, and over them those that a district has entered. */
export const calendarWith = (entered: readonly HolidayNotice[]): WorkCalendar =>
  workCalendar([...nationalNotices, ...entered], statutoryNotice)

export const nationalCalendar: WorkCalendar = calendarWith([])
