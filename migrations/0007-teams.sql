-- The five teams: who is in them with card, training, examination and term; from which firms they stand back; to which they are assigned.

-- One row a term of somebody in a team. A renewal is a new row that follows the old one.
create table team_member (
  district_id uuid not null,
  id uuid not null,
  team text not null check (team in ('mediator', 'supervisor', 'instructor', 'informant', 'volunteer')),
  person_id uuid not null,
  organisation_id uuid not null,
  card_number text,
  trained_on date,
  training_hours smallint check (training_hours between 0 and 2000),
  examined_on date,
  exam_passed boolean,
  certified_by text,
  registration text,
  special boolean not null default false,
  load_limit smallint check (load_limit between 1 and 500),
  areas text[] not null default '{}',
  hours text,
  since date not null,
  until date not null,
  ended_why text,
  follows uuid,
  source_import uuid,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id),
  check (until >= since)
);
create index team_member_until on team_member (district_id, team, until);
create index team_member_person on team_member (district_id, person_id);
create index team_member_at on team_member (district_id, organisation_id, team);
create unique index team_member_card on team_member (district_id, team, card_number, since) where card_number is not null;
create unique index team_member_term on team_member (district_id, team, person_id, organisation_id, since);

-- A firm from which somebody stands back. why: kin | interest | formerPost | other
create table recusal (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  why text not null check (why in ('kin', 'interest', 'formerPost', 'other')),
  note text,
  since date not null,
  until date,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id),
  check (until is null or until >= since)
);
create index recusal_person on recusal (district_id, person_id);

-- The firms a member looks after.
create table team_assignment (
  district_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  firm_id uuid not null,
  task text,
  since date not null,
  until date,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, member_id) references team_member (district_id, id),
  foreign key (district_id, firm_id) references organisation (district_id, id),
  check (until is null or until >= since)
);
create index team_assignment_member on team_assignment (district_id, member_id);
create index team_assignment_firm on team_assignment (district_id, firm_id);

alter table team_member enable row level security; alter table team_member force row level security;
alter table recusal enable row level security; alter table recusal force row level security;
alter table team_assignment enable row level security; alter table team_assignment force row level security;
create policy own_district on team_member using (district_id = (select hexie_district()));
create policy own_district on recusal using (district_id = (select hexie_district()));
create policy own_district on team_assignment using (district_id = (select hexie_district()));
