/** The questions of the payroll check to the database, and who may ask them: the firm, its unions, and the federations above. */
import type { Engine } from '#engine/routes/engine.server.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { notFound } from '#platform/problem.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { Organisation } from '#registry/organisation.ts'
import { covers } from '#registry/reach.ts'
import type { Comparison } from './compare.ts'
import type { EntitlementRow } from './sheet.ts'
import type { CheckWire, Side } from './wire.ts'

const unionDesks = ['unionChair', 'unionOfficer', 'districtOfficer', 'chair', 'viceChair', 'officer']
const representsFirm = (caller: Caller, firm: Id): boolean =>
  caller.posts.some((post) => post.kind === 'firmRepresentative' && post.organisation.id === firm)
const firmsOf = (caller: Caller): readonly Id[] =>
  caller.posts.filter((post) => post.kind === 'firmRepresentative').map((post) => post.organisation.id)

const unionsSql = `
select id, path from organisation where district_id = $1 and kind = 'union' and firm_id = $2
union select u.id, u.path from union_cover c join organisation u on u.district_id = c.district_id and u.id = c.union_id
  where c.district_id = $1 and c.firm_id = $2 and c.since <= $3 and (c.until is null or c.until >= $3)`

export interface FirmSeen {
  readonly firm: Organisation
  readonly side: Side
}

/** The firm, where the caller speaks for it or looks after its union; 404 for everybody else. */
export async function firmSeen({ db, directory, nowOf }: Engine, caller: Caller, id: Id): Promise<FirmSeen> {
  const firm = await directory.organisationById(caller.district, id)
  if (firm?.kind !== 'firm') throw notFound()
  if (representsFirm(caller, id)) return { firm, side: 'firm' }
  const { today } = await nowOf(caller.district)
  const unions = await db.ask<{ id: Id; path: readonly Id[] }>(caller.scope, unionsSql, [caller.district, id, today])
  const desk = caller.posts.filter((post) => unionDesks.includes(post.kind))
  if (desk.some((post) => [firm, ...unions].some((place) => covers(post, place)))) return { firm, side: 'union' }
  throw notFound()
}

/** An allowance runs no longer than its contract really did: one terminated or changed within its term ends earlier than was written. */
const lastDay = `case when e.monthly then least(e.until, (select max(v.until) from contract_cover v
  where v.district_id = e.district_id and v.case_id = e.contract_case_id and v.firm_id = e.firm_id)) else e.until end`
const columns = `e.case_id as "caseId", e.number, e.person_id as person, e.person_name as name, e.firm_id as firm, e.event, e.event_title as title, e.trade, e.grade,
  e.level, e.meaning, e.contract_number as contract, e.contract_title as "contractTitle", e.clause, e.amount_fen as fen, e.monthly, e.since, ${lastDay} as until, e.standing,
  e.paid_fen as "paidFen", e.paid_from as "paidFrom"`
const numbers = (row: EntitlementRow): EntitlementRow => ({
  ...row,
  fen: Number(row.fen),
  paidFen: row.paidFen === null ? null : Number(row.paidFen),
})

const ofFirms = `select ${columns} from entitlement e where e.district_id = $1 and e.firm_id = any ($2::uuid[]) order by e.person_name, e.since, e.case_id, e.item`
export const entitlementsOf = ({ db }: Engine, scope: RowScope, firms: readonly Id[]): Promise<EntitlementRow[]> =>
  db.ask<EntitlementRow>(scope, ofFirms, [scope.district, firms]).then((rows) => rows.map(numbers))

const ofPerson = `select ${columns} from entitlement e where e.district_id = $1 and e.person_id = any ($2::uuid[]) order by e.since desc, e.case_id, e.item limit 100`
export const entitlementsFor = ({ db }: Engine, caller: Caller): Promise<EntitlementRow[]> =>
  db
    .ask<EntitlementRow>(caller.scope, ofPerson, [caller.district, [caller.person, ...(caller.also ?? [])]])
    .then((rows) => rows.map(numbers))

const checksSql = `select firm_id as firm, side, to_char(month, 'YYYY-MM') as month, entitled, matched, too_little as "tooLittle", missing, unclear,
    owed_fen::float8 as "owedFen", checked_at as at
  from payroll_check where district_id = $1 and firm_id = any ($2::uuid[]) and month = $3 order by firm_id, side`
type CheckRow = Omit<CheckWire, 'at'> & { readonly firm: Id; readonly at: Date }

