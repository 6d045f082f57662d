/** `hexie bench [w1|w2|w4|lists|bargaining|coverage|campaign|start|bytes|all]`: the workloads, beside the bare baseline in the same run. */
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bargainingWork } from './bargaining/bargaining-work.server.ts'
import { bytesTable, bytesWork } from './bytes-work.server.ts'
import { campaignTable } from './campaign/campaign-table.ts'
import { campaignWork } from './campaign/campaign-work.server.ts'
import { openData, say } from './data.server.ts'
import { coverageTable } from './coverage/coverage-table.ts'
import { coverageWork } from './coverage/coverage-work.server.ts'
import { type Row, tableOf } from './figures.ts'
import { listWork } from './list-work.server.ts'
import { listsTable } from './lists/lists-table.ts'
import { listsWork } from './lists/lists-work.server.ts'
import { startLoad } from './processes.server.ts'
import { startTable, startWork } from './start-work.server.ts'
import { stepWork } from './step-work.server.ts'
import { importTable } from './w4/import-table.ts'
import { importWork } from './w4/import-work.server.ts'
import { startBare, startHexie } from './versus.server.ts'

const workloads = ['w1', 'w2', 'w4', 'lists', 'bargaining', 'coverage', 'campaign', 'start', 'bytes'] as const
type Workload = (typeof workloads)[number]

interface Options {
  readonly folder: string
  readonly rounds: number
  readonly each: number
  readonly cases: number
}

/** Runs what is named, all of it by default; prints tables and writes `bench/results/`. */
export async function runBench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: join(tmpdir(), 'hexie-bench') },
      rounds: { type: 'string', default: '5' },
      each: { type: 'string', default: '1000' },
      cases: { type: 'string', default: '50000' },
      rows: { type: 'string', default: '308000' },
      times: { type: 'string', default: '10' },
      firms: { type: 'string', default: '30000' },
      offers: { type: 'string', default: '125,250,500,1000,2000' },
      only: { type: 'string', multiple: true, default: [] },
    },
  })
  const asked = positionals.length === 0 || positionals.includes('all') ? workloads : workloads.filter((one) => positionals.includes(one))
  if (asked.length === 0) throw new Error(`bench knows ${workloads.join(', ')} and all`)
  const options = { folder: values.folder, rounds: Number(values.rounds), each: Number(values.each), cases: Number(values.cases) }
  const results: Record<string, unknown> = { at: new Date().toISOString(), node: process.version, ...options }
  const rows = await versus(asked, options)
  if (rows.length > 0) {
    results.rows = rows
    print(tableOf(rows))
  }
  if (asked.includes('w4')) {
    const measured = await importWork(values.folder, Number(values.rounds), Number(values.rows), values.only)
    results.imports = measured
    print(importTable(measured))
  }
  if (asked.includes('lists')) {
    const latencies = await listsWork(values.folder, Number(values.rounds), Math.min(200, Number(values.each)), Number(values.times))
    results.lists = latencies
    print(listsTable(latencies))
  }
  if (asked.includes('bargaining')) {
    const measured = await bargainingWork(values.folder, Number(values.rounds), Math.min(200, Number(values.each)))
    results.bargaining = measured
    print(tableOf(measured))
  }
  if (asked.includes('coverage')) {
    const latencies = await coverageWork(values.folder, Number(values.rounds), Math.min(200, Number(values.each)), Number(values.firms))
    results.coverage = latencies
    print(coverageTable(latencies))
  }
  if (asked.includes('campaign')) {
    const figures = await campaignWork(values.folder, Number(values.rounds), values.offers.split(',').map(Number))
    results.campaign = figures
    print(campaignTable(figures))
  }
  if (asked.includes('start')) {
    const figures = await startWork(3)
    results.start = figures
    print(startTable(figures))
  }
  if (asked.includes('bytes')) {
    const figures = await bytesWork()
    results.bytes = figures
    print(bytesTable(figures))
  }
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${(results.at as string).replaceAll(':', '-').slice(0, 19)}.json`), JSON.stringify(results, null, 2))
}

const print = (table: string): void => void process.stdout.write(`${table}\n`)

async function versus(asked: readonly Workload[], { folder, rounds, each, cases }: Options): Promise<readonly Row[]> {
  if (!asked.includes('w1') && !asked.includes('w2')) return []
  say(`data: ${cases} cases in ${folder}`)
  const data = await openData(folder, cases)
  const load = startLoad()
  const [hexie, bare] = await Promise.all([startHexie(data.url, folder), startBare(data.url)])
  try {
    const contestants = { data, hexie, bare, load, rounds, each, scale: cases === 50_000 ? '' : ` of ${cases}` }
    return [...(asked.includes('w2') ? await listWork(contestants) : []), ...(asked.includes('w1') ? await stepWork(contestants) : [])]
  } finally {
    load.stop()
    await Promise.all([hexie.stop(), bare.stop()])
    await data.close()
  }
}
