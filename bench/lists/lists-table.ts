/** Latencies as people read them: p50 and p99 at both sizes, and by how much the larger one takes longer. Pure. */
import { table } from '../w4/import-table.ts'
import type { Latency } from './lists-work.server.ts'

export function listsTable(all: readonly Latency[]): string {
  const sizes = [...new Set(all.map(({ people }) => people))].sort((a, b) => a - b)
  const heads = sizes.flatMap((people) => [`p50 at ${people}`, 'p99'])
  const rows = Map.groupBy(all, ({ scope, question }) => `${scope}: ${question}`)
  const lines = [...rows].map(([name, measured]) => {
    const bySize = sizes.map((people) => measured.find((one) => one.people === people)!)
    const growth = bySize.at(-1)!.p50 / bySize[0]!.p50
    return [name, ...bySize.flatMap(({ p50, p99 }) => [p50.toFixed(1), p99.toFixed(1)]), growth.toFixed(2)]
  })
  return table([['ms', ...heads, 'growth'], ...lines])
}
