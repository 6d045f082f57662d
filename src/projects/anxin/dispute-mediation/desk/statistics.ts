/** Mediations of a period by level and result: rows of the database in, a table with its ratio out. Pure. */
import type { Fen } from '#kernel/money.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Level } from '../data.ts'

export const results = ['open', 'agreed', 'failed', 'declined', 'withdrawn', 'notAccepted'] as const
export type Result = (typeof results)[number]

/** What a state means for the result. Whatever follows an agreement, the mediation had succeeded. */
const resultOf: Readonly<Record<string, Result>> = {
  received: 'open',
  mediating: 'open',
  agreed: 'agreed',
  confirmed: 'agreed',
  performed: 'agreed',
  breached: 'agreed',
  enforcing: 'agreed',
  elsewhere: 'agreed',
  failed: 'failed',
  declined: 'declined',
  withdrawn: 'withdrawn',
  notAccepted: 'notAccepted',
}
export const statesOf = (result: Result): readonly string[] => Object.keys(resultOf).filter((state) => resultOf[state] === result)

export interface StatisticsRow {
  readonly level: Level
  readonly state: string
  readonly cases: number
  readonly workers: number
  readonly agreedFen: Fen
}

export interface Counts {
  readonly cases: number
  readonly workers: number
  readonly agreedFen: Fen
  readonly byResult: Readonly<Record<Result, number>>
  /** Agreements of all mediations that came to a result at the table: agreed or failed. Two numbers, never a rounded percentage. */
  readonly success: { readonly numerator: number; readonly denominator: number }
}

export interface Statistics {
  readonly levels: Readonly<Record<Level, Counts>>
  readonly all: Counts
  readonly performed: number
}

const order: readonly Level[] = ['street', 'enterprise', 'industry', 'regional']

function countsOf(rows: readonly StatisticsRow[]): Counts {
  const sum = (of: (row: StatisticsRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const cases = (result: Result) => sum((row) => (resultOf[row.state] === result ? row.cases : 0))
  const byResult = Object.fromEntries(results.map((result) => [result, cases(result)])) as Record<Result, number>
  return {
    cases: sum((row) => row.cases),
    workers: sum((row) => row.workers),
    agreedFen: sum((row) => row.agreedFen),
    byResult,
    success: { numerator: byResult.agreed, denominator: byResult.agreed + byResult.failed },
  }
}

export function statisticsOf(rows: readonly StatisticsRow[]): Statistics {
  const unknown = rows.find((row) => !(row.state in resultOf))
  if (unknown) throw new RangeError(`a state without a result: ${unknown.state}`)
  return {
    levels: Object.fromEntries(order.map((level) => [level, countsOf(rows.filter((row) => row.level === level))])) as Record<Level, Counts>,
    all: countsOf(rows),
    performed: rows.reduce((total, row) => total + (row.state === 'performed' ? row.cases : 0), 0),
  }
}

export const resultWords: Readonly<Record<Result, Text>> = {
  open: text('正在办理', 'Open'),
  agreed: text('达成协议', 'Agreed'),
  failed: text('调解不成', 'No agreement'),
  declined: text('一方不同意', 'One side declined'),
  withdrawn: text('撤回', 'Withdrawn'),
  notAccepted: text('不予受理', 'Not accepted'),
}
