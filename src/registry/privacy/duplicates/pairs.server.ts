/** Pairs that may be one person, as far as the caller sees both: the list, and the two laid side by side. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { notFound } from '#platform/problem.ts'
import { maskedIdNumber } from '../../id-number.ts'
import { knownBody, values as valuesFrom } from '../../people/known-body.server.ts'
import { maskedBankCard } from '../../secrets/bank-card.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import { maskedPhone } from '../../secrets/phone-number.ts'
import type { SecretBook } from '../../secrets/secret-book.server.ts'
import { cursorParts, cursorText } from '../cursor.ts'
import type { AlikeReason } from './alike.ts'
import type { PairsPageWire, PairWire, SideWire, TwinWire } from './duplicates-wire.ts'

interface TwinRow {
  readonly id: Id
  readonly name: string
  readonly sex: string | null
  readonly birth: Day | null
  readonly skill: number | null
  readonly education: number | null
  /** Sealed, as `\x…`. */
  readonly idNumber: string | null
  readonly phone: string | null
  readonly firm: { readonly id: Id; readonly name: string } | null
  readonly union: { readonly id: Id; readonly name: string } | null
  readonly unit: { readonly id: Id; readonly name: string } | null
}

interface PairRow {
  readonly a: TwinRow
  readonly b: TwinRow
  readonly reasons: readonly AlikeReason[]
  readonly found_on: Day
  readonly dismissed_at: Date | null
  readonly dismissed_because: string | null
}

/** As everywhere: a body outside what the caller may know is not named. `known` is the condition on `o`. */
const body = (p: string, column: string, known: string): string =>
  `(select json_build_object('id', o.id, 'name', o.name) from organisation o where o.district_id = ${p}.district_id and o.id = ${p}.${column} and ${known})`
const twinOf = (
  p: string,
  known: string,
): string => `json_build_object('id', ${p}.id, 'name', ${p}.name, 'sex', ${p}.sex, 'birth', ${p}.birth, 'skill', ${p}.skill,
  'education', ${p}.education, 'idNumber', ${p}.id_number, 'phone', ${p}.phone_sealed, 'firm', ${body(p, 'firm_id', known)},
  'union', ${body(p, 'union_id', known)}, 'unit', ${body(p, 'unit_id', known)})`

const pairs = `from person_alike x
  join person pa on pa.district_id = x.district_id and pa.id = x.a and pa.merged_into is null and pa.erased_at is null
  join person pb on pb.district_id = x.district_id and pb.id = x.b and pb.merged_into is null and pb.erased_at is null
  where x.district_id = $1 and (x.dismissed_at is not null) = $2 and ($3::uuid is null or x.a = $3 or x.b = $3)`

/** So many are counted exactly. */
const mostCounted = 1000

interface Asked {
  readonly show: 'open' | 'dismissed'
  /** Only pairs of this person. */
  readonly person?: Id | undefined
  readonly limit: number
  readonly after?: string | undefined
}

