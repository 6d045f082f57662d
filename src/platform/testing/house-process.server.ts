/** The real server as a process of its own, for tests of starting, killing and stopping. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectFolder } from '../config.server.ts'

export interface HouseProcess {
  readonly child: ChildProcess
  readonly port: number
  /** All it has printed. */
  output(): string
  /** Sends the signal and waits for the end; its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Resolves when it is ready; rejects with what it printed when it ends before. */
export async function startHouse(environment: Readonly<Record<string, string>>): Promise<HouseProcess> {
  const { DATABASE_URL, HEXIE_SECRET, ...rest } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/app/main.server.ts'], {
    cwd: projectFolder,
    env: {
      ...rest,
      PORT: '0',
      HEXIE_DEMO: 'small',
      HEXIE_LOG: 'silent',
      NODE_COMPILE_CACHE: join(projectFolder, 'node_modules/.cache/hexie'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stderr.on('data', (chunk) => (printed += chunk))
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed += `${line}\n`
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)
      if (found) resolve(Number(found[1]))
    })
    void ended.then((code) => reject(new Error(`exit ${code}: ${printed}`)))
  })
  return {
    child,
    port,
    output: () => printed,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}
