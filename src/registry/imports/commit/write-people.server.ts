/** Writes the judged rows about people into the register, a statement a table, with what stood there before, so that it can be undone. */
import type { Day } from '#kernel/day.ts'
import type { Query } from '#platform/database.server.ts'
import type { ImportRecord } from '../store/import-record.server.ts'

export interface Written {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly requests: number
}

/** In the transaction of the commit; `at` is its instant. */
export async function writePeople(q: Query, { district_id, id }: ImportRecord, today: Day, at: Date): Promise<Written> {
  const of = [district_id, id]
  // What is changed is noted before it is; what is new, with its making.
  await q(noteChanged, of)
  const [made] = await q<{ count: number }>(makePeople, of)
  await q(endEngagements, of)
  await q(keepWork, of)
  await q(keepMembership, of)
  await q(beginWork, of)
  await q(beginMembership, of)
  const [changed] = await q<{ count: number }>(changePeople, of)
  await q(
    "select hexie_place_people($1, array_agg(person_id), $3) from import_row where district_id = $1 and import_id = $2 and verdict = 'changed'",
    [...of, today],
  )
  await q(printChanged, of)
  const requests = await q<{ id: string }>(askForTransfer, [...of, at])
  const [same] = await q<{ count: number }>(
    `select count(*) from import_row where district_id = $1 and import_id = $2 and verdict = 'same'`,
    of,
  )
  return { new: made!.count, changed: changed!.count, same: same!.count, requests: requests.length }
}

const rows = 'import_row r where r.district_id = $1 and r.import_id = $2'

const noteChanged = `
  insert into import_change (district_id, import_id, subject_id, row, what, before, secrets)
  select r.district_id, r.import_id, p.id, r.row, 'changed',
    jsonb_build_object('name', p.name, 'sort_name', p.sort_name, 'initials', p.initials, 'sex', p.sex, 'birth', p.birth, 'skill', p.skill,
      'education', p.education,
      'ended', coalesce((select jsonb_agg(jsonb_build_object('id', e.id)) from engagement e
        where e.district_id = r.district_id and e.id in (r.ends_work, r.ends_member)), '[]'),
      'kept', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'since', e.since, 'job', e.job, 'details', e.details, 'approved_on', e.approved_on))
        from engagement e where e.district_id = r.district_id
          and ((e.id = r.works_id and not r.works_new) or (e.id = r.member_id and not r.member_new))), '[]')),
    jsonb_build_object('id_number', encode(p.id_number, 'hex'), 'id_digest', encode(p.id_digest, 'hex'),
      'phone_sealed', encode(p.phone_sealed, 'hex'), 'phone_digest', encode(p.phone_digest, 'hex'))
  from import_row r join person p on p.district_id = r.district_id and p.id = r.person_id
  where r.district_id = $1 and r.import_id = $2 and r.verdict = 'changed'`

const makePeople = `
  with made as (
    insert into person (district_id, id, name, sort_name, initials, sex, birth, skill, education, id_number, id_digest, phone_sealed, phone_digest,
      unit_id, firm_id, union_id, elsewhere, member_since, active, source_import)
    select district_id, person_id, name, sort_name, initials, sex, birth, skill, education, id_number, id_digest, phone_sealed, phone_digest,
      unit_id, firm_id, union_id, elsewhere, member_since, works_at is not null or member_at is not null, import_id
    from ${rows} and r.verdict = 'new' order by r.row
    returning district_id, source_import, id, hexie_print(name, sex, birth, skill, education, id_digest, phone_digest) as print
  ), noted as (
    insert into import_change (district_id, import_id, subject_id, row, what, print)
    select m.district_id, m.source_import, m.id, 0, 'new', m.print from made m
  )
  select count(*) from made`

const endEngagements = `
  update engagement e set until = greatest(e.since, case e.id when r.ends_work then r.works_since else r.member_since end - 1),
    ended_how = 'transferred', moved_to = o.name
  from import_row r left join organisation o on o.district_id = r.district_id and o.id = r.works_at
  where r.district_id = $1 and r.import_id = $2 and r.verdict = 'changed' and e.district_id = r.district_id and e.id in (r.ends_work, r.ends_member)`