export async function listPairs(
  db: Database,
  caller: Caller,
  book: SecretBook,
  { show, person, limit, after }: Asked,
): Promise<PairsPageWire> {
  const start = cursorParts(after, ['day', 'id', 'id'])
  const values = [caller.district, show === 'dismissed', person ?? null]
  const v = valuesFrom(...values)
  const known = knownBody(caller, v, 'o')
  const onwards = start
    ? `and (x.found_on < ${v.$(start[0], 'date')} or (x.found_on = ${v.$(start[0], 'date')} and (x.a, x.b) > (${v.$(start[1], 'uuid')}, ${v.$(start[2], 'uuid')})))`
    : ''
  const [rows, counted] = await db.within(caller.scope, (q) =>
    Promise.all([
      q<PairRow>(
        `select ${twinOf('pa', known)} as a, ${twinOf('pb', known)} as b, x.reasons, x.found_on, x.dismissed_at, x.dismissed_because ${pairs}
         ${onwards} order by x.found_on desc, x.a, x.b limit ${limit + 1}`,
        v.list,
      ),
      q<{ n: number }>(`select count(*)::int as n from (select 1 ${pairs} limit ${mostCounted + 1}) found`, values),
    ]),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const total = counted[0]!.n
  return {
    items: await book.use(caller.district, (secrets) => shown.map((row) => pairWire(row, secrets))),
    total: Math.min(total, mostCounted),
    ...(total > mostCounted && { capped: true as const }),
    ...(rows.length > limit && last && { next: cursorText([last.found_on, last.a.id, last.b.id]) }),
  }
}

const pairWire = (row: PairRow, secrets: Secrets): PairWire => ({
  a: twinWire(row.a, secrets),
  b: twinWire(row.b, secrets),
  reasons: [...row.reasons],
  foundOn: row.found_on,
  ...(row.dismissed_at && { dismissed: { because: row.dismissed_because ?? '', at: row.dismissed_at.toISOString() } }),
})

const bytes = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex')

function twinWire(row: TwinRow, secrets: Secrets): TwinWire {
  const { id, name, sex, birth, skill, education, idNumber, phone, firm, union, unit } = row
  return {
    id,
    name,
    ...(sex && { sex }),
    ...(birth && { birth }),
    ...(skill && { skill }),
    ...(education && { education }),
    ...(idNumber && { idNumber: maskedIdNumber(secrets.open('idNumber', id, bytes(idNumber))) }),
    ...(phone && { phone: maskedPhone(secrets.open('phone', id, bytes(phone))) }),
    ...(firm && { firm }),
    ...(union && { union }),
    ...(unit && { unit }),
  }
}

interface SideRow extends TwinRow {
  readonly bankCard: string | null
  readonly illness: boolean
  readonly registered: string
  readonly engagements: readonly Nulls<SideWire['engagements'][number]>[]
  readonly posts: readonly Nulls<SideWire['posts'][number]>[]
  readonly whole: boolean
}
type Nulls<T> = { readonly [K in keyof T]-?: T[K] extends string ? string : string | null }

/** All of one; throws 404 where the caller may not know of them. `mayMerge` still says only that the row is whole. */
export async function sideOf(db: Database, caller: Caller, book: SecretBook, id: Id): Promise<SideWire> {
  const v = valuesFrom(caller.district, id)
  const [found] = await db.ask<{ side: SideRow }>(caller.scope, sideSql(knownBody(caller, v, 'o')), v.list)
  if (!found) throw notFound()
  const { side } = found
  const [account] = await db.open<{ there: boolean }>('select exists (select 1 from auth_user where "personId" = $1) as there', [id])
  const shown = await book.use(caller.district, (secrets) => ({
    ...twinWire(side, secrets),
    ...(side.bankCard && { bankCard: maskedBankCard(secrets.open('bankCard', id, bytes(side.bankCard))) }),
  }))
  return {
    ...shown,
    illness: side.illness,
    registered: side.registered,
    hasAccount: account!.there,
    engagements: side.engagements.map(({ organisation, until, job, ...rest }) => ({
      ...rest,
      ...(organisation && { organisation }),
      ...(until && { until }),
      ...(organisation && job && { job }),
    })),
    posts: side.posts.map(({ organisation, until, ...rest }) => ({
      ...rest,
      ...(organisation && { organisation }),
      ...(until && { until }),
    })),
    mayMerge: side.whole,
  }
}

const secret = (field: string): string =>
  `(select s.sealed from person_secret s where s.district_id = p.district_id and s.person_id = p.id and s.field = '${field}')`
const sideSql = (known: string): string => `select (${twinOf('p', known)}::jsonb || jsonb_build_object(
    'bankCard', ${secret('bankCard')}, 'illness', ${secret('illness')} is not null,
    'registered', to_char(p.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
    'whole', p.merged_into is null and p.erased_at is null,
    'engagements', coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'organisation', o.name, 'since', e.since, 'until', e.until, 'job', e.job)
      order by e.since desc, e.id) from engagement e left join organisation o on o.district_id = e.district_id and o.id = e.organisation_id and ${known}
      where e.district_id = p.district_id and e.person_id = p.id), '[]'),
    'posts', coalesce((select jsonb_agg(jsonb_build_object('kind', h.kind, 'organisation', o.name, 'since', h.since, 'until', h.until)
      order by h.since desc, h.id) from post h left join organisation o on o.district_id = h.district_id and o.id = h.organisation_id and ${known}
      where h.district_id = p.district_id and h.person_id = p.id), '[]'))) as side
  from person p where p.district_id = $1 and p.id = $2`
