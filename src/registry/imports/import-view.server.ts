/** An import as it is told to those who may know of it. */
import { addDays, type Day, dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import { forbidden, notFound } from '#platform/problem.ts'
import type { Organisation } from '../organisation.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { undoDays } from './commit/commit-run.server.ts'
import { mayImport } from './import-rights.ts'
import type { CauseWire, ImportWire } from './import-wire.ts'
import { fieldWire, getKind } from './kinds/kinds.ts'
import { importRecord, type ImportRecord, tallyOf } from './store/import-record.server.ts'
import { countsWire } from './store/tally.ts'

export type ViewDeps = Pick<RegistryDeps, 'db' | 'directory'>

/** The import, if the caller may know of it and work on it; throws 404 or 403 otherwise. */
export async function importFor(deps: ViewDeps, caller: Caller, id: Id): Promise<ImportRecord> {
  const record = await deps.db.within(caller.scope, (q) => importRecord(q, caller.district, id))
  if (!record) throw notFound()
  const unit = await deps.directory.organisationById(caller.district, record.unit_id)
  if (!unit || !mayImport(caller, record.kind, unit, await unionsOf(deps, unit))) throw forbidden()
  return record
}

/** The unions of a firm; none of other bodies. */
export async function unionsOf({ db, directory }: ViewDeps, { kind, id, district }: Organisation): Promise<readonly Organisation[]> {
  if (kind !== 'firm') return []
  const rows = await db.ask<{ id: Id }>(
    { district, all: false, trees: [], units: [], readers: [] },
    `select id from organisation where district_id = $1 and firm_id = $2 and kind = 'union' and standing = 'standing'`,
    [district, id],
  )
  return [
    ...(
      await directory.organisationsByIds(
        district,
        rows.map((row) => row.id),
      )
    ).values(),
  ]
}

export const lastColumns = `
  (select jsonb_build_object('id', l.id, 'committedAt', l.committed_at, 'written', l.written, 'undoUntil', l.undo_until, 'undone', l.state = 'undone')
   from import_file l where l.district_id = f.district_id and l.unit_id = f.unit_id and l.kind = f.kind and l.id <> f.id
     and l.committed_at is not null and (f.committed_at is null or l.committed_at < f.committed_at)
   order by l.committed_at desc limit 1) as last`

interface LastRow {
  readonly id: Id
  readonly committedAt: string
  readonly written: { readonly new: number; readonly changed: number }
  readonly undoUntil: Day
  readonly undone: boolean
}

export type ImportViewRow = ImportRecord & { readonly last?: LastRow | null }

export async function importWire({ directory }: ViewDeps, row: ImportViewRow): Promise<ImportWire> {
  const kind = getKind(row.kind)
  const tally = tallyOf(row.counts)
  const unit = await directory.organisationById(row.district_id, row.unit_id)
  const causes = Object.entries(row.causes).map(([cause, rest]): CauseWire => ({ cause, ...rest }))
  return {
    id: row.id,
    kind: row.kind,
    title: kind.title,
    unit: { id: row.unit_id, name: unit?.name ?? '' },
    file: { name: row.name, bytes: row.bytes, ...(row.sheet && { sheet: row.sheet }) },
    by: { id: row.by_person, name: row.by_name },
    at: row.at.toISOString(),
    state: row.state,
    ...(row.progress && { progress: row.progress }),
    counts: countsWire(tally),
    columns: row.columns,
    fields: kind.fields.map(fieldWire),
    causes: causes.sort((a, b) => (a.severity === b.severity ? b.rows - a.rows : a.severity === 'wrong' ? -1 : 1)).slice(0, 100),
    ...(tally.now && {
      effect: {
        members: { now: tally.now.members, added: tally.members },
        withoutFirm: { now: tally.now.withoutFirm, added: tally.withoutFirm },
      },
    }),
    ...(row.problem && { problem: row.problem }),
    ...outcome(row),
  }
}

function outcome(row: ImportViewRow): Pick<ImportWire, 'committed' | 'undone' | 'last'> {
  const { committed_at, committed_by, committed_name, written, undo_until, undone_at, undone_by, undone_name, undone, last } = row
  return {
    ...(committed_at &&
      written && {
        committed: {
          at: committed_at.toISOString(),
          by: { id: committed_by ?? '', name: committed_name ?? '' },
          ...written,
          undoUntil: undo_until ?? addDays(dayOf(committed_at), undoDays),
        },
      }),
    ...(undone_at &&
      undone && { undone: { at: undone_at.toISOString(), by: { id: undone_by ?? '', name: undone_name ?? '' }, ...undone } }),
    ...(last && {
      last: {
        id: last.id,
        committedAt: last.committedAt,
        new: last.written.new,
        changed: last.written.changed,
        undoUntil: last.undoUntil,
        undone: last.undone,
      },
    }),
  }
}
