/** How a register of delegates stands on a day, beside what the ordinance asks of it. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Citation } from '#law'
import type { Caller } from '#platform/caller.ts'
import { houseScope } from '#platform/row-scope.ts'
import { governs } from '#registry/reach.ts'
import { seatsFor, warningsOf } from './composition.ts'
import { columns, type Deps, type Row, standing, unionFor, wire } from './delegate-rows.server.ts'
import type { RegisterWire } from './delegate-wire.ts'

const staffSql = `select
  coalesce((select (x.value #>> '{}')::int from organisation_fact x where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'employees'
    and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since desc limit 1), f.employees) as employees,
  (select json_build_object('women', count(distinct p.id) filter (where p.sex = 'female'), 'known', count(distinct p.id) filter (where p.sex is not null))
   from engagement e join person p on p.district_id = e.district_id and p.id = e.person_id and p.merged_into is null
   where e.district_id = $1 and e.organisation_id = f.id and e.kind = 'employment' and e.since <= $3 and (e.until is null or e.until >= $3)) as staff
  from organisation f where f.district_id = $1 and f.id = $2`
const termSql = `select greatest(ends_on, extended_until) as ends from union_term where district_id = $1 and organisation_id = $2 and began_on <= $3
  order by began_on desc limit 1`

const lawWire = ({ act, article, quote, title, short }: Citation) => ({ act, article, quote, title, short })

/** How the register stands on a day beside what the ordinance asks. */
export async function registerOf(deps: Deps, caller: Caller, id: Id, on: Day): Promise<RegisterWire> {
  const union = await unionFor(deps, caller, id)
  const [rows, [firm], [term]] = await deps.db.within(houseScope(caller.district), (q) =>
    Promise.all([
      q<Row>(`select ${columns} from congress_delegate d where ${standing} order by d.id limit 5000`, [caller.district, id, on]),
      q<{ employees: number | null; staff: { women: number; known: number } }>(staffSql, [caller.district, union.firm ?? null, on]),
      q<{ ends: Day }>(termSql, [caller.district, id, on]),
    ]),
  )
  const delegates = rows.map(wire)
  const seated = delegates.filter((one) => !one.dispatched)
  const employees = firm?.employees ?? undefined
  const staff = firm?.staff ?? { women: 0, known: 0 }
  return {
    on,
    union: { id, name: union.name },
    ...(employees === undefined ? {} : { employees, seats: seatsFor(employees) }),
    delegates: seated.length,
    sittingIn: delegates.length - seated.length,
    managers: seated.filter((one) => one.manager).length,
    women: seated.filter((one) => one.sex === 'female').length,
    known: seated.filter((one) => one.person !== undefined).length,
    staff,
    ...(term ? { unionTermEnd: term.ends } : {}),
    warnings: warningsOf(delegates, { ...staff, employees }, term?.ends).map(({ id: name, says, law }) => ({
      id: name,
      says,
      law: lawWire(law),
    })),
    mayChange: governs(caller.posts, union, 'unit'),
  }
}