const keepWork = `
  update engagement e set since = r.works_since, job = coalesce(r.job, e.job), details = case when r.details is null then e.details
    else coalesce(e.details, '{}') || r.details end
  from ${rows} and r.verdict = 'changed' and not r.works_new and e.district_id = r.district_id and e.id = r.works_id`

const keepMembership = `
  update engagement e set since = r.member_since, approved_on = coalesce(e.approved_on, r.member_since)
  from ${rows} and r.verdict = 'changed' and not r.member_new and e.district_id = r.district_id and e.id = r.member_id`

const engagementColumns =
  'district_id, id, person_id, organisation_id, kind, job, details, since, approved_on, follows, source_import, recorded_by'
const beginWork = `
  insert into engagement (${engagementColumns})
  select r.district_id, r.works_id, r.person_id, r.works_at, r.works_kind, r.job, r.details, r.works_since, null, r.ends_work, r.import_id, f.by_person
  from import_row r join import_file f on f.district_id = r.district_id and f.id = r.import_id
  where r.district_id = $1 and r.import_id = $2 and r.verdict in ('new', 'changed') and r.works_new order by r.row`
const beginMembership = `
  insert into engagement (${engagementColumns})
  select r.district_id, r.member_id, r.person_id, r.member_at, 'membership', null, null, r.member_since, r.member_since, r.ends_member, r.import_id,
    f.by_person
  from import_row r join import_file f on f.district_id = r.district_id and f.id = r.import_id
  where r.district_id = $1 and r.import_id = $2 and r.verdict in ('new', 'changed') and r.member_new order by r.row`

// An empty cell takes nothing away.
const changePeople = `
  with changed as (
    update person p set name = coalesce(r.name, p.name), sort_name = coalesce(r.sort_name, p.sort_name), initials = coalesce(r.initials, p.initials),
      sex = coalesce(r.sex, p.sex), birth = coalesce(r.birth, p.birth), skill = coalesce(r.skill, p.skill), education = coalesce(r.education, p.education),
      id_number = coalesce(p.id_number, r.id_number), id_digest = coalesce(p.id_digest, r.id_digest),
      phone_sealed = case when 'phone' = any (r.changes) then r.phone_sealed else p.phone_sealed end,
      phone_digest = case when 'phone' = any (r.changes) then r.phone_digest else p.phone_digest end, updated_at = now()
    from ${rows} and r.verdict = 'changed' and p.district_id = r.district_id and p.id = r.person_id
    returning 1
  ) select count(*) from changed`

const printChanged = `
  update import_change c set print = hexie_print(p.name, p.sex, p.birth, p.skill, p.education, p.id_digest, p.phone_digest),
    before = case when c.before->'ended' = '[]' then c.before else jsonb_set(c.before, '{ended}', (
      select jsonb_agg(jsonb_build_object('id', e.id, 'ends', e.until)) from jsonb_to_recordset(c.before->'ended') as old (id uuid)
        join engagement e on e.district_id = c.district_id and e.id = old.id)) end
  from person p
  where c.district_id = $1 and c.import_id = $2 and c.what = 'changed' and p.district_id = c.district_id and p.id = c.subject_id`

const askForTransfer = `
  insert into transfer_request (district_id, id, person_id, to_unit, to_firm, to_union, job, since, import_id, row, by_person, by_name, at)
  select r.district_id, gen_random_uuid(), (r.facts->>'elsewhere')::uuid, f.unit_id, r.firm_id, r.member_at, r.job, r.works_since, r.import_id, r.row,
    f.by_person, f.by_name, $3
  from import_row r join import_file f on f.district_id = r.district_id and f.id = r.import_id
  where r.district_id = $1 and r.import_id = $2 and r.verdict = 'wrong' and r.facts ? 'elsewhere'
  on conflict do nothing returning id`
