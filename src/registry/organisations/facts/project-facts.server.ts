/** What holds today of an organisation, brought from its facts onto its row: after facts were written, and when a day begins. */
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { FactKind } from '../../organisation.ts'
import { spellOrganisations } from '../../pinyin.server.ts'

interface Projecting {
  readonly district: Id
  readonly today: Day
  readonly organisations: readonly Id[]
  readonly facts: readonly FactKind[]
  /** A credit code that another body still has is left out, and not refused. */
  readonly yieldingCodes?: boolean
}

/** Only these facts are brought up: of others a row may know what was never recorded with a day. */
export async function projectFacts(q: Query, { district, today, organisations, facts, yieldingCodes = false }: Projecting): Promise<void> {
  if (organisations.length === 0) return
  const renamed = await q<{ id: Id; name: string; spelt: boolean }>(projectSql, [district, organisations, today, facts, yieldingCodes])
  const unspelt = renamed.filter(({ spelt }) => !spelt)
  if (unspelt.length === 0) return
  const spellings = await spellOrganisations(unspelt.map(({ name }) => name))
  await q(spellSql, [district, JSON.stringify(unspelt.map(({ id }, at) => ({ id, ...spellings[at] })))])
}

/**
 * The turn of the day: facts that began or ended since the last time. Looks two months back, so that a house that stood still catches up;
 * doing it twice changes nothing.
 */
export async function refreshFacts(db: Database, district: Id, today: Day): Promise<number> {
  return await db.within(houseScope(district), async (q) => {
    const turned = await q<{ id: Id; facts: FactKind[] }>(turnedSql, [district, addDays(today, -62), today])
    const facts = [...new Set(turned.flatMap((row) => row.facts))]
    // Two who claim one code must not keep the day from coming for everybody else.
    await projectFacts(q, { district, today, organisations: turned.map(({ id }) => id), facts, yieldingCodes: true })
    return turned.length
  })
}

const turnedSql = `
  select organisation_id as id, array_agg(distinct fact) as facts from organisation_fact
  where district_id = $1 and (since between $2 and $3 or (until >= $2 and until < $3))
  group by organisation_id`

const given = (fact: FactKind, column: string, cast: string, absent = 'null'): string =>
  `case when '${fact}' = any ($4) then coalesce((held.now->>'${fact}')::${cast}, ${absent}) else o.${column} end`

const taken = `$5::boolean and held.now->>'creditCode' is not null and (held.nth > 1 or exists (
  select 1 from organisation t where t.district_id = $1 and t.kind = o.kind and t.credit_code = held.now->>'creditCode' and t.id <> o.id))`

const projected = [
  ['designated', given('designated', 'designated', 'boolean', 'false')],
  ['employees', given('employees', 'employees', 'integer')],
  ['size', given('size', 'size', 'text')],
  ['sector', given('sector', 'sector', 'text')],
  ['ownership', given('ownership', 'ownership', 'text')],
  ['name', given('name', 'name', 'text', 'o.name')],
  ['address', given('address', 'address', 'text')],
  ['credit_code', `case when ${taken} then o.credit_code else ${given('creditCode', 'credit_code', 'text')} end`],
  ['legal_representative', given('legalRepresentative', 'legal_representative', 'text')],
] as const

const projectSql = `
  with held as (
    select f.id, f.now, row_number() over (partition by f.kind, f.now->>'creditCode' order by f.id) as nth
    from (select o.id, o.kind, (
      select coalesce(jsonb_object_agg(f.fact, f.value), '{}') from organisation_fact f
      where f.district_id = $1 and f.organisation_id = o.id and f.since <= $3 and (f.until is null or f.until >= $3)
    ) as now
    from organisation o where o.district_id = $1 and o.id = any ($2::uuid[])) f
  )
  update organisation o set ${projected.map(([column, value]) => `${column} = ${value}`).join(', ')},
    short_name = case when 'name' = any ($4) and o.short_name = o.name then coalesce(held.now->>'name', o.name) else o.short_name end
  from held
  where o.district_id = $1 and o.id = held.id
    and (${projected.map(([column]) => `o.${column}`).join(', ')}) is distinct from (${projected.map(([, value]) => value).join(', ')})
  returning o.id, o.name, right(o.sort_name, length(o.name) + 1) = ' ' || o.name as spelt`

const spellSql = `
  update organisation o set sort_name = r."sortName", pinyin = r.pinyin, initials = r.initials
  from jsonb_to_recordset($2::jsonb) as r (id uuid, "sortName" text, pinyin text, initials text) where o.district_id = $1 and o.id = r.id`
