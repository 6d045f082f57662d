-- What a roster needs at least: one table with its keys, an index for the list of a firm, and what can be checked by the database.
drop schema if exists bare cascade;
create schema bare;
create table bare.firm as select id, name from organisation where kind = 'firm';
alter table bare.firm add primary key (id);
create table bare.person (
  id uuid primary key default gen_random_uuid(),
  firm_id uuid not null references bare.firm (id),
  name text not null check (length(name) between 2 and 40),
  id_hash bytea not null unique,
  id_number text not null check (length(id_number) = 18),
  phone text not null check (phone ~ '^1[3-9][0-9]{9}$'),
  job text,
  skill text,
  education text,
  member_on date
);
create index person_of_firm on bare.person (firm_id, name, id);
create table bare.plain (firm_id uuid, name text, id_hash bytea, id_number text, phone text, job text, skill text, education text, member_on date);
