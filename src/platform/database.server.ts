/** The database: a pool whose every transaction sees only what its row scope allows, in as few round trips as can be. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import type { RowScope } from './row-scope.ts'
import { askScoped, scopeStatement } from './scoped-statement.server.ts'

export type Query = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>

export interface Database {
  /** A transaction under the scope. Queries not waited for are pipelined; `last` sends its statement and the commit in one flush. */
  within<T>(scope: RowScope, work: (q: Query, last: Query) => Promise<T>): Promise<T>
  /** One statement under the scope, a transaction by itself: one message, one round trip. */
  ask<Row>(scope: RowScope, sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** One statement without a scope, for reference and sign-in tables; tables under row-level security show nothing. */
  open<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Calls back for each NOTIFY on the channel, and once with '' after every (re)connection, when some may have been missed. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  /** NOTIFY outside any transaction (one inside would make commits queue): call it after the commit. */
  notify(channel: string, payload: string): Promise<void>
  /** For libraries that bring their own SQL (sign-in). No scope is set on it. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  readonly connections?: number
  readonly statementSeconds?: number
  /** The role every connection takes, so that row-level security holds; null keeps the role of the URL (migrations only). */
  readonly role?: string | null
  readonly failed?: (error: Error) => void
}

export const applicationRole = 'hexie_app'

const dayOids = new Set([1082, 1182])
const int8 = 20
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1082) return (value: string) => value
    if (dayOids.has(oid)) return pg.types.getTypeParser(1009 as never, 'text')
    if (oid === int8) return safeInteger
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}

function safeInteger(value: string): number {
  const n = Number(value)
  if (!Number.isSafeInteger(n)) throw new RangeError('a bigint beyond what a number holds')
  return n
}

/** Settings of a connection as the driver wants them: days as text, bigint as number, the role and the limits from the first packet on. */
export function connectionSettings({ url, role = applicationRole, statementSeconds = 30 }: DatabaseOptions): pg.ClientConfig {
  const settings = [`-c statement_timeout=${statementSeconds * 1000}`, '-c idle_in_transaction_session_timeout=60000', '-c timezone=UTC']
  if (role) settings.push(`-c role=${role}`)
  const address = new URL(url.replace('@/', '@localhost/'))
  // The driver lets the URL override its settings, so the URL's own options are joined here and taken out there.
  const own = address.searchParams.get('options')
  address.searchParams.delete('options')
  return {
    connectionString: address.href,
    options: [own, ...settings].filter(Boolean).join(' '),
    types,
    application_name: 'hexie',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  }
}

export function openDatabase(options: DatabaseOptions): Database {
  const failed = options.failed ?? (() => {})
  const pool = new pg.Pool({ ...connectionSettings(options), max: options.connections ?? 12, idleTimeoutMillis: 60_000, pipeline: true })
  pool.on('error', failed)
  // A connection that breaks while it is lent out tells only itself; unheard, that would end the server.
  pool.on('connect', (client) => client.on('error', failed))
  const statement = namer()
  const listeners = new Set<() => Promise<void>>()

  const open: Database['open'] = async <Row>(sql: string, params: readonly unknown[] = []) =>
    (await pool.query(statement(sql, params))).rows as Row[]

  return {
    pool,
    open,
    async ask<Row>(scope: RowScope, sql: string, params: readonly unknown[] = []) {
      const client = await pool.connect()
      return await using(client, async () => (await askScoped(client, scope, statement(sql, params))).rows as Row[])
    },
    async within(scope, work) {
      const client = await pool.connect()
      return await using(client, () => transaction(client, scope, statement, work))
    },
    async listen(channel, heard) {
      const stop = await listenOn(options, channel, heard, failed)
      listeners.add(stop)
      return async () => {
        listeners.delete(stop)
        await stop()
      }
    },
    notify: async (channel, payload) => {
      await open('select pg_notify($1, $2)', [channel, payload])
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()))
      await pool.end()
    },
  }
}

const begin: pg.QueryConfig = { text: 'begin' }
const commit: pg.QueryConfig = { text: 'commit' }

