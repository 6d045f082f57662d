/** Lengths of time as the law states them. A working day never mixes with a calendar day: the unit is part of the type. */
export type Unit = 'calendarDay' | 'workingDay' | 'month' | 'year' | 'hour'

export interface Period<U extends Unit = Unit> {
  readonly n: number
  readonly unit: U
}

const period =
  <U extends Unit>(unit: U) =>
  (n: number): Period<U> => {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a length of time: ${n} ${unit}`)
    return { n, unit }
  }

export const calendarDays = period('calendarDay')
export const workingDays = period('workingDay')
export const months = period('month')
export const years = period('year')
export const hours = period('hour')
