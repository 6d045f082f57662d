/** The register of delegates in the database: as of a day, added to, ended, replaced, brought in from a table. */
import { addDays, type Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Citation } from '#law'
import type { Caller } from '#platform/caller.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Directory } from '#registry/directory.server.ts'
import type { Organisation } from '#registry/organisation.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { governs, knows } from '#registry/reach.ts'
import { startOf } from '#registry/routes/lists.server.ts'
import { cursorText } from '#registry/routes/wire.ts'
import { seatsFor, warningsOf } from './composition.ts'
import type { DelegateEnd, DelegatesPageWire, DelegateWire, NewDelegate, PastedWire, Pasting, RegisterWire } from './delegate-wire.ts'
import { readPasted } from './pasted.ts'

export interface Deps {
  readonly db: Database
  readonly directory: Directory
}

/** The union, if the caller may know of it; 404 otherwise. */
export async function unionFor({ directory }: Deps, caller: Caller, id: Id): Promise<Organisation> {
  const union = await directory.organisationById(caller.district, id)
  if (!union || !['union', 'jointUnion'].includes(union.kind) || !knows(caller.posts, union) || !isDesk(caller)) throw notFound()
  return union
}
const isDesk = ({ posts }: Caller): boolean => posts.some((post) => post.kind !== 'employee' && post.kind !== 'platformWorker')

async function governedUnion(deps: Deps, caller: Caller, id: Id): Promise<Organisation> {
  const union = await unionFor(deps, caller, id)
  if (!governs(caller.posts, union, 'unit')) throw forbidden()
  return union
}

const columns = `d.id, d.name, d.person_id as person, d.constituency, d.sex, d.manager, d.dispatched, d.since, d.until,
  d.ended_why as "endedWhy", d.ended_note as "endedNote", d.source`
/** $1 district, $2 union, $3 day */
const standing = `d.district_id = $1 and d.union_id = $2 and d.since <= $3 and (d.until is null or d.until >= $3)`

type Row = { readonly [K in keyof DelegateWire]-?: DelegateWire[K] | null }
const wire = (row: Row): DelegateWire => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as DelegateWire

interface Wanted {
  readonly on: Day
  readonly q?: string | undefined
  readonly past: boolean
  readonly limit: number
  readonly after?: string | undefined
}

export async function listDelegates(
  deps: Deps,
  caller: Caller,
  union: Id,
  { on, q, past, limit, after }: Wanted,
): Promise<DelegatesPageWire> {
  await unionFor(deps, caller, union)
  const start = startOf(after)
  const filter = `from congress_delegate d where ${past ? 'd.district_id = $1 and d.union_id = $2 and d.since <= $3' : standing}
    and ($4 = '' or starts_with(d.name, $4) or starts_with(d.constituency, $4))`
  const values = [caller.district, union, on, q ?? '']
  const [rows, [counted]] = await deps.db.within(houseScope(caller.district), (ask) =>
    Promise.all([
      ask<Row>(
        `select ${columns} ${filter} ${start ? 'and (d.name collate "C", d.id) > ($5, $6::uuid)' : ''} order by d.name collate "C", d.id limit ${limit + 1}`,
        start ? [...values, start.name, start.id] : values,
      ),
      ask<{ total: number }>(`select count(*)::int as total ${filter}`, values),
    ]),
  )
  const items = rows.slice(0, limit).map(wire)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { on, items, total: counted!.total, ...(last ? { next: cursorText({ name: last.name, id: last.id }) } : {}) }
}

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

interface Written extends Omit<NewDelegate, 'key'> {
  readonly key: string
  readonly follows?: Id | undefined
  readonly source: 'form' | 'replacement' | 'pasted'
}

const insertSql = `insert into congress_delegate (district_id, id, union_id, person_id, name, constituency, sex, manager, dispatched, since, until, follows, source, key, recorded_by)
  select $1, r.id, $2, r.person_id, r.name, r.constituency, r.sex, r.manager, r.dispatched, r.since, r.until, r.follows, r.source, r.key, $4
  from jsonb_to_recordset($3::jsonb) as r (id uuid, person_id uuid, name text, constituency text, sex text, manager boolean, dispatched boolean,
    since date, until date, follows uuid, source text, key text)
  on conflict (district_id, key) do nothing returning id`

