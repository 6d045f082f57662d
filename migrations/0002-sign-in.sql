-- Sign-in: accounts, sessions and codes. Names and columns are those that better-auth reads and writes; the start checks that they match.
-- An account belongs to one person of one district; who that person is and may see is told by person and post alone.

create table auth_user (
  id uuid primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  username text unique,
  "phoneNumber" text unique,
  "phoneNumberVerified" boolean,
  "twoFactorEnabled" boolean default false,
  "personId" uuid unique,
  "districtId" uuid references district (id)
);

create table auth_session (
  id uuid primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth_user (id) on delete cascade
);
create index "auth_session_userId_idx" on auth_session ("userId");
create index auth_session_expires on auth_session ("expiresAt");

create table auth_account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth_user (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index "auth_account_userId_idx" on auth_account ("userId");
create unique index auth_account_subject on auth_account ("providerId", "accountId");

create table auth_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index "auth_verification_identifier_idx" on auth_verification (identifier);

create table auth_two_factor (
  id uuid primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth_user (id) on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index "auth_two_factor_secret_idx" on auth_two_factor (secret);
create index "auth_two_factor_userId_idx" on auth_two_factor ("userId");

-- How often a name, a telephone number or an address was tried of late. Keys are hashes; counted here so that every server knows.
create table auth_throttle (
  key text primary key,
  count integer not null,
  since timestamptz not null,
  seconds integer not null
);
create index auth_throttle_since on auth_throttle (since);
