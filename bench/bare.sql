-- The bare baseline: the same cases and steps in two plain tables, with the index that its list wants and nothing else.
create schema bare;
create table bare.organisation as select id, name from organisation;
alter table bare.organisation add primary key (id);
create table bare.case_row as
  select id, number, procedure, state, subject, matter, owner_id, unit_id, opened_on, marks, parties, assigned, facts, due, due_on, seq, updated_at from case_file;
alter table bare.case_row add primary key (id);
create index on bare.case_row (unit_id, state, due_on, id);
create table bare.step as select case_id, seq, step, person_id, person_name, at, input from case_step;
alter table bare.step add primary key (case_id, seq);
