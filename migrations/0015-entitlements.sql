-- Entitlements of skill-grade wages, kept from the logs of their cases: who is owed what under which contract, from when, and what the firm confirmed.

create table entitlement (
  district_id uuid not null,
  case_id uuid not null,
  item smallint not null,
  -- The person, the kind and the number of the certificate or prize: the same event entitles once.
  event_key text not null,
  event text not null,
  event_title text not null,
  event_on date not null,
  person_id uuid not null,
  person_name text not null,
  firm_id uuid not null,
  owner_id uuid not null,
  number text not null,
  contract_case_id uuid not null,
  contract_number text not null,
  contract_title text not null,
  clause smallint not null,
  meaning text not null,
  trade text,
  grade smallint,
  level text,
  amount_fen bigint not null check (amount_fen > 0),
  monthly boolean not null,
  -- Monthly ones from this day to that, both included; what is paid once is due from `since` and has no end.
  since date not null,
  until date,
  standing text not null check (standing in ('asked', 'confirmed', 'disputed', 'ended')),
  confirmed_on date,
  paid_fen bigint,
  paid_from date,
  primary key (district_id, case_id, item),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, firm_id) references organisation (district_id, id)
);
create unique index entitlement_event on entitlement (district_id, event_key, item);
create index entitlement_firm on entitlement (district_id, firm_id, since);
create index entitlement_owner on entitlement (district_id, owner_id, since);
create index entitlement_person on entitlement (district_id, person_id, since desc);

-- What a comparison of a firm's payroll with its entitlements came to. The payroll itself is never kept.
create table payroll_check (
  district_id uuid not null,
  firm_id uuid not null,
  month date not null,
  side text not null check (side in ('firm', 'union')),
  entitled integer not null,
  matched integer not null,
  too_little integer not null,
  missing integer not null,
  unclear integer not null,
  owed_fen bigint not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (district_id, firm_id, month, side),
  foreign key (district_id, firm_id) references organisation (district_id, id)
);

grant select, insert, delete on entitlement to hexie_app;
grant select, insert, update on payroll_check to hexie_app;
alter table entitlement enable row level security; alter table entitlement force row level security;
alter table payroll_check enable row level security; alter table payroll_check force row level security;
create policy own_district on entitlement using (district_id = (select hexie_district()));
create policy own_district on payroll_check using (district_id = (select hexie_district()));
