-- A case, its chained events, and the sealed words that belong to it.
-- The id of a case begins with its county and leads the indexes, so that data can be spread by county.

create table case_file (
  id text collate "C" primary key,
  county char(6) not null,
  number text not null unique,
  kind text not null,
  status text not null,
  version int not null,
  organisation_id text not null references organisation,
  handler_id text references account,
  applicant_id text not null references account,
  opened_by text not null references account,
  region_code char(12) not null,
  channel text,
  topic text,
  urgent boolean not null default false,
  danger text[] not null default '{}',
  opened_at timestamptz not null,
  closed_at timestamptz,
  starts_at timestamptz,
  ends_at timestamptz,
  -- What the clocks said when the case last changed: only for finding what is due.
  due_at timestamptz,
  -- How a desk works through its cases: urgent first, then by what is due, what is closed last.
  desk_order bigint not null,
  -- Wrapped by a master key. Null once the case has been erased.
  data_key bytea,
  -- The end of the chain of events.
  seq int not null,
  head bytea not null,
  -- The daily seal has seen the chain up to here.
  sealed_seq int not null default 0
);
create index case_file_mine on case_file (applicant_id, id desc);
create index case_file_desk on case_file (organisation_id, desk_order, id);
create index case_file_day on case_file (organisation_id, starts_at, id) where starts_at is not null;
create index case_file_handler on case_file (handler_id, id) where handler_id is not null;
create index case_file_due on case_file (due_at) where closed_at is null;
create index case_file_region on case_file (county, region_code, id);
create index case_file_unsealed on case_file (id) where sealed_seq < seq;

create table case_text (
  id text primary key,
  case_id text collate "C" not null references case_file,
  -- 'form', 'message' or 'note'.
  kind text not null,
  at timestamptz not null,
  by_id text not null references account,
  role text not null,
  -- {salt, text} sealed with the key of the case.
  sealed bytea not null,
  -- 'passed', 'held' (waits for a person) or 'released'.
  state text not null,
  file_ids text[] not null default '{}'
);
create index case_text_of on case_text (case_id, id);

create table case_event (
  case_id text collate "C" not null references case_file,
  seq int not null,
  at timestamptz not null,
  by_id text references account,
  role text not null,
  action text not null,
  from_status text,
  to_status text not null,
  -- Plain facts of the step without personal words: a slot, a document number, a reason code.
  facts jsonb not null,
  text_id text,
  -- Salted digest of the sealed text this event speaks of.
  digest bytea,
  hash bytea not null,
  primary key (case_id, seq)
);

create table case_link (
  case_id text collate "C" not null references case_file,
  rel text not null,
  other_id text collate "C" not null references case_file,
  primary key (case_id, rel, other_id)
);

-- Heads of the chains as they stood at the end of a day, so that a cut tail shows.
create table chain_head (
  day date not null,
  case_id text collate "C" not null references case_file,
  seq int not null,
  hash bytea not null,
  primary key (day, case_id)
);
create table chain_seal (
  day date primary key,
  cases int not null,
  hash bytea not null
);

-- Blocks of serial numbers are taken outside the case's transaction: gaps are allowed, queues are not.
create table serial (
  scope text primary key,
  next int not null
);

-- Only the reference is kept; the answer is rendered again.
create table idempotency_key (
  account_id text not null references account,
  path text not null,
  key text not null,
  fingerprint bytea not null,
  reference text not null,
  created_at timestamptz not null,
  primary key (account_id, path, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table access_log (
  id text primary key,
  at timestamptz not null,
  by_id text not null references account,
  organisation_id text references organisation,
  -- Whose information it was.
  account_id text not null references account,
  case_id text collate "C" references case_file,
  what text not null,
  reason bytea
);
create index access_log_of on access_log (account_id, id desc);
create index access_log_case on access_log (case_id, by_id, at) where case_id is not null;

create table draft (
  account_id text not null references account,
  kind text not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (account_id, kind)
);

create table holiday (
  day date primary key,
  kind text not null check (kind in ('holiday', 'workday')),
  source text not null
);
