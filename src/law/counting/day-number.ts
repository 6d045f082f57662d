/** Days as whole numbers from 1970-01-01, so that the clock counts with integers and looks days up without making dates. */
import type { Day } from '#kernel/day.ts'

/** Days from the civil calendar; exact for every year of four digits. */
export function numberOf(day: Day): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const seen: Day[] = []

/** The day at a number. Each is written once and kept: a count asks for the same few years again and again. */
export function dayAt(number: number): Day {
  const kept = seen[number]
  if (kept) return kept
  const day = new Date(number * 86_400_000).toISOString().slice(0, 10) as Day
  if (number >= 0 && number < 60_000) seen[number] = day
  return day
}

/** 0 = Sunday … 6 = Saturday. */
export const weekdayAt = (number: number): number => (((number + 4) % 7) + 7) % 7
