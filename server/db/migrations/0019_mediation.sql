-- People's mediation: the registers, the other side, sessions, performance, what was written on the way.

create table mediation_committee (
  organisation_id text primary key references organisation,
  -- 'village', 'town', 'enterprise', 'industry' or 'other'.
  level text not null,
  -- Kinds of dispute for which it is there; empty means all.
  types text[] not null default '{}',
  chair text,
  members int not null default 0,
  women int not null default 0,
  many_peoples boolean not null default false,
  minorities int not null default 0,
  founded_on date,
  term_ends_on date
);

create table mediation_mediator (
  organisation_id text not null references organisation,
  account_id text not null references account,
  full_time boolean not null,
  types text[] not null default '{}',
  intro text,
  since date,
  active boolean not null default true,
  primary key (organisation_id, account_id)
);

-- The other side as the applicant named it, until it speaks for itself.
create table mediation_party (
  case_id text collate "C" primary key references case_file,
  -- Sealed with the key of the case.
  name bytea not null,
  phone bytea,
  address bytea,
  -- Finds the invitation of whoever signs in with the number.
  phone_index bytea,
  -- The code itself is nowhere: it is derived from the case and this counter.
  code_seq int not null default 0,
  code_index bytea unique,
  invited_at timestamptz,
  expires_at timestamptz,
  joined_at timestamptz
);
create index mediation_party_phone on mediation_party (phone_index)
  where phone_index is not null and joined_at is null and invited_at is not null;

create table mediation_session (
  id text primary key,
  case_id text collate "C" not null references case_file,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at)
);
create index mediation_session_of on mediation_session (case_id, starts_at);

-- Who and what is taken when. Nobody sits in two sessions at once, and no room holds two: the database says so.
create table mediation_busy (
  session_id text not null references mediation_session on delete cascade,
  -- 'person/…' or 'room/…'.
  what text not null,
  during tstzrange not null,
  primary key (session_id, what),
  exclude using gist (
    numrange(hashtextextended(what, 19)::numeric, hashtextextended(what, 19)::numeric, '[]') with &&,
    during with &&
  )
);
create index mediation_busy_what on mediation_busy (what);

-- What is to be done by when: only for finding what is due. Whether it is done, the history says.
create table mediation_instalment (
  case_id text collate "C" not null references case_file,
  no int not null,
  due_on date not null,
  done boolean not null default false,
  primary key (case_id, no)
);
create index mediation_instalment_due on mediation_instalment (due_on) where not done;

-- Written or taken on the way, with an id made on the telephone: kept once, however often it is sent.
create table mediation_item (
  case_id text collate "C" not null references case_file,
  id text not null,
  kind text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  by_id text not null references account,
  -- Sealed with the key of the case.
  sealed bytea,
  file_ids text[] not null default '{}',
  primary key (case_id, id)
);

-- What the honesty checks compare, and from when the thirty days of a confirmation count.
create table mediation_work (
  case_id text collate "C" primary key references case_file,
  mediator_id text not null references account,
  organisation_id text not null references organisation,
  opened_at timestamptz not null,
  effective_at timestamptz,
  ended_at timestamptz,
  succeeded boolean,
  confirmed boolean not null default false,
  -- Yuan; null where nothing was agreed about money.
  amount int,
  -- Made with a secret of the office; says nothing of the text.
  fingerprint text not null default '',
  sessions jsonb not null default '[]'
);
create index mediation_work_of on mediation_work (mediator_id, ended_at);
create index mediation_work_confirmable on mediation_work (effective_at) where effective_at is not null;

-- Another office asks the parties whether it was as recorded.
create table mediation_callback (
  id text primary key,
  case_id text collate "C" not null unique references case_file,
  organisation_id text not null references organisation,
  due_on date not null,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by text references account,
  result text,
  -- What was said, sealed with the key of the case.
  said bytea
);
create index mediation_callback_open on mediation_callback (organisation_id, due_on) where done_at is null;
