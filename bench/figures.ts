/** Figures of rounds: medians, percentiles and the table people read. Pure. */

/** What one round of one contestant measured. */
export interface Round {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!

export interface Figures extends Round {
  readonly rounds: number
}

export const figuresOf = (rounds: readonly Round[]): Figures => ({
  perSecond: median(rounds.map((round) => round.perSecond)),
  p50: median(rounds.map((round) => round.p50)),
  p99: median(rounds.map((round) => round.p99)),
  bytes: median(rounds.map((round) => round.bytes)),
  rounds: rounds.length,
})

export interface Row {
  readonly name: string
  readonly figures: Figures
  /** Beside which it ran, round by round. */
  readonly beside?: Figures
}

const cell = (value: number, digits = 1): string => value.toFixed(digits)

export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'per second', 'p50 ms', 'p99 ms', 'bytes', 'of bare', 'p99 of bare']
  const body = rows.map(({ name, figures, beside }) => [
    name,
    cell(figures.perSecond, 0),
    cell(figures.p50),
    cell(figures.p99),
    cell(figures.bytes, 0),
    beside ? cell(figures.perSecond / beside.perSecond, 2) : '',
    beside ? cell(figures.p99 / beside.p99, 2) : '',
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...body.map((row) => row[at]!.length)))
  return [head, ...body]
    .map((row) => row.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join('  '))
    .join('\n')
}
