/** Finds rows that may be one person, by what they have in common: each block of equal keys is small, so nothing is compared with everything. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { AlikeReason } from './alike.ts'

/** A number or name shared by more is a firm's telephone or a name that says nothing. */
const mostInBlock = 12

const blocks: readonly { readonly reason: AlikeReason; readonly key: string; readonly there: string; readonly also: string }[] = [
  {
    reason: 'phone',
    key: 'phone_digest',
    there: 'p.phone_digest is not null',
    also: 'hexie_alike_names(a.name, b.name, a.sort_name, b.sort_name)',
  },
  { reason: 'nameBirth', key: 'name, birth', there: 'p.birth is not null', also: '(a.id_digest is null or b.id_digest is null)' },
  { reason: 'nameFirm', key: 'name, firm_id', there: 'p.firm_id is not null', also: '(a.id_digest is null or b.id_digest is null)' },
]

const here = 'p.district_id = $1 and p.merged_into is null and p.erased_at is null'
const qualified = (alias: string, key: string): string => key.replaceAll(/\w+/g, `${alias}.$&`)

/** Pairs of one reason. With `$2` (ids), only blocks in which one of these stands. */
function pairsOf({ reason, key, there, also }: (typeof blocks)[number], some: boolean): string {
  const only = some
    ? `and (${qualified('p', key)}) in (select ${qualified('p', key)} from person p where ${here} and p.id = any ($2::uuid[]))`
    : ''
  return `select a.id as one, b.id as other, '${reason}' as reason
    from (select ${qualified('p', key)} from person p where ${here} and ${there} ${only} group by ${qualified('p', key)} having count(*) between 2 and ${mostInBlock}) k
    join person a on a.district_id = $1 and a.merged_into is null and a.erased_at is null and (${qualified('a', key)}) = (${qualified('k', key)})
    join person b on b.district_id = $1 and b.merged_into is null and b.erased_at is null and (${qualified('b', key)}) = (${qualified('k', key)})
    where a.id < b.id and ${also}`
}

const pairsSql = (some: boolean): string =>
  `select one, other, array_agg(reason order by reason) as reasons from (${blocks.map((block) => pairsOf(block, some)).join(' union all ')}) pair
   group by one, other`

const written = (today: string): string => `
  insert into person_alike (district_id, a, b, reasons, found_on) select $1, one, other, reasons, ${today}::date from pairs
  on conflict (district_id, a, b) do update set reasons = excluded.reasons where person_alike.reasons <> excluded.reasons`

/** After these people changed, in the same transaction (of the house). */
export async function findAlikeOf(q: Query, district: Id, people: readonly Id[], today: Day): Promise<void> {
  if (people.length > 0) await q(`with pairs as (${pairsSql(true)}) ${written('$3')}`, [district, people, today])
}

/** The whole district: nightly, after a large import, or when asked. Pairs with nothing in common any more go, unless somebody judged them. */
export async function findAllAlike(db: Database, district: Id, today: Day): Promise<void> {
  await db.within(houseScope(district), async (q) => {
    await q(`set local statement_timeout = '10min'`)
    await q('select pg_advisory_xact_lock(hashtextextended($1, 6))', [district])
    await q(
      `with pairs as materialized (${pairsSql(false)}), put as (${written('$2')})
       delete from person_alike g where g.district_id = $1 and g.dismissed_at is null
         and not exists (select 1 from pairs where one = g.a and other = g.b)`,
      [district, today],
    )
  })
}
