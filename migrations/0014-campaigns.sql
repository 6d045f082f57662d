-- Campaigns: one act that opens many cases, each for a firm of its own. What was drafted is what is issued; every firm is opened once.

-- state: draft | issuing | issued
create table campaign (
  district_id uuid not null references district (id),
  id uuid not null,
  procedure text not null,
  title text not null,
  common jsonb not null,
  issuer_id uuid not null,
  unit_id uuid,
  state text not null default 'draft' check (state in ('draft', 'issuing', 'issued')),
  drafted_by uuid not null,
  drafted_name text not null,
  drafted_at timestamptz not null,
  issued_by uuid,
  issued_name text,
  issued_on date,
  issued_at timestamptz,
  finished_at timestamptz,
  key text not null,
  primary key (district_id, id),
  unique (district_id, key),
  foreign key (district_id, issuer_id) references organisation (district_id, id)
);
create index campaign_lately on campaign (district_id, drafted_at desc, id desc);
create index campaign_issuing on campaign (district_id, id) where state = 'issuing';

-- A firm that the act is meant for. state: ready | left (out, with the reason in `says`) | waiting (for the worker) | opened | refused (by the law)
-- owner_id: the union whose case it becomes, unit_id the unit that case lies in. input: that of the case's first step, without recorded fields.
create table campaign_item (
  district_id uuid not null,
  campaign_id uuid not null,
  firm_id uuid not null,
  sort_name text collate "C" not null,
  owner_id uuid,
  unit_id uuid,
  state text not null check (state in ('ready', 'left', 'waiting', 'opened', 'refused')),
  by_role text,
  recorded_by text,
  input jsonb,
  says jsonb,
  by_hand boolean not null default false,
  case_id uuid,
  opened_at timestamptz,
  tries smallint not null default 0,
  reminders smallint not null default 0,
  reminded_on date,
  primary key (district_id, campaign_id, firm_id),
  foreign key (district_id, campaign_id) references campaign (district_id, id) on delete cascade,
  foreign key (district_id, firm_id) references organisation (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index campaign_item_by_name on campaign_item (district_id, campaign_id, sort_name, firm_id);
create index campaign_item_waiting on campaign_item (district_id, campaign_id, sort_name, firm_id) where state = 'waiting';
create unique index campaign_item_case on campaign_item (district_id, case_id) where case_id is not null;

alter table campaign enable row level security; alter table campaign force row level security;
alter table campaign_item enable row level security; alter table campaign_item force row level security;
create policy where_the_case_lies on campaign_item using (
  district_id = (select hexie_district()) and (
    (select hexie_all()) or unit_id = any ((select hexie_trees())::uuid[]) or owner_id = any ((select hexie_units())::uuid[])
  )
) with check (district_id = (select hexie_district()));
-- A draft is its issuer's; what has been issued is known wherever one of its cases lies.
create policy of_its_issuer on campaign using (
  district_id = (select hexie_district()) and (
    (select hexie_all())
    or unit_id = any ((select hexie_trees())::uuid[])
    or issuer_id = any ((select hexie_units())::uuid[])
    or (state <> 'draft' and exists (
      select 1 from campaign_item i where i.district_id = campaign.district_id and i.campaign_id = campaign.id and i.case_id is not null
    ))
  )
) with check (district_id = (select hexie_district()));
grant delete on campaign, campaign_item to hexie_app;
