/** The filling beside the house: in a thread of its own with a connection of its own, so that the house answers meanwhile. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Day } from '#kernel/day.ts'
import { openDatabase } from '#platform/database.server.ts'
import { type PlainKeys, secretsFrom } from '../../secrets/cipher.server.ts'
import { type Filled, fillDistrict } from './fill.server.ts'

export interface Beside {
  /** As the owner of the tables: at the end their statistics are made. */
  readonly url: string
  readonly keys: PlainKeys
  readonly today: Day
}

export interface Underway {
  readonly done: Promise<Filled>
  /** Ends it at once; what was begun is undone, and the next start goes on. */
  stop(): Promise<void>
}

type Said = { readonly progress: readonly [done: number, of: number] } | { readonly filled: Filled }

const title = 'the demonstration is filled'

/** `progress` is told after each step. */
export function fillBeside(beside: Beside, progress: (done: number, of: number) => void): Underway {
  // What it makes is short-lived: room for much of that would only be taken from the house.
  const thread = new Worker(new URL(import.meta.url), {
    workerData: { [title]: beside },
    resourceLimits: { maxOldGenerationSizeMb: 112, maxYoungGenerationSizeMb: 12 },
  })
  const done = new Promise<Filled>((resolve, reject) => {
    thread.on('message', (said: Said) => ('filled' in said ? resolve(said.filled) : progress(...said.progress)))
    thread.on('error', reject)
    thread.on('exit', () => reject(new FillingStopped()))
  })
  // Who stops it does not wait for it.
  done.catch(() => {})
  return {
    done,
    async stop() {
      await thread.terminate()
    },
  }
}

/** Not a fault: the house closed before it was done. */
export class FillingStopped extends Error {
  constructor() {
    super('the filling was stopped')
    this.name = 'FillingStopped'
  }
}

async function work({ url, keys, today }: Beside): Promise<void> {
  const db = openDatabase({ url, connections: 2, statementSeconds: 300 })
  const say = (said: Said) => parentPort!.postMessage(said)
  try {
    const filled = await fillDistrict({
      db,
      secrets: secretsFrom(keys),
      today,
      progress: (done, of) => say({ progress: [done, of] }),
    })
    await refreshStatistics(url, [
      'organisation',
      'organisation_fact',
      'organisation_place',
      'union_cover',
      'person',
      'engagement',
      'person_tally',
    ])
    say({ filled })
  } finally {
    await db.close()
  }
}

/** So that the first lists are planned for what is there now. The URL is that of the owner of the tables. */
export async function refreshStatistics(url: string, tables: readonly string[]): Promise<void> {
  const owner = openDatabase({ url, role: null, connections: 1, statementSeconds: 300 })
  try {
    await owner.open(`vacuum (analyze) ${tables.join(', ')}`)
  } finally {
    await owner.close()
  }
}

const given = isMainThread ? undefined : ((workerData as Record<string, unknown> | null)?.[title] as Beside | undefined)
if (given) await work(given)
