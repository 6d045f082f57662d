/** Evaluations in lists and sums: what the caller may see, by row-level security on the cases. */
import type { Caller } from '#platform/caller.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { text } from '#kernel/text.ts'
import { badInput } from '#platform/problem.ts'
import type { RowScope } from '#platform/row-scope.ts'
import { isDay } from '#kernel/day.ts'
import { startOf } from '#registry/routes/lists.server.ts'
import { cursorText } from '#registry/routes/wire.ts'
import { dimensionIds } from '../rubric/rubric.ts'
import type { EvaluationPage, EvaluationRow, Filter, Group, Summary } from './wire.ts'

const from = `
  from case_file c
  join organisation o on o.district_id = c.district_id and o.id = c.owner_id
  left join evaluation_result r on r.district_id = c.district_id and r.case_id = c.id and r.latest
  left join organisation f on f.district_id = c.district_id and f.id = (c.parties -> 0 ->> 'organisation')::uuid
  left join organisation u on u.district_id = f.district_id and u.id = f.unit_id
  where c.district_id = $1 and c.procedure = 'bargaining-evaluation'`

/** Bands follow what each rubric called passing; a model is what the district confirmed. */
const filtered = `
  and ($2::text is null or c.matter = $2) and ($3::text is null or c.state = $3) and ($4::uuid is null or f.unit_id = $4)
  and ($5 = '' or strpos(c.subject, $5) > 0)
  and ($6::text is null or case $6 when 'none' then r.total is null when 'below' then not r.passes when 'pass' then r.passes
    else c.state = 'model' end)`

const valuesOf = (scope: RowScope, { round, state, unit, q, band }: Filter): readonly unknown[] => [
  scope.district,
  round ?? null,
  state ?? null,
  unit ?? null,
  q ?? '',
  band ?? null,
]

const columns = `c.id, c.number, json_build_object('id', f.id, 'name', c.subject) as firm, u.short_name as unit, o.name as owner,
  c.matter as round, c.state, c.opened_on as "openedOn", r.concluded_on as "concludedOn", r.attempt, r.rubric, r.total,
  ${dimensionIds.map((id) => `r.${id}`).join(', ')}, r.participation, r.awareness, r.satisfaction, r.passes`

interface Wanted extends Filter {
  readonly limit: number
  readonly after?: string | undefined
}

const rowsSql = (onwards: boolean, limit: number) => `select ${columns} ${from} ${filtered}
  ${onwards ? 'and (c.opened_on, c.id) < ($7::date, $8::uuid)' : ''} order by c.opened_on desc, c.id desc limit ${limit}`

function onwardsFrom(after: string | undefined): readonly string[] {
  const start = startOf(after)
  if (!start) return []
  if (!isDay(start.name)) throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
  return [start.name, start.id]
}

export async function listEvaluations(db: Database, { scope }: Caller, wanted: Wanted): Promise<EvaluationPage> {
  const values = valuesOf(scope, wanted)
  const onwards = onwardsFrom(wanted.after)
  const [rows, [counted]] = await db.within(scope, (q: Query) =>
    Promise.all([
      q<EvaluationRow>(rowsSql(onwards.length > 0, wanted.limit + 1), [...values, ...onwards]),
      q<{ total: number }>(`select count(*)::int as total ${from} ${filtered}`, values),
    ]),
  )
  const items = rows.slice(0, wanted.limit)
  const last = rows.length > wanted.limit ? items.at(-1) : undefined
  return { items, total: counted!.total, ...(last && { next: cursorText({ name: last.openedOn, id: last.id }) }) }
}

/** All rows of a filter, a page at a time. */
export async function* everyEvaluation(db: Database, caller: Caller, wanted: Filter): AsyncGenerator<EvaluationRow> {
  let after: string | undefined
  do {
    const page = await listEvaluations(db, caller, { ...wanted, limit: 200, after })
    yield* page.items
    after = page.next
  } while (after)
}

const sums = `count(*)::int as evaluations, count(r.total)::int as concluded, count(*) filter (where r.passes)::int as passing,
  count(*) filter (where c.state = 'model')::int as models, round(avg(r.total))::int as total,
  ${dimensionIds.map((id) => `round(avg(r.${id}))::int as ${id}`).join(', ')}`

export async function summaryOf(db: Database, { scope }: Caller, wanted: Filter, share: number): Promise<Summary> {
  const values = valuesOf(scope, wanted)
  const [groups, rounds] = await db.within(scope, (q: Query) =>
    Promise.all([
      q<Group & { readonly whole: boolean }>(
        `select grouping(u.id) = 1 as whole,
           case when u.id is null then null else json_build_object('id', u.id, 'name', u.short_name) end as unit, ${sums}
         ${from} ${filtered} and c.state <> 'withdrawn' group by grouping sets ((), (u.id, u.short_name)) order by whole desc, evaluations desc`,
        values,
      ),
      q<{ round: string }>(
        `select c.matter as round from case_file c where c.district_id = $1 and c.procedure = 'bargaining-evaluation'
         group by c.matter order by max(c.opened_on) desc limit 40`,
        [scope.district],
      ),
    ]),
  )
  const strip = ({ whole: _, ...group }: Group & { readonly whole: boolean }): Group => group
  return {
    round: wanted.round ?? null,
    rounds: rounds.map((one) => one.round),
    all: strip(groups.find((one) => one.whole)!),
    units: groups.filter((one) => !one.whole).map(strip),
    share,
  }
}
