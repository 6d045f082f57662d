/** What processes use, as Linux tells it: the most memory of a server with its children, the processor time of a database. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ticksPerSecond = 100

async function statOf(pid: number | string): Promise<readonly string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(pids.map(async (name) => [Number(name), Number((await statOf(name))[1])] as const))
  return parents.filter(([, parent]) => parent === pid).map(([child]) => child)
}

/** Seconds of processor time of PostgreSQL and all its processes, ended ones too: those count once PostgreSQL has looked after them. */
export async function databaseSeconds(cluster: string): Promise<number> {
  await pause(500)
  const postmaster = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const own = await statOf(postmaster)
  // utime, stime, cutime, cstime
  let ticks = own.slice(11, 15).reduce((sum, value) => sum + Number(value), 0)
  for (const child of await childrenOf(postmaster)) {
    const stat = await statOf(child)
    ticks += Number(stat[11] ?? 0) + Number(stat[12] ?? 0)
  }
  return ticks / ticksPerSecond
}

export async function processSeconds(pid: number): Promise<number> {
  const own = await statOf(pid)
  return own.slice(11, 15).reduce((sum, value) => sum + Number(value), 0) / ticksPerSecond
}

const rssMiB = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}

/** Looks at a server and its children each tenth of a second until it is stopped; then tells the most they had together. */
export function watchMemory(pid: number): { stop(): Promise<number> } {
  let peak = 0
  let looking = Promise.resolve()
  const look = async (): Promise<void> => {
    const all = await Promise.all([pid, ...(await childrenOf(pid))].map(rssMiB))
    peak = Math.max(
      peak,
      all.reduce((sum, one) => sum + one, 0),
    )
  }
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, 100)
  return {
    async stop() {
      clearInterval(timer)
      await looking
      await look()
      return peak
    },
  }
}

/** Processes that wanted a processor during the last minute, ours among them. */
export async function machineLoad(): Promise<number> {
  return Number((await readFile('/proc/loadavg', 'utf8')).split(' ')[0])
}
