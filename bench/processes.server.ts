/** The processes of a run: servers under test and the load, each by itself, all ended with the run. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectFolder } from '#platform/config.server.ts'
import type { Round } from './figures.ts'
import type { Job } from './load.server.ts'

export interface Server {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a file of the project on a port and resolves once `path` answers 200. */
export async function startServer(
  file: string,
  env: Readonly<Record<string, string>>,
  path: string,
  execArgv: readonly string[] = [],
): Promise<Server> {
  const port = await freePort()
  const child = fork(join(projectFolder, file), [], {
    env: { ...process.env, ...env, PORT: String(port) },
    execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await untilHealthy(`http://127.0.0.1:${port}${path}`, child)
  return {
    port,
    pid: child.pid!,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function untilHealthy(url: string, child: ChildProcess, seconds = 120): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(20)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
  }
  child.kill('SIGKILL')
  throw new Error(`${url} did not answer within ${seconds} s`)
}

export interface Load {
  run(job: Job): Promise<Round>
  stop(): void
}

export function startLoad(): Load {
  const child = fork(join(import.meta.dirname, 'load.server.ts'), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
  })
  return {
    async run(job) {
      child.send(job)
      const [answer] = (await once(child, 'message')) as [{ round?: Round; error?: string }]
      if (!answer.round) throw new Error(answer.error)
      return answer.round
    },
    stop: () => void child.kill(),
  }
}
