/** The scope of a transaction as PostgreSQL is told it, and a statement that brings its scope along: one message, one transaction, one answer. */
import pg from 'pg'
import type { RowScope } from './row-scope.ts'

const settings = ['district', 'all', 'trees', 'units', 'readers'] as const

const set = (at: number): string => `set_config('hexie.${settings[at]}', $${at + 1}, true)`

/** For a transaction that was begun. */
const scopeSql = `select ${settings.map((_, at) => set(at)).join(', ')}`
/** The same without a row: true for none, so that all are set and nothing is answered. */
const silentSql = `select where ${settings.map((_, at) => `${set(at)} is null`).join(' or ')}`
const silentName = 'hexie_scope_silent'

const arrayText = (items: readonly string[]): string => `{${items.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`

const valuesOf = (scope: RowScope): string[] => [
  scope.district,
  scope.all ? 'on' : '',
  arrayText(scope.trees),
  arrayText(scope.units),
  arrayText(scope.readers),
]

export const scopeStatement = (scope: RowScope): pg.QueryConfig => ({ name: 'hexie_scope', text: scopeSql, values: valuesOf(scope) })

interface Connection {
  bind(config: { statement: string; values: unknown[] }): void
  execute(config: object): void
}

type Preparing = pg.Query & { prepare(connection: Connection): void }

const ready = new WeakSet<pg.PoolClient>()

/**
 * Scope and statement between two Syncs are one implicit transaction of PostgreSQL: committed together, or neither. What is set in it ends
 * with it.
 */
export async function askScoped(client: pg.PoolClient, scope: RowScope, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  if (!ready.has(client)) {
    await client.query({ name: silentName, text: silentSql, values: ['', '', '', '', ''] })
    ready.add(client)
  }
  return await new Promise<pg.QueryResult>((resolve, reject) => {
    const config: pg.QueryConfig & { queryMode: 'extended' } = { ...statement, queryMode: 'extended' }
    const query = new pg.Query(config, (error: Error | undefined, answers) => {
      if (error) reject(error)
      else resolve((answers as unknown as pg.QueryResult[])[1]!)
    }) as Preparing
    const prepare = query.prepare
    query.prepare = function scopeFirst(connection) {
      connection.bind({ statement: silentName, values: valuesOf(scope) })
      connection.execute({})
      prepare.call(this, connection)
    }
    client.query(query)
  })
}
