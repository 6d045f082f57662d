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
    (select hexie_all()) or exists (select 1 from person p where p.district_id = transfer_request.district_id and p.id = person_id)
  )
) with check (district_id = (select hexie_district()));
grant delete on import_row to hexie_app;
grant delete on import_edit to hexie_app;

-- The fields of a person that a file can change, in one number: the same afterwards means that nobody has touched them since.
create function hexie_person_print(p person) returns bigint language sql stable as $$
  select hashtextextended(concat_ws('|', p.name, coalesce(p.sex, '-'), coalesce(p.birth::text, '-'), coalesce(p.skill::text, '-'),
    coalesce(p.education::text, '-'), coalesce(encode(p.id_digest, 'hex'), '-'), coalesce(encode(p.phone_digest, 'hex'), '-'),
    coalesce(p.merged_into::text, '-'), coalesce(p.erased_at::text, '-')), 0)
$$;