/** Sends all without waiting between them; the first failure is thrown after the last answer, so the connection is quiet again. */
async function flush(client: pg.PoolClient, queries: readonly pg.QueryConfig[]): Promise<pg.QueryResult[]> {
  const { stream } = (client as unknown as { connection: { stream: { cork?(): void; uncork?(): void } } }).connection
  stream.cork?.()
  const sent = queries.map((query) => client.query(query))
  stream.uncork?.()
  const answers = await Promise.allSettled(sent)
  const broken = answers.find((answer) => answer.status === 'rejected')
  if (broken) throw broken.reason
  return answers.map((answer) => (answer as PromiseFulfilledResult<pg.QueryResult>).value)
}

async function transaction<T>(
  client: pg.PoolClient,
  scope: RowScope,
  statement: Namer,
  work: (q: Query, last: Query) => Promise<T>,
): Promise<T> {
  let opened: Promise<unknown> | undefined
  let ended = false
  // The first statement takes begin and scope with it, so they cost no trip of their own.
  const send = async <Row>(sql: string, params: readonly unknown[], then: readonly pg.QueryConfig[]): Promise<Row[]> => {
    if (ended) throw new Error('the transaction has ended')
    // Nothing before it and nothing after: the statement is the whole transaction.
    if (!opened && then.length > 0) {
      ended = true
      return (await askScoped(client, scope, statement(sql, params))).rows as Row[]
    }
    const before = opened ? [] : [begin, scopeStatement(scope)]
    if (then.length > 0) ended = true
    const sent = flush(client, [...before, statement(sql, params), ...then])
    opened ??= sent
    const answers = await sent
    if (then.length > 0) committed(answers.at(-1)!)
    return answers[before.length]!.rows as Row[]
  }
  try {
    const result = await work(
      (sql, params = []) => send(sql, params, []),
      (sql, params = []) => send(sql, params, [commit]),
    )
    if (opened && !ended) {
      ended = true
      committed(await client.query(commit))
    }
    return result
  } catch (error) {
    ended = true
    // On a connection that broke there is nothing to roll back; `using` throws it away.
    if (opened) await client.query('rollback').catch(() => {})
    throw error
  }
}

/** PostgreSQL answers COMMIT with ROLLBACK when a statement before it failed, also when the caller swallowed that failure. */
function committed(answer: pg.QueryResult): void {
  if (answer.command !== 'COMMIT') throw new Error('the transaction was rolled back: an earlier statement failed')
}

/** Gives the connection back only when it stands outside any transaction; one that does not is thrown away. */
async function using<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    client.release(client.getTransactionStatus() !== 'I')
  }
}

type Namer = (sql: string, params: readonly unknown[]) => pg.QueryConfig

/** Statements seen twice are prepared by name on each connection; at most 400 of them, so that made-up SQL cannot fill the server. */
function namer(most = 400): Namer {
  const seen = new Map<string, string | null>()
  let named = 0
  return (sql, params) => {
    const values = params as unknown[]
    const known = seen.get(sql)
    if (known) return { name: known, text: sql, values }
    if (known === undefined) {
      if (seen.size < most * 4) seen.set(sql, null)
    } else if (named < most) {
      named++
      seen.set(sql, `q${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`)
    }
    return { text: sql, values }
  }
}

async function listenOn(options: DatabaseOptions, channel: string, heard: (payload: string) => void, failed: (error: Error) => void) {
  let client: pg.Client | undefined
  let stopped = false
  let waitMillis = 250
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const next = new pg.Client(connectionSettings(options))
    next.on('error', failed)
    next.on('notification', (message) => heard(message.payload ?? ''))
    next.on('end', again)
    await next.connect()
    client = next
    await next.query(`listen ${next.escapeIdentifier(channel)}`)
    waitMillis = 250
    if (!stopped) heard('')
  }
  function again(): void {
    client = undefined
    if (stopped || timer) return
    timer = setTimeout(() => {
      timer = undefined
      connect().catch((error: Error) => {
        failed(error)
        again()
      })
    }, waitMillis)
    timer.unref()
    waitMillis = Math.min(waitMillis * 2, 10_000)
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end()
  }
}
