-- Sensitive fields: the keys they are sealed with, themselves wrapped by the house's secret, and the fields a person's row does not carry.

-- One row a district, purpose and version. The newest version writes; every version still opens. cipher: what the key is for.
-- retired_at: from then on nothing known to the house was sealed or digested with it.
create table data_key (
  district_id uuid not null references district (id),
  purpose text not null check (purpose in ('seal', 'digest')),
  version smallint not null check (version between 1 and 255),
  cipher text not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (district_id, purpose, version)
);

-- field: bankCard | illness (idNumber and phone stand on the person). digest only where exact search is wanted; its first byte is its key's version.
create table person_secret (
  district_id uuid not null,
  person_id uuid not null,
  field text not null check (field in ('idNumber', 'phone', 'bankCard', 'illness')),
  sealed bytea not null,
  digest bytea,
  primary key (district_id, person_id, field),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index person_secret_digest on person_secret (district_id, field, digest) where digest is not null;

alter table data_key enable row level security; alter table data_key force row level security;
alter table person_secret enable row level security; alter table person_secret force row level security;
create policy own_district on data_key using (district_id = (select hexie_district()));
-- Only with the person: who may not see somebody may not see that something about him is sealed.
create policy with_the_person on person_secret using (
  district_id = (select hexie_district()) and (
    (select hexie_all())
    or exists (select 1 from person p where p.district_id = person_secret.district_id and p.id = person_id offset 0)
  )
) with check (district_id = (select hexie_district()));
grant delete on person_secret to hexie_app;
