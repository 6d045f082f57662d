/** Coached firms and their logs as rows: what lies in the caller's reach, and what the caller coaches. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { governs } from '#registry/reach.ts'
import { peopleReach, startOf } from '#registry/routes/lists.server.ts'
import { cursorText } from '#registry/routes/wire.ts'
import { suggestedState } from '../coaching.ts'
import type { CoachedFirm, EntryWire, FirmLog, FirmsFilter, FirmsPage, ModelFirms } from './wire.ts'

/** $1 district, $2 all, $3 trees, $4 units, $5 the caller, $6 the day. A firm's own representatives have no reach by their post. */
const reachValues = (caller: Caller, on: Day): readonly unknown[] => {
  const { all, trees, units } = peopleReach(caller)
  return [caller.district, all, trees, units, caller.person, on]
}
const seesFirm = '($2 or f.unit_id = any ($3::uuid[]) or f.id = any ($4::uuid[]))'
const standing = '(a.since <= $6 and (a.until is null or a.until >= $6))'

/** The firm's bargaining begun last, and whether a contract binds it that day. */
const bargaining = `left join lateral (
    select c.state from organisation o join case_file c on c.district_id = o.district_id and c.owner_id = o.id and c.procedure = 'collective-bargaining'
    where o.district_id = f.district_id and o.firm_id = f.id order by c.opened_on desc, c.id desc limit 1
  ) b on true
  left join lateral (
    select true as bound from contract_cover v where v.district_id = f.district_id and v.firm_id = f.id and v.since <= $6 and v.until >= $6 limit 1
  ) k on true`

/** Visits that were not put right by a later entry. */
const visits = `left join lateral (
    select count(*)::int as visits, coalesce(sum(e.half_hours), 0)::int as half_hours, max(e.on_day) as "lastVisit",
      (array_agg(e.state order by e.on_day desc, e.recorded_at desc))[1] as state,
      (array_agg(e.next_visit order by e.on_day desc, e.recorded_at desc))[1] as "nextVisit"
    from coaching_entry e where e.district_id = a.district_id and e.firm_id = a.firm_id and e.on_day <= $6
      and not exists (select 1 from coaching_entry n where n.district_id = e.district_id and n.corrects = e.id)
  ) e on true`

const from = `
  from team_assignment a
  join team_member m on m.district_id = a.district_id and m.id = a.member_id and m.team = 'instructor'
  join person p on p.district_id = m.district_id and p.id = m.person_id
  join organisation f on f.district_id = a.district_id and f.id = a.firm_id
  left join organisation u on u.district_id = f.district_id and u.id = f.unit_id
  ${visits}
  where a.district_id = $1 and ${standing} and (${seesFirm} or m.person_id = $5)
    and ($7::uuid is null or m.id = $7) and ($8::boolean is null or m.person_id = $5) and ($9::text is null or e.state = $9)
    and ($10::uuid is null or f.unit_id = $10) and ($11 = '' or strpos(f.name, $11) > 0 or starts_with(f.initials, lower($11)))
    and ($12::boolean is null or e."nextVisit" <= $6)`

type Row = Omit<CoachedFirm, 'suggested' | 'hours'> & {
  readonly half_hours: number
  readonly bargaining: string | null
  readonly bound: boolean | null
  readonly key: string
}

const rowsSql = (onwards: boolean, limit: number) => `
  select a.*, b.state as bargaining, k.bound,
    (select max(c.signed_on) from contract_cover v join contract c on c.district_id = v.district_id and c.case_id = v.case_id
      where v.district_id = f.district_id and v.firm_id = f.id and c.signed_on >= a.since and c.signed_on <= $6) as "signedOn",
    exists (select 1 from organisation_fact x where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'modelFirm'
      and x.since <= $6 and (x.until is null or x.until >= $6)) as model
  from (
    select a.district_id, a.id, a.firm_id, json_build_object('id', f.id, 'name', f.name) as firm, u.short_name as unit,
      json_build_object('id', m.id, 'name', p.name) as instructor, a.since, a.task, e.visits, e.half_hours, e."lastVisit", e."nextVisit", e.state,
      f.sort_name as key
    ${from} ${onwards ? 'and (f.sort_name, a.id) > ($13 collate "C", $14::uuid)' : ''}
    order by f.sort_name collate "C", a.id limit ${limit}
  ) a join organisation f on f.district_id = a.district_id and f.id = a.firm_id ${bargaining} order by a.key collate "C", a.id`

