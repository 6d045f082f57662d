/** Carries sealed values over to the newest keys, a few at a time, while everybody goes on reading and writing. */
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { SecretProblem, type Secrets } from './cipher.server.ts'
import { type SealedColumn, sealedColumns } from './sealed-columns.server.ts'

export interface Resealed {
  readonly carried: number
  /** Values that do not open: changed from outside, or sealed by a key that is gone. */
  readonly unreadable: number
  /** Still under an older key: unreadable, held by somebody just then, or the ID number of two people at once. */
  readonly left: number
}

export interface ResealOptions {
  readonly batch?: number
  readonly columns?: readonly SealedColumn[]
  /** After each batch. */
  readonly told?: (carried: number) => void
  /** True ends the work after the batch at hand; the next run goes on where this one stopped. */
  readonly stopped?: () => boolean
}

/**
 * Which values still need it is told by the version in their first byte, so nothing else has to be remembered: stopping at any moment and
 * several servers at once are both fine. When nothing is left the older keys are marked retired.
 */
export async function reseal(db: Database, secrets: Secrets, options: ResealOptions = {}): Promise<Resealed> {
  let [carried, unreadable, left] = [0, 0, 0]
  let pass: Resealed
  // A second pass finds what somebody was writing during the first.
  do {
    pass = await onePass(db, secrets, options, carried)
    carried += pass.carried
    ;({ unreadable, left } = pass)
  } while (left > unreadable && pass.carried > 0 && !options.stopped?.())
  if (left === 0) await retireOlder(db, secrets)
  return { carried, unreadable, left }
}

async function onePass(db: Database, secrets: Secrets, options: ResealOptions, before: number): Promise<Resealed> {
  const { columns = sealedColumns, batch: most = 250, stopped = () => false } = options
  let [carried, unreadable, left] = [0, 0, 0]
  for (const column of columns) {
    let after: Id | undefined = nobody
    while (after !== undefined && !stopped()) {
      const batch: Batch = await carryBatch(db, secrets, column, after, most)
      carried += batch.carried
      unreadable += batch.unreadable
      after = batch.last
      options.told?.(before + carried)
    }
    left += await staleIn(db, secrets, column)
  }
  return { carried, unreadable, left }
}

const nobody: Id = '00000000-0000-0000-0000-000000000000'

interface Batch {
  readonly carried: number
  readonly unreadable: number
  /** The last person looked at; undefined when there were no more. */
  readonly last?: Id
}

interface StaleRow {
  readonly person: Id
  readonly sealed: Buffer
  readonly digest: Buffer | null
}

async function carryBatch(db: Database, secrets: Secrets, column: SealedColumn, after: Id, most: number): Promise<Batch> {
  return await db.within(houseScope(secrets.district), async (q) => {
    // Rows somebody writes at this moment are passed over: their next version is the newest anyway, or the next run finds them.
    const rows = await q<StaleRow>(
      `select ${column.person} as person, ${column.sealed} as sealed, ${column.digest} as digest from ${column.table}
       where ${staleRows(column)} and ${column.person} > $4 order by ${column.person} limit $5 for update skip locked`,
      [...staleParams(secrets), after, most],
    )
    const fresh = rows.map((row) => freshOf(secrets, column, row)).filter((row) => row !== undefined)
    const done = fresh.length === 0 ? [] : await q<{ person: Id }>(updateOf(column), updateParams(secrets, fresh))
    return { carried: done.length, unreadable: rows.length - fresh.length, last: rows.at(-1)?.person }
  })
}

interface FreshRow {
  readonly person: Id
  /** A person may have several of a field where rows are laid aside: this one. */
  readonly was: Buffer
  readonly sealed: Buffer
  readonly digest: Buffer | null
}

function freshOf(secrets: Secrets, { field }: SealedColumn, row: StaleRow): FreshRow | undefined {
  try {
    const value = secrets.open(field, row.person, row.sealed)
    const sealed = row.sealed[0] === secrets.current.seal ? row.sealed : secrets.seal(field, row.person, value)
    return { person: row.person, was: row.sealed, sealed, digest: row.digest && secrets.digest(field, value) }
  } catch (error) {
    if (error instanceof SecretProblem) return undefined
    throw error
  }
}

/** Newer keys than ours may be at work already; only what is older than ours is carried. */
const staleRows = ({ sealed, digest, only }: SealedColumn): string =>
  `district_id = $1 and ${sealed} is not null and (substring(${sealed} for 1) < $2 or substring(${digest} for 1) < $3)${only ? ` and ${only}` : ''}`

const staleParams = ({ district, current }: Secrets): readonly unknown[] => [district, Buffer.of(current.seal), Buffer.of(current.digest)]

function updateOf({ table, person, sealed, digest, unique, only }: SealedColumn): string {
  // While the digest key changes one number can come in twice under two digests; such a pair is left for people to merge.
  const alone = unique
    ? ` and not exists (select 1 from ${table} other where other.district_id = $1 and other.${digest} = fresh.digest and other.${person} <> fresh.person)`
    : ''
  return `update ${table} set ${sealed} = fresh.sealed, ${digest} = fresh.digest
    from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[]) as fresh (person, sealed, digest, was)
    where ${table}.district_id = $1 and ${table}.${person} = fresh.person and ${table}.${sealed} = fresh.was${only ? ` and ${table}.${only}` : ''}${alone}
    returning fresh.person`
}

const updateParams = ({ district }: Secrets, fresh: readonly FreshRow[]): readonly unknown[] => [
  district,
  fresh.map((row) => row.person),
  fresh.map((row) => row.sealed),
  fresh.map((row) => row.digest),
  fresh.map((row) => row.was),
]

async function staleIn(db: Database, secrets: Secrets, column: SealedColumn): Promise<number> {
  const [row] = await db.ask<{ n: number }>(
    houseScope(secrets.district),
    `select count(*) as n from ${column.table} where ${staleRows(column)}`,
    staleParams(secrets),
  )
  return row!.n
}

async function retireOlder(db: Database, { district, current }: Secrets): Promise<void> {
  await db.ask(
    houseScope(district),
    `update data_key set retired_at = now() where district_id = $1 and retired_at is null
     and version < case purpose when 'seal' then $2::smallint else $3::smallint end`,
    [district, current.seal, current.digest],
  )
}
