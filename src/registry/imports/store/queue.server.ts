/** The work of imports in the order it was asked for: checking on a thread, writing and undoing in the database, each safe against any end. */
import pg from 'pg'
import { Worker } from 'node:worker_threads'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { connectionSettings } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { CheckOrder } from '../check/check-run.server.ts'
import { commitImport } from '../commit/commit-run.server.ts'
import { undoImport } from '../commit/undo-run.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { emptyOld } from './retention.server.ts'
import { sweepOpen } from './stored-file.server.ts'

export interface ImportQueue {
  /** Something was put in. */
  kick(): void
  /** When nothing is left to do. */
  idle(): Promise<void>
  close(): Promise<void>
}

export type QueueDeps = Pick<RegistryDeps, 'db' | 'secrets' | 'today' | 'instant' | 'dataFolder' | 'log'>

interface Job {
  readonly district: Id
  readonly id: Id
  readonly state: 'waiting' | 'checking' | 'committing' | 'undoing'
  readonly round: number
}

const pollMillis = 3_000
const emptyMillis = 3_600_000
const mostRounds = 4

export function openImportQueue(deps: QueueDeps): ImportQueue {
  const { db, log } = deps
  const url = (db.pool.options as { connectionString?: string }).connectionString!
  let holder: Promise<pg.Client> | undefined
  let running: Promise<void> | undefined
  let again = false
  let closed = false
  let worker: Worker | undefined
  let emptiedAt = 0

  /** Locks are held by one connection: when this server ends in whatever way, they are free, and others go on with the work. */
  const holding = (): Promise<pg.Client> => {
    holder ??= (async () => {
      const client = new pg.Client(connectionSettings({ url }))
      client.on('error', () => {})
      client.on('end', () => (holder = undefined))
      await client.connect()
      return client
    })()
    holder.catch(() => (holder = undefined))
    return holder
  }
  const key = (id: Id) => [`import ${id}`]
  const lock = async (id: Id) =>
    (await (await holding()).query<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 6)) as mine', key(id))).rows[0]!
      .mine
  const unlock = async (id: Id) => {
    await (await holding()).query('select pg_advisory_unlock(hashtextextended($1, 6))', key(id))
  }

  /** The oldest that waits and that no other server works on. */
  async function claim(): Promise<Job | undefined> {
    for (const { id: district } of await db.open<{ id: Id }>('select id from district order by id')) {
      const found = await db.ask<{ id: Id }>(houseScope(district), waitingSql, [district])
      for (const { id } of found) {
        if (!(await lock(id))) continue
        const [job] = await db.ask<Job>(houseScope(district), claimSql, [district, id])
        if (job) return job
        await unlock(id)
      }
    }
    return undefined
  }

  async function run(job: Job): Promise<void> {
    const { district, id, state, round } = job
    const now = { db, today: deps.today(), at: deps.instant() }
    if (state === 'committing') await commitImport({ ...now, secrets: deps.secrets.of }, district, id)
    else if (state === 'undoing') await undoImport(now, district, id)
    else if (round > mostRounds) await fail(job)
    else
      await check({
        url,
        dataFolder: deps.dataFolder,
        district,
        importId: id,
        round,
        keys: await deps.secrets.keys(district),
        today: now.today,
      })
  }

  const check = (order: CheckOrder): Promise<void> =>
    new Promise((resolve, reject) => {
      worker = new Worker(new URL('../check/check-worker.server.ts', import.meta.url), {
        workerData: order,
        resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 },
      })
      worker.once('error', reject)
      worker.once('exit', () => {
        worker = undefined
        resolve()
      })
    })

  async function fail({ district, id, state }: Job): Promise<void> {
    const says = text(
      '系统出错了，没有写入任何内容。请稍后重试，或联系管理员',
      'Something went wrong here and nothing was written. Try again later, or tell an administrator',
    )
    const back = state === 'waiting' || state === 'checking' ? 'failed' : state === 'committing' ? 'checked' : 'committed'
    await db.ask(
      houseScope(district),
      'update import_file set state = $4, problem = $3, progress = null where district_id = $1 and id = $2 and state = any ($5)',
      [district, id, JSON.stringify(says), back, ['waiting', 'checking', 'committing', 'undoing']],
    )
  }

  async function work(): Promise<void> {
    for (let job = await claim(); job && !closed; job = await claim()) {
      try {
        await run(job)
      } catch (error) {
        log.error({ err: error, import: job.id, state: job.state }, 'import did not go through')
        if (!closed && (job.state === 'committing' || job.state === 'undoing') && !isConnectionLost(error)) await fail(job)
      } finally {
        await unlock(job.id).catch(() => {})
      }
    }
    if (performance.now() - emptiedAt > emptyMillis || emptiedAt === 0) {
      emptiedAt = performance.now()
      await emptyOld(deps)
      await sweepOpen(deps.dataFolder)
    }
  }

  function kick(): void {
    if (closed) return
    again = true
    running ??= (async () => {
      while (again && !closed) {
        again = false
        await work().catch((error) => closed || log.error({ err: error }, 'the queue of imports stumbled'))
      }
    })().finally(() => (running = undefined))
  }

  const timer = setInterval(kick, pollMillis)
  timer.unref()
  kick()
  return {
    kick,
    async idle() {
      while (running) await running
    },
    async close() {
      closed = true
      clearInterval(timer)
      await worker?.terminate()
      while (running) await running
      await (await holder)?.end().catch(() => {})
    },
  }
}

/** 57P01 and its kin: the work was undone with the connection, and is done again. */
const isConnectionLost = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(57P|08)/.test(code) || /terminated|ECONNRESET|ended|closed/.test(message)
}

// Whoever has one being checked already waits with the next.
const waitingSql = `
  select f.id from import_file f
  where f.district_id = $1 and f.state in ('waiting', 'checking', 'committing', 'undoing')
  order by f.asked_at, f.id limit 20 for update skip locked`

const claimSql = `
  update import_file set state = case state when 'waiting' then 'checking' else state end,
    checked_at = case when state in ('waiting', 'checking') then now() else checked_at end,
    rechecks = rechecks + case when state in ('waiting', 'checking') then 1 else 0 end,
    progress = jsonb_build_object('phase', case state when 'committing' then 'writing' when 'undoing' then 'undoing' else 'reading' end, 'rows', 0)
  where district_id = $1 and id = $2 and state in ('waiting', 'checking', 'committing', 'undoing')
  returning district_id as district, id, state, rechecks as round`
