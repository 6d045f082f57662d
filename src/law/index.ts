/** The law as data: acts and articles, numbers by day and region, and how the law counts days and heads. */
export { chainOf, type Region } from '#kernel/region.ts'
export { act, type Act, type Citation } from './act.ts'
export { type Holiday, type HolidayNotice, holidays, workCalendar } from './calendar.ts'
export { count, type Counted, type CountedDay, explain, type Interval, type Question, type WorkCalendar } from './clock.ts'
export { lengthOf } from './counting/words.ts'
export { atLeast, halfOrMore, moreThanHalf, oneThirdOrLess, twoThirdsOrMore } from './count.ts'
export { type Direction, type LegalRule, type Parameter, parameter } from './parameter.ts'
export { calendarDays, hours, months, type Period, type Unit, workingDays, years } from './period.ts'
