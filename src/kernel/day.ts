/** A calendar day in Asia/Shanghai, `2026-08-24`. The law counts days, so the code never counts milliseconds. */
export type Day = string & { readonly brand: 'Day' }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists: `2026-02-30` is none, and before year 1 comes no year 0. */
export function isDay(text: string): text is Day {
  const parts = shape.exec(text)
  if (!parts || parts[1] === '0000') return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** The text as a day. Throws on anything that is not an existing day. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

const utc = (d: Day) => new Date(`${d}T00:00:00Z`)
const fromUtc = (date: Date) => date.toISOString().slice(0, 10) as Day

/** `days` calendar days later (earlier when negative). */
export function addDays(from: Day, days: number): Day {
  const date = utc(from)
  date.setUTCDate(date.getUTCDate() + days)
  return fromUtc(date)
}

/** The corresponding day `months` later, or that month's last day where there is none (民法典 202). */
export function addMonths(from: Day, months: number): Day {
  const date = utc(from)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return fromUtc(date)
}

export const addYears = (from: Day, years: number): Day => addMonths(from, years * 12)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (d: Day): number => utc(d).getUTCDay()

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((utc(b).getTime() - utc(a).getTime()) / 86_400_000)

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b)
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b)

/** The day in Shanghai at an instant. */
export const dayOf = (instant: Date): Day => fromUtc(new Date(instant.getTime() + 8 * 3_600_000))
