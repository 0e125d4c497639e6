-- Village advisers. They are published professionals: name, licence and firm are public and stand in plain text.

create table adviser (
  id text primary key,
  account_id text not null unique references account,
  -- The body in whose name advice is given, and where the adviser holds the role.
  organisation_id text not null references organisation,
  county char(6) not null,
  name text not null,
  occupation text not null check (occupation in ('lawyer', 'legal_worker')),
  licence text not null unique,
  firm text not null,
  phone text,
  languages text[] not null default '{}',
  about text,
  photo bytea,
  -- For searching: names as typed, their initials and pinyin.
  key text collate "C" not null,
  initials text collate "C" not null,
  pinyin text collate "C" not null,
  firm_key text collate "C" not null,
  firm_initials text collate "C" not null,
  firm_pinyin text collate "C" not null,
  active boolean not null default true,
  created_at timestamptz not null
);
create index adviser_grams on adviser using gin (region_grams(key), region_grams(firm_key)) where active;
create index adviser_initials on adviser (initials) where active;
create index adviser_pinyin on adviser (pinyin) where active;
create index adviser_firm_initials on adviser (firm_initials) where active;
create index adviser_firm_pinyin on adviser (firm_pinyin) where active;
create index adviser_county on adviser (county, id) where active;

-- Which adviser a village has, and from when to when (inclusive); who stands in.
create table adviser_village (
  village char(12) not null references region,
  from_day date not null,
  to_day date check (to_day >= from_day),
  adviser_id text not null references adviser,
  substitute_id text references adviser check (substitute_id <> adviser_id),
  -- How often a month the contract asks for a visit; null: as the office asks of all.
  visits_month int check (visits_month between 0 and 31),
  primary key (village, from_day)
);
create index adviser_village_of on adviser_village (adviser_id, village);
create index adviser_village_substitute on adviser_village (substitute_id, village) where substitute_id is not null;

create table adviser_leave (
  id text primary key,
  adviser_id text not null references adviser,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  substitute_id text references adviser,
  -- Sealed with the key of the adviser's account.
  reason bytea not null,
  created_at timestamptz not null
);
create index adviser_leave_of on adviser_leave (adviser_id, to_day);

-- An adviser's remote hours and visits are times of a desk of their own: booked like all others.
alter table desk add column adviser_id text references adviser;
create unique index desk_adviser on desk (adviser_id) where adviser_id is not null;
-- A visit takes visitors, remote hours take calls: where this is set, it counts instead of what the desk offers.
alter table slot add column channels text[];

create table visit (
  id text primary key,
  adviser_id text not null references adviser,
  village char(12) not null references region,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null,
  slot_id text references slot,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  -- Why, for the village.
  cancel_reason text,
  in_at timestamptz,
  in_by text check (in_by in ('village_code', 'location')),
  out_at timestamptz,
  out_by text check (out_by in ('village_code', 'location')),
  -- How far the two places of check-in and check-out lie apart, in metres; the places themselves are not kept.
  in_place point,
  apart int
);
create index visit_of on visit (adviser_id, starts_at) where cancelled_at is null;
create index visit_village on visit (village, starts_at) where cancelled_at is null;

create table ledger_line (
  id text primary key,
  adviser_id text not null references adviser,
  village char(12) not null,
  day date not null,
  starts_at timestamptz,
  ends_at timestamptz,
  way text not null,
  service text not null,
  people int not null default 1,
  -- Of a question the topic; words of the adviser are sealed with the key of their account.
  topic text,
  about bytea,
  result text,
  leaflets int not null default 0,
  trained int not null default 0,
  case_id text collate "C" references case_file,
  visit_id text references visit,
  -- What wrote it by itself; the same is not written twice.
  source text unique,
  presence text,
  -- Minutes from the question to the answer, and whether that was as promised.
  minutes int,
  in_time boolean,
  flags text[] not null default '{}',
  verification text not null default 'waiting',
  confirmed_by text references account,
  confirmed_at timestamptz,
  made_at timestamptz not null
);
create index ledger_of on ledger_line (adviser_id, day desc, id desc);
create index ledger_village on ledger_line (village, day desc, id desc);
create index ledger_answers on ledger_line (adviser_id, made_at desc) include (minutes) where minutes is not null;
create index ledger_case on ledger_line (case_id) where case_id is not null;

-- A question that left somebody who did not answer, or must not.
create table inquiry_move (
  case_id text collate "C" not null references case_file,
  seq int not null,
  adviser_id text not null references adviser,
  village char(12) not null,
  why text not null check (why in ('missed', 'conflict')),
  asked_at timestamptz not null,
  at timestamptz not null,
  primary key (case_id, seq)
);
create index inquiry_move_of on inquiry_move (adviser_id, at desc);
create index inquiry_move_village on inquiry_move (village, at);

-- The code on the board of a village.
create table village_code (
  village char(12) primary key references region,
  code char(7) not null unique
);

-- Who serves in a body in which role.
create index staff_role_serving on staff_role (organisation_id, role) where ended_at is null;
