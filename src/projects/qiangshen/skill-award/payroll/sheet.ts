/** The payroll check sheet of a firm and a month: who is owed what under agreed clauses, and what the firm confirmed of it. Pure. */
import { addMonths, type Day, day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { MeaningId } from '#law/clauses/clause.ts'

/** A row of the table of entitlements. */
export interface EntitlementRow {
  readonly caseId: Id
  readonly number: string
  readonly person: Id
  readonly name: string
  readonly firm: Id
  readonly event: string
  readonly title: string
  readonly trade: string | null
  readonly grade: number | null
  readonly level: string | null
  readonly meaning: MeaningId
  readonly contract: string
  readonly contractTitle: string
  readonly clause: number
  readonly fen: number
  readonly monthly: boolean
  readonly since: Day
  readonly until: Day | null
  readonly standing: 'asked' | 'confirmed' | 'disputed' | 'ended'
  readonly paidFen: number | null
  readonly paidFrom: Day | null
}

export interface SheetLine extends EntitlementRow {
  /** What the firm confirmed for this month; nothing where it has not said so. */
  readonly confirmedFen: number
  readonly shortFen: number
}

export interface Sheet {
  /** `2026-12` */
  readonly month: string
  readonly lines: readonly SheetLine[]
  readonly people: number
  readonly dueFen: number
  readonly confirmedFen: number
  readonly shortFen: number
}

const firstDay = (month: string): Day => day(`${month}-01`)

/** Allowances that a higher one of the same trade takes the place of; others stand side by side. */
const ladders: readonly MeaningId[] = ['skillAllowance', 'degreeAllowance']
const ladderOf = ({ person, meaning, trade, monthly }: EntitlementRow): string | undefined =>
  monthly && ladders.includes(meaning) ? [person, meaning, meaning === 'skillAllowance' ? (trade ?? '') : ''].join('/') : undefined

/** Due in this month: an allowance that runs; a reward on the day confirmed, or month after month until the firm has said when. */
function isDue({ monthly, since, until, paidFrom }: EntitlementRow, month: string): boolean {
  if (monthly) return since < addMonths(firstDay(month), 1) && (until === null || until >= firstDay(month))
  return paidFrom ? paidFrom.startsWith(month) : since.slice(0, 7) <= month
}

/** Of one ladder the best, of equal ones the later. */
function tops(rows: readonly EntitlementRow[]): readonly EntitlementRow[] {
  const best = new Map<string, EntitlementRow>()
  for (const row of rows) {
    const ladder = ladderOf(row)
    const other = ladder === undefined ? undefined : best.get(ladder)
    if (ladder !== undefined && (!other || row.fen > other.fen || (row.fen === other.fen && row.since > other.since))) best.set(ladder, row)
  }
  return rows.filter((row) => {
    const ladder = ladderOf(row)
    return ladder === undefined || best.get(ladder) === row
  })
}

export function sheetFor(rows: readonly EntitlementRow[], month: string): Sheet {
  const lines = tops(rows.filter((row) => isDue(row, month))).map((row): SheetLine => {
    const said = row.paidFen !== null && (!row.monthly || (row.paidFrom !== null && row.paidFrom.slice(0, 7) <= month))
    const confirmedFen = said && row.standing !== 'disputed' ? row.paidFen! : 0
    return { ...row, confirmedFen, shortFen: Math.max(0, row.fen - confirmedFen) }
  })
  const sum = (of: (line: SheetLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  return {
    month,
    lines,
    people: new Set(lines.map((line) => line.person)).size,
    dueFen: sum((line) => line.fen),
    confirmedFen: sum((line) => line.confirmedFen),
    shortFen: sum((line) => line.shortFen),
  }
}
