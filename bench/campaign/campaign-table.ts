/** The figures of mass offers as people read them: medians of the rounds, size by size. Pure. */
import { median } from '../figures.ts'
import type { CampaignFigures } from './campaign-work.server.ts'

export function campaignTable(measured: readonly CampaignFigures[]): string {
  const groups = Map.groupBy(measured, ({ offers }) => offers)
  const head = [
    'offers in one act',
    'preview s',
    'answer ms',
    'issued s',
    'ms each',
    'cpu s',
    'peak MiB',
    'idle p50',
    'idle p99 ms',
    'meanwhile p50',
    'meanwhile p99 ms',
    'worst ms',
  ]
  const rows = [...groups].map(([offers, all]) => {
    const of = (what: (one: CampaignFigures) => number, digits = 1) => median(all.map(what)).toFixed(digits)
    return [
      String(offers),
      of((one) => one.draftSeconds, 2),
      of((one) => one.answerMillis, 0),
      of((one) => one.issueSeconds),
      of((one) => (one.issueSeconds / offers) * 1000),
      of((one) => one.cpuSeconds),
      of((one) => one.peakMiB, 0),
      of((one) => one.idle.p50),
      of((one) => one.idle.p99),
      of((one) => one.meanwhile.p50),
      of((one) => one.meanwhile.p99),
      of((one) => one.meanwhile.worst, 0),
    ]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
