-- The registry at full size: organisations with dated facts and places, people with engagements from-to, kept counts, and who may see whom.

-- What is laid out below is of every district, also where the tables' owner is bound by row-level security like everybody else.
alter table organisation no force row level security;
alter table person no force row level security;
alter table post no force row level security;

-- Organisations -----------------------------------------------------------------------------------------------------------------------
-- More kinds: regional (federation of a region), jointUnion (one union for several firms), team (union group below a union).
-- standing: proposed until the upper union's approval is recorded; ended ones stay for history.
alter table organisation
  add column standing text not null default 'standing' check (standing in ('proposed', 'standing', 'ended')),
  add column credit_code text,
  add column legal_representative text,
  add column size text check (size in ('large', 'medium', 'small', 'micro')),
  add column ownership text check (ownership in ('state', 'private', 'foreign', 'joint', 'other')),
  add column sort_name text collate "C" not null default '',
  add column source_import uuid;
update organisation set sort_name = pinyin || ' ' || name;
drop index organisation_kind_name;
create index organisation_sorted on organisation (district_id, kind, sort_name, id);
create index organisation_of_unit on organisation (district_id, unit_id, kind, sort_name, id);
create unique index organisation_credit_code on organisation (district_id, credit_code, kind) where credit_code is not null;
create index organisation_mediates on organisation (district_id) where mediates;

-- What is true of an organisation from a day until a day, and by which paper. Both ends belong to it. The row above keeps what holds now.
-- fact: designated | employees | size | sector | ownership | name | address | creditCode | legalRepresentative
create table organisation_fact (
  district_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  fact text not null,
  value jsonb not null,
  since date not null,
  until date,
  source text not null,
  source_import uuid,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id),
  check (until is null or until >= since)
);
create unique index organisation_fact_from on organisation_fact (district_id, organisation_id, fact, since);
create index organisation_fact_on on organisation_fact (district_id, fact, since, until, organisation_id);

-- Where an organisation lay, under which approval of the upper union. The row above keeps the place of now.
create table organisation_place (
  district_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  parent_id uuid,
  approval_number text,
  approved_on date,
  since date not null,
  until date,
  reason text,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id),
  check (until is null or until >= since)
);
create unique index organisation_place_from on organisation_place (district_id, organisation_id, since);
create index organisation_place_parent on organisation_place (district_id, parent_id, since);

-- A term of a union's committee: three or five years (工会法 16).
create table union_term (
  district_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  years smallint not null check (years in (3, 5)),
  began_on date not null,
  ends_on date not null,
  extended_until date,
  approval_number text not null,
  approved_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id)
);
create unique index union_term_from on union_term (district_id, organisation_id, began_on);
create index union_term_end on union_term (district_id, ends_on);

-- Which firms a joint union takes in.
create table union_cover (
  district_id uuid not null,
  id uuid not null,
  union_id uuid not null,
  firm_id uuid not null,
  since date not null,
  until date,
  source text,
  source_import uuid,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, union_id) references organisation (district_id, id),
  foreign key (district_id, firm_id) references organisation (district_id, id),
  check (until is null or until >= since)
);
create index union_cover_firm on union_cover (district_id, firm_id, since);
create index union_cover_union on union_cover (district_id, union_id, firm_id);

insert into organisation_place (district_id, id, organisation_id, parent_id, since, until)
  select district_id, gen_random_uuid(), id, parent_id, since, until from organisation;
insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
  select district_id, gen_random_uuid(), id, 'employees', to_jsonb(employees), since, '登记' from organisation where employees is not null;
insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
  select district_id, gen_random_uuid(), id, 'sector', to_jsonb(sector), since, '登记' from organisation where kind = 'firm' and sector is not null;
insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
  select district_id, gen_random_uuid(), id, 'designated', 'true', since, '登记' from organisation where designated;

-- People ------------------------------------------------------------------------------------------------------------------------------
-- One row a person. id_number and phone are sealed (version byte, nonce, ciphertext, tag); the digests answer exact search.
-- firm_id, union_id, unit_id, elsewhere, member_since and active follow from engagements and posts: see hexie_place_people.
alter table person rename column phone to phone_plain;
alter table person
  add column sort_name text collate "C" not null default '',
  add column sex text check (sex in ('male', 'female')),
  add column birth date,
  add column skill smallint check (skill between 1 and 8),
  add column education smallint check (education between 1 and 7),
  add column id_number bytea,
  add column id_digest bytea,
  add column phone_sealed bytea,
  add column phone_digest bytea,
  add column firm_id uuid,
  add column union_id uuid,
  add column elsewhere uuid[],
  add column member_since date,
  add column active boolean not null default false,
  add column merged_into uuid,
  add column erased_at timestamptz,
  add column restricted_at timestamptz,
  add column source_import uuid,
  add column updated_at timestamptz not null default now();