async function insert(q: Query, caller: Caller, union: Id, rows: readonly Written[]): Promise<readonly Id[]> {
  // One writer of a register at a time, so that nobody is entered twice by two at once.
  await q('select 1 from organisation where district_id = $1 and id = $2 for no key update', [caller.district, union])
  const held = await q<{ person_id: Id; since: Day; until: Day | null; key: string }>(
    'select person_id, since, until, key from congress_delegate where district_id = $1 and union_id = $2 and person_id = any ($3::uuid[])',
    [caller.district, union, rows.flatMap((row) => row.person ?? [])],
  )
  for (const row of rows) {
    const overlaps = held.find(
      (one) =>
        one.person_id === row.person &&
        one.key !== row.key &&
        one.since <= (row.until ?? '9999-12-31') &&
        (one.until ?? '9999-12-31') >= row.since,
    )
    if (overlaps)
      throw conflict({ why: 'not now', says: text(`${row.name}在这段时间已经是代表`, `${row.name} is a delegate in that time already`) })
  }
  const written = await q<{ id: Id }>(insertSql, [
    caller.district,
    union,
    JSON.stringify(rows.map(({ person, ...row }) => ({ id: newId(), ...row, person_id: person ?? null }))),
    caller.person,
  ])
  if (written.length > 0)
    await record(q, {
      ...actor(caller),
      kind: 'change',
      about: union,
      what: { congressDelegates: written.length, source: rows[0]!.source },
    })
  return written.map((one) => one.id)
}

const termFault = (since: Day, until: Day | undefined): void => {
  if (until !== undefined && until < since)
    throw badInput([{ path: 'until', says: text('结束不能早于开始', 'It cannot end before it begins') }])
}

/** People named by id must be of those the caller may see. */
async function checkPerson(deps: Deps, caller: Caller, person: Id | undefined): Promise<void> {
  if (!person) return
  const found = await deps.db.ask(caller.scope, 'select 1 from person where district_id = $1 and id = $2 and merged_into is null', [
    caller.district,
    person,
  ])
  if (found.length === 0)
    throw badInput([{ path: 'person', says: text('登记册中没有此人，请先登记', 'Nobody of that id in the register; enter them first') }])
}

export async function addDelegate(deps: Deps, caller: Caller, { key, ...input }: NewDelegate): Promise<DelegateWire> {
  await governedUnion(deps, caller, input.union)
  termFault(input.since, input.until)
  await checkPerson(deps, caller, input.person)
  const mine = `${caller.person}:${key}`
  return await deps.db.within(houseScope(caller.district), async (q) => {
    await insert(q, caller, input.union, [{ ...input, key: mine, source: 'form' }])
    const [row] = await q<Row>(`select ${columns} from congress_delegate d where d.district_id = $1 and d.key = $2`, [
      caller.district,
      mine,
    ])
    return wire(row!)
  })
}

interface Found {
  readonly union_id: Id
  readonly constituency: string | null
  readonly since: Day
  readonly until: Day | null
}

