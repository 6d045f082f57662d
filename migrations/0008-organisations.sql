-- Organisations through time: the unit of each place, what was changed by whose word, and search and lists at full size.

-- The unit an organisation lay in, with each of its places: a past day's figures of a unit never change when somebody moves later.
alter table organisation_place add column unit_id uuid;
alter table organisation no force row level security;
alter table organisation_place no force row level security;
update organisation_place p set unit_id = o.unit_id from organisation o
  where o.district_id = p.district_id and o.id = p.organisation_id and p.until is null;
alter table organisation force row level security;
alter table organisation_place force row level security;
create index organisation_place_unit on organisation_place (district_id, unit_id, since, organisation_id);

-- Who enters a place without its unit means that of the organisation's row.
create function organisation_place_unit() returns trigger language plpgsql as $$
begin
  new.unit_id := (select o.unit_id from organisation o where o.district_id = new.district_id and o.id = new.organisation_id);
  return new;
end $$;
create trigger organisation_place_unit before insert on organisation_place for each row when (new.unit_id is null)
  execute function organisation_place_unit();

-- What was done to an organisation beside its facts, places and terms. what: corrected | withdrawn | extended | ended
-- details: of a correction the fact and what stood there before, of an extension its approval, of an end why.
create table organisation_change (
  district_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  what text not null check (what in ('corrected', 'withdrawn', 'extended', 'ended')),
  on_day date not null,
  details jsonb not null default '{}',
  reason text,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, organisation_id) references organisation (district_id, id)
);
create index organisation_change_of on organisation_change (district_id, organisation_id);
create function organisation_change_is_history() returns trigger language plpgsql
  as $$ begin raise exception 'what happened cannot be changed (organisation_change is append-only)' using errcode = 'HX001'; end $$;
create trigger organisation_change_append_only before update or delete on organisation_change
  for each row execute function organisation_change_is_history();
alter table organisation_change enable row level security; alter table organisation_change force row level security;
create policy own_district on organisation_change using (district_id = (select hexie_district()));
-- A fact withdrawn is kept in organisation_change. closed_by: the fact that ended an open one; when it is withdrawn, the former goes on.
grant delete on organisation_fact to hexie_app;
alter table organisation_fact add column closed_by uuid;
create index organisation_fact_closed_by on organisation_fact (district_id, closed_by) where closed_by is not null;
create index organisation_fact_import on organisation_fact (district_id, source_import) where source_import is not null;

-- Lists of every kind by name, of the district and of a unit; what is searched lies in one text.
alter table organisation
  add column search text generated always as (lower(name || ' ' || short_name) || ' ' || pinyin || ' ' || initials) stored;
create index organisation_by_name on organisation (district_id, sort_name, id);
create index organisation_of_unit_by_name on organisation (district_id, unit_id, sort_name, id);
create index organisation_mediates_for_all on organisation (district_id) where mediates and firm_id is null;

-- Cases lie where the body lies that has them.
create function hexie_move_cases(the_district uuid, moved uuid[]) returns void language sql as $$
  update case_file c set unit_id = o.unit_id from organisation o
    where c.district_id = the_district and c.owner_id = any (moved) and o.district_id = c.district_id and o.id = c.owner_id
      and c.unit_id is distinct from o.unit_id;
  update case_reader r set unit_id = c.unit_id from case_file c
    where c.district_id = the_district and c.owner_id = any (moved) and r.district_id = c.district_id and r.case_id = c.id
      and r.unit_id is distinct from c.unit_id;
$$;

-- The kept counts of people also know how many of them are members.
alter table person_tally add column members integer not null default 0;
alter table person no force row level security;
alter table person_tally no force row level security;
delete from person_tally;
insert into person_tally (district_id, unit_id, active, skill, people, members)
  select district_id, unit_id, active, skill, count(*), count(member_since) from person where merged_into is null group by 1, 2, 3, 4;
alter table person force row level security;
alter table person_tally force row level security;
create or replace function person_tally_added() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into person_tally (district_id, unit_id, active, skill, people, members)
    select district_id, unit_id, active, skill, count(*), count(member_since) from now_there where merged_into is null group by 1, 2, 3, 4;
  return null;
end $$;
create or replace function person_tally_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into person_tally (district_id, unit_id, active, skill, people, members)
    select district_id, unit_id, active, skill, sum(n), coalesce(sum(n) filter (where member_since is not null), 0) from (
      select district_id, unit_id, active, skill, member_since, 1 as n from now_there where merged_into is null
      union all
      select district_id, unit_id, active, skill, member_since, -1 from once_there where merged_into is null
    ) moved group by 1, 2, 3, 4 having sum(n) <> 0 or coalesce(sum(n) filter (where member_since is not null), 0) <> 0;
  return null;
end $$;
create or replace function person_tally_removed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into person_tally (district_id, unit_id, active, skill, people, members)
    select district_id, unit_id, active, skill, -count(*), -count(member_since) from once_there where merged_into is null group by 1, 2, 3, 4;
  return null;
end $$;

-- What the writing statements left, folded together; upkeep calls it now and then.
create function hexie_fold_tally(the_district uuid) returns void language sql as $$
  with left_there as (delete from person_tally where district_id = the_district returning district_id, unit_id, active, skill, people, members)
  insert into person_tally (district_id, unit_id, active, skill, people, members)
    select district_id, unit_id, active, skill, sum(people), sum(members) from left_there
    group by 1, 2, 3, 4 having sum(people) <> 0 or sum(members) <> 0
$$;
