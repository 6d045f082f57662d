/** The register of delegates in the database: as of a day, added to, ended, replaced. */
import { addDays, type Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { badInput, conflict, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { startOf } from '#registry/routes/lists.server.ts'
import { cursorText } from '#registry/routes/wire.ts'
import { columns, type Deps, governedUnion, type Row, standing, unionFor, wire } from './delegate-rows.server.ts'
import type { DelegateEnd, DelegatesPageWire, DelegateWire, NewDelegate } from './delegate-wire.ts'

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

export interface Written extends Omit<NewDelegate, 'key'> {
  readonly key: string
  readonly follows?: Id | undefined
  readonly source: 'form' | 'replacement' | 'pasted'
}

const insertSql = `insert into congress_delegate (district_id, id, union_id, person_id, name, constituency, sex, manager, dispatched, since, until, follows, source, key, recorded_by)
  select $1, r.id, $2, r.person_id, r.name, r.constituency, r.sex, r.manager, r.dispatched, r.since, r.until, r.follows, r.source, r.key, $4
  from jsonb_to_recordset($3::jsonb) as r (id uuid, person_id uuid, name text, constituency text, sex text, manager boolean, dispatched boolean,
    since date, until date, follows uuid, source text, key text)
  on conflict (district_id, key) do nothing returning id`

export async function insert(q: Query, caller: Caller, union: Id, rows: readonly Written[]): Promise<readonly Id[]> {
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

export const termFault = (since: Day, until: Day | undefined): void => {
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
