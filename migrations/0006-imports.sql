-- Imports: the files people bring, every row as it was judged, what was written, and the way back.

-- One row a file. tree_id: the federation under which unit_id lies. reach: as far as the one who brought it could see. file_key: the key the
-- file is kept with, itself sealed. chosen: columns named by hand. counts and causes are kept as rows are judged.
create table import_file (
  district_id uuid not null references district (id),
  id uuid not null,
  kind text not null,
  unit_id uuid not null,
  tree_id uuid,
  state text not null check (state in
    ('waiting', 'checking', 'columns', 'checked', 'committing', 'committed', 'undoing', 'undone', 'failed', 'cancelled')),
  name text not null,
  bytes bigint not null,
  sheet text,
  heading_row integer,
  file_key bytea not null,
  reach jsonb not null,
  by_person uuid not null,
  by_name text not null,
  as_body uuid,
  as_post text,
  at timestamptz not null,
  asked_at timestamptz not null,
  columns jsonb not null default '[]',
  chosen jsonb,
  counts jsonb not null default '{}',
  causes jsonb not null default '{}',
  progress jsonb,
  problem jsonb,
  rechecks integer not null default 0,
  checked_at timestamptz,
  committed_at timestamptz,
  committed_by uuid,
  committed_name text,
  written jsonb,
  undo_until date,
  undone_at timestamptz,
  undone_by uuid,
  undone_name text,
  undone jsonb,
  emptied_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, unit_id) references organisation (district_id, id)
);
create index import_file_unit on import_file (district_id, unit_id, kind, committed_at desc);
create index import_file_at on import_file (district_id, at desc, id desc);
create index import_file_queue on import_file (asked_at, id) where state in ('waiting', 'checking', 'committing', 'undoing');
create index import_file_kept on import_file (at) where emptied_at is null;

-- Every row of a file as it was judged, with what would be written already sealed. Not logged: lost in a crash, and then made again from the
-- file and the edits. person_id: whom it belongs to, or the new one. raw: the cells of rows that are not plainly right, sealed.
-- works_*, member_*: the engagement the row asks for; *_id the new one or the one it is, *_new whether it is new, ends_*: the one it ends.
create unlogged table import_row (
  district_id uuid not null,
  import_id uuid not null,
  row integer not null,
  verdict text not null,
  look boolean not null,
  mended boolean not null,
  person_id uuid,
  name text,
  sort_name text,
  initials text,
  sex text,
  birth date,
  skill smallint,
  education smallint,
  id_number bytea,
  id_digest bytea,
  phone_sealed bytea,
  phone_digest bytea,
  firm_id uuid,
  union_id uuid,
  unit_id uuid,
  elsewhere uuid[],
  works_kind text,
  works_at uuid,
  works_since date,
  works_id uuid,
  works_new boolean,
  ends_work uuid,
  member_at uuid,
  member_since date,
  member_id uuid,
  member_new boolean,
  ends_member uuid,
  job text,
  details jsonb,
  facts jsonb,
  changes text[],
  problems jsonb,
  raw bytea,
  primary key (district_id, import_id, row)
);
create index import_row_verdict on import_row (district_id, import_id, verdict, row);
create index import_row_look on import_row (district_id, import_id, row) where look;
create index import_row_digest on import_row (district_id, import_id, id_digest) where id_digest is not null;
create index import_row_person on import_row (district_id, import_id, person_id) where verdict in ('same', 'changed');

-- What was mended by hand, kept so that a file judged anew keeps it. field: of the sheet, or keep:<code> (照写), or leaveOut.
create table import_edit (
  district_id uuid not null,
  import_id uuid not null,
  row integer not null,
  field text not null,
  value bytea,
  by_person uuid not null,
  at timestamptz not null default now(),
  primary key (district_id, import_id, row, field),
  foreign key (district_id, import_id) references import_file (district_id, id)
);

