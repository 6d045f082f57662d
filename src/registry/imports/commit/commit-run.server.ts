/** The writing of a checked file: one transaction, all or nothing, the same whether it is tried once or five times. */
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { record as audit } from '../../privacy/audit.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import { surroundingsOf } from '../check/import-context.server.ts'
import { getKind } from '../kinds/kinds.ts'
import { rejudge } from '../rows/rejudge.server.ts'
import { importRecord, type ImportRecord, type Tally, tallyOf } from '../store/import-record.server.ts'
import { countsWire } from '../store/tally.ts'
import { writeTeams } from '../teams/write-teams.server.ts'
import { writeFirms } from './write-firms.server.ts'
import { writePeople, type Written } from './write-people.server.ts'

export interface CommitDeps {
  readonly db: Database
  readonly secrets: (district: Id) => Promise<Secrets>
  readonly today: Day
  readonly at: Date
}

export const undoDays = 30

/** More rows than this that the register has overtaken are not judged again one by one: the whole file is. */
const mostStale = 5_000

/** Undefined: it was not to be committed (any more), or has to be checked anew first. Throws where nothing was written. */
export async function commitImport({ db, secrets, today, at }: CommitDeps, district: Id, id: Id): Promise<Written | undefined> {
  const keys = await secrets(district)
  const written = await db.within(houseScope(district), async (q) => {
    await Promise.all([q('set local statement_timeout = 0'), q('set local idle_in_transaction_session_timeout = 0')])
    // One file of a district after the other: two files with the same people would meet at their ID numbers.
    await q('select pg_advisory_xact_lock(hashtextextended($1, 6))', [district])
    const record = await importRecord(q, district, id, true)
    if (record?.state !== 'committing') return undefined
    const [there] = await q<{ rows: number }>('select count(*) as rows from import_row where district_id = $1 and import_id = $2', [
      district,
      id,
    ])
    if (there!.rows !== record.counts.read) return await checkAnew(q, record)
    const { about } = getKind(record.kind)
    const people = about === 'people'
    const stale = people ? await staleRows(q, record) : await allRows(q, record)
    if (people && stale.length > mostStale) return await checkAnew(q, record)
    if (stale.length > 0) await rejudge({ q, record, secrets: keys, today }, stale, await surroundingsOf(q, record, today))
    const result = people
      ? await writePeople(q, record, today, at)
      : about === 'teams'
        ? await writeTeams(q, record)
        : await writeFirms(q, record, today)
    await checkBalance(q, record, result)
    await q(
      `update import_file set state = 'committed', progress = null, committed_at = $3, written = $4, undo_until = $5
       where district_id = $1 and id = $2`,
      [district, id, at, JSON.stringify(result), addDays(today, undoDays)],
    )
    await audit(q, {
      district,
      by: record.committed_by ?? record.by_person,
      byName: record.committed_name ?? record.by_name,
      kind: 'import',
      about: record.unit_id,
      what: { import: id, kind: record.kind, file: record.name, ...result },
      ...(record.as_body && record.as_post && { as: { body: record.as_body, post: record.as_post } }),
    })
    return result
  })
  if (written && written.new + written.changed >= manyRows) await weighRegistry(db, district)
  return written
}

/** From so many rows on the planner's idea of the tables may be far off. */
export const manyRows = 500

/** Otherwise the next file is matched by plans made for the tables as they were. */
export const weighRegistry = (db: Database, district: Id): Promise<unknown> => db.ask(houseScope(district), 'select hexie_weigh_registry()')

/** Committed = valid, or nothing is. */
async function checkBalance(q: Query, { district_id, id }: ImportRecord, result: Written): Promise<void> {
  const [now] = await q<{ counts: Partial<Tally> }>('select counts from import_file where district_id = $1 and id = $2', [district_id, id])
  const { valid } = countsWire(tallyOf(now!.counts))
  if (result.new + result.changed + result.same !== valid)
    throw new Error(`import ${id}: ${valid} rows are valid, ${result.new} + ${result.changed} + ${result.same} were written`)
}

/** The judged rows were lost with the database, or the register has moved on too far. */
async function checkAnew(q: Query, { district_id, id }: ImportRecord): Promise<undefined> {
  const says = text(
    '检查之后登记册有了变化，正在重新检查，请查完后再确认写入',
    'The register has changed since; the file is being checked anew, please confirm again afterwards',
  )
  await q(`update import_file set state = 'waiting', rechecks = 0, progress = null, problem = $3 where district_id = $1 and id = $2`, [
    district_id,
    id,
    JSON.stringify(says),
  ])
}

/** Rows whose judgement no longer holds: somebody came, went, or changed jobs since the check. */
async function staleRows(q: Query, { district_id, id }: ImportRecord): Promise<number[]> {
  const found = await q<{ row: number }>(staleSql, [district_id, id])
  return found.map(({ row }) => row)
}

/** A list of firms is short: all of it is judged again. */
const allRows = async (q: Query, { district_id, id }: ImportRecord): Promise<number[]> =>
  (
    await q<{ row: number }>(`select row from import_row where district_id = $1 and import_id = $2 and verdict <> 'wrong' order by row`, [
      district_id,
      id,
    ])
  ).map(({ row }) => row)

const staleSql = `
  select r.row from import_row r join person p on p.district_id = r.district_id and p.id_digest = r.id_digest and p.merged_into is null
  where r.district_id = $1 and r.import_id = $2 and r.verdict = 'new'
  union
  select r.row from import_row r join person p on p.district_id = r.district_id and p.phone_digest = r.phone_digest and p.name = r.name
    and p.merged_into is null and (r.id_digest is null or p.id_digest is null)
  where r.district_id = $1 and r.import_id = $2 and r.verdict = 'new' and r.phone_digest is not null
  union
  select r.row from import_row r join import_file f on f.district_id = r.district_id and f.id = r.import_id
    left join person p on p.district_id = r.district_id and p.id = r.person_id
  where r.district_id = $1 and r.import_id = $2 and r.verdict in ('same', 'changed')
    and (p.id is null or p.merged_into is not null or p.erased_at is not null or p.updated_at > f.checked_at)
  union
  select r.row from import_row r join import_file f on f.district_id = r.district_id and f.id = r.import_id
    join engagement e on e.district_id = r.district_id and e.person_id = r.person_id
  where r.district_id = $1 and r.import_id = $2 and r.verdict in ('same', 'changed')
    and (e.recorded_at > f.checked_at or (e.id in (r.ends_work, r.ends_member, r.works_id, r.member_id) and e.until is not null))`
