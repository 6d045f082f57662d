-- Evaluation of bargaining and coaching: the rubric in dated versions, questionnaires without names, results kept from the cases, the coaching log.

-- A district's rubric from a day on. Never changed: an edit is the next version, and what was evaluated before stays on its own.
create table evaluation_rubric (
  district_id uuid not null,
  version smallint not null check (version > 1),
  since date not null,
  body jsonb not null,
  why text not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, version)
);
create index evaluation_rubric_since on evaluation_rubric (district_id, since);

-- The code behind which each side finds its questionnaire.
create table evaluation_code (
  district_id uuid not null,
  case_id uuid not null,
  role text not null check (role in ('workers', 'union', 'management')),
  code text not null,
  primary key (district_id, case_id, role),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create unique index evaluation_code_code on evaluation_code (district_id, code);

-- What was answered, without who and without when: the id is random and made by the one who answers.
create table evaluation_answer (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  attempt smallint not null,
  role text not null check (role in ('workers', 'union', 'management')),
  answers jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index evaluation_answer_case on evaluation_answer (district_id, case_id, attempt, role);

-- Who of those signed in has answered, without what.
create table evaluation_answered (
  district_id uuid not null,
  case_id uuid not null,
  attempt smallint not null,
  person_id uuid not null,
  primary key (district_id, case_id, attempt, person_id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);

-- Results, kept from the logs of the cases: one row each time a firm was scored. Scores in hundredths of a point, rates in hundredths of a per cent.
create table evaluation_result (
  district_id uuid not null,
  case_id uuid not null,
  attempt smallint not null,
  firm_id uuid not null,
  round text not null,
  rubric smallint not null,
  concluded_on date not null,
  total integer not null,
  subject integer not null,
  process integer not null,
  content integer not null,
  performance integer not null,
  overall integer not null,
  participation integer,
  awareness integer,
  satisfaction integer,
  passes boolean not null,
  latest boolean not null,
  primary key (district_id, case_id, attempt),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index evaluation_result_round on evaluation_result (district_id, round) where latest;
create index evaluation_result_firm on evaluation_result (district_id, firm_id, concluded_on);
create index case_of_evaluation on case_file (district_id, opened_on desc, id) where procedure = 'bargaining-evaluation';

-- 示范企业, kept from the evaluation that led to it; the dated fact of the organisation follows it.
create table model_firm (
  district_id uuid not null,
  case_id uuid not null,
  firm_id uuid not null,
  since date not null,
  reasons text not null,
  total integer not null,
  number text not null,
  primary key (district_id, case_id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, firm_id) references organisation (district_id, id)
);
create index model_firm_of on model_firm (district_id, firm_id);

-- The fact bears the id of its case. Where another says the same already, nothing is added.
create function model_firm_is_fact() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from organisation_fact where district_id = old.district_id and id = old.case_id and fact = 'modelFirm';
    return old;
  end if;
  insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
  select new.district_id, new.case_id, new.firm_id, 'modelFirm', to_jsonb(left(new.reasons, 200)), new.since, new.number
  where not exists (
    select 1 from organisation_fact f where f.district_id = new.district_id and f.organisation_id = new.firm_id and f.fact = 'modelFirm'
      and (f.until is null or f.until >= new.since))
  on conflict do nothing;
  return new;
end $$;
create trigger model_firm_is_fact after insert or delete on model_firm for each row execute function model_firm_is_fact();

-- One visit of an instructor to a firm. Never changed: a correction is a further entry that names the one it puts right, and why.
create table coaching_entry (
  district_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  firm_id uuid not null,
  on_day date not null,
  what text not null,
  half_hours smallint not null check (half_hours between 0 and 48),
  template text,
  state text not null check (state in ('wish', 'prepare', 'talk', 'pass', 'perform')),
  suggested text check (suggested in ('wish', 'prepare', 'talk', 'pass', 'perform')),
  next_visit date,
  corrects uuid,
  reason text,
  key text not null,
  recorded_by uuid not null,
  recorded_name text not null,
  recorded_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, key),
  foreign key (district_id, member_id) references team_member (district_id, id),
  foreign key (district_id, firm_id) references organisation (district_id, id),
  foreign key (district_id, corrects) references coaching_entry (district_id, id),
  check ((corrects is null) = (reason is null))
);
create index coaching_entry_firm on coaching_entry (district_id, firm_id, on_day desc, id);
create index coaching_entry_member on coaching_entry (district_id, member_id, on_day desc, id);
create unique index coaching_entry_once on coaching_entry (district_id, corrects) where corrects is not null;

-- Versions, sheets and visits are only ever added. The application may not delete them, and nobody may change them.
create function only_added() returns trigger language plpgsql
  as $$ begin raise exception 'what was recorded cannot be changed (% is append-only)', tg_table_name using errcode = 'HX001'; end $$;
create trigger evaluation_rubric_only_added before update on evaluation_rubric for each row execute function only_added();
create trigger evaluation_answer_only_added before update on evaluation_answer for each row execute function only_added();
create trigger coaching_entry_only_added before update or delete on coaching_entry for each row execute function only_added();

grant delete on evaluation_result, model_firm to hexie_app;
alter table evaluation_rubric enable row level security; alter table evaluation_rubric force row level security;
alter table evaluation_code enable row level security; alter table evaluation_code force row level security;
alter table evaluation_answer enable row level security; alter table evaluation_answer force row level security;
alter table evaluation_answered enable row level security; alter table evaluation_answered force row level security;
alter table evaluation_result enable row level security; alter table evaluation_result force row level security;
alter table model_firm enable row level security; alter table model_firm force row level security;
alter table coaching_entry enable row level security; alter table coaching_entry force row level security;
create policy own_district on evaluation_rubric using (district_id = (select hexie_district()));
create policy own_district on evaluation_code using (district_id = (select hexie_district()));
create policy own_district on evaluation_answer using (district_id = (select hexie_district()));
create policy own_district on evaluation_answered using (district_id = (select hexie_district()));
create policy own_district on evaluation_result using (district_id = (select hexie_district()));
create policy own_district on model_firm using (district_id = (select hexie_district()));
create policy own_district on coaching_entry using (district_id = (select hexie_district()));
