-- Who saw and changed what, consent, assessments, people's requests, and duplicates brought together.

-- What was done with people's data. Never updated, never deleted. A chain is one actor's entries (of the house itself: those about one subject),
-- so that different people never wait for each other; each hash covers the one before it. content: SHA-256 of the canonical entry.
-- kind: sight | export | import | change | merge | account. about: a person or an organisation. body_id and post: as whom the actor did it.
create table audit_entry (
  district_id uuid not null,
  chain uuid not null,
  seq integer not null,
  kind text not null check (kind in ('sight', 'export', 'import', 'change', 'merge', 'account')),
  about uuid,
  what jsonb not null,
  by_person uuid,
  by_name text not null,
  body_id uuid,
  post text,
  at timestamptz not null,
  content bytea not null,
  previous bytea,
  hash bytea not null,
  primary key (district_id, chain, seq)
);
create index audit_entry_about on audit_entry (district_id, about, at, chain, seq) where about is not null;
create index audit_entry_at on audit_entry (district_id, at, chain, seq);

-- Numbers and links an entry. It looks at the whole chain whatever the writer may see, and keeps that chain (no other) until the transaction ends.
create function audit_entry_link() returns trigger language plpgsql as $$
declare
  last record;
  before text := coalesce(current_setting('hexie.all', true), '');
begin
  perform pg_advisory_xact_lock(hashtextextended(new.district_id::text || new.chain::text, 5));
  perform set_config('hexie.all', 'on', true);
  select seq, hash into last from audit_entry where district_id = new.district_id and chain = new.chain order by seq desc limit 1;
  perform set_config('hexie.all', before, true);
  new.seq := coalesce(last.seq, 0) + 1;
  new.previous := last.hash;
  new.at := date_trunc('milliseconds', coalesce(new.at, clock_timestamp()));
  new.hash := sha256(coalesce(new.previous, ''::bytea) || convert_to(
    new.chain || '|' || new.seq || '|' || to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '|', 'UTF8') || new.content);
  return new;
end $$;
create trigger audit_entry_link before insert on audit_entry for each row execute function audit_entry_link();
create function audit_entry_is_history() returns trigger language plpgsql
  as $$ begin raise exception 'what was done cannot be changed (audit_entry is append-only)' using errcode = 'HX001'; end $$;
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function audit_entry_is_history();
create trigger audit_entry_uncut_append_only before truncate on audit_entry for each statement execute function audit_entry_is_history();

-- A consent as given: to which text, in which version, how. A withdrawn one stays, as proof of the time it held.
-- channel: phone (by the person, signed in) | paper (at the counter, the signed sheet kept) | roster (the firm declares that it holds it)
create table consent (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('membership', 'payment', 'hardship', 'publicity')),
  version smallint not null,
  channel text not null check (channel in ('phone', 'paper', 'roster')),
  given_on date not null,
  declared_by text,
  file jsonb,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_channel text check (withdrawn_channel in ('phone', 'paper')),
  withdrawn_by uuid,
  source_import uuid,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  check ((withdrawn_on is null) = (withdrawn_channel is null) and withdrawn_on >= given_on)
);
create index consent_person on consent (district_id, person_id, purpose);

-- Assessments of what the handling of data does to people. Kept three years at least: the database itself refuses less.
create table impact_assessment (
  district_id uuid not null references district (id),
  id uuid not null,
  title text not null,
  purpose text not null,
  fields text[] not null,
  assessed_on date not null,
  keep_until date not null,
  file jsonb not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid,
  primary key (district_id, id),
  check (keep_until >= (assessed_on + interval '3 years')::date),
  check (removed_at is null or (removed_at at time zone 'Asia/Shanghai')::date > keep_until)
);
create index impact_assessment_on on impact_assessment (district_id, assessed_on desc, id desc);

-- What somebody asks about the data kept of them, and what was answered.
create table data_request (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('correction', 'erasure')),
  says text not null,
  state text not null default 'waiting' check (state in ('waiting', 'granted', 'refused', 'taken back')),
  asked_at timestamptz not null default now(),
  answer text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index data_request_person on data_request (district_id, person_id);
create index data_request_waiting on data_request (district_id, asked_at, id) where state = 'waiting';

-- Two rows that may be one person. a < b. dismissed: somebody looked and they are two.
create table person_alike (
  district_id uuid not null,
  a uuid not null,
  b uuid not null,
  reasons text[] not null,
  found_on date not null,
  dismissed_at timestamptz,
  dismissed_by uuid,
  dismissed_because text,
  primary key (district_id, a, b),
  foreign key (district_id, a) references person (district_id, id),
  foreign key (district_id, b) references person (district_id, id),
  check (a < b)
);
create index person_alike_open on person_alike (district_id, found_on desc, a, b) where dismissed_at is null;
create index person_alike_b on person_alike (district_id, b);
create index person_same_name on person (district_id, name, birth) where merged_into is null and erased_at is null;

