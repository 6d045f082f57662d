/** What figures cost: the payroll of a year and the month of each grade, on the firm's own wage table. Whole fen, rounded once a person and month. */
import { type Clause, clauseKey, type MeaningId } from '#law/clauses/clause.ts'
import { floorIn } from '#law/clauses/compare.ts'
import type { WageRow } from '../data.ts'

/** The parts of a change, in the order in which they are drawn. All but `yearEnd` come every month. */
export const parts = ['growth', 'minimum', 'skill', 'meal', 'transport', 'night', 'yearEnd'] as const
export type Part = (typeof parts)[number]
export type Amounts = Readonly<Record<Part, number>>

/** What is reckoned with and stands in no law as such: it can be changed on the screen. */
export interface Assumptions {
  /** Days of a month for which meals are paid, in hundredths. */
  readonly mealDays: number
}
/** 21.75 days: what 年休假实施办法 11 divides a month's pay by. For meals it is a convention of reckoning, nothing more. */
export const usualAssumptions: Assumptions = { mealDays: 2175 }

export interface Reckoning {
  readonly wages: readonly WageRow[]
  /** What is paid today. A standard that is not among them counts as nothing. */
  readonly current: readonly Clause[]
  readonly clauses: readonly Clause[]
  readonly assumptions: Assumptions
}

/** A row of the wage table, or several of one grade together: averages of a person and month in fen. */
export interface Line {
  readonly trade?: string
  readonly grade: number
  readonly people: number
  readonly before: number
  readonly after: number
  /** Of one person in one month; `yearEnd` is of the year and not in it. */
  readonly month: Amounts
  /** Of all its people in the year. */
  readonly year: Amounts
}

export interface Result {
  readonly rows: readonly Line[]
  readonly grades: readonly Line[]
  readonly people: number
  readonly year: Amounts
  readonly total: number
  /** Clauses with a figure that this reckoning knows no way to price. */
  readonly left: readonly Clause[]
  /** Clauses whose standard of today nobody has told: they are priced as if nothing were paid today. */
  readonly fresh: readonly Clause[]
}

const priced: Partial<Record<MeaningId, Part>> = {
  wageGrowth: 'growth',
  minimumWage: 'minimum',
  skillAllowance: 'skill',
  meal: 'meal',
  transport: 'transport',
  nightShift: 'night',
  yearEnd: 'yearEnd',
}

/** What is paid on top of what is paid today: growth and the lowest wage are reckoned from the wages themselves. */
const isAddition = ({ meaning, value }: Clause): boolean => {
  const part = priced[meaning]
  return value !== undefined && part !== undefined && part !== 'growth' && part !== 'minimum'
}

export const sumOf = (amounts: Amounts): number => parts.reduce((sum, part) => sum + amounts[part], 0)
const amounts = (of: (part: Part) => number): Amounts => Object.fromEntries(parts.map((part) => [part, of(part)])) as Amounts
const monthly = (month: Amounts): number => sumOf(month) - month.yearEnd

export function reckon({ wages, current, clauses, assumptions }: Reckoning): Result {
  const rows = wages.map((row) => lineOf(row, current, clauses, assumptions))
  const year = amounts((part) => rows.reduce((sum, row) => sum + row.year[part], 0))
  return {
    rows,
    grades: byGrade(rows),
    people: rows.reduce((sum, { people }) => sum + people, 0),
    year,
    total: sumOf(year),
    left: clauses.filter(({ meaning, value }) => value !== undefined && priced[meaning] === undefined),
    fresh: clauses.filter((clause) => isAddition(clause) && floorIn(clause, { clauses: current }) === undefined),
  }
}

/** The figure that governs a row: the narrowest clause of that meaning for its trade and grade. */
const figure = (meaning: MeaningId, { trade, grade }: WageRow, clauses: readonly Clause[]): number | undefined =>
  floorIn({ meaning, trade, ...(grade > 0 ? { grade } : {}) }, { clauses })

function lineOf(row: WageRow, current: readonly Clause[], clauses: readonly Clause[], { mealDays }: Assumptions): Line {
  /** Against today's standard; what the new clauses do not mention stays as it is. */
  const change = (meaning: MeaningId): number => {
    const next = figure(meaning, row, clauses)
    return next === undefined ? 0 : next - (figure(meaning, row, current) ?? 0)
  }
  const growth = Math.round((row.monthlyFen * (figure('wageGrowth', row, clauses) ?? 0)) / 10_000)
  const month: Amounts = {
    growth,
    minimum: Math.max(0, (figure('minimumWage', row, clauses) ?? 0) - row.monthlyFen - growth),
    // Without a grade there is no skill to pay for.
    skill: row.grade > 0 ? change('skillAllowance') : 0,
    meal: Math.round((change('meal') * mealDays) / 100),
    transport: change('transport'),
    night: change('nightShift') * (row.nightShifts ?? 0),
    yearEnd: change('yearEnd'),
  }
  return {
    trade: row.trade,
    grade: row.grade,
    people: row.people,
    before: row.monthlyFen,
    after: row.monthlyFen + monthly(month),
    month,
    year: amounts((part) => month[part] * row.people * (part === 'yearEnd' ? 1 : 12)),
  }
}

function byGrade(rows: readonly Line[]): readonly Line[] {
  const grades = [...new Set(rows.map(({ grade }) => grade))].sort((a, b) => a - b)
  return grades.map((grade) =>
    together(
      grade,
      rows.filter((row) => row.grade === grade),
    ),
  )
}

/** Averages weighted by people. The parts of the average are rounded each, and its whole is their sum. */
function together(grade: number, rows: readonly Line[]): Line {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const mean = (of: (row: Line) => number) => (people ? Math.round(rows.reduce((sum, row) => sum + of(row) * row.people, 0) / people) : 0)
  const month = amounts((part) => mean((row) => row.month[part]))
  const before = mean((row) => row.before)
  return {
    grade,
    people,
    before,
    after: before + monthly(month),
    month,
    year: amounts((part) => rows.reduce((sum, row) => sum + row.year[part], 0)),
  }
}

/** In hundredths of a per cent; undefined of nothing. */
export const shareOf = (part: number, whole: number | undefined): number | undefined =>
  whole === undefined || whole <= 0 ? undefined : Math.round((part * 10_000) / whole)

/** The clauses with another growth for everybody; a growth of one trade or grade stays. */
export function withGrowth(clauses: readonly Clause[], value: number): readonly Clause[] {
  const all: Clause = { meaning: 'wageGrowth', value }
  const key = clauseKey(all)
  return clauses.some((clause) => clauseKey(clause) === key)
    ? clauses.map((clause) => (clauseKey(clause) === key ? { ...clause, value } : clause))
    : [...clauses, all]
}
export const growthOf = (clauses: readonly Clause[]): number | undefined =>
  clauses.find((clause) => clauseKey(clause) === clauseKey({ meaning: 'wageGrowth' }))?.value
