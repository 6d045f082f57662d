/** W4: 308,000 people from a workbook into the register, beside plain COPY, the reader alone and a bare pipeline, in turns of one run. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dayOf } from '#kernel/day.ts'
import { openDatabase } from '#platform/database.server.ts'
import { choosePlace } from '#platform/embedded/place.server.ts'
import type { Embedded } from '#platform/embedded/embedded.server.ts'
import { demoDistrict } from '#registry/demo.ts'
import { fillDistrict } from '#registry/demo/full/fill.server.ts'
import { openSecrets } from '#registry/secrets/data-keys.server.ts'
import { readFile } from 'node:fs/promises'
import { copyOf, ensureTemplate, openCluster, ownerOf, say, seeded } from '../data.server.ts'
import { secret, signIn, startHexie } from '../versus.server.ts'
import type { Outcome, Task } from './contestant.server.ts'
import { importFile, type ImportTimes } from './hexie-import.server.ts'
import { databaseSeconds, machineLoad, processSeconds, watchMemory } from './machine.server.ts'
import type { Pulse, PulseFigures } from './pulse.server.ts'
import { ensureRoster, type Roster } from './roster.server.ts'
import { type CopyFiles, ensureCopyFiles } from './rows-for-copy.server.ts'

export interface Measured extends Outcome {
  readonly name: string
  readonly databaseCpuSeconds: number
  readonly load: number
  readonly times?: ImportTimes
  readonly idle?: PulseFigures
  readonly meanwhile?: PulseFigures
}

interface Run {
  readonly folder: string
  readonly cluster: string
  readonly server: Embedded
  readonly template: string
}

/** Every contestant once a round; each writes into a fresh copy of the same database. */
export async function importWork(folder: string, rounds: number, rows: number, only: readonly string[]): Promise<readonly Measured[]> {
  say(`roster of ${rows} rows in ${folder}`)
  const roster = await ensureRoster(folder, rows)
  const files = await ensureCopyFiles(dirname(roster.csv), rows)
  const server = await openCluster(folder)
  const measured: Measured[] = []
  try {
    const { cluster } = await choosePlace(folder)
    const template = await organisationsOnly(server)
    for (let round = 0; round < rounds; round++)
      for (const [name, contest] of contests(roster, files)) {
        if (only.length > 0 && !only.includes(name)) continue
        say(`  round ${round + 1}: ${name}`)
        measured.push({ name, ...(await contest({ folder, cluster, server, template })) })
      }
  } finally {
    await server.stop()
  }
  return measured
}

type Contest = (run: Run) => Promise<Omit<Measured, 'name'>>

const contests = (roster: Roster, files: CopyFiles): readonly (readonly [string, Contest])[] => [
  ['copy-no-keys', beside('plain', files.bare)],
  ['copy', beside('copy', files.bare)],
  ['copy-own-tables', beside('own', files.person, files.engagement)],
  ['reader-xlsx', beside('reader', roster.xlsx)],
  ['reader-csv', beside('reader', roster.csv)],
  ['bare-xlsx', beside('bare', roster.xlsx)],
  ['hexie-xlsx', hexie(roster.xlsx)],
  ['hexie-csv', hexie(roster.csv)],
]

/** The firms of the whole district and nobody in them but the named. */
async function organisationsOnly(server: Embedded): Promise<string> {
  const today = dayOf(new Date())
  const sql = await readFile(join(import.meta.dirname, 'bare.sql'), 'utf8')
  return await ensureTemplate(server, 'bench_import', [today, sql], async (url) => {
    await seeded(url, today)
    const db = openDatabase({ url })
    await fillDistrict({ db, secrets: await openSecrets(db, demoDistrict.id, secret), today, most: 0 })
    await db.close()
    const owner = await ownerOf(url)
    await owner.query(sql)
    await owner.query('vacuum analyze')
    await owner.end()
  })
}

const beside =
  (work: Task['work'], ...files: readonly string[]): Contest =>
  async ({ server, template, cluster }) => {
    const url = await copyOf(server, template, 'bench_run')
    const before = await databaseSeconds(cluster)
    const outcome = await told<Outcome>(join(import.meta.dirname, 'contestant.server.ts'), { work, url, files })
    return { ...outcome, databaseCpuSeconds: (await databaseSeconds(cluster)) - before, load: await machineLoad() }
  }

async function told<T>(file: string, task: Task): Promise<T> {
  const child = fork(file, [], { execArgv: ['--disable-warning=ExperimentalWarning'] })
  child.send(task)
  const [answer] = (await once(child, 'message')) as [{ outcome?: T; error?: string }]
  if (!answer.outcome) throw new Error(`${task.work}: ${answer.error}`)
  return answer.outcome
}

const idleMillis = 6_000

const hexie =
  (file: string): Contest =>
  async ({ server, template, cluster, folder }) => {
    const url = await copyOf(server, template, 'bench_run')
    const house = await startHexie(url, folder, { HEXIE_FILE_LIMIT_MB: '512' })
    const pulse = fork(join(import.meta.dirname, 'pulse.server.ts'), [], { execArgv: ['--disable-warning=ExperimentalWarning'] })
    try {
      const [cookie, other] = [await signIn(house, 'district'), await signIn(house, 'street')]
      const asks: Pulse = { url: `http://127.0.0.1:${house.port}/api/organisations?kind=firm&limit=50`, cookie: other, everyMillis: 20 }
      pulse.send(asks)
      // The first answers compile the program; they are not counted.
      await pause(2_000)
      await figuresOf(pulse)
      await pause(idleMillis)
      const idle = await figuresOf(pulse)
      const [database, own] = [await databaseSeconds(cluster), await processSeconds(house.pid)]
      const memory = watchMemory(house.pid)
      const times = await importFile(house, cookie, demoDistrict.id, file)
      const meanwhile = await figuresOf(pulse)
      const peakMiB = await memory.stop()
      return {
        seconds: times.seconds,
        cpuSeconds: (await processSeconds(house.pid)) - own,
        databaseCpuSeconds: (await databaseSeconds(cluster)) - database,
        peakMiB,
        rows: times.rows,
        load: await machineLoad(),
        times,
        idle,
        meanwhile,
      }
    } finally {
      pulse.send('stop')
      await house.stop()
    }
  }

async function figuresOf(pulse: ReturnType<typeof fork>): Promise<PulseFigures> {
  pulse.send('figures')
  const [answer] = (await once(pulse, 'message')) as [{ figures?: PulseFigures; error?: string }]
  if (!answer.figures) throw new Error(`the other client: ${answer.error}`)
  return answer.figures
}
