/** The taking back of a list of firms: firms it made go, facts it told are withdrawn, facts it put right are as they were. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { FactKind } from '../../organisation.ts'
import { withdrawFacts } from '../../organisations/facts/correct-facts.server.ts'
import { projectFacts } from '../../organisations/facts/project-facts.server.ts'
import type { ImportRecord } from '../store/import-record.server.ts'
import type { Undone } from './undo-run.server.ts'

/** In the transaction of the undoing. */
export async function undoFirms(q: Query, { district_id: district, id, undone_by: by, name }: ImportRecord, today: Day): Promise<Undone> {
  await q('select hexie_remove_imported_firms($1, $2)', [district, id])
  const back = await q<{ organisation_id: Id; fact: FactKind }>(backSql, [district, id])
  await projectFacts(q, {
    district,
    today,
    organisations: [...new Set(back.map((row) => row.organisation_id))],
    facts: [...new Set(back.map(({ fact }) => fact))],
  })
  const told = await q<{ id: Id }>(toldSql, [district, id])
  await withdrawFacts(
    q,
    { district, today, by, reason: `撤销导入“${name}”` },
    told.map((row) => row.id),
  )
  await q(`update import_change set undone = true where district_id = $1 and import_id = $2 and what = 'changed' and refused is null`, [
    district,
    id,
  ])
  const [counted] = await q<Undone>(
    `select count(*) filter (where undone) as undone, count(*) filter (where refused is not null) as refused
     from import_change where district_id = $1 and import_id = $2`,
    [district, id],
  )
  return counted!
}

// Only where the value is still the one this file gave.
const backSql = `
  update organisation_fact f set value = old.was
  from import_change c, jsonb_to_recordset(c.before->'mended') as old (id uuid, was jsonb, value jsonb)
  where c.district_id = $1 and c.import_id = $2 and c.what = 'changed' and f.district_id = $1 and f.id = old.id and f.value = old.value
  returning f.organisation_id, f.fact`

const toldSql = `
  select f.id from organisation_fact f join import_change c on c.district_id = f.district_id and c.subject_id = f.organisation_id
  where f.district_id = $1 and f.source_import = $2 and c.import_id = $2 and c.what = 'changed'`
