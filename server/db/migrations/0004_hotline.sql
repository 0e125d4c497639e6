-- Desks and their slots. A slot is a row with a capacity; no row means closed.

create table desk (
  id text primary key,
  organisation_id text not null references organisation,
  name text not null,
  region_code char(12) not null,
  channels text[] not null,
  address text,
  phone text,
  active boolean not null default true,
  unique (organisation_id, name)
);
create index desk_region on desk (region_code) where active;

create table opening (
  desk_id text not null references desk,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  minutes int not null check (minutes > 0),
  capacity int not null check (capacity >= 0),
  primary key (desk_id, weekday, opens)
);

create table closure (
  desk_id text not null references desk,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  reason text not null,
  primary key (desk_id, from_day)
);

create table slot (
  id text primary key,
  desk_id text not null references desk,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  capacity int not null,
  taken int not null default 0 check (taken >= 0 and taken <= capacity),
  unique (desk_id, starts_at)
);

create table booking (
  case_id text collate "C" primary key references case_file,
  slot_id text not null references slot,
  account_id text not null references account,
  -- True while the seat is held.
  held boolean not null
);
create unique index booking_once on booking (account_id, slot_id) where held;
create index booking_of_slot on booking (slot_id) where held;
