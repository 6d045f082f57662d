/** Erasure at a person's own request: who they are goes, what the law wants kept stays without a name. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import { personalInformationLaw } from '#law/acts/records.ts'
import type { Query } from '#platform/database.server.ts'
import { conflict, notFound, type Problem } from '#platform/problem.ts'

/** How many matters in which one of these people stands are still open; the engine knows. */
export type OpenMatters = (q: Query, district: Id, people: readonly Id[]) => Promise<number>

export const erasedName = '已删除'

interface Standing {
  readonly erased: boolean
  readonly merged: boolean
  readonly posts: number
  readonly memberships: number
  readonly terms: number
}

/** Throws the refusal, with what stands against it; answers all rows of the person, merged ones too. */
export async function requireErasable(
  q: Query,
  openMatters: OpenMatters,
  { district, person, today }: { district: Id; person: Id; today: Day },
): Promise<readonly Id[]> {
  const [row] = await q<Standing>(
    `select p.erased_at is not null as erased, p.merged_into is not null as merged,
       (select count(*)::int from post h where h.district_id = $1 and h.person_id = $2 and (h.until is null or h.until >= $3)) as posts,
       (select count(*)::int from engagement e where e.district_id = $1 and e.person_id = $2 and e.kind = 'membership' and e.approved_on is not null
          and (e.until is null or e.until >= $3)) as memberships,
       (select count(*)::int from team_member t where t.district_id = $1 and t.person_id = $2 and t.until >= $3) as terms
     from person p where p.district_id = $1 and p.id = $2 for update`,
    [district, person, today],
  )
  if (!row || row.merged) throw notFound()
  if (row.erased) throw refused(text('信息已经删除过', 'It was erased before'))
  if (row.posts > 0)
    throw refused(text('还担任工会或单位的职务，请先卸任，再申请删除', 'A post is still held: give it up first, then ask for erasure'))
  if (row.terms > 0)
    throw refused(
      text('还在队伍任期内，请先办理退出，再申请删除', 'A term in a team still runs: leave the team first, then ask for erasure'),
    )
  if (row.memberships > 0)
    throw refused(
      text(
        '会籍还在，登记信息是会籍所必需的；请先办理退会或转出，再申请删除',
        'Membership still stands and needs the record: leave the union first',
      ),
    )
  const merged = await q<{ id: Id }>('select id from person where district_id = $1 and merged_into = $2', [district, person])
  const rows = [person, ...merged.map(({ id }) => id)]
  const open = await openMatters(q, district, rows)
  if (open > 0)
    throw refused(text(`还有${open}件事项没有办结，办结后才能删除`, `${open} matters are still open; erasure waits for their end`))
  return rows
}

export const refused = (says: Text): Problem =>
  conflict(Object.assign({ why: 'not now' as const, says }, { law: personalInformationLaw.art(47) }))

/**
 * In a transaction of the house, after `requireErasable`. Sealed values, digests and whatever names the person go; sign-in closes. Where and
 * when they worked and what was done stays without them, restricted to being stored.
 */
export async function erase(
  q: Query,
  { district, rows, at, today }: { district: Id; rows: readonly Id[]; at: Date; today: Day },
): Promise<void> {
  await q(
    `update person set name = $3, initials = '', sort_name = $3, sex = null, birth = null, skill = null, education = null, id_number = null,
       id_digest = null, phone_sealed = null, phone_digest = null, phone_plain = null, erased_at = $4, restricted_at = coalesce(restricted_at, $4),
       updated_at = now()
     where district_id = $1 and id = any ($2::uuid[])`,
    [district, rows, erasedName, at],
  )
  const of = [district, rows]
  await q('delete from person_secret where district_id = $1 and person_id = any ($2::uuid[])', of)
  await q(
    `delete from person_merge_secret s using person_merge m where s.district_id = $1 and m.district_id = $1 and m.id = s.merge_id
       and (m.kept_id = any ($2::uuid[]) or m.gone_id = any ($2::uuid[]))`,
    of,
  )
  await q(`update person_merge set before = '{}' where district_id = $1 and (kept_id = any ($2::uuid[]) or gone_id = any ($2::uuid[]))`, of)
  await q('delete from person_alike where district_id = $1 and (a = any ($2::uuid[]) or b = any ($2::uuid[]))', of)
  await q('update engagement set details = null where district_id = $1 and person_id = any ($2::uuid[]) and details is not null', of)
  await q('update congress_delegate set name = $3 where district_id = $1 and person_id = any ($2::uuid[])', [...of, erasedName])
  await q('update recusal set note = null where district_id = $1 and person_id = any ($2::uuid[]) and note is not null', of)
  await q(
    `update team_member set card_number = null, registration = null, updated_at = clock_timestamp()
     where district_id = $1 and person_id = any ($2::uuid[]) and (card_number is not null or registration is not null)`,
    of,
  )
  await q(
    `update consent set withdrawn_on = greatest($3::date, given_on), withdrawn_channel = 'phone'
     where district_id = $1 and person_id = any ($2::uuid[]) and withdrawn_on is null`,
    [...of, today],
  )
  await q(`update data_request set says = '' where district_id = $1 and person_id = any ($2::uuid[])`, of)
  await q('delete from auth_user where "personId" = any ($1::uuid[])', [rows])
  await q('select hexie_place_people($1, $2, $3)', [...of, today])
}