const filterValues = (caller: Caller, on: Day, wanted: FirmsFilter): readonly unknown[] => [
  ...reachValues(caller, on),
  wanted.instructor ?? null,
  wanted.mine ? true : null,
  wanted.state ?? null,
  wanted.unit ?? null,
  wanted.q ?? '',
  wanted.due ? true : null,
]

export async function coachedFirms(
  db: Database,
  caller: Caller,
  on: Day,
  wanted: FirmsFilter & { readonly limit: number; readonly after?: string | undefined },
): Promise<FirmsPage> {
  const start = startOf(wanted.after)
  const values = filterValues(caller, on, wanted)
  const [rows, [counted]] = await db.within(houseScope(caller.district), (q) =>
    Promise.all([
      q<Row>(rowsSql(start !== undefined, wanted.limit + 1), start ? [...values, start.name, start.id] : values),
      q<{ total: number; mine: boolean }>(
        `select count(*)::int as total, exists (select 1 from team_member t where t.district_id = $1 and t.person_id = $5 and t.team = 'instructor'
           and t.since <= $6 and t.until >= $6) as mine ${from}`,
        values,
      ),
    ]),
  )
  const shown = rows.slice(0, wanted.limit)
  const last = rows.length > wanted.limit ? shown.at(-1) : undefined
  return {
    today: on,
    canWrite: counted!.mine,
    items: shown.map(firmWire),
    total: counted!.total,
    ...(last && { next: cursorText({ name: last.key, id: last.id }) }),
  }
}

function firmWire(row: Row): CoachedFirm {
  const { id, firm, unit, instructor, since, task, visits: n, half_hours, lastVisit, nextVisit, state, signedOn, model } = row
  const suggested = suggestedState(row.bargaining ?? undefined, row.bound === true) ?? null
  return {
    id,
    firm,
    unit,
    instructor,
    since,
    task,
    visits: n,
    hours: half_hours / 2,
    lastVisit,
    nextVisit,
    state,
    suggested,
    signedOn,
    model,
  }
}

interface FirmRow {
  readonly id: Id
  readonly name: string
  readonly unit: string | null
  readonly employees: number | null
  readonly bargaining: string | null
  readonly bound: boolean | null
}

/** Who overlooks the firm, coaches it or has coached it: the log of a firm is read by nobody else. */
const firmSql = `
  select f.id, f.name, u.short_name as unit, f.employees, b.state as bargaining, k.bound
  from organisation f left join organisation u on u.district_id = f.district_id and u.id = f.unit_id ${bargaining}
  where f.district_id = $1 and f.id = $7 and f.kind = 'firm' and (${seesFirm} or exists (
    select 1 from team_assignment a join team_member m on m.district_id = a.district_id and m.id = a.member_id
    where a.district_id = f.district_id and a.firm_id = f.id and m.team = 'instructor' and m.person_id = $5 and a.since <= $6))`

interface AssignmentRow {
  readonly id: Id
  readonly member: Id
  readonly person: { readonly id: Id; readonly name: string }
  readonly organisation: { readonly id: Id; readonly path: readonly Id[] }
  readonly since: Day
  readonly until: Day | null
}
type EntryRow = Omit<EntryWire, 'hours' | 'mayCorrect'> & { readonly half_hours: number; readonly member: Id }

