/** Somebody of the register, as far as a file can touch them. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { RowScope } from '#platform/row-scope.ts'

export interface EngagedNow {
  readonly id: Id
  readonly kind: 'employment' | 'membership' | 'platform'
  readonly at: Id
  readonly name: string
  readonly since: Day
  readonly approved: boolean
  readonly job: string | null
  readonly plate: string | null
  /** Within the reach of the one who brought the file. */
  readonly near: boolean
}

export interface PersonNow {
  readonly id: Id
  readonly id_digest: Uint8Array | null
  readonly phone_digest: Uint8Array | null
  readonly name: string
  readonly sex: string | null
  readonly birth: Day | null
  readonly skill: number | null
  readonly education: number | null
  readonly firm_id: Id | null
  /** Within the reach of the one who brought the file; of others nothing is told and nothing is changed. */
  readonly near: boolean
  readonly engaged: readonly EngagedNow[]
}

export type Reach = Pick<RowScope, 'all' | 'trees' | 'units'>

const near = (alias: string) => `($3 or ${alias}.unit_id = any ($4::uuid[])`

/**
 * $1 district, $2 today, $3 all, $4 trees, $5 units, $6 the keys. Keys come as rows: an array compared as one would be weighed element by
 * element each time the statement is planned.
 */
export const personNowSql = (key: 'bytea' | 'text' | 'uuid', fits: string, more = ''): string => `
  select ${more} p.id, p.id_digest, p.phone_digest, p.name, p.sex, p.birth, p.skill, p.education, p.firm_id,
    coalesce(${near('p')} or p.firm_id = any ($5::uuid[]) or p.union_id = any ($5::uuid[])
      or p.elsewhere && ($4::uuid[] || $5::uuid[])), false) as near,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', e.organisation_id, 'name', o.name, 'since', e.since,
        'approved', e.approved_on is not null, 'job', e.job, 'plate', e.details->>'plate',
        'near', coalesce(${near('o')} or o.id = any ($5::uuid[])), false)) order by e.since desc, e.id)
      from engagement e join organisation o on o.district_id = e.district_id and o.id = e.organisation_id
      where e.district_id = p.district_id and e.person_id = p.id and e.since <= $2 and (e.until is null or e.until >= $2)
    ), '[]') as engaged
  from unnest($6::${key}[]) k (key) join person p on p.district_id = $1 and ${fits}
  where p.merged_into is null and p.erased_at is null`
