-- People, organisations, sessions. Whatever names or reaches a person is sealed (bytea) or a keyed index.

create table organisation (
  id text primary key,
  name text not null unique,
  kind text not null,
  region_code char(12) not null,
  address text,
  phone text,
  active boolean not null default true,
  created_at timestamptz not null
);

create table account (
  id text primary key,
  -- Wrapped by a master key; without it the sealed columns cannot be read again.
  data_key bytea,
  phone_index bytea unique,
  wechat_index bytea unique,
  phone bytea,
  name bytea,
  wechat bytea,
  region_code char(12),
  created_at timestamptz not null,
  -- A number unused for 180 days may have been reissued: it is asked for again.
  phone_used_at timestamptz,
  cancelled_at timestamptz
);

create table staff_role (
  id text primary key,
  account_id text not null references account,
  role text not null,
  organisation_id text not null references organisation,
  region_code char(12) not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index staff_role_once on staff_role (account_id, role, organisation_id) where ended_at is null;
create index staff_role_of on staff_role (account_id) where ended_at is null;

-- The second factor of a staff member. The last used step is kept, so that a code works once.
create table staff_factor (
  account_id text primary key references account,
  secret bytea not null,
  last_step bigint not null default 0
);

create table session (
  id text primary key,
  account_id text not null references account,
  token_hash bytea not null unique,
  staff boolean not null,
  device text not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_of on session (account_id) where ended_at is null;

create table sign_in_code (
  phone_index bytea primary key,
  code_hash bytea not null,
  expires_at timestamptz not null,
  attempts int not null default 0
);

-- Counters of the rate limits. They may be lost in a crash, so they need no log.
create unlogged table rate_limit (
  key bytea not null,
  window_start timestamptz not null,
  count int not null,
  primary key (key, window_start)
);

create table admin_change (
  id text primary key,
  at timestamptz not null,
  by_id text not null references account,
  what text not null,
  subject text not null
);

create table demo_clock (
  single boolean primary key default true check (single),
  ahead_seconds bigint not null
);
