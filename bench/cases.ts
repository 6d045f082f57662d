/** The cases of the workloads: the demonstration's mediations told over and over with other workers, half of them still open. Pure. */
import type { Entry, Now } from '#engine'
import { newId } from '#kernel/id.ts'
import { disputeMediation } from '#projects/anxin/dispute-mediation/procedure.ts'
import { type DemoCase, demoCases } from '#projects/anxin/dispute-mediation/demo/cases.ts'

const stateOf = (log: readonly Entry[]): string =>
  log.reduce((state, { step }) => (disputeMediation.steps as Record<string, { to?: string }>)[step]?.to ?? state, '')

/** The same story of somebody else. */
function retold({ owner, log }: DemoCase): DemoCase {
  const worker = log[0]?.person
  if (!worker) return { owner, log }
  return { owner, log: JSON.parse(JSON.stringify(log).replaceAll(worker, newId())) as DemoCase['log'] }
}

/** So many cases, open and ended in turns; the first are the demonstration's own. */
export function benchCases(now: Now, many: number): readonly DemoCase[] {
  const told = demoCases(now)
  const ended = told.filter(({ log }) => (disputeMediation.ends as readonly string[]).includes(stateOf(log)))
  const open = told.filter((one) => !ended.includes(one))
  const again = Array.from({ length: Math.max(0, many - told.length) }, (_, n) => {
    const from = n % 2 ? ended : open
    return retold(from[Math.floor(n / 2) % from.length]!)
  })
  return [...told, ...again]
}
