/** The counts of an import, kept as rows are judged and judged again: nothing is counted twice and nothing is recounted. */
import type { CountsWire, Verdict } from '../import-wire.ts'
import type { RowProblem } from '../check/person-draft.ts'
import type { StagedRow } from '../check/staged-row.ts'
import type { Cause, Causes, Tally } from './import-record.server.ts'

type Counted = Pick<StagedRow, 'verdict' | 'look' | 'mended' | 'member_at' | 'member_new' | 'works_kind'> & {
  readonly problems: readonly unknown[] | null
}

export interface RunningTally {
  add(row: Counted, sign?: 1 | -1): void
  tally(): Tally
  causes(): Causes
}

/** More kinds of fault than this are not told apart: they are no longer kinds. */
const mostCauses = 400

export function runningTally(from: Tally, causesBefore: Causes = {}): RunningTally {
  const verdicts: Record<Verdict, number> = { new: 0, changed: 0, same: 0, wrong: 0, ...from.verdicts }
  const { now } = from
  let { read, look, mended, members, withoutFirm } = from
  const causes = new Map<string, { -readonly [K in keyof Cause]: Cause[K] }>(
    Object.entries(causesBefore).map(([key, cause]) => [key, { ...cause }]),
  )
  return {
    add(row, sign = 1) {
      read += sign
      verdicts[row.verdict] += sign
      if (row.look) look += sign
      if (row.mended) mended += sign
      if (row.verdict === 'new' || row.verdict === 'changed') {
        if (row.member_at && row.member_new) members += sign
        if (row.verdict === 'new' && row.works_kind !== 'employment') withoutFirm += sign
      }
      for (const problem of new Map(((row.problems ?? []) as readonly RowProblem[]).map((one) => [one.cause, one])).values()) {
        if (problem.kept) continue
        const known = causes.get(problem.cause)
        if (known) known.rows += sign
        else if (sign > 0 && causes.size < mostCauses) {
          const { code, field, severity, title } = problem
          causes.set(problem.cause, { code, field, severity, title, rows: 1 })
        }
        if (known?.rows === 0) causes.delete(problem.cause)
      }
    },
    tally: () => ({ read, look, mended, verdicts: { ...verdicts }, members, withoutFirm, ...(now && { now }) }),
    causes: () => Object.fromEntries(causes),
  }
}

export const countsWire = ({ read, look, mended, verdicts }: Tally): CountsWire => {
  const wrong = verdicts.wrong ?? 0
  return {
    read,
    valid: read - wrong,
    wrong,
    look,
    new: verdicts.new ?? 0,
    changed: verdicts.changed ?? 0,
    same: verdicts.same ?? 0,
    mended,
  }
}
