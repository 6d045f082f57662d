/** How long a start takes until the house answers, from an empty data folder and again, and the memory it then holds. */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectFolder } from '#platform/config.server.ts'
import { openDatabase } from '#platform/database.server.ts'
import { address } from '#platform/embedded/embedded.server.ts'
import { choosePlace } from '#platform/embedded/place.server.ts'
import { filledSoFar } from '#registry/demo/full/fill.server.ts'
import { startServer } from './processes.server.ts'

export interface StartFigures {
  readonly coldSeconds: number
  /** From the first answer until the whole district is there; the house is in use meanwhile. */
  readonly filledSeconds: number
  readonly secondSeconds: number
  readonly serverMiB: number
  /** All of PostgreSQL's processes, what they share counted once. */
  readonly databaseMiB: number
}

const oneStart = async (data: string) => {
  const started = performance.now()
  const env = { HEXIE_DATA: data, NODE_COMPILE_CACHE: join(projectFolder, 'node_modules/.cache/hexie') }
  const server = await startServer('src/app/main.server.ts', env, '/api/health')
  return { server, seconds: (performance.now() - started) / 1000 }
}

export async function startWork(rounds: number): Promise<StartFigures> {
  const all: StartFigures[] = []
  for (let round = 0; round < rounds; round++) {
    const data = await freshFolder()
    const cold = await oneStart(data)
    const filledSeconds = await untilFilled(data)
    await cold.server.stop()
    const second = await oneStart(data)
    const serverMiB = await memoryMiB(second.server.pid)
    const databaseMiB = await databaseMemory(join(data, 'postgres'))
    await second.server.stop()
    await rm(data, { recursive: true, force: true })
    all.push({ coldSeconds: cold.seconds, filledSeconds, secondSeconds: second.seconds, serverMiB, databaseMiB })
  }
  return all.toSorted((a, b) => a.secondSeconds - b.secondSeconds)[Math.floor(all.length / 2)]!
}

async function untilFilled(data: string): Promise<number> {
  const started = performance.now()
  const db = openDatabase({ url: address(await choosePlace(data), 'hexie'), connections: 1 })
  try {
    for (;;) {
      const filled = await filledSoFar(db)
      if (filled && filled.done >= filled.of) return (performance.now() - started) / 1000
      await pause(250)
    }
  } finally {
    await db.close()
  }
}

/** Open to pass through, so that under root too the database lies in it. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-bench-'))
  await chmod(folder, 0o711)
  return folder
}

/** Proportional set size: shared pages are divided among those who share them. */
async function memoryMiB(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
}

async function databaseMemory(cluster: string): Promise<number> {
  const postmaster = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]
  if (!postmaster) return 0
  let sum = await memoryMiB(Number(postmaster))
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    if (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === postmaster) sum += await memoryMiB(Number(name))
  }
  return sum
}

export const startTable = ({ coldSeconds, filledSeconds, secondSeconds, serverMiB, databaseMiB }: StartFigures): string =>
  [
    `start, empty data folder   ${coldSeconds.toFixed(1)} s`,
    `until the district is whole ${filledSeconds.toFixed(1)} s`,
    `start, data present        ${secondSeconds.toFixed(1)} s`,
    `memory after start         ${serverMiB.toFixed(0)} MiB server, ${databaseMiB.toFixed(0)} MiB database`,
  ].join('\n')