export async function checksOf(
  { db }: Engine,
  scope: RowScope,
  firms: readonly Id[],
  month: string,
): Promise<ReadonlyMap<Id, readonly CheckWire[]>> {
  const rows = await db.ask<CheckRow>(scope, checksSql, [scope.district, firms, `${month}-01`])
  const by = new Map<Id, CheckWire[]>()
  for (const { firm, at, ...row } of rows) by.set(firm, [...(by.get(firm) ?? []), { ...row, at: new Date(at).toISOString() }])
  return by
}

const keepSql = `
insert into payroll_check (district_id, firm_id, month, side, entitled, matched, too_little, missing, unclear, owed_fen, checked_by, checked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (district_id, firm_id, month, side) do update set entitled = excluded.entitled, matched = excluded.matched, too_little = excluded.too_little,
  missing = excluded.missing, unclear = excluded.unclear, owed_fen = excluded.owed_fen, checked_by = excluded.checked_by, checked_at = excluded.checked_at`

/** Counts alone; the last check of a month stands. */
export const keepCheck = (
  q: Query,
  caller: Caller,
  { firm, side }: FirmSeen,
  month: string,
  { people, counts, owedFen }: Comparison,
  at: Date,
): Promise<unknown> =>
  q(keepSql, [
    caller.district,
    firm.id,
    `${month}-01`,
    side,
    people.length,
    counts.matched,
    counts.tooLittle,
    counts.missing,
    counts.unclear,
    owedFen,
    caller.person,
    at,
  ])

/** Firms with an entitlement in the month, of those whose union or whose own matter the caller looks after, in the order of names. */
const firmsHere = `from organisation f
where f.district_id = $1 and f.kind = 'firm' and ($2::text = '' or f.name like '%' || $2 || '%')
  and exists (select from entitlement e join organisation o on o.district_id = e.district_id and o.id = e.owner_id
    where e.district_id = f.district_id and e.firm_id = f.id and e.since < ($3::date + interval '1 month')::date and (e.until is null or ${lastDay} >= $3::date)
      and ($4 or o.path && $5::uuid[] or o.id = any ($6::uuid[]) or e.firm_id = any ($7::uuid[])))`
const firmsSql = `select f.id, f.name, f.sort_name as sort ${firmsHere} and (f.sort_name, f.id) > ($8, $9::uuid) order by f.sort_name, f.id limit $10`
const firmsCountSql = `select count(*)::int as n from (select 1 ${firmsHere} limit 10000) counted`

export interface FirmRow {
  readonly id: Id
  readonly name: string
  readonly sort: string
}

interface FirmsWanted {
  readonly month: string
  readonly q: string
}
const firmsAsked = (caller: Caller, { month, q }: FirmsWanted): readonly unknown[] => {
  const { all, trees, units, district } = caller.scope
  return [district, q.replace(/[\\%_]/g, '\\$&'), `${month}-01`, all, trees, units, firmsOf(caller)]
}

export const firmsWith = (
  { db }: Engine,
  caller: Caller,
  wanted: FirmsWanted & { readonly sort: string; readonly id: Id; readonly limit: number },
): Promise<FirmRow[]> => db.ask<FirmRow>(caller.scope, firmsSql, [...firmsAsked(caller, wanted), wanted.sort, wanted.id, wanted.limit])

export const countFirms = ({ db }: Engine, caller: Caller, wanted: FirmsWanted): Promise<number> =>
  db.ask<{ n: number }>(caller.scope, firmsCountSql, [...firmsAsked(caller, wanted)]).then(([row]) => row?.n ?? 0)

const placeSql = `
select f.id as firm, f.name as "firmName", u.id as union, u.name as "unionName" from person p
join organisation f on f.district_id = p.district_id and f.id = p.firm_id
join organisation u on u.district_id = p.district_id and u.standing = 'standing' and (
  (u.kind = 'union' and u.firm_id = f.id)
  or (u.kind = 'jointUnion' and exists (select from union_cover c where c.district_id = u.district_id and c.union_id = u.id and c.firm_id = f.id
    and c.since <= $3 and (c.until is null or c.until >= $3))))
where p.district_id = $1 and p.id = $2 order by u.kind desc, u.id limit 1`
interface Place {
  readonly firm: Id
  readonly firmName: string
  readonly union: Id
  readonly unionName: string
}

/** The firm somebody works at and the union that speaks for its workers, its own before a joint one. */
export async function placeOf({ db, nowOf }: Engine, caller: Caller): Promise<Place | undefined> {
  const { today } = await nowOf(caller.district)
  const [row] = await db.ask<Place>(caller.scope, placeSql, [caller.district, caller.person, today])
  return row
}
