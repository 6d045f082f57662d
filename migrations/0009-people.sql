-- People's lists at full size: whom a unit or body has beside their home, in the order of names; and the two filters that single few out.

-- One row for each place in person.elsewhere, kept by the trigger below: operators on arrays are not leakproof, so no index on the array is
-- ever used under row-level security, while this is walked in order.
create table person_also (
  district_id uuid not null,
  place_id uuid not null,
  sort_name text collate "C" not null,
  person_id uuid not null,
  unit_id uuid,
  active boolean not null,
  primary key (district_id, place_id, sort_name, person_id)
);
create index person_also_person on person_also (district_id, person_id);

-- Looks at all of the person's rows whatever the writer may see.
create function person_also_kept() returns trigger language plpgsql as $$
declare before text := coalesce(current_setting('hexie.all', true), '');
begin
  perform set_config('hexie.all', 'on', true);
  delete from person_also where district_id = new.district_id and person_id = new.id;
  if new.merged_into is null and new.elsewhere is not null then
    insert into person_also (district_id, place_id, sort_name, person_id, unit_id, active)
      select distinct new.district_id, place, new.sort_name, new.id, new.unit_id, new.active from unnest(new.elsewhere) place where place is not null;
  end if;
  perform set_config('hexie.all', before, true);
  return null;
end $$;
create trigger person_also_added after insert on person for each row when (new.elsewhere is not null) execute function person_also_kept();
create trigger person_also_changed after update on person for each row when (
  (old.elsewhere is not null or new.elsewhere is not null) and
    (old.elsewhere, old.sort_name, old.unit_id, old.active, old.merged_into)
      is distinct from (new.elsewhere, new.sort_name, new.unit_id, new.active, new.merged_into)
) execute function person_also_kept();

alter table person no force row level security;
insert into person_also (district_id, place_id, sort_name, person_id, unit_id, active)
  select distinct district_id, place, sort_name, id, unit_id, active from person, unnest(elsewhere) place where merged_into is null and place is not null;
alter table person force row level security;

drop index person_elsewhere;
create index person_skilled on person (district_id, skill, unit_id, sort_name, id) where merged_into is null and skill is not null;
create index person_schooled on person (district_id, education, unit_id, sort_name, id) where merged_into is null and education is not null;
create index person_gone on person (district_id, unit_id, sort_name, id) where merged_into is null and not active;

alter table person_also enable row level security; alter table person_also force row level security;
-- Those of one's own reach at once, others with the person. OFFSET keeps the planner from reading every person to answer for a few.
create policy seen on person_also using (
  district_id = (select hexie_district())
  and ((select hexie_all()) or place_id = any ((select hexie_trees() || hexie_bodies())::uuid[])
    or exists (select from person p where p.district_id = person_also.district_id and p.id = person_id offset 0))
) with check (district_id = (select hexie_district()));
grant delete on person_also to hexie_app;
