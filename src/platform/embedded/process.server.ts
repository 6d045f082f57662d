/** The PostgreSQL process: made, started, found again after a crash, and stopped so that nothing is lost. */
import { execFileSync, spawn } from 'node:child_process'
import { chown, mkdir, open, readFile, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startProblem } from '../start-problem.ts'
import type { Place } from './place.server.ts'

export const superuser = 'hexie'
export const socketPort = 5432

export interface Running {
  readonly pid: number
  /** Found running, left behind by a server that was killed. */
  readonly adopted: boolean
}

/** Makes the database's files where there are none; broken off half-way it leaves nothing that looks whole. */
export async function initialise({ cluster, binaries, password, owner }: Place): Promise<boolean> {
  if (await exists(join(cluster, 'PG_VERSION'))) return false
  const half = `${cluster}.new-${process.pid}`
  const passwordFile = `${half}.password`
  await rm(half, { recursive: true, force: true })
  await mkdir(dirname(cluster), { recursive: true, mode: 0o755 })
  await mkdir(half, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (owner) {
    await chown(half, owner.uid, owner.gid)
    await chown(passwordFile, owner.uid, owner.gid)
  }
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-locale']
  try {
    await run(binaries.initdb, [`--pgdata=${half}`, `--username=${superuser}`, `--pwfile=${passwordFile}`, ...flags], owner)
    await rename(half, cluster)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(half, { recursive: true, force: true })
  }
  return true
}

/** Extra settings of PostgreSQL, as tests want them. */
export type ServerSettings = Readonly<Record<string, string>>

/** Starts the process, or takes over the one a killed server left. Resolves once it accepts connections. */
export async function start(place: Place, extra: ServerSettings = {}): Promise<Running> {
  await checkVersion(place)
  for (let attempt = 0; ; attempt++) {
    const left = await runningPid(place.cluster)
    if (left && (await untilReady(place, left, () => !isAlive(left)).then(yes, no))) return { pid: left, adopted: true }
    try {
      return await startNew(place, extra)
    } catch (error) {
      // The backends of a killed postmaster take a moment to notice that it is gone.
      if (attempt >= 40 || !/pre-existing shared memory|is being used|already exists/.test(String(error))) throw error
      await pause(250)
    }
  }
}

async function startNew(place: Place, extra: ServerSettings): Promise<Running> {
  const { cluster, binaries, socketFolder, owner } = place
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  await rm(join(socketFolder, `.s.PGSQL.${socketPort}.lock`), { force: true })
  const logFile = join(socketFolder, 'postgres.log')
  const log = await open(logFile, 'w', 0o600)
  // Detached: Ctrl-C in the terminal must reach the server alone, which then stops the database in order.
  const child = spawn(binaries.postgres, ['-D', cluster, ...settings(socketFolder, extra)], {
    ...owner,
    cwd: '/',
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  let gone = false
  child.once('error', () => (gone = true))
  child.once('exit', () => (gone = true))
  child.unref()
  try {
    await untilReady(place, child.pid ?? 0, () => gone)
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${(await readFile(logFile, 'utf8')).slice(-2000)}`, { cause: error })
  }
  return { pid: child.pid!, adopted: false }
}

/** Sizes that fit beside the server on one machine; what is written is durable before it is answered. */
function settings(socketFolder: string, extra: ServerSettings): string[] {
  const mib = totalmem() / 1_048_576
  const shared = Math.round(Math.min(512, Math.max(64, mib / 32)))
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(socketPort),
    max_connections: '60',
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.round(mib / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.round(Math.min(256, Math.max(64, mib / 64)))}MB`,
    // Compressing whole pages costs more than writing them: a third of the time of a step.
    wal_compression: 'off',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    // Failing statements carry people's data; of an error only its first line is kept.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    timezone: 'UTC',
    ...extra,
  }
  if (process.platform === 'win32') Object.assign(values, { listen_addresses: '127.0.0.1', unix_socket_directories: '' })
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Stops in order (a last checkpoint, connections closed); only one that does not within half a minute is cut off, which loses nothing either. */
export async function stop({ pid }: Running, waitMillis = 30_000): Promise<void> {
  signal(pid, 'SIGINT')
  if (await untilGone(pid, waitMillis)) return
  signal(pid, 'SIGQUIT')
  await untilGone(pid, 5000)
}

async function untilGone(pid: number, waitMillis: number): Promise<boolean> {
  for (let waited = 0; waited < waitMillis; waited += 10) {
    if (!isAlive(pid)) return true
    await pause(10)
  }
  return !isAlive(pid)
}

/** PostgreSQL writes its state into the last line of postmaster.pid. */
async function untilReady({ cluster }: Place, pid: number, gone: () => boolean): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 5) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (Number(lines[0]) === pid && lines[7]?.startsWith('ready')) return
    if (gone()) throw new Error('the process ended')
    await pause(5)
  }
  throw new Error('PostgreSQL was not ready within two minutes')
}

/** The process of this very cluster, if one runs: a number in postmaster.pid may by now belong to something else. */
async function runningPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!pid || !isAlive(pid)) return undefined
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    return folder === (await real(cluster)) ? pid : undefined
  }
  try {
    return /postgres/.test(execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })) ? pid : undefined
  } catch {
    return undefined
  }
}

async function checkVersion({ cluster, binaries }: Place): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const ours = binaries.version.split('.')[0]
  if (made !== ours)
    throw startProblem(
      `数据文件夹由 PostgreSQL ${made} 建立，现在的程序带的是 ${ours}；请先用原版本 hexie backup，再用新版本 hexie restore。`,
      `The data folder was made by PostgreSQL ${made}, this program brings ${ours}; run hexie backup with the old one and hexie restore with this.`,
    )
}

async function run(program: string, args: readonly string[], owner: Place['owner']): Promise<void> {
  const child = spawn(program, args, {
    ...owner,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`initdb failed (${code}): ${said.slice(-2000)}`)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone, which is what was wanted.
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const yes = () => true
const no = () => false
const exists = (path: string): Promise<boolean> => stat(path).then(yes, no)

const real = (path: string): Promise<string> => realpath(path).catch(() => path)
