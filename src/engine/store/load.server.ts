/** A case out of the database in one round trip: its row, its log, its papers and attachments. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { CaseFile } from '../present.ts'

/** A step as it travels: its columns in order, without their names. */
type KeptStep = readonly [
  seq: number,
  step: string,
  by: string,
  on: Day,
  at: string,
  person: Id | null,
  name: string | null,
  recordedBy: string | null,
  input: unknown,
]

interface Row {
  readonly id: Id
  readonly procedure: string
  readonly version: number
  readonly number: string
  readonly subject: string
  readonly owner_id: Id
  readonly owner_name: string
  readonly owner_short: string
  readonly owner_path: readonly Id[]
  readonly unit_id: Id | null
  readonly opened_on: Day
  readonly seq: number
  readonly hash: Buffer
  readonly readers: readonly string[] | null
  readonly log: readonly KeptStep[]
  readonly papers: CaseFile['papers'] | null
  readonly attachments: CaseFile['attachments'] | null
  readonly related: CaseFile['related'] | null
  readonly replayed: number | null
}

/** A case as loaded, with what is needed to write to it again. */
export interface LoadedCase extends CaseFile {
  readonly procedure: string
  readonly subject: string
  readonly hash: Buffer
  readonly owner: CaseFile['owner'] & { readonly shortName: string; readonly unit: Id | null }
  readonly readers: readonly string[]
  /** The step that already bears the key asked for. */
  readonly replayed: number | null
}

const select = `
select c.id, c.procedure, c.version, c.number, c.subject, c.owner_id, c.unit_id, c.opened_on, c.seq, c.hash,
  o.name as owner_name, o.short_name as owner_short, to_json(o.path) as owner_path,
  (select json_agg(r.reader) from case_reader r where r.district_id = c.district_id and r.case_id = c.id) as readers,
  l.log, l.replayed,
  (select json_agg(json_strip_nulls(json_build_object('id', p.id, 'seq', p.seq, 'kind', p.kind, 'title', json_build_object('zh', p.title, 'en', p.title_en),
      'number', p.number, 'on', p.on_day, 'step', p.step, 'code', p.code, 'hash', p.hash, 'forRoles', p.for_roles)) order by p.seq, p.id)
    from case_paper p where p.district_id = c.district_id and p.case_id = c.id) as papers,
  (select json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'type', a.type, 'bytes', a.bytes, 'by', a.person_name, 'person', a.person_id,
      'at', a.at, 'shared', a.shared) order by a.at)
    from attachment a where a.district_id = c.district_id and a.case_id = c.id and a.removed_at is null) as attachments,
  (select json_agg(json_build_object('id', k.id, 'number', k.number, 'procedure', k.procedure, 'state', k.state, 'subject', k.subject, 'opened', coalesce(k.parent_id = c.id, false)) order by k.id)
    from case_file k where k.district_id = c.district_id and (k.parent_id = c.id or k.id = c.parent_id)) as related
from case_file c join organisation o on o.district_id = c.district_id and o.id = c.owner_id
cross join lateral (
  select json_agg(json_build_array(s.seq, s.step, s.by_role, s.on_day, s.at, s.person_id, s.person_name, s.recorded_by, s.input) order by s.seq) as log,
    max(s.seq) filter (where s.key = $3) as replayed
  from case_step s where s.district_id = $1 and s.case_id = $2
) l
where c.district_id = $1 and c.id = $2`

/** The case, or undefined when it is not there or not for this scope to know of. `key`: an idempotency key to look for. */
export async function findCase(db: Database, scope: RowScope, id: Id, key = ''): Promise<LoadedCase | undefined> {
  const [row] = await db.ask<Row>(scope, select, [scope.district, id, key])
  return row && loaded(row)
}

/** The same inside a transaction that is open and holds the case's lock. Throws when it is gone. */
export async function loadWithin(q: Query, district: Id, id: Id): Promise<LoadedCase> {
  const [row] = await q<Row>(select, [district, id, ''])
  if (!row) throw new Error(`no such case: ${id}`)
  return loaded(row)
}

const entryOf = ([seq, step, by, on, at, person, name, recordedBy, input]: KeptStep): CaseFile['log'][number] => ({
  seq,
  step,
  by,
  on,
  at,
  ...(person === null ? {} : { person }),
  ...(name === null ? {} : { name }),
  ...(recordedBy === null ? {} : { recordedBy }),
  ...(input === null ? {} : { input }),
})

const loaded = (row: Row): LoadedCase => ({
  id: row.id,
  procedure: row.procedure,
  subject: row.subject,
  version: row.version,
  number: row.number,
  owner: { id: row.owner_id, name: row.owner_name, shortName: row.owner_short, path: row.owner_path, unit: row.unit_id },
  openedOn: row.opened_on,
  seq: row.seq,
  hash: row.hash,
  readers: row.readers ?? [],
  log: row.log.map(entryOf),
  papers: row.papers ?? [],
  attachments: row.attachments ?? [],
  related: row.related ?? [],
  replayed: row.replayed,
})
