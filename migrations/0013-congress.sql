-- Workers' congress: the delegates of each firm's union, who may vote on a phone, and the ballot boxes.

-- One row a delegate's term. A replacement is a new row that follows the old one.
create table congress_delegate (
  district_id uuid not null,
  id uuid not null,
  union_id uuid not null,
  person_id uuid,
  name text not null,
  constituency text,
  sex text check (sex in ('male', 'female')),
  manager boolean not null default false,
  dispatched boolean not null default false,
  since date not null,
  until date,
  ended_why text check (ended_why in ('left', 'recalled', 'resigned', 'transferred', 'termEnded', 'corrected', 'other')),
  ended_note text,
  follows uuid,
  source text not null,
  key text not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, union_id) references organisation (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  -- What never took effect ends the day before it begins.
  check (until is null or until >= since - 1)
);
create index congress_delegate_of on congress_delegate (district_id, union_id, name collate "C", id);
create index congress_delegate_person on congress_delegate (district_id, person_id) where person_id is not null;
-- The same act sent twice writes once.
create unique index congress_delegate_key on congress_delegate (district_id, key);

-- Kept from the case: those present who may vote on a phone.
create table congress_elector (
  district_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  name text not null,
  primary key (district_id, person_id, case_id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index congress_elector_case on congress_elector (district_id, case_id);

-- A ballot box: ONE row for all of its votes, changed in place. Both lists are kept sorted, so that neither tells an order; no column
-- tells a time. Row versions left behind by a change are cleared away within minutes (see the README for what this does not hide).
create table congress_ballot (
  district_id uuid not null,
  case_id uuid not null,
  ballot smallint not null,
  eligible uuid[] not null,
  voted uuid[] not null default '{}',
  papers jsonb not null default '[]',
  primary key (district_id, case_id, ballot),
  foreign key (district_id, case_id) references case_file (district_id, id),
  check (cardinality(voted) = jsonb_array_length(papers)),
  check (voted <@ eligible)
) with (fillfactor = 50, autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 1,
  toast.autovacuum_vacuum_scale_factor = 0);

grant select, insert, update on congress_delegate, congress_ballot to hexie_app;
grant select, insert, delete on congress_elector to hexie_app;
alter table congress_delegate enable row level security; alter table congress_delegate force row level security;
alter table congress_elector enable row level security; alter table congress_elector force row level security;
alter table congress_ballot enable row level security; alter table congress_ballot force row level security;
create policy own_district on congress_delegate using (district_id = (select hexie_district()));
create policy own_district on congress_elector using (district_id = (select hexie_district()));
create policy own_district on congress_ballot using (district_id = (select hexie_district()));
