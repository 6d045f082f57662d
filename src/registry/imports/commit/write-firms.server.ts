/** Writes the judged rows about firms into the register: new firms, and what is true of them from a day until a day. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { Organisation } from '../../organisation.ts'
import { type FactRow, recordFacts } from '../../organisations/facts/record-facts.server.ts'
import { writeOrganisations } from '../../organisations/places/write-organisations.server.ts'
import type { FirmFacts } from '../check/judge-firms.server.ts'
import type { ImportRecord } from '../store/import-record.server.ts'
import type { Written } from './write-people.server.ts'

interface FirmRow {
  readonly row: number
  readonly verdict: 'new' | 'changed'
  readonly person_id: Id
  readonly name: string
  readonly facts: FirmFacts
}

interface ParentRow {
  readonly id: Id
  readonly kind: string
  readonly unit_id: Id | null
  readonly path: readonly Id[]
  readonly street_id: Id | null
}

const chunk = 1_000

/** In the transaction of the commit. */
export async function writeFirms(q: Query, record: ImportRecord, today: Day): Promise<Written> {
  const { district_id: district, id, name: file, by_person: by } = record
  const written = { new: 0, changed: 0 }
  for (let after = 0; ; ) {
    const rows = await q<FirmRow>(rowsSql, [district, id, after, chunk])
    const fresh = rows.filter(({ verdict }) => verdict === 'new')
    const recording = { district, by, source: file, import: id }
    await writeOrganisations(q, recording, await organisationsOf(q, district, fresh))
    const facts = rows.flatMap(({ person_id, facts: { facts } }) =>
      facts.map((fact): FactRow => ({ ...fact, organisation: person_id, source: file })),
    )
    const mend = `导入“${file}”更新`
    const before = new Map((await q<Held>(heldSql, [district, rows.map(({ person_id }) => person_id)])).map((held) => [held.id, held]))
    const mended: Mended[] = []
    for (const renew of [true, false]) {
      const some = facts.filter(({ fact }) => (fact === 'designated') === renew)
      const { faults, mended: right } = await recordFacts(q, { district, today, by, import: id, renew, mend }, some)
      // The rows were judged by the same rules in this very transaction.
      if (faults.length > 0) throw new Error(`a fact that was judged sound was refused: ${faults[0]!.says.en}`)
      for (const { at, id: which } of right)
        mended.push({ subject: some[at]!.organisation, id: which, was: before.get(which)!.value, value: some[at]!.value })
    }
    await q(noteSql, [
      district,
      id,
      rows.map(({ person_id }) => person_id),
      rows.map(({ row }) => row),
      rows.map(({ verdict }) => verdict),
      JSON.stringify(mended),
    ])
    written.new += fresh.length
    written.changed += rows.length - fresh.length
    if (rows.length < chunk) break
    after = rows.at(-1)!.row
  }
  const [same] = await q<{ count: number }>(
    `select count(*) from import_row where district_id = $1 and import_id = $2 and verdict = 'same'`,
    [district, id],
  )
  return { ...written, same: same!.count, requests: 0 }
}

interface Held {
  readonly id: Id
  readonly value: unknown
}

/** A fact of the same day that the file put right. */
interface Mended extends Held {
  readonly subject: Id
  readonly was: unknown
}

const heldSql = 'select id, value from organisation_fact where district_id = $1 and organisation_id = any ($2::uuid[])'

async function organisationsOf(q: Query, district: Id, rows: readonly FirmRow[]): Promise<readonly Organisation[]> {
  const parents = new Map(
    (
      await q<ParentRow>('select id, kind, unit_id, path, street_id from organisation where district_id = $1 and id = any ($2::uuid[])', [
        district,
        [...new Set(rows.map(({ facts }) => facts.parent))],
      ])
    ).map((row) => [row.id, row]),
  )
  return rows.map(({ person_id: id, name, facts: { parent: at, since } }) => {
    const parent = parents.get(at!)!
    const street = parent.kind === 'street' ? parent.id : parent.street_id
    return {
      id,
      district,
      kind: 'firm',
      name,
      shortName: name,
      parent: parent.id,
      path: [...parent.path, id],
      ...(parent.unit_id && { unit: parent.unit_id }),
      ...(street && { street }),
      designated: false,
      mediates: false,
      standing: 'standing',
      since,
    } as const satisfies Organisation
  })
}

const rowsSql = `
  select row, verdict, person_id, name, facts from import_row
  where district_id = $1 and import_id = $2 and verdict in ('new', 'changed') and row > $3 order by row limit $4`

const noteSql = `
  insert into import_change (district_id, import_id, subject_id, row, what, before)
  select $1, $2, n.id, n.row, n.what, jsonb_build_object('mended', coalesce((
    select jsonb_agg(m) from jsonb_array_elements($6::jsonb) m where m->>'subject' = n.id::text), '[]'))
  from unnest($3::uuid[], $4::int[], $5::text[]) n (id, row, what)
  on conflict do nothing`
