/** Gives unions of the demonstration their delegates: as many as the ordinance asks, those with accounts among them. Once, and always the same. */
import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoId } from '#registry/demo/demo-id.ts'
import { nameSource } from '#registry/demo/names.ts'
import { seatsFor } from '../delegates/composition.ts'

interface UnionRow {
  readonly union: Id
  readonly employees: number
  readonly people: readonly { readonly id: Id; readonly name: string; readonly sex: string | null }[]
  readonly began: Day | null
  readonly ends: Day | null
}

const unionsSql = `select u.id as union, coalesce(f.employees, 120) as employees, t.began_on as began, t.ends_on as ends,
  coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'sex', p.sex) order by p.id) from person p
    where p.district_id = f.district_id and p.merged_into is null and p.id in (
      select e.person_id from engagement e where e.district_id = f.district_id and e.organisation_id = f.id and e.kind = 'employment' and e.until is null
      union select h.person_id from post h where h.district_id = f.district_id and h.organisation_id = u.id and h.until is null)), '[]') as people
  from organisation f
    join organisation u on u.district_id = f.district_id and u.firm_id = f.id and u.kind = 'union'
    left join lateral (select began_on, ends_on from union_term x where x.district_id = u.district_id and x.organisation_id = u.id and x.began_on <= $3
      order by began_on desc limit 1) t on true
  where f.district_id = $1 and f.id = any ($2::uuid[])
    and not exists (select 1 from congress_delegate d where d.district_id = u.district_id and d.union_id = u.id)`

const places = ['贴片车间', '装配车间', '测试车间', '设备科', '品质部', '仓储物流', '行政后勤'] as const

const insertSql = `insert into congress_delegate (district_id, id, union_id, person_id, name, constituency, sex, manager, since, until, source, key)
  select $1, r.id, $2, r.person_id, r.name, r.constituency, r.sex, r.manager, $4, $5, 'form', r.id::text
  from jsonb_to_recordset($3::jsonb) as r (id uuid, person_id uuid, name text, constituency text, sex text, manager boolean)`

export async function seedDelegates(db: Database, district: Id, firms: readonly Id[], today: Day): Promise<void> {
  await db.within(houseScope(district), async (q) => {
    for (const row of await q<UnionRow>(unionsSql, [district, firms, today]))
      await q(insertSql, [district, row.union, JSON.stringify(delegatesOf(row)), row.began ?? addYears(addDays(today, -40), -1), row.ends])
  })
}

/** Two fifths are women, a tenth are managers: within every share of the ordinance. */
function delegatesOf({ union, employees, people }: UnionRow) {
  const named = nameSource(people.map((one) => one.name))
  return Array.from({ length: seatsFor(employees) }, (_, at) => {
    const known = people[at]
    return {
      id: demoId(`delegate ${union} ${at}`),
      person_id: known?.id ?? null,
      name: known?.name ?? named(`delegate ${union} ${at}`),
      constituency: places[at % places.length],
      sex: known?.sex ?? (at % 5 < 2 ? 'female' : 'male'),
      manager: known === undefined && at % 10 === 9,
    }
  })
}
