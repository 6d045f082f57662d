-- Taking back a file of the five teams: terms it began go, terms it put right are as they were, people it made go where nothing else hangs on
-- them. Whoever has been touched since stays as is, with the reason in `refused`. Works as the owner of the tables, in the one district.
create function hexie_undo_team_import(the_district uuid, the_import uuid) returns table (undone bigint, refused bigint)
  language plpgsql security definer set search_path = public as $$
declare
  hanging record;
begin
  if the_district is distinct from hexie_district() then raise exception 'another district'; end if;
  perform 1 from import_file f where f.district_id = the_district and f.id = the_import and f.state = 'undoing' for update;
  if not found then raise exception 'this import is not being undone'; end if;
  create temp table undoing on commit drop as
    select c.subject_id as id, c.what,
      case
        when p.id is null or p.merged_into is not null or p.erased_at is not null then 'gone'
        when c.what = 'new' and hexie_print(p.name, p.sex, p.birth, p.skill, p.education, p.id_digest, p.phone_digest) is distinct from c.print
          then 'changed'
      end as why
    from import_change c left join person p on p.district_id = c.district_id and p.id = c.subject_id
    where c.district_id = the_district and c.import_id = the_import and not c.undone;
  create temp table undoing_term on commit drop as
    select c.subject_id as person_id, t.id, t.was, t."left"
    from import_change c cross join lateral jsonb_to_recordset(c.before->'terms') as t (id uuid, was jsonb, "left" timestamptz)
    where c.district_id = the_district and c.import_id = the_import and not c.undone;
  update undoing u set why = 'changed' where why is null and exists (
    select 1 from undoing_term t left join team_member m on m.district_id = the_district and m.id = t.id
    where t.person_id = u.id and m.updated_at is distinct from t."left");
  update undoing u set why = 'needed' where why is null and exists (
    select 1 from undoing_term t where t.person_id = u.id and t.was is null and (
      exists (select 1 from team_assignment a where a.district_id = the_district and a.member_id = t.id)
      or exists (select 1 from team_member n where n.district_id = the_district and n.follows = t.id)));
  -- Whatever else hangs on somebody who was new: found from the tables themselves, so that none is forgotten that comes later.
  for hanging in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'person_id' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'
      and c.table_name not in ('team_member', 'import_row', 'person_secret')
  loop
    execute format('update undoing u set why = ''needed'' where why is null and what = ''new'' and exists (select 1 from %I x where x.person_id = u.id)',
      hanging.table_name);
  end loop;
  update undoing u set why = 'needed' where why is null and what = 'new' and (
    exists (select 1 from team_member m where m.district_id = the_district and m.person_id = u.id and m.id not in (select id from undoing_term))
    or exists (select 1 from auth_user a where a."personId" = u.id)
    or exists (select 1 from case_reader r where r.district_id = the_district and r.reader = 'p:' || u.id)
    or exists (select 1 from person p where p.district_id = the_district and p.merged_into = u.id)
    or exists (select 1 from person_merge m where m.district_id = the_district and u.id in (m.kept_id, m.gone_id)));

  -- Back as it was.
  delete from team_member m using undoing_term t join undoing u on u.id = t.person_id
    where u.why is null and t.was is null and m.district_id = the_district and m.id = t.id and m.source_import = the_import;
  update team_member m set card_number = o.card_number, registration = o.registration, trained_on = o.trained_on, training_hours = o.training_hours,
      examined_on = o.examined_on, exam_passed = o.exam_passed, until = o.until, updated_at = clock_timestamp()
    from undoing_term t join undoing u on u.id = t.person_id cross join lateral jsonb_populate_record(null::team_member, t.was) o
    where u.why is null and t.was is not null and m.district_id = the_district and m.id = t.id;
  delete from person_secret s using undoing u where u.why is null and u.what = 'new' and s.district_id = the_district and s.person_id = u.id;
  delete from person p using undoing u
    where u.why is null and u.what = 'new' and p.district_id = the_district and p.id = u.id and p.source_import = the_import;
  update import_change c set undone = u.why is null, refused = u.why
    from undoing u where c.district_id = the_district and c.import_id = the_import and c.subject_id = u.id;
  return query select count(*) filter (where why is null), count(*) filter (where why is not null) from undoing;
end $$;
revoke execute on function hexie_undo_team_import(uuid, uuid) from public;
grant execute on function hexie_undo_team_import(uuid, uuid) to hexie_app;