export async function logOf(db: Database, caller: Caller, on: Day, firm: Id): Promise<FirmLog> {
  const [[found], assignments, entries, contracts] = await db.within(houseScope(caller.district), (q) =>
    Promise.all([
      q<FirmRow>(firmSql, [...reachValues(caller, on), firm]),
      q<AssignmentRow>(assignmentsSql, [caller.district, firm]),
      q<{ row: EntryRow }>(entriesSql, [caller.district, firm]),
      q<FirmLog['contracts'][number]>(contractsSql, [caller.district, firm]),
    ]),
  )
  if (!found) throw notFound()
  const { bargaining: state, bound, ...about } = found
  const may = (one: AssignmentRow) => one.person.id === caller.person || governs(caller.posts, one.organisation, 'unit')
  const replaced = new Set(entries.flatMap(({ row }) => row.corrects ?? []))
  return {
    firm: { id: about.id, name: about.name },
    unit: about.unit,
    employees: about.employees,
    today: on,
    suggested: suggestedState(state ?? undefined, bound === true) ?? null,
    bargaining: state,
    assignments: assignments.map(({ organisation: _, ...one }) => one),
    contracts,
    entries: entries.map(({ row: { half_hours, member, ...row } }) => ({
      ...row,
      hours: half_hours / 2,
      mayCorrect: !replaced.has(row.id) && assignments.some((one) => one.member === member && may(one)),
    })),
    mayWrite: assignments
      .filter((one) => may(one) && one.since <= on && (one.until === null || one.until >= on))
      .map((one) => ({ id: one.member, name: one.person.name })),
  }
}

const assignmentsSql = `
  select a.id, a.member_id as member, json_build_object('id', p.id, 'name', p.name) as person,
    json_build_object('id', o.id, 'path', o.path) as organisation, a.since, a.until
  from team_assignment a
  join team_member m on m.district_id = a.district_id and m.id = a.member_id and m.team = 'instructor'
  join person p on p.district_id = m.district_id and p.id = m.person_id
  join organisation o on o.district_id = m.district_id and o.id = m.organisation_id
  where a.district_id = $1 and a.firm_id = $2 order by a.since desc, a.id`

const entriesSql = `
  select json_strip_nulls(json_build_object('id', e.id, 'member', e.member_id, 'instructor', json_build_object('id', p.id, 'name', p.name),
    'on', e.on_day, 'what', e.what, 'half_hours', e.half_hours, 'template', e.template, 'state', e.state, 'suggested', e.suggested,
    'nextVisit', e.next_visit, 'corrects', e.corrects, 'reason', e.reason, 'by', e.recorded_name, 'at', e.recorded_at)) as row
  from coaching_entry e
  join team_member m on m.district_id = e.district_id and m.id = e.member_id
  join person p on p.district_id = m.district_id and p.id = m.person_id
  where e.district_id = $1 and e.firm_id = $2 order by e.on_day desc, e.recorded_at desc, e.id limit 500`

/** Contracts that came to be signed while somebody coached the firm count as results. */
const contractsSql = `
  select distinct c.number, c.title, c.signed_on as "signedOn", exists (
    select 1 from team_assignment a join team_member m on m.district_id = a.district_id and m.id = a.member_id and m.team = 'instructor'
    where a.district_id = v.district_id and a.firm_id = v.firm_id and a.since <= c.signed_on and (a.until is null or a.until >= c.signed_on)
  ) as coached
  from contract_cover v join contract c on c.district_id = v.district_id and c.case_id = v.case_id
  where v.district_id = $1 and v.firm_id = $2 order by c.signed_on desc limit 50`

/** Model firms of a day, in the caller's reach or coached by the caller. */
export async function modelFirms(db: Database, caller: Caller, on: Day): Promise<ModelFirms> {
  const items = await db.ask<ModelFirms['items'][number]>(houseScope(caller.district), modelsSql, reachValues(caller, on))
  return { on, items }
}

const modelsSql = `
  select f.id, f.name, u.short_name as unit, x.since, coalesce(m.reasons, x.value #>> '{}') as reasons, x.source, m.case_id as case, m.total,
    (select count(distinct v.case_id)::int from contract_cover v where v.district_id = f.district_id and v.firm_id = f.id) as signed
  from organisation_fact x
  join organisation f on f.district_id = x.district_id and f.id = x.organisation_id
  left join organisation u on u.district_id = f.district_id and u.id = f.unit_id
  left join model_firm m on m.district_id = x.district_id and m.case_id = x.id
  where x.district_id = $1 and x.fact = 'modelFirm' and x.since <= $6 and (x.until is null or x.until >= $6)
    and (${seesFirm} or exists (
      select 1 from team_assignment a join team_member t on t.district_id = a.district_id and t.id = a.member_id
      where a.district_id = f.district_id and a.firm_id = f.id and t.team = 'instructor' and t.person_id = $5 and ${standing}))
  order by x.since desc, f.sort_name limit 200`
