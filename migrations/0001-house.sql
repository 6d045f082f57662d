-- The house: districts, who is in them, and the cases that go through it. Every tenant table is keyed by district first.

create table district (
  id uuid primary key,
  name text not null,
  short_name text not null,
  region text not null,
  created_at timestamptz not null default now()
);

-- What the current transaction may see. Set by the application with SET LOCAL semantics; absent settings see nothing.
create function hexie_district() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hexie.district', true), '')::uuid $$;
create function hexie_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('hexie.all', true), '') = 'on' $$;
create function hexie_trees() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('hexie.trees', true), '')::uuid[], '{}') $$;
create function hexie_units() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('hexie.units', true), '')::uuid[], '{}') $$;
create function hexie_readers() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('hexie.readers', true), '')::text[], '{}') $$;

-- kind: district | street | industry | park | firm | union | committee | bureau | platform
-- unit_id: the street, industry or park federation it lies under (itself, for one of those); null for the district and for outside bodies.
create table organisation (
  district_id uuid not null references district (id),
  id uuid not null,
  kind text not null,
  name text not null,
  short_name text not null,
  pinyin text not null default '',
  initials text not null default '',
  parent_id uuid,
  unit_id uuid,
  path uuid[] not null,
  firm_id uuid,
  street_id uuid,
  sector text,
  employees integer,
  designated boolean not null default false,
  address text,
  mediates boolean not null default false,
  since date not null,
  until date,
  primary key (district_id, id),
  foreign key (district_id, parent_id) references organisation (district_id, id)
);
create index organisation_parent on organisation (district_id, parent_id);
create index organisation_unit on organisation (district_id, unit_id, kind);
create index organisation_kind_name on organisation (district_id, kind, name, id);
create index organisation_firm on organisation (district_id, firm_id) where firm_id is not null;

create table person (
  district_id uuid not null references district (id),
  id uuid not null,
  name text not null,
  pinyin text not null default '',
  initials text not null default '',
  phone text,
  unit_id uuid,
  created_at timestamptz not null default now(),
  primary key (district_id, id)
);
create index person_name on person (district_id, name, id);
create index person_initials on person (district_id, initials text_pattern_ops);