update person set sort_name = pinyin || ' ' || name;
drop index person_name;
drop index person_initials;
alter table person drop column pinyin;
create unique index person_id_digest on person (district_id, id_digest) where id_digest is not null;
create index person_phone_digest on person (district_id, phone_digest) where phone_digest is not null;
create index person_phone_plain on person (district_id) where phone_plain is not null;
create index person_sorted on person (district_id, sort_name, id) where merged_into is null;
create index person_of_unit on person (district_id, unit_id, sort_name, id) where merged_into is null;
create index person_of_firm on person (district_id, firm_id, sort_name, id) where merged_into is null and firm_id is not null;
create index person_of_union on person (district_id, union_id, sort_name, id) where merged_into is null and union_id is not null;
create index person_initials on person (district_id, initials collate "C", sort_name, id) where merged_into is null;
create index person_elsewhere on person using gin (elsewhere) where elsewhere is not null;

-- Where somebody works, is a member, or rides for a platform, from-to. Both ends belong to it. A membership counts once it is approved.
create table engagement (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('employment', 'membership', 'platform')),
  job text,
  details jsonb,
  since date not null,
  until date,
  approved_on date,
  ended_how text check (ended_how in ('left', 'transferred', 'retired', 'died', 'corrected')),
  moved_to text,
  follows uuid,
  source_import uuid,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id),
  check (until is null or until >= since)
);
create index engagement_person on engagement (district_id, person_id);
create index engagement_at on engagement (district_id, organisation_id, kind, since);
create index engagement_waiting on engagement (district_id, organisation_id) where kind = 'membership' and approved_on is null and until is null;

insert into engagement (district_id, id, person_id, organisation_id, kind, since, until)
  select district_id, id, person_id, organisation_id, case kind when 'employee' then 'employment' else 'platform' end, since, until
  from post where kind in ('employee', 'platformWorker');
delete from post where kind in ('employee', 'platformWorker');

-- Where these people belong on that day, from their engagements and posts: the firm and union of now, the unit whose people they are (the last
-- one for somebody who has left), and the units and bodies beside these that have them too. Whoever writes an engagement or a post calls it.
create function hexie_place_people(the_district uuid, people uuid[], on_day date) returns void language sql as $$
  with place as (
    select e.person_id, e.kind, e.organisation_id, o.unit_id, e.since, e.id
    from engagement e join organisation o on o.district_id = e.district_id and o.id = e.organisation_id
    where e.district_id = the_district and e.person_id = any (people) and e.since <= on_day and (e.until is null or e.until >= on_day)
      and (e.kind <> 'membership' or e.approved_on <= on_day)
    union all
    select h.person_id, 'post', h.organisation_id, o.unit_id, h.since, h.id
    from post h join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
    where h.district_id = the_district and h.person_id = any (people) and h.since <= on_day and (h.until is null or h.until >= on_day)
  ), home as (
    select person_id,
      (array_agg(organisation_id order by since desc, id) filter (where kind = 'employment'))[1] as firm,
      (array_agg(organisation_id order by since desc, id) filter (where kind = 'membership'))[1] as joined,
      (array_agg(unit_id order by array_position(array['employment', 'membership', 'platform', 'post'], kind), since desc, id)
        filter (where unit_id is not null))[1] as unit,
      min(since) filter (where kind = 'membership') as member_since,
      bool_or(kind <> 'post') as active,
      array_agg(organisation_id) || array_agg(unit_id) as places
    from place group by person_id
  ), belonging as (
    select p.id, h.firm, h.member_since, coalesce(h.active, false) as active, coalesce(h.unit, p.unit_id) as unit,
      coalesce(h.joined,
        (select u.id from organisation u where u.district_id = the_district and u.firm_id = h.firm and u.kind = 'union'
           and u.standing = 'standing' order by u.since limit 1),
        (select c.union_id from union_cover c where c.district_id = the_district and c.firm_id = h.firm and c.since <= on_day
           and (c.until is null or c.until >= on_day) order by c.since limit 1)) as its_union,
      h.places
    from person p left join home h on h.person_id = p.id
    where p.district_id = the_district and p.id = any (people)
  )
  update person p set firm_id = b.firm, union_id = b.its_union, unit_id = b.unit, member_since = b.member_since, active = b.active,
    elsewhere = (
      select nullif(array_agg(distinct at), '{}') from unnest(b.places) at
      where at is not null and at is distinct from b.firm and at is distinct from b.its_union and at is distinct from b.unit)
  from belonging b
  where p.district_id = the_district and p.id = b.id
