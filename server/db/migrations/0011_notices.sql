-- What people are told. A notice is written in the transaction of what it tells; the worker sends it.
-- It holds no telephone, no name and no word of the matter: the address is read, unsealed, when it is sent.

create table notice (
  id text primary key,
  at timestamptz not null,
  account_id text not null references account,
  case_id text collate "C" references case_file,
  -- Whose operators telephone when nothing else goes.
  organisation_id text not null references organisation,
  news text not null,
  facts jsonb not null,
  -- The same key is the same notice.
  key text not null unique,
  state text not null,
  -- After this moment it is of no use.
  until timestamptz,
  -- Office time from which the worker may try.
  next_at timestamptz,
  -- Real time until which one worker has it.
  leased_until timestamptz,
  read_at timestamptz
);
create index notice_of on notice (account_id, id desc);
create index notice_case on notice (case_id) where case_id is not null;
create index notice_due on notice (next_at) where state = 'waiting';
create index notice_calls on notice (organisation_id, at) where state = 'on_call_list';
create index notice_lost on notice (organisation_id, id desc) where state = 'not_reached';

-- One row for each way out: what was tried and what came of it.
create table notice_attempt (
  notice_id text not null references notice on delete cascade,
  outlet text not null,
  tries int not null,
  at timestamptz not null,
  -- 'trying', 'again', 'sent', 'passed_over', 'given_up', 'unknown', 'reached', 'not_reached'.
  state text not null,
  -- A code of ours or of the provider, never words.
  outcome text,
  primary key (notice_id, outlet)
);
create index notice_attempt_dead on notice_attempt (notice_id) where state in ('given_up', 'unknown');

-- Own ledger of the one-off permissions (WX-4): one accept is one send.
create table subscription (
  account_id text not null references account,
  template_id text not null,
  remaining int not null check (remaining >= 0),
  primary key (account_id, template_id)
);

-- Reminders look for what begins soon.
create index case_file_soon on case_file (starts_at) where closed_at is null and starts_at is not null;

-- Who waits for an earlier time, and the seats held for them: a hold is counted in slot.taken.
-- When a seat last came back: only what has come free since somebody waits is offered to them.
alter table slot add column freed_at timestamptz;

create table slot_watch (
  id text primary key,
  slot_id text not null references slot on delete cascade,
  desk_id text not null references desk,
  account_id text not null references account,
  before_at timestamptz not null,
  created_at timestamptz not null,
  offers int not null default 0,
  offered_on date,
  ended_at timestamptz
);
create unique index slot_watch_once on slot_watch (account_id, slot_id) where ended_at is null;
create index slot_watch_desk on slot_watch (desk_id, created_at, id) where ended_at is null;

create table slot_hold (
  slot_id text not null references slot,
  account_id text not null references account,
  watch_id text references slot_watch on delete set null,
  until timestamptz not null,
  primary key (slot_id, account_id)
);