-- scope: self | unit | below
create table post (
  district_id uuid not null references district (id),
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null,
  scope text not null check (scope in ('self', 'unit', 'below')),
  since date not null,
  until date,
  primary key (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index post_person on post (district_id, person_id);
create index post_organisation on post (district_id, organisation_id, kind);

-- One file a matter: the projection of its log, written in the same transaction as the step.
create table case_file (
  district_id uuid not null references district (id),
  id uuid not null,
  procedure text not null,
  version integer not null,
  number text not null,
  state text not null,
  ended_on date,
  owner_id uuid not null,
  unit_id uuid,
  subject text not null,
  matter text not null default '',
  opened_on date not null,
  facts jsonb not null,
  parties jsonb not null,
  assigned jsonb not null,
  marks text[] not null default '{}',
  due jsonb not null,
  due_on date not null default 'infinity',
  law_on date,
  meetings jsonb not null default '[]',
  meets_until date,
  seq integer not null,
  hash bytea not null,
  search text not null default '',
  parent_id uuid,
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, number),
  foreign key (district_id, owner_id) references organisation (district_id, id)
) with (fillfactor = 80);
-- What lists filter, sort, count and judge visibility by lies in the index, so that only the rows of a page are read.
create index case_of_unit on case_file (district_id, unit_id, due_on, id) include (owner_id, procedure, state, ended_on);
create index case_of_unit_state on case_file (district_id, unit_id, state, due_on, id) include (owner_id, procedure, ended_on);
create index case_of_owner on case_file (district_id, owner_id, due_on, id) include (unit_id, procedure, state, ended_on);
create index case_of_owner_state on case_file (district_id, owner_id, state, due_on, id) include (unit_id, procedure, ended_on);
create index case_of_district on case_file (district_id, due_on, id) include (unit_id, owner_id, procedure, state, ended_on);
create index case_meets on case_file (district_id, meets_until) where meets_until is not null;
create index case_parent on case_file (district_id, parent_id) where parent_id is not null;
create index case_law_on on case_file (district_id, law_on) where law_on is not null;

-- Who else may see it: parties, assigned persons, bodies it was shared with. reader: p:<person> or o:<organisation>.
-- owner_id and unit_id are the case's own, so that lists pass over what is reached by them.
create table case_reader (
  district_id uuid not null,
  reader text not null,
  case_id uuid not null,
  owner_id uuid not null,
  unit_id uuid,
  primary key (district_id, reader, case_id) include (owner_id, unit_id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index case_reader_case on case_reader (district_id, case_id);

-- What happened, in order. Never updated, never deleted.
create table case_step (
  district_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  step text not null,
  by_role text not null,
  person_id uuid,
  person_name text,
  recorded_by text,
  on_day date not null,
  at timestamptz not null,
  input jsonb,
  key text not null,
  previous bytea,
  hash bytea not null,
  feed bigint generated always as identity,
  primary key (district_id, case_id, seq),
  unique (district_id, key),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index case_step_feed on case_step (district_id, feed);
create index case_step_at on case_step (district_id, at);

create function case_step_is_history() returns trigger language plpgsql
  as $$ begin raise exception 'what happened cannot be changed (case_step is append-only)' using errcode = 'HX001'; end $$;
create trigger case_step_append_only before update or delete on case_step for each row execute function case_step_is_history();

create table case_paper (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  seq integer not null,
  step text not null,
  kind text not null,
  title text not null,
  title_en text not null,
  number text,
  issuer text not null,
  on_day date not null,
  body jsonb not null,
  code text not null,
  hash text not null,
  for_roles text[],
  primary key (district_id, id),
  unique (district_id, number),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index case_paper_case on case_paper (district_id, case_id);
create unique index case_paper_code on case_paper (district_id, code);

-- The next number of a series in a year: 白杨调〔2026〕 → 118.
create table series_counter (
  district_id uuid not null references district (id),
  series text not null,
  year integer not null,
  last integer not null,
  primary key (district_id, series, year)
);

create table attachment (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  name text not null,
  kind text not null,
  type text not null,
  bytes bigint not null,
  sha256 text not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  shared boolean not null default false,
  at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index attachment_case on attachment (district_id, case_id);

-- What a person is told. One row a person and cause: the key keeps it from being told twice.
create table notice (
  district_id uuid not null,
  id uuid not null,
  reader text not null,
  case_id uuid,
  kind text not null,
  title jsonb not null,
  key text not null,
  at timestamptz not null default now(),
  read_at timestamptz,
  primary key (district_id, reader, key)
);
create index notice_reader on notice (district_id, reader, at desc);

-- A year's holiday notice as entered on the form; it is laid over the calendar that comes with the program.
create table holiday_notice (
  district_id uuid not null references district (id),
  year integer not null,
  source text not null,
  days_off jsonb not null,
  make_up_days jsonb not null,
  entered_by text not null,
  entered_at timestamptz not null default now(),
  primary key (district_id, year)
);

create table setting (
  district_id uuid not null references district (id),
  name text not null,
  value jsonb not null,
  primary key (district_id, name)
);

-- Row-level security: the same line the application draws, held underneath.
alter table organisation enable row level security; alter table organisation force row level security;
alter table person enable row level security; alter table person force row level security;
alter table post enable row level security; alter table post force row level security;
alter table case_file enable row level security; alter table case_file force row level security;
alter table case_reader enable row level security; alter table case_reader force row level security;
alter table case_step enable row level security; alter table case_step force row level security;
alter table case_paper enable row level security; alter table case_paper force row level security;
alter table attachment enable row level security; alter table attachment force row level security;
alter table notice enable row level security; alter table notice force row level security;
alter table series_counter enable row level security; alter table series_counter force row level security;
alter table holiday_notice enable row level security; alter table holiday_notice force row level security;
alter table setting enable row level security; alter table setting force row level security;

create policy own_district on organisation using (district_id = (select hexie_district()));
create policy own_district on person using (district_id = (select hexie_district()));
create policy own_district on post using (district_id = (select hexie_district()));
create policy own_district on series_counter using (district_id = (select hexie_district()));
create policy own_district on holiday_notice using (district_id = (select hexie_district()));
create policy own_district on setting using (district_id = (select hexie_district()));
create policy own_district on case_reader using (district_id = (select hexie_district()));

create policy seen on case_file using (
  district_id = (select hexie_district()) and (
    (select hexie_all())
    or unit_id = any ((select hexie_trees())::uuid[])
    or owner_id = any ((select hexie_units())::uuid[])
    or exists (
      select 1 from case_reader r
      where r.district_id = case_file.district_id and r.case_id = case_file.id and r.reader = any ((select hexie_readers())::text[])
    )
  )
) with check (district_id = (select hexie_district()));

create policy with_its_case on case_step using (
  district_id = (select hexie_district()) and exists (select 1 from case_file c where c.district_id = case_step.district_id and c.id = case_id)
) with check (district_id = (select hexie_district()));
create policy with_its_case on case_paper using (
  district_id = (select hexie_district()) and exists (select 1 from case_file c where c.district_id = case_paper.district_id and c.id = case_id)
) with check (district_id = (select hexie_district()));
create policy with_its_case on attachment using (
  district_id = (select hexie_district()) and exists (select 1 from case_file c where c.district_id = attachment.district_id and c.id = case_id)
) with check (district_id = (select hexie_district()));
create policy to_the_reader on notice using (
  district_id = (select hexie_district()) and ((select hexie_all()) or reader = any ((select hexie_readers())::text[]))
) with check (district_id = (select hexie_district()));