/** Ends a delegate's term on a last day, with the reason; somebody else may take the seat from the day after. */
export async function endDelegate(
  deps: Deps,
  caller: Caller,
  id: Id,
  { key, on, why, note, replacement }: DelegateEnd,
): Promise<DelegateWire> {
  const findSql = 'select union_id, constituency, since, until from congress_delegate where district_id = $1 and id = $2'
  const [found] = await deps.db.ask<Found>(houseScope(caller.district), findSql, [caller.district, id])
  if (!found) throw notFound()
  await governedUnion(deps, caller, found.union_id)
  await checkPerson(deps, caller, replacement?.person)
  const last = why === 'corrected' ? addDays(found.since, -1) : on
  if (last < found.since && why !== 'corrected')
    throw badInput([{ path: 'on', says: text(`不能早于任期开始 ${found.since}`, `Not before the term began, ${found.since}`) }])
  return await deps.db.within(houseScope(caller.district), async (q) => {
    const ended = await q<Row>(
      `update congress_delegate d set until = $3, ended_why = $4, ended_note = $5
       where d.district_id = $1 and d.id = $2 and (d.ended_why is null or (d.ended_why = $4 and d.until = $3)) and (d.until is null or d.until >= $3)
       returning ${columns}`,
      [caller.district, id, last, why, note ?? null],
    )
    if (ended.length === 0) throw conflict({ why: 'not now', says: text('任期已经结束', 'The term has already ended') })
    await record(q, { ...actor(caller), kind: 'change', about: found.union_id, what: { congressDelegateEnded: id, why, on: last } })
    if (replacement) {
      const constituency = replacement.constituency ?? found.constituency ?? undefined
      const since = why === 'corrected' ? found.since : addDays(last, 1)
      const until = found.until !== null && found.until >= since ? found.until : undefined
      const row: Written = {
        ...replacement,
        union: found.union_id,
        constituency,
        since,
        until,
        follows: id,
        source: 'replacement',
        key: `${caller.person}:${key}`,
      }
      await insert(q, caller, found.union_id, [row])
    }
    return wire(ended[0]!)
  })
}

/** Those of the firm and its union whose name is borne by one person only. */
const byNameSql = `select p.name, (array_agg(distinct p.id))[1] as id from engagement e
  join person p on p.district_id = e.district_id and p.id = e.person_id and p.merged_into is null
  where e.district_id = $1 and e.organisation_id = any ($2::uuid[]) and p.name = any ($3::text[]) and e.since <= $4 and (e.until is null or e.until >= $4)
  group by p.name having count(distinct p.id) = 1`

/** Looks at a pasted table, and writes it where nothing is wrong with it. Lines already there are left out, so it may be sent again. */
export async function pasteDelegates(
  deps: Deps,
  caller: Caller,
  { union: id, key, text: pasted, since, until, write }: Pasting,
): Promise<PastedWire> {
  const union = await governedUnion(deps, caller, id)
  termFault(since, until)
  const { rows, faults } = readPasted(pasted, { since, until })
  return await deps.db.within(houseScope(caller.district), async (q) => {
    const names = rows.map((row) => row.name)
    const places = union.firm ? [union.id, union.firm] : [union.id]
    const [people, there] = await Promise.all([
      q<{ name: string; id: Id }>(byNameSql, [caller.district, places, names, since]),
      q<{ name: string; constituency: string | null; since: Day; until: Day | null; person_id: Id | null }>(
        'select name, constituency, since, until, person_id from congress_delegate where district_id = $1 and union_id = $2 and name = any ($3::text[])',
        [caller.district, id, names],
      ),
    ])
    const personOf = new Map(people.map((one) => [one.name, one.id]))
    const shown = rows.map((row) => {
      const person = personOf.get(row.name)
      const known = there.some(
        (one) =>
          one.name === row.name &&
          ((one.constituency ?? undefined) === row.constituency || (person !== undefined && one.person_id === person)) &&
          one.since <= (row.until ?? '9999-12-31') &&
          (one.until ?? '9999-12-31') >= row.since,
      )
      return { ...row, ...(person ? { person } : {}), there: known }
    })
    const fresh = shown.filter((row) => !row.there)
    if (!write || faults.length > 0 || fresh.length === 0) return { rows: shown, faults: [...faults], written: 0 }
    const once = new Set<Id>()
    const ready = fresh.map(({ line, there: _, person, ...row }): Written => {
      // Two of the same name in two constituencies are two people: neither is taken for the one the register knows.
      const mine = person && !once.has(person) && fresh.filter((other) => other.person === person).length === 1 ? person : undefined
      if (mine) once.add(mine)
      return { ...row, union: id, ...(mine ? { person: mine } : {}), source: 'pasted', key: `${caller.person}:${key}:${line}` }
    })
    const written = await insert(q, caller, id, ready)
    return { rows: shown, faults: [], written: written.length }
  })
}