$$;

-- Kept counts: each writing statement leaves what it changed, so that writers never queue on one row; reading sums, upkeep folds them together.
create table person_tally (
  district_id uuid not null,
  id bigint generated always as identity,
  unit_id uuid,
  active boolean not null,
  skill smallint,
  people integer not null,
  primary key (district_id, id)
);
create function person_tally_added() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into person_tally (district_id, unit_id, active, skill, people)
    select district_id, unit_id, active, skill, count(*) from now_there where merged_into is null group by 1, 2, 3, 4;
  return null;
end $$;
create function person_tally_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into person_tally (district_id, unit_id, active, skill, people)
    select district_id, unit_id, active, skill, sum(n) from (
      select district_id, unit_id, active, skill, 1 as n from now_there where merged_into is null
      union all
      select district_id, unit_id, active, skill, -1 from once_there where merged_into is null
    ) moved group by 1, 2, 3, 4 having sum(n) <> 0;
  return null;
end $$;
create function person_tally_removed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into person_tally (district_id, unit_id, active, skill, people)
    select district_id, unit_id, active, skill, -count(*) from once_there where merged_into is null group by 1, 2, 3, 4;
  return null;
end $$;
create trigger person_tally_added after insert on person referencing new table as now_there
  for each statement execute function person_tally_added();
create trigger person_tally_changed after update on person referencing new table as now_there old table as once_there
  for each statement execute function person_tally_changed();
create trigger person_tally_removed after delete on person referencing old table as once_there
  for each statement execute function person_tally_removed();
insert into person_tally (district_id, unit_id, active, skill, people)
  select district_id, unit_id, active, skill, count(*) from person group by 1, 2, 3, 4;

select hexie_place_people(district_id, array_agg(id), current_date) from person group by district_id;

-- Who may see whom: everybody of the district's own desk, the people of one's units and bodies, and oneself.
create function hexie_person() returns uuid language sql stable parallel safe
  as $$ select substr(reader, 3)::uuid from unnest(hexie_readers()) reader where reader like 'p:%' limit 1 $$;
-- The single bodies of one's reach that are no federations: as a unit, a federation has people whom a post in it alone does not look upon.
create function hexie_bodies() returns uuid[] language sql stable parallel safe as $$
  select array(select unit from unnest(hexie_units()) unit where not exists (
    select 1 from organisation o where o.district_id = hexie_district() and o.id = unit and o.kind in ('street', 'industry', 'park', 'regional')))
$$;
drop policy own_district on person;
create policy seen on person using (
  district_id = (select hexie_district()) and (
    (select hexie_all())
    or unit_id = any ((select hexie_trees())::uuid[])
    or firm_id = any ((select hexie_units())::uuid[])
    or union_id = any ((select hexie_units())::uuid[])
    or elsewhere && (select hexie_trees() || hexie_bodies())
    or id = (select hexie_person())
  )
) with check (district_id = (select hexie_district()));

alter table organisation_fact enable row level security; alter table organisation_fact force row level security;
alter table organisation_place enable row level security; alter table organisation_place force row level security;
alter table union_term enable row level security; alter table union_term force row level security;
alter table union_cover enable row level security; alter table union_cover force row level security;
alter table engagement enable row level security; alter table engagement force row level security;
alter table person_tally enable row level security; alter table person_tally force row level security;
create policy own_district on organisation_fact using (district_id = (select hexie_district()));
create policy own_district on organisation_place using (district_id = (select hexie_district()));
create policy own_district on union_term using (district_id = (select hexie_district()));
create policy own_district on union_cover using (district_id = (select hexie_district()));
create policy own_district on person_tally using (district_id = (select hexie_district()));
create policy with_the_person on engagement using (
  district_id = (select hexie_district()) and (
    (select hexie_all()) or exists (select 1 from person p where p.district_id = engagement.district_id and p.id = person_id offset 0)
  )
) with check (district_id = (select hexie_district()));
grant delete on person_tally to hexie_app;

alter table organisation force row level security;
alter table person force row level security;
alter table post force row level security;
