/** Another client meanwhile: asks the same light thing at an even pace from a process of its own, and tells how long the answers took. */
import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../figures.ts'

export interface Pulse {
  readonly url: string
  readonly cookie: string
  readonly everyMillis: number
}

export interface PulseFigures {
  readonly asked: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

let took: number[] = []
let running = false

async function beat({ url, cookie, everyMillis }: Pulse): Promise<void> {
  running = true
  while (running) {
    const from = performance.now()
    const answer = await fetch(url, { headers: { cookie } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
    took.push(performance.now() - from)
    await pause(Math.max(0, everyMillis - (performance.now() - from)))
  }
}

process.on('message', (said: Pulse | 'figures' | 'stop') => {
  if (said === 'stop') process.exit(0)
  if (said !== 'figures') {
    beat(said).catch((error: Error) => process.send!({ error: error.message }))
    return
  }
  const sorted = took.toSorted((a, b) => a - b)
  took = []
  const figures: PulseFigures = { asked: sorted.length, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), worst: sorted.at(-1)! }
  process.send!({ figures })
})
