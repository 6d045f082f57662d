/** Tables that a mechanism keeps from the logs of its cases: rewritten for a case, in the step's own transaction, whenever its rows change. */
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { KeptFile, Mechanism } from '../../mechanism.ts'
import { type Entry, factsOf, stateOf } from '../../run.ts'

/** The rows of one table. */
export interface Kept {
  readonly table: string
  readonly rows: readonly object[]
}

/** What every table holds of a case after this log; nothing of a case that has not begun. */
export function keptOf(m: Mechanism, file: Pick<KeptFile, 'id' | 'number' | 'owner'>, log: readonly Entry[]): readonly Kept[] {
  if (!m.keeps || log.length === 0) return []
  const known = { ...file, known: factsOf(m.procedure, log), state: stateOf(m.procedure, log)!, log }
  return Object.entries(m.keeps).map(([table, rowsOf]) => ({ table, rows: rowsOf(known) }))
}

/** The tables whose rows of this case are others than before. */
export function keptChanges(
  m: Mechanism,
  file: Pick<KeptFile, 'id' | 'number' | 'owner'>,
  before: readonly Entry[],
  after: readonly Entry[],
  ownerBefore = file.owner,
): readonly Kept[] {
  const were = keptOf(m, { ...file, owner: ownerBefore }, before)
  return keptOf(m, file, after).filter(({ table, rows }) => {
    const old = were.find((one) => one.table === table)?.rows ?? []
    return JSON.stringify(old) !== JSON.stringify(rows)
  })
}

const into = (table: string) => `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`

/** Rows with the columns that every kept table begins with. */
export const keptRows = (district: Id, id: Id, rows: readonly object[]): readonly object[] =>
  rows.map((row) => ({ district_id: district, case_id: id, ...row }))

/** Writes the changed tables; the names are those of the code, never of a request. */
export function writeKept(q: Query, last: Query, district: Id, id: Id, changed: readonly Kept[]): readonly Promise<unknown>[] {
  const statements = changed.flatMap(({ table, rows }): [string, unknown[]][] => [
    [`delete from ${table} where district_id = $1 and case_id = $2`, [district, id]],
    [into(table), [JSON.stringify(keptRows(district, id, rows))]],
  ])
  return statements.map(([sql, params], at) => (at === statements.length - 1 ? last : q)(sql, params))
}

/** New rows of many cases at once, for cases that had none. */
export const writeAllKept = async (q: Query, rows: ReadonlyMap<string, readonly object[]>): Promise<void> => {
  for (const [table, all] of rows) await q(into(table), [JSON.stringify(all)])
}