-- Two rows that became one: gone is kept as a row that points to kept. before: the plain fields of both, as they were.
-- moved: what hung on gone and now hangs on kept, by table. Undone in the reverse order, until undo_until.
create table person_merge (
  district_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  choices jsonb not null,
  before jsonb not null,
  moved jsonb not null,
  reason text not null,
  merged_by uuid not null,
  merged_by_name text not null,
  merged_at timestamptz not null,
  undo_until date not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_by_name text,
  undone_because text,
  feed bigint generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, kept_id) references person (district_id, id),
  foreign key (district_id, gone_id) references person (district_id, id),
  check (kept_id <> gone_id)
);
create index person_merge_kept on person_merge (district_id, kept_id, feed);
create index person_merge_gone on person_merge (district_id, gone_id, feed);
create index person_merge_at on person_merge (district_id, merged_at desc, id desc);
create unique index person_merge_once on person_merge (district_id, gone_id) where undone_at is null;
create index person_merged_into on person (district_id, merged_into) where merged_into is not null;

-- The sealed fields of both as they were, each still sealed for its own person, until the merge can no longer be undone.
-- given: the digest of what the kept one has from then on, to tell whether it was changed since.
create table person_merge_secret (
  district_id uuid not null,
  merge_id uuid not null,
  person_id uuid not null,
  field text not null check (field in ('idNumber', 'phone', 'bankCard', 'illness')),
  sealed bytea,
  digest bytea,
  given bytea not null,
  primary key (district_id, merge_id, person_id, field),
  foreign key (district_id, merge_id) references person_merge (district_id, id)
);
create index person_merge_secret_person on person_merge_secret (district_id, person_id);

alter table audit_entry enable row level security; alter table audit_entry force row level security;
alter table consent enable row level security; alter table consent force row level security;
alter table impact_assessment enable row level security; alter table impact_assessment force row level security;
alter table data_request enable row level security; alter table data_request force row level security;
alter table person_alike enable row level security; alter table person_alike force row level security;
alter table person_merge enable row level security; alter table person_merge force row level security;
alter table person_merge_secret enable row level security; alter table person_merge_secret force row level security;

-- One's own doings, what is about oneself (also under a row merged into one's own), and what is about somebody or some body one may see.
create policy seen on audit_entry using (
  district_id = (select hexie_district()) and (
    (select hexie_all())
    or ('p:' || by_person) = any ((select hexie_readers())::text[])
    or ('p:' || about) = any ((select hexie_readers())::text[])
    or exists (select 1 from person p where p.district_id = audit_entry.district_id and p.id = about offset 0)
    or exists (select 1 from organisation o where o.district_id = audit_entry.district_id and o.id = about
      and (o.unit_id = any ((select hexie_trees())::uuid[]) or o.id = any ((select hexie_units())::uuid[])))
  )
) with check (district_id = (select hexie_district()));
create policy with_the_person on consent using (
  district_id = (select hexie_district()) and (
    (select hexie_all()) or ('p:' || person_id) = any ((select hexie_readers())::text[])
    or exists (select 1 from person p where p.district_id = consent.district_id and p.id = person_id offset 0)
  )
) with check (district_id = (select hexie_district()));
create policy own_district on impact_assessment using (district_id = (select hexie_district()));
create policy with_the_person on data_request using (
  district_id = (select hexie_district()) and (
    (select hexie_all()) or ('p:' || person_id) = any ((select hexie_readers())::text[])
    or exists (select 1 from person p where p.district_id = data_request.district_id and p.id = person_id offset 0)
  )
) with check (district_id = (select hexie_district()));
-- A pair is shown to who may see both.
create policy with_both on person_alike using (
  district_id = (select hexie_district()) and (
    (select hexie_all()) or (
      exists (select 1 from person p where p.district_id = person_alike.district_id and p.id = a offset 0)
      and exists (select 1 from person p where p.district_id = person_alike.district_id and p.id = b offset 0))
  )
) with check (district_id = (select hexie_district()));
create policy with_the_person on person_merge using (
  district_id = (select hexie_district()) and (
    (select hexie_all()) or exists (select 1 from person p where p.district_id = person_merge.district_id and p.id = kept_id offset 0)
  )
) with check (district_id = (select hexie_district()));
create policy of_the_house on person_merge_secret using (district_id = (select hexie_district()) and (select hexie_all()))
  with check (district_id = (select hexie_district()));
grant delete on person_alike to hexie_app;
grant delete on person_merge_secret to hexie_app;

-- Written by two hands, perhaps one name: the same sound, one character apart, or one within the other.
create function hexie_alike_names(a text, b text, a_sort text, b_sort text) returns boolean language sql immutable parallel safe as $$
  select a = b or split_part(a_sort, ' ', 1) = split_part(b_sort, ' ', 1) or starts_with(a, b) or starts_with(b, a)
    or (length(a) = length(b) and length(a) > 1 and (
      left(a, -1) = left(b, -1) or right(a, -1) = right(b, -1)
      or (length(a) = 3 and left(a, 1) = left(b, 1) and right(a, 1) = right(b, 1))))
$$;
