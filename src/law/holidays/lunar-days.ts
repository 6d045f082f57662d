/** The days of the lunar year that are public holidays, by arithmetic on the month lengths of `chinese-days`: the same in every time zone. */
import lunar from 'chinese-days'
import { addDays, type Day, day } from '#kernel/day.ts'

/** The first day of a lunar year that is known; the others follow from the lengths of the years between. */
const anchor = { year: 2025, newYear: day('2025-01-29') }

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function leapOf(year: number): { readonly after: number; readonly days: number } {
  const { leapMonth, days } = lunar.getYearLeapMonth(year)
  return leapMonth ? { after: leapMonth, days } : { after: 12, days: 0 }
}

const daysBefore = (year: number, month: number): number => {
  const leap = leapOf(year)
  const whole = months.filter((one) => one < month).reduce((sum, one) => sum + lunar.monthDays(year, one), 0)
  return whole + (leap.after < month ? leap.days : 0)
}

/** 春节, the first day of the first month. */
export function lunarNewYear(year: number): Day {
  let at = anchor.newYear
  for (let one = anchor.year; one < year; one++) at = addDays(at, daysBefore(one, 13))
  for (let one = anchor.year; one > year; one--) at = addDays(at, -daysBefore(one - 1, 13))
  return at
}

/** 五月初五 is `lunarDay(year, 5, 5)`. */
export const lunarDay = (year: number, month: number, date: number): Day => addDays(lunarNewYear(year), daysBefore(year, month) + date - 1)

/** 清明 by the usual formula of this century; checked against `chinese-days` for 2025 to 2089. */
export function qingming(year: number): Day {
  const short = year % 100
  return day(`${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`)
}
