-- Collective contracts as they stand on any day, kept from the logs of their cases; and local figures that change by decision of a government.

create table contract (
  district_id uuid not null,
  case_id uuid not null,
  version smallint not null,
  kind text not null,
  level text not null,
  title text not null,
  minutes boolean not null default false,
  signed_on date not null,
  since date not null,
  until date not null,
  deemed boolean not null default false,
  clauses jsonb not null default '[]',
  owner_id uuid not null,
  unit_id uuid,
  number text not null,
  primary key (district_id, case_id, version),
  foreign key (district_id, case_id) references case_file (district_id, id),
  check (until >= since)
);
create index contract_on on contract (district_id, until, since);
create index contract_owner on contract (district_id, owner_id, since);
create index contract_signed on contract (district_id, signed_on);

-- Which firms a contract binds: one of its own, or many by an industry's or a region's.
create table contract_cover (
  district_id uuid not null,
  case_id uuid not null,
  firm_id uuid not null,
  since date not null,
  until date not null,
  primary key (district_id, case_id, firm_id, since),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, firm_id) references organisation (district_id, id),
  check (until >= since)
);
create index contract_cover_firm on contract_cover (district_id, firm_id, since, until);
create index contract_cover_on on contract_cover (district_id, until, since, firm_id, case_id);

-- Figures that no ordinance contains and a government sets anew: the minimum wage, the wage guideline. Each with its first day and its source.
create table local_figure (
  district_id uuid not null,
  id uuid not null,
  figure text not null,
  region text not null,
  value bigint not null,
  since date not null,
  source text not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id)
);
create unique index local_figure_from on local_figure (district_id, figure, region, since);

grant select, insert, delete on contract, contract_cover to hexie_app;
grant select, insert on local_figure to hexie_app;
alter table contract enable row level security; alter table contract force row level security;
alter table contract_cover enable row level security; alter table contract_cover force row level security;
alter table local_figure enable row level security; alter table local_figure force row level security;
create policy own_district on contract using (district_id = (select hexie_district()));
create policy own_district on contract_cover using (district_id = (select hexie_district()));
create policy own_district on local_figure using (district_id = (select hexie_district()));
