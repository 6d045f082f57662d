-- The same district so many times over ($COPIES more): further firms, unions and people beside the first, in the same streets.
-- A sealed number opens for one person only: `sealed` holds those of the copies.
-- Rows are copied without looking at them again, and indexes are built at the end, as nobody could in a house at work.
set session_replication_role = replica;
-- Every id of the demonstration is of version 8; its copies are of the others.
create function pg_temp.copied(id uuid, n int) returns uuid language sql immutable
  as $$ select overlay(id::text placing to_hex(n + (n >= 8)::int) from 15 for 1)::uuid $$;
create temp table first_bodies as select * from organisation where kind in ('firm', 'union', 'jointUnion');
create temp table first_people as select * from person where id_number is not null;
create temp table first_engagements as select * from engagement where person_id in (select id from first_people);
create temp table moved as select indexdef from pg_indexes where schemaname = 'public' and tablename in ('person', 'engagement')
  and indexname not like '%_pkey';
do $$ declare one record; begin
  for one in select indexname from pg_indexes where schemaname = 'public' and tablename in ('person', 'engagement') and indexname not like '%_pkey'
  loop execute format('drop index %I', one.indexname); end loop;
end $$;
do $$
declare n int; names text; picks text;
begin
  for n in 1..$COPIES loop
    select string_agg(quote_ident(attname), ', ' order by attnum), string_agg(case attname
        when 'id' then format('pg_temp.copied(id, %s)', n)
        when 'firm_id' then format('case when firm_id is null then null else pg_temp.copied(firm_id, %s) end', n)
        when 'name' then format('name || %L', '（' || n || '）')
        when 'sort_name' then format('sort_name || %L', '（' || n || '）')
        when 'credit_code' then 'null'
        when 'path' then format('path[1:array_length(path, 1) - 1] || pg_temp.copied(id, %s)', n)
        else quote_ident(attname) end, ', ' order by attnum)
      into names, picks from pg_attribute where attrelid = 'organisation'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into organisation (%s) select %s from first_bodies', names, picks);
    select string_agg(quote_ident(attname), ', ' order by attnum), string_agg(case attname
        when 'id' then 's.id'
        when 'firm_id' then format('case when p.firm_id is null then null else pg_temp.copied(p.firm_id, %s) end', n)
        when 'union_id' then format('case when p.union_id in (select id from first_bodies) then pg_temp.copied(p.union_id, %s) else p.union_id end', n)
        when 'id_number' then 's.id_number'
        when 'phone_sealed' then 's.phone_sealed'
        when 'id_digest' then format('substring(sha256(p.id_digest || %L) for 16)', n::text)
        when 'phone_digest' then format('substring(sha256(p.phone_digest || %L) for 16)', n::text)
        else 'p.' || quote_ident(attname) end, ', ' order by attnum)
      into names, picks from pg_attribute where attrelid = 'person'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into person (%s) select %s from first_people p join sealed s on s.id = pg_temp.copied(p.id, %s)', names, picks, n);
    insert into engagement (district_id, id, person_id, organisation_id, kind, job, since, until, approved_on, ended_how)
      select district_id, pg_temp.copied(id, n), pg_temp.copied(person_id, n),
        case when organisation_id in (select id from first_bodies) then pg_temp.copied(organisation_id, n) else organisation_id end,
        kind, job, since, until, approved_on, ended_how from first_engagements;
  end loop;
end $$;
insert into person_tally (district_id, unit_id, active, skill, people)
  select district_id, unit_id, active, skill, count(*) * $COPIES from first_people group by 1, 2, 3, 4;
do $$ declare one record; begin for one in select indexdef from moved loop execute one.indexdef; end loop; end $$;
drop table sealed;
set session_replication_role = default;
