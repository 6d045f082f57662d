/** Days and moments as people read them: 11月26日　周四, Thu 26 Nov. */
import { type Day, dayOf, daysBetween, weekday } from '#kernel/day.ts'
import type { Language } from '#kernel/text.ts'

const zhDays = '日一二三四五六'
const enDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const enDaysLong = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const enMonthsLong = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const parts = (day: Day) => ({ year: day.slice(0, 4), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)), week: weekday(day) })

/** 周四 / Thu */
export const weekdayName = (day: Day, language: Language): string =>
  language === 'zh' ? `周${zhDays[weekday(day)]}` : enDays[weekday(day)]!

/** One character for narrow columns: 四 / Th */
export const weekdayShort = (day: Day, language: Language): string =>
  language === 'zh' ? zhDays[weekday(day)]! : enDays[weekday(day)]!.slice(0, 2)

/** 11月 / Nov */
export const monthName = (day: Day, language: Language): string =>
  language === 'zh' ? `${parts(day).month}月` : enMonths[parts(day).month - 1]!

/** 11月26日　周四 / Thu 26 Nov; the year is added when it is not the year of `today`. */
export function longDay(day: Day, language: Language, today?: Day): string {
  const { year, month, date } = parts(day)
  const other = today !== undefined && today.slice(0, 4) !== year
  if (language === 'zh') return `${other ? `${year}年` : ''}${month}月${date}日　${weekdayName(day, 'zh')}`
  return `${weekdayName(day, 'en')} ${date} ${enMonths[month - 1]}${other ? ` ${year}` : ''}`
}

/** For the head of a page: 11月23日　星期一 / Monday 23 November */
export function headDay(day: Day, language: Language): string {
  const { month, date, week } = parts(day)
  return language === 'zh' ? `${month}月${date}日　星期${zhDays[week]}` : `${enDaysLong[week]} ${date} ${enMonthsLong[month - 1]}`
}

/** For rows: 11-26 / 26 Nov, with the year when it is not that of `today`. */
export function shortDay(day: Day, language: Language, today?: Day): string {
  const { year, month, date } = parts(day)
  const other = today !== undefined && today.slice(0, 4) !== year
  if (language === 'zh') return other ? day : day.slice(5)
  return `${date} ${enMonths[month - 1]}${other ? ` ${year}` : ''}`
}

/** 今天, 明天, 后天, 还有 3 天, 已过 2 天 / today, tomorrow, in 3 days, 2 days ago */
export function fromToday(day: Day, today: Day, language: Language): string {
  const n = daysBetween(today, day)
  if (language === 'zh')
    return n === 0 ? '今天' : n === 1 ? '明天' : n === 2 ? '后天' : n > 0 ? `还有 ${n} 天` : n === -1 ? '昨天' : `${-n} 天前`
  return n === 0 ? 'today' : n === 1 ? 'tomorrow' : n > 0 ? `in ${n} days` : n === -1 ? 'yesterday' : `${-n} days ago`
}

/** 09:31 in Shanghai. */
export const timeOf = (instant: string): string => new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** 今天 09:31, 昨天 20:16, 11-20 16:02 */
export function moment(instant: string, today: Day, language: Language): string {
  const day = dayOf(new Date(instant))
  const near = daysBetween(day, today)
  const word = near === 0 || near === 1 ? fromToday(day, today, language) : shortDay(day, language, today)
  return `${word[0]!.toUpperCase()}${word.slice(1)} ${timeOf(instant)}`
}
