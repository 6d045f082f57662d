-- An account that was shut by those above: nobody gets in by it, by whatever door.
alter table auth_user add column "closedAt" timestamptz;