-- What the writing of a file did to whom, with what stood there before, so that it can be undone. what: new | changed.
-- print: the fields as they were left, in one number. ended: engagements it ended. secret_*: sealed fields as they were before.
create table import_change (
  district_id uuid not null,
  import_id uuid not null,
  subject_id uuid not null,
  row integer not null,
  what text not null check (what in ('new', 'changed')),
  print bigint,
  before jsonb,
  secrets jsonb,
  undone boolean not null default false,
  refused text,
  primary key (district_id, import_id, subject_id),
  foreign key (district_id, import_id) references import_file (district_id, id)
);
create index import_change_refused on import_change (district_id, import_id, subject_id) where refused is not null;

-- Somebody in a file who is registered where the one who brought it does not see: nothing of them is touched, their present unit is asked.
create table transfer_request (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  to_unit uuid not null,
  to_firm uuid,
  to_union uuid,
  job text,
  since date,
  state text not null default 'waiting' check (state in ('waiting', 'agreed', 'refused', 'withdrawn')),
  import_id uuid,
  row integer,
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, to_unit) references organisation (district_id, id)
);
create unique index transfer_request_once on transfer_request (district_id, person_id, to_unit) where state = 'waiting';
create index transfer_request_import on transfer_request (district_id, import_id) where import_id is not null;

alter table import_file enable row level security; alter table import_file force row level security;
alter table import_row enable row level security; alter table import_row force row level security;
alter table import_edit enable row level security; alter table import_edit force row level security;
alter table import_change enable row level security; alter table import_change force row level security;
alter table transfer_request enable row level security; alter table transfer_request force row level security;

create policy seen on import_file using (
  district_id = (select hexie_district()) and (
    (select hexie_all())
    or tree_id = any ((select hexie_trees())::uuid[])
    or unit_id = any ((select hexie_units())::uuid[])
    or ('p:' || by_person) = any ((select hexie_readers())::text[])
  )
) with check (district_id = (select hexie_district()));
-- What lies under a file is asked for by the house, after it has shown the file itself.
create policy own_district on import_row using (district_id = (select hexie_district()));
create policy own_district on import_edit using (district_id = (select hexie_district()));
create policy own_district on import_change using (district_id = (select hexie_district()));
create policy with_the_person on transfer_request using (
  district_id = (select hexie_district()) and (
    (select hexie_all()) or exists (select 1 from person p where p.district_id = transfer_request.district_id and p.id = person_id offset 0)
  )
) with check (district_id = (select hexie_district()));
grant delete on import_row to hexie_app;
grant delete on import_edit to hexie_app;

-- What a file can change of a person, in one number: the same later means that nobody has touched it since.
create function hexie_print(name text, sex text, birth date, skill smallint, education smallint, id_digest bytea, phone_digest bytea) returns bigint
  language sql immutable parallel safe as $$
  select hashtextextended(coalesce(name, '-') || '|' || coalesce(sex, '-') || '|' || coalesce(birth - date '1900-01-01', -1) || '|' || coalesce(skill, 0)
    || '|' || coalesce(education, 0) || '|' || coalesce(encode(id_digest, 'hex'), '-') || '|' || coalesce(encode(phone_digest, 'hex'), '-'), 0)
$$;

-- Takes back what a file did to people: whoever has been touched since, or has other records by now, stays as is, with the reason in `refused`.
-- The application may not delete people; this deletes those alone that this very import has made. Works as the owner of the tables, with the
-- whole of the one district open to it.
create function hexie_undo_import(the_district uuid, the_import uuid, on_day date) returns table (undone bigint, refused bigint)
  language plpgsql security definer set search_path = public as $$
declare
  hanging record;
