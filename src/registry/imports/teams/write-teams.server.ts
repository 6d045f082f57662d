/** Writes the judged rows about the teams into the register, and takes them back: people new to it, terms begun, terms put right. */
import type { Query } from '#platform/database.server.ts'
import type { Undone } from '../commit/undo-run.server.ts'
import type { Written } from '../commit/write-people.server.ts'
import type { ImportRecord } from '../store/import-record.server.ts'

/** In the transaction of the commit. */
export async function writeTeams(q: Query, { district_id: district, id }: ImportRecord): Promise<Written> {
  const of = [district, id]
  await q(makePeople, of)
  const [begun] = await q<{ count: number }>(beginTerms, of)
  await q(noteTerms, of)
  const [changed] = await q<{ count: number }>(changeTerms, of)
  await q(noteLeft, of)
  const [same] = await q<{ count: number }>(
    `select count(*)::int as count from import_row where district_id = $1 and import_id = $2 and verdict = 'same'`,
    of,
  )
  return { new: begun!.count, changed: changed!.count, same: same!.count, requests: 0 }
}

/** In the transaction of the undoing. */
export async function undoTeams(q: Query, { district_id, id }: ImportRecord): Promise<Undone> {
  const [undone] = await q<Undone>('select undone, refused from hexie_undo_team_import($1, $2)', [district_id, id])
  return undone!
}

const rows = 'import_row r where r.district_id = $1 and r.import_id = $2'

const makePeople = `
  insert into person (district_id, id, name, sort_name, initials, sex, birth, id_number, id_digest, phone_sealed, phone_digest, unit_id, source_import)
  select distinct on (r.person_id) r.district_id, r.person_id, r.name, r.sort_name, r.initials, r.sex, r.birth, r.id_number,
    decode(r.facts->>'idDigest', 'hex'), r.phone_sealed, decode(r.facts->>'phoneDigest', 'hex'), r.unit_id, r.import_id
  from ${rows} and r.verdict = 'new' and r.facts ? 'made' order by r.person_id, r.row`

const columns = 'card_number, registration, trained_on, training_hours, examined_on, exam_passed, until'
const said = `jsonb_to_record(r.facts->'values') as v (card_number text, registration text, trained_on date, training_hours smallint,
  examined_on date, exam_passed boolean, until date)`

const beginTerms = `
  with begun as (
    insert into team_member (district_id, id, team, person_id, organisation_id, since, ${columns}, source_import, recorded_by)
    select r.district_id, (r.facts->>'member')::uuid, r.facts->>'team', r.person_id, (r.facts->>'organisation')::uuid, (r.facts->>'since')::date,
      v.card_number, v.registration, v.trained_on, v.training_hours, v.examined_on, v.exam_passed, v.until, r.import_id, f.by_person
    from import_row r join import_file f on f.district_id = r.district_id and f.id = r.import_id cross join lateral ${said}
    where r.district_id = $1 and r.import_id = $2 and r.verdict = 'new' order by r.row
    returning 1
  ) select count(*)::int as count from begun`

// One note a person, whatever the number of their rows: they are taken back together or not at all.
const noteTerms = `
  insert into import_change (district_id, import_id, subject_id, row, what, print, before)
  select r.district_id, r.import_id, r.person_id, min(r.row), case when bool_or(r.facts ? 'made') then 'new' else 'changed' end,
    hexie_print(p.name, p.sex, p.birth, p.skill, p.education, p.id_digest, p.phone_digest),
    jsonb_build_object('terms', jsonb_agg(jsonb_build_object('id', m.id, 'was', case when r.verdict = 'changed' then to_jsonb(m) end) order by r.row))
  from import_row r join person p on p.district_id = r.district_id and p.id = r.person_id
    join team_member m on m.district_id = r.district_id and m.id = (r.facts->>'member')::uuid
  where r.district_id = $1 and r.import_id = $2 and r.verdict in ('new', 'changed')
  group by r.district_id, r.import_id, r.person_id, p.name, p.sex, p.birth, p.skill, p.education, p.id_digest, p.phone_digest`

// An empty cell takes nothing away.
const changeTerms = `
  with changed as (
    update team_member m set ${columns
      .split(', ')
      .map((column) => `${column} = coalesce(v.${column}, m.${column})`)
      .join(', ')}, updated_at = clock_timestamp()
    from import_row r cross join lateral ${said}
    where r.district_id = $1 and r.import_id = $2 and r.verdict = 'changed' and m.district_id = $1 and m.id = (r.facts->>'member')::uuid
    returning 1
  ) select count(*)::int as count from changed`

/** How each term was left: the same later means that nobody has touched it since. */
const noteLeft = `
  update import_change c set before = jsonb_build_object('terms', (
    select jsonb_agg(t || jsonb_build_object('left', m.updated_at)) from jsonb_array_elements(c.before->'terms') t
      join team_member m on m.district_id = c.district_id and m.id = (t->>'id')::uuid))
  where c.district_id = $1 and c.import_id = $2`
