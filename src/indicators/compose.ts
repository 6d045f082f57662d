/** One statement for many numbers: the bases they share once, then a line for each number; and one for the rows behind a number. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Asking, Base } from './base.ts'
import { type CountedSet, type Indicator, partsOf, setOf } from './indicator.ts'

export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** The bases in an order in which each stands behind what it needs, each once. */
function ordered(bases: readonly Base[], found: Base[] = []): readonly Base[] {
  for (const base of bases) {
    if (found.includes(base)) continue
    ordered(base.needs, found)
    found.push(base)
  }
  return found
}

function composing(district: Id, day: Day, asking: Asking, bases: readonly Base[]) {
  const values: unknown[] = [district, day]
  const value = (one: unknown): string => `$${values.push(one)}`
  const steps = ordered(bases).map((base) => `${base.name} as (${base.sql(asking, value)})`)
  // A statement must say what each value is, also where no base reads it.
  return { values, value, steps: ['asked as (select $1::uuid as district, $2::date as on_day)', ...steps] }
}

const counted = (set: CountedSet): string =>
  `(select ${set.weighs ? 'coalesce(sum(weight), 0)::bigint' : 'count(*)'} from (${set.ids}) rows)`

/** Every number of these indicators, a row each: `indicator`, `part`, `n`. What is missing follows from the others and is not counted. */
export function countStatement(indicators: readonly Indicator[], district: Id, day: Day, asking: Asking): Statement {
  const parts = indicators.flatMap((indicator) =>
    partsOf(indicator)
      .filter((part) => part !== 'missing')
      .map((part) => ({ id: indicator.id, part, set: setOf(indicator, part)! })),
  )
  const { values, steps } = composing(
    district,
    day,
    asking,
    parts.flatMap(({ set }) => set.needs),
  )
  const lines = parts.map(({ id, part, set }) => `select '${id}' as indicator, '${part}' as part, ${counted(set)} as n`)
  return { sql: `with ${steps.join(',\n')}\n${lines.join('\nunion all ')}`, values }
}

export interface ItemsPage {
  readonly limit: number
  readonly start?: { readonly name: string; readonly id: Id } | undefined
}

const employees = `(select f.value #>> '{}' from organisation_fact f where f.district_id = $1 and f.organisation_id = r.id and f.fact = 'employees'
  and f.since <= $2::date and (f.until is null or f.until >= $2::date) limit 1)`

const dressed = {
  firm: {
    from: 'join organisation o on o.district_id = $1 and o.id = x.id',
    columns: 'o.id, o.name as title, o.sort_name as sort',
    more: `jsonb_build_object('unit', (select u.short_name from organisation_place p join organisation u on u.district_id = p.district_id and u.id = p.unit_id
        where p.district_id = $1 and p.organisation_id = r.id and p.since <= $2::date and (p.until is null or p.until >= $2::date) limit 1),
      'employees', ${employees})`,
  },
  contract: {
    from: `join lateral (select * from contract c where c.district_id = $1 and c.case_id = x.id
        order by (c.since <= $2::date and c.until >= $2::date) desc, c.version limit 1) o on true`,
    columns: `o.case_id as id, o.title, o.title collate "C" as sort, o.number, o.kind, o.level, o.signed_on, o.since, o.until, o.owner_id`,
    more: `jsonb_build_object('number', r.number, 'kind', r.kind, 'level', r.level, 'signedOn', r.signed_on, 'since', nullif(r.since, 'infinity'), 'until', nullif(r.until, 'infinity'),
      'opens', exists (select 1 from case_file k where k.district_id = $1 and k.id = r.id),
      'owner', (select n.name from organisation n where n.district_id = $1 and n.id = r.owner_id))`,
  },
} as const

/** The rows behind a number by name, from the cursor on, and beside each how many there are in all. */
export function itemsStatement(set: CountedSet, district: Id, day: Day, asking: Asking, page: ItemsPage): Statement {
  const { values, value, steps } = composing(district, day, asking, set.needs)
  const { from, columns, more } = dressed[set.of]
  const onwards = page.start ? `where (sort, id) > (${value(page.start.name)}::text collate "C", ${value(page.start.id)}::uuid)` : ''
  const all = [...steps, `chosen as materialized (${set.ids})`, `named as (select ${columns} from chosen x ${from})`]
  return {
    sql: `with ${all.join(',\n')}
      select r.id, r.title, r.sort, (select count(*)::int from chosen) as total, ${more} as more
      from (select * from named ${onwards} order by sort, id limit ${page.limit}) r order by r.sort, r.id`,
    values,
  }
}
