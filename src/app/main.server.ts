/** The server: door, database, house, in that order; and out again in the other, losing nothing. */
import { openClock } from '#platform/clock.server.ts'
import { type Config, readConfig } from '#platform/config.server.ts'
import { type Doorway, openDoorway } from '#platform/http/doorway.server.ts'
import type { Standing } from '#platform/http/health.server.ts'
import { createLog } from '#platform/log.server.ts'
import { failureLines } from '#platform/start-problem.ts'
import { openStore, type Store } from '#platform/database/store.server.ts'
import type { House } from './house.server.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const progress = (zh: string, en: string) => say(`· ${zh} ${en}`)

async function main(): Promise<void> {
  const config = await readConfig(process.env, process.argv.slice(2))
  const log = createLog({ level: config.logLevel })
  let standing: Standing = 'starting'
  let leaving = 0
  let [door, store, house]: [Doorway?, Store?, House?] = []

  async function leave(code: number): Promise<never> {
    if (standing === 'stopping') {
      // A terminal and npm may both pass on the same Ctrl-C; a later one means it. The database recovers by itself.
      if (performance.now() - leaving > 2000) process.exit(code || 1)
      return await new Promise<never>(() => {})
    }
    standing = 'stopping'
    leaving = performance.now()
    setTimeout(() => process.exit(1), 45_000).unref()
    // The house lets go of live events and turns newcomers away while the door waits for answers under way.
    const closed = await Promise.allSettled([house?.close(), door?.close()])
    closed.push(...(await Promise.allSettled([store?.close()])))
    for (const end of closed) if (end.status === 'rejected') log.error({ err: end.reason }, 'closing')
    log.flush(() => process.exit(code))
    return await new Promise<never>(() => {})
  }
  const fatal = (error: Error) => {
    process.stderr.write(`${failureLines(error)}\n`)
    void leave(1)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void leave(0))
  // The start command is gone without a word: nobody is left to stop us.
  process.on('disconnect', () => void leave(0))

  try {
    const entrance = await openDoorway(config)
    door = entrance
    // Loading the program and starting the database take about as long as each other.
    const loading = import('./house.server.ts')
    loading.catch(() => {})
    const failed = (error: Error) => log.error({ err: error }, 'database')
    const migrated = (names: readonly string[]) => progress(`建立数据表 ${names.length}`, `migrations run: ${names.length}`)
    store = await openStore({ config, failed, migrated, lost: fatal })
    const { openHouse } = await loading
    const built = await openHouse({ config, store, clock: openClock(config.asOf), log, standing: () => standing, progress })
    house = built
    if (standing !== 'starting') return
    standing = 'ok'
    entrance.open((request, response) => built.http.routing(request, response))
    welcome(config, entrance, built)
  } catch (error) {
    fatal(error as Error)
  }
}

function welcome(config: Config, door: Doorway, house: House): void {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  const at = config.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${door.port}`
  say(`\n和谐引擎 Hexie ${config.version}  ${at}`)
  if (config.asOf) say(`系统日期 House day  ${config.asOf}`)
  if (house.accounts) say(`演示账号 Accounts  ${house.accounts.usernames.join(' · ')}\n密码 Password  ${house.accounts.password}`)
  say(`（${(process.uptime()).toFixed(1)} s，Ctrl-C 停止 to stop）`)
}

await main().catch((error: Error) => {
  process.stderr.write(`${failureLines(error)}\n`)
  process.exitCode = 1
})
