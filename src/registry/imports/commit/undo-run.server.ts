/** The taking back of a whole import, row by row where others have touched what it wrote. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { record as audit } from '../../privacy/audit.server.ts'
import { getKind } from '../kinds/kinds.ts'
import { manyRows, weighRegistry } from './commit-run.server.ts'
import { undoTeams } from '../teams/write-teams.server.ts'
import { undoFirms } from './undo-firms.server.ts'
import { importRecord, type ImportRecord } from '../store/import-record.server.ts'

export interface Undone {
  readonly undone: number
  readonly refused: number
}

/** Undefined: it was not to be undone (any more). */
export async function undoImport(
  { db, today, at }: { readonly db: Database; readonly today: Day; readonly at: Date },
  district: Id,
  id: Id,
): Promise<Undone | undefined> {
  const undone = await db.within(houseScope(district), async (q) => {
    await Promise.all([q('set local statement_timeout = 0'), q('set local idle_in_transaction_session_timeout = 0')])
    await q('select pg_advisory_xact_lock(hashtextextended($1, 6))', [district])
    const record = await importRecord(q, district, id, true)
    if (record?.state !== 'undoing') return undefined
    const undo = { people: undoPeople, firms: undoFirms, teams: undoTeams }[getKind(record.kind).about]
    const undone = await undo(q, record, today)
    await q(`update import_file set state = 'undone', progress = null, undone_at = $3, undone = $4 where district_id = $1 and id = $2`, [
      district,
      id,
      at,
      JSON.stringify(undone),
    ])
    await audit(q, {
      district,
      by: record.undone_by,
      byName: record.undone_name ?? '',
      kind: 'import',
      about: record.unit_id,
      what: { import: id, undo: true, ...undone },
    })
    return undone
  })
  if (undone && undone.undone >= manyRows) await weighRegistry(db, district)
  return undone
}

async function undoPeople(q: Query, { district_id, id }: ImportRecord, today: Day): Promise<Undone> {
  const [undone] = await q<Undone>('select undone, refused from hexie_undo_import($1, $2, $3)', [district_id, id, today])
  return undone!
}
