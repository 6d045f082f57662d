/** Coverage as people read it: p50 and p95 at both sizes, and by how much the larger one takes longer. Pure. */
import { table } from '../w4/import-table.ts'
import type { CoverageLatency } from './coverage-work.server.ts'

export function coverageTable(all: readonly CoverageLatency[]): string {
  const sizes = [...new Set(all.map(({ firms }) => firms))].sort((a, b) => a - b)
  const heads = sizes.flatMap((firms) => [`p50 of ${firms} firms, ${all.find((one) => one.firms === firms)!.contracts} contracts`, 'p95'])
  const lines = [...Map.groupBy(all, ({ question }) => question)].map(([question, measured]) => {
    const bySize = sizes.map((firms) => measured.find((one) => one.firms === firms)!)
    const growth = bySize.at(-1)!.p50 / bySize[0]!.p50
    return [question, ...bySize.flatMap(({ p50, p95 }) => [p50.toFixed(1), p95.toFixed(1)]), growth.toFixed(2)]
  })
  return table([['ms', ...heads, 'growth'], ...lines])
}
