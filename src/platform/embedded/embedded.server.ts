/** A real PostgreSQL that comes with the program and lives as long as it does, for where no other is named. */
import pg from 'pg'
import { choosePlace, type Place } from './place.server.ts'
import { initialise, isAlive, type Running, type ServerSettings, socketPort, start, stop, superuser } from './process.server.ts'
import { startProblem } from '../start-problem.ts'

export interface Embedded {
  readonly url: string
  /** The first start of this data folder. */
  readonly fresh: boolean
  stop(): Promise<void>
}

const databaseName = 'hexie'
// Held by the server at work; freed by PostgreSQL itself the moment that server dies, however it dies.
const holderKey = 7_210_462_002

export interface EmbeddedOptions {
  readonly dataFolder: string
  /** Called when it ended without being asked and could not be started again. */
  readonly lost: (error: Error) => void
  readonly settings?: ServerSettings
}

/** Starts (or takes over) the database of the data folder; one that is killed while we work is started again. */
export async function openEmbedded({ dataFolder, lost, settings }: EmbeddedOptions): Promise<Embedded> {
  const place = await choosePlace(dataFolder)
  const fresh = await initialise(place)
  let running = await start(place, settings)
  let holder = await hold(place, running, dataFolder)
  const { rowCount } = await holder.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await holder.query(`create database ${databaseName}`)
  let busy = false
  const watch = setInterval(() => {
    if (busy || isAlive(running.pid)) return
    busy = true
    restart().then(() => (busy = false), lost)
  }, 1000)
  watch.unref()

  async function restart(): Promise<void> {
    running = await start(place, settings)
    holder = await hold(place, running, dataFolder)
  }

  return {
    url: address(place, databaseName),
    fresh,
    async stop() {
      clearInterval(watch)
      await holder.end().catch(() => {})
      await stop(running)
    },
  }
}

/** `postgres://` of a database on the place's socket. */
export function address({ socketFolder, password }: Place, database: string): string {
  return `postgres://${superuser}:${password}@localhost:${socketPort}/${database}?host=${encodeURIComponent(socketFolder)}`
}

async function hold(place: Place, running: Running, dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address(place, 'postgres') })
  client.on('error', () => {})
  await client.connect()
  // The connection of a server killed a moment ago may still be closing.
  const { rows } = await client.query(
    `select pg_try_advisory_lock($1) or (select pg_sleep(0.3) is null) or pg_try_advisory_lock($1) as mine`,
    [holderKey],
  )
  if (rows[0].mine) return client
  await client.end()
  if (!running.adopted) await stop(running)
  throw startProblem(
    `数据文件夹 ${dataFolder} 正由另一个和谐引擎使用；请先停止它，或用 HEXIE_DATA 另选文件夹。`,
    `The data folder ${dataFolder} is in use by another Hexie; stop that one first, or choose another folder with HEXIE_DATA.`,
  )
}
