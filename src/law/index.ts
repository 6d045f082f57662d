/** The law as data: acts and articles, numbers by day and region, and how the law counts days and heads. */
export { chainOf, type Region } from '#kernel/region.ts'
export { act, type Act, type Citation } from './act.ts'
export { count, explain, type Counted, type CountedDay, type Interval, type WorkCalendar } from './clock.ts'
export { atLeast, halfOrMore, moreThanHalf, oneThirdOrLess, twoThirdsOrMore } from './count.ts'
export { parameter, type Direction, type LegalRule, type Parameter } from './parameter.ts'
export { calendarDays, hours, months, type Period, type Unit, workingDays, years } from './period.ts'