begin
  if the_district is distinct from hexie_district() then raise exception 'another district'; end if;
  perform 1 from import_file f where f.district_id = the_district and f.id = the_import and f.state = 'undoing' for update;
  if not found then raise exception 'this import is not being undone'; end if;
  create temp table undoing on commit drop as
    select c.subject_id as id, c.what, c.before, c.secrets,
      case
        when p.id is null or p.merged_into is not null or p.erased_at is not null then 'gone'
        when hexie_print(p.name, p.sex, p.birth, p.skill, p.education, p.id_digest, p.phone_digest) is distinct from c.print then 'changed'
        when p.restricted_at is not null then 'restricted'
      end as why
    from import_change c left join person p on p.district_id = c.district_id and p.id = c.subject_id
    where c.district_id = the_district and c.import_id = the_import and not c.undone;
  create unique index on undoing (id);
  analyze undoing;
  -- Jobs and memberships that others have written since, or that go on from those of the file.
  update undoing u set why = 'engaged' where why is null and exists (
    select 1 from engagement e where e.district_id = the_district and e.person_id = u.id and (
      (u.what = 'new' and e.source_import is distinct from the_import)
      or (e.source_import = the_import and e.until is not null)
      or exists (select 1 from engagement n where n.district_id = the_district and n.person_id = u.id and n.follows = e.id
        and e.source_import = the_import)));
  update undoing u set why = 'engaged' where why is null and what = 'changed' and exists (
    select 1 from jsonb_to_recordset(u.before->'ended') as old (id uuid, ends date) join engagement e on e.district_id = the_district and e.id = old.id
    where e.until is distinct from old.ends);
  -- Whatever else hangs on somebody who was new: found from the tables themselves, so that none is forgotten that comes later.
  for hanging in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'person_id' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'
      and c.table_name not in ('engagement', 'import_row', 'person_secret', 'transfer_request')
  loop
    execute format('update undoing u set why = ''needed'' where why is null and what = ''new'' and exists (select 1 from %I x where x.person_id = u.id)',
      hanging.table_name);
  end loop;
  update undoing u set why = 'needed' where why is null and what = 'new' and (
    exists (select 1 from auth_user a where a."personId" = u.id)
    or exists (select 1 from case_reader r where r.district_id = the_district and r.reader = 'p:' || u.id)
    or exists (select 1 from person p where p.district_id = the_district and p.merged_into = u.id)
    or exists (select 1 from person_merge m where m.district_id = the_district and u.id in (m.kept_id, m.gone_id)));

  -- Back as it was.
  delete from engagement e using undoing u where u.why is null and e.district_id = the_district and e.person_id = u.id and e.source_import = the_import;
  update engagement e set until = null, ended_how = null, moved_to = null
    from undoing u, jsonb_to_recordset(u.before->'ended') as old (id uuid)
    where u.why is null and u.what = 'changed' and e.district_id = the_district and e.id = old.id;
  update engagement e set since = old.since, job = old.job, details = old.details, approved_on = old.approved_on
    from undoing u, jsonb_to_recordset(u.before->'kept') as old (id uuid, since date, job text, details jsonb, approved_on date)
    where u.why is null and u.what = 'changed' and e.district_id = the_district and e.id = old.id;
  update person p set name = u.before->>'name', sort_name = u.before->>'sort_name', initials = u.before->>'initials', sex = u.before->>'sex',
      birth = (u.before->>'birth')::date, skill = (u.before->>'skill')::smallint, education = (u.before->>'education')::smallint,
      id_number = decode(u.secrets->>'id_number', 'hex'), id_digest = decode(u.secrets->>'id_digest', 'hex'),
      phone_sealed = decode(u.secrets->>'phone_sealed', 'hex'), phone_digest = decode(u.secrets->>'phone_digest', 'hex'), updated_at = now()
    from undoing u where u.why is null and u.what = 'changed' and p.district_id = the_district and p.id = u.id;
  perform hexie_place_people(the_district, (select array_agg(id) from undoing where why is null and what = 'changed'), on_day);
  delete from transfer_request r using undoing u where u.why is null and u.what = 'new' and r.district_id = the_district and r.person_id = u.id;
  delete from person_secret s using undoing u where u.why is null and u.what = 'new' and s.district_id = the_district and s.person_id = u.id;
  delete from person p using undoing u
    where u.why is null and u.what = 'new' and p.district_id = the_district and p.id = u.id and p.source_import = the_import;
  update transfer_request set state = 'withdrawn' where district_id = the_district and import_id = the_import and state = 'waiting';
  update import_change c set undone = u.why is null, refused = u.why
    from undoing u where c.district_id = the_district and c.import_id = the_import and c.subject_id = u.id;
  return query select count(*) filter (where why is null), count(*) filter (where why is not null) from undoing;
