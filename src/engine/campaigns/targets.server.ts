/** What the registers know of the firms that a campaign is meant for, read for many at once. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import { postKinds } from '#registry/post.ts'
import type { Mechanism } from '../mechanism.ts'
import type { Campaign, ContractInForce, Target } from './campaign.ts'

/** A firm with the body that would have its case, as the case needs it; without one there is nobody to send. */
export interface Candidate {
  readonly firm: Target['firm']
  readonly sortName: string
  readonly unit: Id | null
  readonly owner:
    | (Target['owner'] & { readonly shortName: string; readonly unit: Id | null; readonly path: readonly Id[]; readonly firm: Id | null })
    | null
  readonly officers: Target['officers']
  readonly contracts: readonly ContractInForce[]
  readonly open: Target['open']
}

const officerKinds = Object.entries(postKinds).flatMap(([kind, { standing }]) => (standing === 'desk' ? [kind] : []))

// Its own union first, then one that takes it in, then the federation over it. A case about the firm names it as a party, or nobody but people.
const sql = `
select f.id, f.sort_name as "sortName", f.unit_id as unit,
  json_strip_nulls(json_build_object('id', f.id, 'name', f.name, 'designated', f.designated, 'employees', f.employees, 'address', f.address)) as firm,
  case when o.id is null then null else json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'shortName', o.short_name, 'unit', o.unit_id,
    'path', to_json(o.path), 'firm', o.firm_id, 'how', o.how) end as owner,
  coalesce(p.officers, '[]') as officers, coalesce(k.contracts, '[]') as contracts, coalesce(c.cases, '[]') as open
from organisation f
left join lateral (
  select * from (
    select n.*, 'own' as how, 1 as rank from organisation n where n.district_id = $1 and n.firm_id = f.id and n.kind = any ($4) and n.standing = 'standing'
    union all
    select n.*, 'cover', 2 from union_cover u join organisation n on n.district_id = $1 and n.id = u.union_id
      where u.district_id = $1 and u.firm_id = f.id and u.since <= $3 and (u.until is null or u.until >= $3) and n.kind = any ($4) and n.standing = 'standing'
    union all
    select n.*, 'over', 3 from organisation n where n.district_id = $1 and n.id = f.unit_id and n.kind = any ($4) and n.standing = 'standing'
  ) bodies order by rank, since, id limit 1
) o on true
left join lateral (
  select json_agg(json_build_object('id', one.id, 'name', one.name) order by one.rank, one.name, one.id) as officers from (
    select p.id, p.name, min(array_position($5::text[], h.kind)) as rank
    from post h join person p on p.district_id = h.district_id and p.id = h.person_id
    where h.district_id = $1 and h.organisation_id = o.id and h.kind = any ($5) and h.since <= $3 and (h.until is null or h.until >= $3)
    group by p.id, p.name order by rank, p.name, p.id limit 9
  ) one
) p on true
left join lateral (
  select json_agg(json_build_object('caseId', k.case_id, 'kind', k.kind, 'level', k.level, 'title', k.title, 'number', k.number, 'until', v.until)
    order by v.until desc, k.case_id) as contracts
  from contract_cover v join contract k on k.district_id = v.district_id and k.case_id = v.case_id and k.since <= $3 and k.until >= $3
  where v.district_id = $1 and v.firm_id = f.id and v.since <= $3 and v.until >= $3
) k on true
left join lateral (
  select json_agg(json_build_object('id', c.id, 'number', c.number, 'state', c.state,
    'known', (select coalesce(json_object_agg(name, c.facts -> name), '{}') from unnest($7::text[]) as name where c.facts ? name)) order by c.id) as cases
  from (
    select x.id from case_file x where x.district_id = $1 and x.owner_id = o.id and x.procedure = $6 and x.ended_on is null
      and (x.parties @> jsonb_build_array(jsonb_build_object('organisation', f.id)) or o.how = 'own' and not jsonb_path_exists(x.parties, '$[*].organisation'))
    union
    select r.case_id from case_reader r where r.district_id = $1 and r.reader = 'o:' || f.id
  ) about join case_file c on c.district_id = $1 and c.id = about.id
  where c.procedure = $6 and c.ended_on is null
) c on true
where f.district_id = $1 and f.id = any ($2::uuid[]) and f.kind = 'firm' and f.standing = 'standing'
order by f.sort_name, f.id`

/** In the order of their names. Asked by the house itself: what is open elsewhere must be known here too. */
export async function candidatesOf(
  q: Query,
  district: Id,
  m: Mechanism & { readonly campaign: Campaign },
  firms: readonly Id[],
  today: Day,
): Promise<readonly Candidate[]> {
  const { id, owners } = m.procedure
  return await q<Candidate>(sql, [district, firms, today, owners, officerKinds, id, m.campaign.reads])
}
