/** All that judging a file needs to know of the register beforehand: the place it is for, the firms it may name. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import { getKind } from '../kinds/kinds.ts'
import { type FirmBook, firmBook, type KnownFirm } from '../match/firm-book.ts'
import type { ImportRecord } from '../store/import-record.server.ts'
import type { JudgeContext, KnownUnit } from './judge-people.server.ts'
import type { ImportPlace } from './plan-person.ts'

export interface Surroundings {
  readonly place: ImportPlace
  readonly firms: FirmBook
  readonly units: readonly KnownUnit[]
}

/** Reads once what a whole file is judged against. */
export async function surroundingsOf(q: Query, record: ImportRecord, today: Day): Promise<Surroundings> {
  const [place] = await q<ImportPlace>(
    'select id, kind, unit_id as unit, case kind when $3 then id else firm_id end as firm from organisation where district_id = $1 and id = $2',
    [record.district_id, record.unit_id, 'firm'],
  )
  if (!place) throw new Error(`import ${record.id} is for a body that is not there`)
  const kinds = record.kind === 'drivers' ? ['firm', 'platform'] : ['firm']
  const { reach } = record
  const firms = await q<KnownFirm>(firmsSql, [record.district_id, today, reach.all, reach.trees, reach.units, place.id, place.firm, kinds])
  const units = await q<KnownUnit>(
    `select id, kind, name, short_name as "shortName" from organisation
     where district_id = $1 and kind in ('street', 'industry', 'park', 'regional') and ($2 or id = any ($3::uuid[]))`,
    [record.district_id, reach.all, [...reach.trees, ...reach.units]],
  )
  return { place, firms: firmBook(firms), units }
}

// The union by default as hexie_place_people finds it: the firm's own, or the joint one that takes it in.
const firmsSql = `
  select f.id, f.name, f.kind, f.unit_id as unit, f.pinyin, u.id as union, u.unit_id as "unionUnit"
  from organisation f
  left join lateral (
    select coalesce(
      (select o.id from organisation o where o.district_id = f.district_id and o.firm_id = f.id and o.kind = 'union'
         and o.standing = 'standing' order by o.since limit 1),
      (select c.union_id from union_cover c where c.district_id = f.district_id and c.firm_id = f.id and c.since <= $2
         and (c.until is null or c.until >= $2) order by c.since limit 1)) as id
  ) known on true
  left join organisation u on u.district_id = f.district_id and u.id = known.id
  where f.district_id = $1 and f.kind = any ($8::text[]) and f.standing <> 'ended' and (f.until is null or f.until >= $2)
    and ($3 or f.unit_id = any ($4::uuid[]) or f.id = any ($5::uuid[]) or f.id = $7 or f.kind = 'platform'
      or exists (select 1 from union_cover c where c.district_id = f.district_id and c.firm_id = f.id and c.union_id = $6
        and c.since <= $2 and (c.until is null or c.until >= $2)))`

/** What judging takes, but for the twins, which a file and an edit find differently. */
export function judgeContext(
  record: ImportRecord,
  { place, firms, units }: Surroundings,
  rest: { readonly secrets: Secrets; readonly today: Day; readonly pinyin: (name: string) => string } & Pick<
    JudgeContext,
    'twins' | 'claims'
  >,
): JudgeContext {
  return {
    ...rest,
    district: record.district_id,
    importId: record.id,
    kind: getKind(record.kind),
    place,
    firms,
    units,
    reach: record.reach,
    present: new Set(record.columns.flatMap(({ field }) => field ?? [])),
  }
}

/** Bytes of an id, for tables of identities. */
export const idBytes = (id: Id): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex')

/** How many members, and how many people without a firm, there are at the place of a file: what its effect is added to. */
export async function peopleNow(
  q: Query,
  record: ImportRecord,
  place: ImportPlace,
): Promise<{ members: number; withoutFirm: number } | undefined> {
  if (getKind(record.kind).about !== 'people') return undefined
  const there =
    place.kind === 'district'
      ? 'true or $2::uuid is null'
      : place.kind === 'union'
        ? 'union_id = $2'
        : place.kind === 'firm'
          ? 'firm_id = $2'
          : 'unit_id = $2'
  const [found] = await q<{ members: number; withoutFirm: number }>(
    `select count(*) filter (where member_since is not null) as members, count(*) filter (where firm_id is null) as "withoutFirm"
     from person where district_id = $1 and merged_into is null and active and (${there})`,
    [record.district_id, place.id],
  )
  return found
}