end $$;
revoke execute on function hexie_undo_import(uuid, uuid, date) from public;
grant execute on function hexie_undo_import(uuid, uuid, date) to hexie_app;

-- Takes away the firms that a file has made and on which nothing hangs but what the same file said of them; the others stay, with the reason.
create function hexie_remove_imported_firms(the_district uuid, the_import uuid) returns void
  language plpgsql security definer set search_path = public as $$
declare
  hanging record;
begin
  if the_district is distinct from hexie_district() then raise exception 'another district'; end if;
  perform 1 from import_file f where f.district_id = the_district and f.id = the_import and f.state = 'undoing' for update;
  if not found then raise exception 'this import is not being undone'; end if;
  create temp table removing on commit drop as
    select c.subject_id as id, case when o.id is null then 'gone' end as why
    from import_change c left join organisation o
      on o.district_id = c.district_id and o.id = c.subject_id and o.source_import = the_import and o.standing = 'standing'
    where c.district_id = the_district and c.import_id = the_import and c.what = 'new' and not c.undone;
  update removing r set why = 'changed' where why is null and (
    exists (select 1 from organisation_fact f where f.district_id = the_district and f.organisation_id = r.id
      and f.source_import is distinct from the_import)
    or (select count(*) from organisation_place p where p.district_id = the_district and p.organisation_id = r.id) > 1);
  -- Every table that points to an organisation, found from the tables themselves.
  for hanging in
    select t.relname as name, a.attname as col
    from pg_constraint k join pg_class t on t.oid = k.conrelid
      join lateral unnest(k.conkey, k.confkey) as pair (mine, theirs) on true
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.mine
      join pg_attribute there on there.attrelid = k.confrelid and there.attnum = pair.theirs and there.attname = 'id'
    where k.contype = 'f' and k.confrelid = 'organisation'::regclass and t.relname not in ('organisation_fact', 'organisation_place')
  loop
    execute format('update removing r set why = ''needed'' where why is null and exists (
      select 1 from %I x where x.district_id = %L and x.%I = r.id)', hanging.name, the_district, hanging.col);
  end loop;
  update removing r set why = 'needed' where why is null and (
    exists (select 1 from organisation o where o.district_id = the_district and o.firm_id = r.id)
    or exists (select 1 from person p where p.district_id = the_district and p.firm_id = r.id)
    or exists (select 1 from case_reader c where c.district_id = the_district and c.reader = 'o:' || r.id));
  delete from organisation_fact f using removing r where r.why is null and f.district_id = the_district and f.organisation_id = r.id;
  delete from organisation_place p using removing r where r.why is null and p.district_id = the_district and p.organisation_id = r.id;
  delete from organisation o using removing r where r.why is null and o.district_id = the_district and o.id = r.id;
  update import_change c set undone = r.why is null, refused = r.why
    from removing r where c.district_id = the_district and c.import_id = the_import and c.subject_id = r.id;
end $$;
revoke execute on function hexie_remove_imported_firms(uuid, uuid) from public;
grant execute on function hexie_remove_imported_firms(uuid, uuid) to hexie_app;

-- What the planner knows of these tables, brought up to date after a file has multiplied them: only their owner can.
create function hexie_weigh_registry() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze person, engagement, organisation, organisation_fact, import_row;
end $$;
revoke execute on function hexie_weigh_registry() from public;
grant execute on function hexie_weigh_registry() to hexie_app;
