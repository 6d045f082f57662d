-- So many firms ($FIRMS) in the units of the demonstration, with unions, dated facts, and five years of contracts: own, industry and regional.
set session_replication_role = replica;
create temp table town as select district_id, id as unit_id, path, row_number() over (order by id) - 1 as nth, count(*) over () as units
  from organisation where kind in ('street', 'park');
create temp table firm as
  select t.district_id, gen_random_uuid() as id, gen_random_uuid() as union_id, t.unit_id, t.path, i as n, mod(i * 7919::bigint, 100)::int as luck, mod(i * 104729::bigint, 1000)::int as size
  from generate_series(1, $FIRMS) i join town t on t.nth = mod(i, t.units);
insert into organisation (district_id, id, kind, name, short_name, sort_name, parent_id, unit_id, path, designated, since, standing)
  select district_id, id, 'firm', '第' || n || '制造有限公司', '第' || n, lpad(n::text, 6, '0'), unit_id, unit_id, path || id, luck < 23, '2015-01-01', 'standing' from firm;
insert into organisation (district_id, id, kind, name, short_name, sort_name, parent_id, unit_id, path, firm_id, since, standing)
  select district_id, union_id, 'union', '第' || n || '制造有限公司工会', '第' || n || '工会', lpad(n::text, 6, '0'), unit_id, unit_id, path || union_id, id, '2016-01-01', 'standing'
  from firm where luck < 90;
insert into organisation_place (district_id, id, organisation_id, parent_id, unit_id, since)
  select district_id, gen_random_uuid(), id, unit_id, unit_id, '2015-01-01' from firm;
insert into organisation_fact (district_id, id, organisation_id, fact, value, since, until, source)
  select district_id, gen_random_uuid(), id, 'employees', to_jsonb(20 + mod(size * y, 400)), make_date(2021 + y, 1, 1), case when y < 5 then make_date(2021 + y, 12, 31) end, 'bench'
  from firm, generate_series(0, 5) y
  union all select district_id, gen_random_uuid(), id, 'designated', 'true', '2021-01-01', null, 'bench' from firm where luck < 23
  union all select district_id, gen_random_uuid(), id, 'ownership', case when mod(n, 10) = 0 then '"state"'::jsonb else '"private"' end, '2021-01-01', null, 'bench' from firm
  union all select district_id, gen_random_uuid(), id, 'pilotLevel', '"city"', '2023-01-01', null, 'bench' from firm where mod(n, 75) = 0;
-- A third of the firms sign on wages every year, a tenth a comprehensive one every third, a few on skill-grade wages.
create temp table agreed as
  select f.district_id, gen_random_uuid() as case_id, f.id as firm_id, f.union_id as owner_id, f.unit_id, k.kind, 'enterprise' as level,
    make_date(2021 + y, 1, 1) + mod(f.n, 300) as since, make_date(2021 + y, 1, 1) + mod(f.n, 300) + k.days as until, f.size
  from firm f, generate_series(0, 5) y, (values ('wage', 364, 33), ('comprehensive', 1094, 10), ('skillWages', 364, 3)) as k (kind, days, share)
  where f.luck < k.share and (k.kind <> 'comprehensive' or mod(y, 3) = 0);
insert into case_file (district_id, id, procedure, version, number, state, owner_id, unit_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
  select district_id, case_id, 'collective-bargaining', 1, case_id::text, 'inForce', owner_id, unit_id, 'bench', since, '{}', '{}', '{}', '[]', 1, '' from agreed;
create temp table clauses as select size, jsonb_build_array(
    jsonb_build_object('meaning', 'minimumWage', 'value', 250000 + size * 100), jsonb_build_object('meaning', 'wageGrowth', 'value', 200 + mod(size, 600)),
    jsonb_build_object('meaning', 'nightShift', 'value', 1500 + size * 3), jsonb_build_object('meaning', 'meal', 'value', 1000 + size),
    jsonb_build_object('meaning', 'hotWeather', 'value', 30000), jsonb_build_object('meaning', 'extraLeave', 'value', mod(size, 5)),
    jsonb_build_object('meaning', 'skillAllowance', 'trade', '数控车工', 'grade', 3, 'value', 20000 + size * 10)) as body
  from generate_series(0, 999) size;
insert into contract (district_id, case_id, version, kind, level, title, minutes, signed_on, since, until, clauses, owner_id, unit_id, number)
  select a.district_id, a.case_id, 1, a.kind, a.level, '集体合同' || left(a.case_id::text, 8), a.kind = 'skillWages' and mod(a.size, 2) = 0, a.since - 20, a.since, a.until, c.body, a.owner_id, a.unit_id,
    a.case_id::text
  from agreed a join clauses c using (size);
insert into contract_cover (district_id, case_id, firm_id, since, until) select district_id, case_id, firm_id, since, until from agreed;
-- One contract a unit and year over every seventh firm of it: industry and regional by turns.
create temp table wide as
  select t.district_id, gen_random_uuid() as case_id, t.unit_id, make_date(2021 + y, 4, 1) as since, make_date(2022 + y, 3, 31) as until,
    case when mod(t.nth, 2) = 0 then 'industry' else 'regional' end as level
  from town t, generate_series(0, 5) y;
insert into case_file (district_id, id, procedure, version, number, state, owner_id, unit_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
  select district_id, case_id, 'regional-bargaining', 1, case_id::text, 'inForce', unit_id, unit_id, 'bench', since, '{}', '{}', '{}', '[]', 1, '' from wide;
insert into contract (district_id, case_id, version, kind, level, title, signed_on, since, until, clauses, owner_id, unit_id, number)
  select district_id, case_id, 1, 'wage', level, '区域行业合同', since - 10, since, until, '[{"meaning": "minimumWage", "value": 280000}]', unit_id, unit_id, case_id::text from wide;
insert into contract_cover (district_id, case_id, firm_id, since, until)
  select w.district_id, w.case_id, f.id, w.since, w.until from wide w join firm f on f.unit_id = w.unit_id and mod(f.n, 7) = 0;
set session_replication_role = default;
