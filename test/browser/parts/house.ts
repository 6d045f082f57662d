/** A house of a story's own: the real server on a port of its own, whose day a story moves by starting it again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const project = join(import.meta.dirname, '../../..')
const nodeProgram = process.execPath

export interface House {
  readonly url: string
  /** Stops it and starts it again on that day, with the same data, at the same address. */
  moveTo(day: string): Promise<void>
  /** Stops it and takes its data away. */
  close(): Promise<void>
}

/** `demo`: 'small' is there within seconds; '1' is the whole district. */
export async function openHouse(day: string, demo: 'small' | '1' = 'small'): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-story-'))
  // Under root the database runs as an ordinary user, who must be able to pass.
  await chmod(folder, 0o711)
  const port = await freePort()
  let running = await start(folder, port, day, demo)
  return {
    url: `http://127.0.0.1:${port}`,
    async moveTo(next) {
      await stop(running)
      running = await start(folder, port, next, demo)
    },
    async close() {
      await stop(running)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** Resolves when it prints its address; rejects with what it printed when it ends before. */
async function start(folder: string, port: number, day: string, demo: string): Promise<ChildProcess> {
  const { DATABASE_URL, HEXIE_SECRET, ...rest } = process.env
  const env = {
    ...rest,
    PORT: String(port),
    HOST: '127.0.0.1',
    HEXIE_DATA: folder,
    HEXIE_DEMO: demo,
    HEXIE_LOG: 'warn',
    NODE_COMPILE_CACHE: join(project, 'node_modules/.cache/hexie'),
  }
  const child = spawn(nodeProgram, ['--disable-warning=ExperimentalWarning', 'src/app/main.server.ts', '--as-of', day], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stderr.on('data', (chunk) => (printed += chunk))
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed += `${line}\n`
      if (line.includes(`:${port}`)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${printed}`)))
  })
  return child
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  return ended
}
