/** The worker that opens the cases of campaigns: one small transaction after the other, with a breath between, on any number of servers at once. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Id } from '#kernel/id.ts'
import { finish, type OpeningParts, openNext } from './open-next.server.ts'

export interface CampaignWorkParts extends OpeningParts {
  readonly districts: () => Promise<readonly Id[]>
  /** Cases have been opened. */
  readonly taken: () => void
}

export interface CampaignWork {
  /** Something was issued here. */
  kick(): void
  /** When nothing is left that this server can do. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** Another server may have been given something, or have ended in the middle of it. */
const beatMillis = 3_000
const restMillis = { least: 1, most: 25 }
const tellEvery = 20

export function startCampaignWork(parts: CampaignWorkParts): CampaignWork {
  let running: Promise<void> | undefined
  let again = false
  let closed = false

  /** Rests about as long as it worked, so that whoever else asks this server waits for one case at most. */
  async function opened(district: Id, passed: Set<Id>): Promise<boolean> {
    const began = performance.now()
    const one = await openNext(parts, district, passed)
    const took = performance.now() - began
    await pause(Math.min(restMillis.most, Math.max(restMillis.least, took)))
    return one
  }

  async function work(): Promise<void> {
    for (const district of await parts.districts()) {
      const passed = new Set<Id>()
      let n = 0
      while (!closed && (await opened(district, passed))) if (++n % tellEvery === 0) parts.taken()
      if (n > 0) parts.taken()
      if (!closed) await finish(parts.db, district, parts.instant())
    }
  }

  function kick(): void {
    if (closed) return
    again = true
    running ??= (async () => {
      while (again && !closed) {
        again = false
        await work().catch((error: Error) => closed || parts.failed(error))
      }
    })().finally(() => {
      running = undefined
    })
  }

  const timer = setInterval(kick, beatMillis).unref()
  kick()
  return {
    kick,
    async idle() {
      while (running) await running
    },
    async close() {
      closed = true
      clearInterval(timer)
      while (running) await running
    },
  }
}
