/** Finds rows that may be one person, by what they have in common: each block of equal keys is small, so nothing is compared with everything. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { AlikeReason } from './alike.ts'

/** A number or name shared by more is a firm's telephone or a name that says nothing. */
const mostInBlock = 12

interface Block {
  readonly reason: AlikeReason
  readonly key: string
  readonly there: string
  /** What a block needs to be worth a look, and a pair in it to be one. */
  readonly having?: string
  readonly pair: string
}

// With two different ID numbers two people of one name are two people.
const numberMissing = { having: 'and bool_or(p.id_digest is null)', pair: '(a.id_digest is null or b.id_digest is null)' } as const
const blocks: readonly Block[] = [
  {
    reason: 'phone',
    key: 'p.phone_digest',
    there: 'p.phone_digest is not null',
    pair: 'hexie_alike_names(a.name, b.name, a.sort_name, b.sort_name)',
  },
  { reason: 'nameBirth', key: 'p.name, p.birth', there: 'p.birth is not null', ...numberMissing },
  { reason: 'nameFirm', key: 'p.name, p.firm_id', there: 'p.firm_id is not null', ...numberMissing },
]

const here = 'p.district_id = $1 and p.merged_into is null and p.erased_at is null'

/** Pairs of one reason: equal keys are gathered in one pass, only what stands in a small block is looked at again. With `$2`, blocks of these. */
function pairsOf({ reason, key, there, having = '', pair }: Block, some: boolean): string {
  const only = some ? `and (${key}) in (select ${key} from person p where ${here} and ${there} and p.id = any ($2::uuid[]))` : ''
  return `select a.id as one, b.id as other, '${reason}' as reason
    from (select array_agg(p.id) as ids from person p where ${here} and ${there} ${only}
      group by ${key} having count(*) between 2 and ${mostInBlock} ${having}) block
    cross join lateral unnest(block.ids) as x (id) cross join lateral unnest(block.ids) as y (id)
    join person a on a.district_id = $1 and a.id = x.id
    join person b on b.district_id = $1 and b.id = y.id
    where x.id < y.id and ${pair}`
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
    await q(`set local work_mem = '64MB'`)
    await q('select pg_advisory_xact_lock(hashtextextended($1, 6))', [district])
    await q(
      `with pairs as materialized (${pairsSql(false)}), put as (${written('$2')})
       delete from person_alike g where g.district_id = $1 and g.dismissed_at is null
         and not exists (select 1 from pairs where one = g.a and other = g.b)`,
      [district, today],
    )
  })
}
