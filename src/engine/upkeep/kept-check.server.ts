/** The check that kept tables tell the truth: the rows of every case made anew from its log, against those that stand there. */
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { keptOf } from '../store/kept/kept.server.ts'
import { loadWithin } from '../store/load.server.ts'

export interface KeptFault {
  readonly case: Id
  readonly table: string
}

const page = 'select id, procedure from case_file where district_id = $1 and procedure = any($2) and id > $3 order by id limit 200'

/** The cases whose rows are others than their logs say. */
export async function faultsOfKept(db: Database, district: Id, mechanisms: ReadonlyMap<string, Mechanism>): Promise<readonly KeptFault[]> {
  const procedures = [...mechanisms.values()].filter((m) => m.keeps).map((m) => m.procedure.id)
  const faults: KeptFault[] = []
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.ask<{ id: Id; procedure: string }>(houseScope(district), page, [district, procedures, last])
    for (const { id, procedure } of rows)
      faults.push(...(await db.within(houseScope(district), (q) => faultsOfCase(q, district, id, mechanisms.get(procedure)!))))
    if (rows.length < 200) return faults
    last = rows.at(-1)!.id
  }
}

async function faultsOfCase(q: Query, district: Id, id: Id, m: Mechanism): Promise<readonly KeptFault[]> {
  const file = await loadWithin(q, district, id)
  const faults: KeptFault[] = []
  for (const { table, rows } of keptOf(m, file, file.log)) {
    const differs = `
      with told as (select to_jsonb(t) as row from jsonb_populate_recordset(null::${table}, $3::jsonb) t),
        kept as (select to_jsonb(t) as row from ${table} t where t.district_id = $1 and t.case_id = $2)
      select 1 as found from ((table told except all table kept) union all (table kept except all table told)) d limit 1`
    const told = rows.map((row) => ({ district_id: district, case_id: id, ...row }))
    if ((await q(differs, [district, id, JSON.stringify(told)])).length > 0) faults.push({ case: id, table })
  }
  return faults
}
