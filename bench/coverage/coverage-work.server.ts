/** How long coverage takes on any day of five years of contracts, with the firms of a district and with ten times as many: both in one run. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, day, dayOf } from '#kernel/day.ts'
import { organisationId } from '#registry/demo.ts'
import { copyOf, ensureTemplate, openCluster, ownerOf, say, seeded } from '../data.server.ts'
import type { Embedded } from '#platform/embedded/embedded.server.ts'
import { percentile } from '../figures.ts'
import type { Server } from '../processes.server.ts'
import { signIn, startHexie } from '../versus.server.ts'
import { machineLoad } from '../w4/machine.server.ts'

export interface CoverageLatency {
  readonly firms: number
  readonly contracts: number
  readonly question: string
  readonly p50: number
  readonly p95: number
  readonly bytes: number
  readonly load: number
}

/** `$day` is another day of the five years each time. */
const questions: readonly (readonly [name: string, username: string, path: string])[] = [
  ['all indicators, district', 'district', '/api/indicators?day=$day'],
  ['all indicators, one street of it', 'district', `/api/indicators?day=$day&unit=${organisationId('baiyang')}`],
  ['all indicators, street’s own desk', 'street', '/api/indicators?day=$day'],
  ['names missing a wage contract', 'district', '/api/indicators/designatedWageRate/items?part=missing&day=$day'],
  ['names of firms covered', 'district', '/api/indicators/firmsCovered/items?day=$day&limit=200'],
  ['contracts in force, first page', 'district', '/api/contracts?on=$day'],
  ['contracts in force, street’s own desk', 'street', '/api/contracts?on=$day'],
  ['contracts by a clause of at least', 'district', '/api/contracts?on=$day&meaning=minimumWage&least=300000'],
]

/** `each` questions a round after a round that warms up, one after another by one client: what somebody waits for. */
export async function coverageWork(folder: string, rounds: number, each: number, firms: number): Promise<readonly CoverageLatency[]> {
  const server = await openCluster(folder)
  const all: CoverageLatency[] = []
  try {
    for (const many of [Math.round(firms / 10), firms]) {
      const url = await copyOf(server, await districtOf(server, many), 'bench_run')
      const house = await startHexie(url, folder)
      const contracts = await contractsIn(url)
      try {
        for (const [question, username, path] of questions) {
          const cookie = await signIn(house, username)
          const figures = await asked(house, cookie, path, rounds, each)
          all.push({ firms: many, contracts, question, ...figures, load: await machineLoad() })
          say(`  ${many} firms: ${question}  ${figures.p50.toFixed(1)} · ${figures.p95.toFixed(1)} ms`)
        }
      } finally {
        await house.stop()
      }
    }
    return all
  } finally {
    await server.stop()
  }
}

async function districtOf(server: Embedded, firms: number): Promise<string> {
  const sql = (await readFile(join(import.meta.dirname, 'grow.sql'), 'utf8')).replaceAll('$FIRMS', String(firms))
  return await ensureTemplate(server, `bench_coverage${firms}`, [sql], async (url) => {
    say(`  five years of contracts of ${firms} firms`)
    await seeded(url, dayOf(new Date()))
    const owner = await ownerOf(url)
    await owner.query(sql)
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')
    await owner.end()
  })
}

async function contractsIn(url: string): Promise<number> {
  const owner = await ownerOf(url)
  const { rows } = await owner.query('select count(*)::int as n from contract')
  await owner.end()
  return rows[0].n
}

const firstDay = day('2022-01-01')
const fiveYears = 1826

async function asked(house: Server, cookie: string, path: string, rounds: number, each: number) {
  const took: number[] = []
  let bytes = 0
  for (let round = 0; round <= rounds; round++)
    for (let n = 0; n < (round === 0 ? 10 : each); n++) {
      const on = addDays(firstDay, ((round * each + n) * 389) % fiveYears)
      const from = performance.now()
      const answer = await fetch(`http://127.0.0.1:${house.port}${path.replace('$day', on)}`, { headers: { cookie } })
      bytes = (await answer.arrayBuffer()).byteLength
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      if (round > 0) took.push(performance.now() - from)
    }
  const sorted = took.toSorted((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), bytes }
}
