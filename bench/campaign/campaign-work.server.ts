/** One act, many cases: so many mass offers at once, while another client goes on asking; how long, how much memory, and how it grows. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CampaignWire, CandidatesPageWire } from '#engine/campaigns/campaign-wire.ts'
import { addDays, dayOf } from '#kernel/day.ts'
import { openDatabase } from '#platform/database.server.ts'
import type { Embedded } from '#platform/embedded/embedded.server.ts'
import { demoDistrict } from '#registry/demo.ts'
import { fillDistrict } from '#registry/demo/full/fill.server.ts'
import { openSecrets } from '#registry/secrets/data-keys.server.ts'
import { copyOf, ensureTemplate, openCluster, ownerOf, say, seeded } from '../data.server.ts'
import type { Server } from '../processes.server.ts'
import { secret, signIn, startHexie } from '../versus.server.ts'
import { processSeconds, watchMemory } from '../w4/machine.server.ts'
import type { Pulse, PulseFigures } from '../w4/pulse.server.ts'

/** What one act of so many offers took. */
export interface CampaignFigures {
  readonly offers: number
  /** Every offer written and judged, for the preview. */
  readonly draftSeconds: number
  /** The answer to "issue". */
  readonly answerMillis: number
  /** Until the last case was open. */
  readonly issueSeconds: number
  readonly cpuSeconds: number
  readonly peakMiB: number
  readonly idle: PulseFigures
  readonly meanwhile: PulseFigures
}

/** The firms of the whole district with their unions, and nobody in them but the named. */
const district = (server: Embedded): Promise<string> => {
  const today = dayOf(new Date())
  return ensureTemplate(server, 'bench_campaign', [today, 'campaign'], async (url) => {
    await seeded(url, today)
    const db = openDatabase({ url })
    await fillDistrict({ db, secrets: await openSecrets(db, demoDistrict.id, secret), today, most: 0 })
    await db.close()
    const owner = await ownerOf(url)
    await owner.query('vacuum analyze')
    await owner.end()
  })
}

/** Each size once a round, in a fresh copy of the same district. */
export async function campaignWork(folder: string, rounds: number, sizes: readonly number[]): Promise<readonly CampaignFigures[]> {
  const server = await openCluster(folder)
  const measured: CampaignFigures[] = []
  try {
    const template = await district(server)
    for (let round = 0; round < rounds; round++)
      for (const offers of sizes) {
        say(`  round ${round + 1}: ${offers} offers`)
        measured.push(await oneAct(await copyOf(server, template, 'bench_run'), folder, offers))
      }
  } finally {
    await server.stop()
  }
  return measured
}

const idleMillis = 6_000

async function oneAct(url: string, folder: string, offers: number): Promise<CampaignFigures> {
  const house = await startHexie(url, folder, {})
  const pulse = fork(join(import.meta.dirname, '../w4/pulse.server.ts'), [], { execArgv: ['--disable-warning=ExperimentalWarning'] })
  try {
    const [cookie, other] = [await signIn(house, 'district'), await signIn(house, 'street')]
    const asks: Pulse = { url: `http://127.0.0.1:${house.port}/api/organisations?kind=firm&limit=50`, cookie: other, everyMillis: 20 }
    pulse.send(asks)
    const ask = asking(house, cookie)
    const firms = await someFirms(ask, offers)
    // The first answers and the first acts compile the program; they are not counted.
    await issue(ask, await draft(ask, firms.slice(offers, offers + 20), 'safety'))
    await figuresOf(pulse)
    await pause(idleMillis)
    const idle = await figuresOf(pulse)
    const memory = watchMemory(house.pid)
    const own = await processSeconds(house.pid)
    const began = performance.now()
    const one = await draft(ask, firms.slice(0, offers), 'wage')
    const drafted = performance.now()
    await figuresOf(pulse)
    const from = performance.now()
    const answerMillis = await issue(ask, one)
    const issueSeconds = (performance.now() - from) / 1000
    const meanwhile = await figuresOf(pulse)
    return {
      offers,
      draftSeconds: (drafted - began) / 1000,
      answerMillis,
      issueSeconds,
      cpuSeconds: (await processSeconds(house.pid)) - own,
      peakMiB: await memory.stop(),
      idle,
      meanwhile,
    }
  } finally {
    pulse.send('stop')
    await house.stop()
  }
}

type Ask = <T>(path: string, body?: object) => Promise<T>

const asking =
  (house: Server, cookie: string): Ask =>
  async <T>(path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${house.port}${path}`, {
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

/** More than are asked for, by twenty to begin with. */
async function someFirms(ask: Ask, offers: number): Promise<readonly string[]> {
  const firms: string[] = []
  for (let after = ''; firms.length < offers + 20; ) {
    const page = await ask<CandidatesPageWire>(`/api/campaigns/candidates?procedure=collective-bargaining&limit=200${after}`)
    firms.push(...page.items.map(({ id }) => id))
    if (!page.next) throw new Error(`there are only ${firms.length} firms`)
    after = `&after=${encodeURIComponent(page.next)}`
  }
  return firms
}

async function draft(ask: Ask, firms: readonly string[], kind: string): Promise<CampaignWire> {
  const one = await ask<CampaignWire>('/api/campaigns', {
    procedure: 'collective-bargaining',
    title: `${firms.length}`,
    common: {
      kind,
      topics: ['工资增长幅度', '最低工资', '津贴'],
      meetOn: addDays(dayOf(new Date()), 30),
      meetAt: '09:30',
      perDay: 40,
      delegates: ['周敏'],
    },
    firms,
    key: `bench-${kind}-${firms.length}`,
  })
  if (one.counts.ready !== firms.length) throw new Error(`${one.counts.ready} of ${firms.length} are ready`)
  return one
}

/** How long the answer took, in milliseconds; returns when the last case is open. */
async function issue(ask: Ask, { id, counts }: CampaignWire): Promise<number> {
  const from = performance.now()
  await ask(`/api/campaigns/${id}/issue`, {})
  const answered = performance.now() - from
  for (;;) {
    const now = await ask<CampaignWire>(`/api/campaigns/${id}`)
    if (now.state === 'issued') {
      if (now.counts.opened !== counts.ready) throw new Error(`${now.counts.opened} of ${counts.ready} were opened`)
      return answered
    }
    await pause(250)
  }
}

async function figuresOf(pulse: ReturnType<typeof fork>): Promise<PulseFigures> {
  pulse.send('figures')
  const [answer] = (await once(pulse, 'message')) as [{ figures?: PulseFigures; error?: string }]
  if (!answer.figures) throw new Error(answer.error)
  return answer.figures
}
