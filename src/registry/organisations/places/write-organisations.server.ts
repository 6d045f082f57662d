/** Organisations written into the register: the row, its first place, and what is known of it as facts from its first day. */
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { Organisation } from '../../organisation.ts'
import { spellOrganisations } from '../../pinyin.server.ts'

export interface Entering {
  readonly district: Id
  readonly by: Id | null
  /** The paper they are known from. */
  readonly source: string
  readonly import?: Id
}

/** Some thousands at a time at most, those above before those below; call it within a transaction. */
export async function writeOrganisations(q: Query, entering: Entering, organisations: readonly Organisation[]): Promise<void> {
  if (organisations.length === 0) return
  const spellings = await spellOrganisations(organisations.map(({ name }) => name))
  const rows = JSON.stringify(organisations.map((one, at) => ({ ...one, ...spellings[at] })))
  await Promise.all([
    q(rowsSql, [entering.district, rows, entering.import ?? null]),
    q(placesSql, [entering.district, rows, entering.by]),
    q(factsSql, [entering.district, rows, entering.by, entering.source, entering.import ?? null]),
  ])
}

const rowsSql = `
  insert into organisation (district_id, id, kind, name, short_name, pinyin, initials, sort_name, parent_id, unit_id, path, firm_id, street_id,
    sector, size, ownership, credit_code, legal_representative, employees, designated, address, mediates, standing, since, until, source_import)
  select $1, id, kind, name, "shortName", pinyin, initials, "sortName", parent, unit, path, firm, street,
    sector, size, ownership, "creditCode", "legalRepresentative", employees, designated, address, mediates, standing, since, until, $3
  from jsonb_to_recordset($2::jsonb) as r (id uuid, kind text, name text, "shortName" text, pinyin text, initials text, "sortName" text,
    parent uuid, unit uuid, path uuid[], firm uuid, street uuid, sector text, size text, ownership text, "creditCode" text,
    "legalRepresentative" text, employees int, designated boolean, address text, mediates boolean, standing text, since date, until date)`

const placesSql = `
  insert into organisation_place (district_id, id, organisation_id, parent_id, unit_id, since, until, recorded_by)
  select $1, gen_random_uuid(), id, parent, unit, since, until, $3
  from jsonb_to_recordset($2::jsonb) as r (id uuid, parent uuid, unit uuid, since date, until date)`

const factsSql = `
  insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source, source_import, recorded_by)
  select $1, gen_random_uuid(), (r->>'id')::uuid, fact, r->fact, (r->>'since')::date, $4, $5, $3
  from jsonb_array_elements($2::jsonb) r,
    unnest(array['designated', 'employees', 'size', 'sector', 'ownership', 'name', 'address', 'creditCode', 'legalRepresentative']) fact
  where r ? fact and r->fact not in ('null', 'false') and (fact <> 'sector' or r->>'kind' in ('firm', 'platform', 'industry'))`
