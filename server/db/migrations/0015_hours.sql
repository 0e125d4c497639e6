-- Hours that change, whom it hits, and what else the desk promises.

-- Taken out of the hours: nobody books it any more, and a seat that comes back is gone.
alter table slot add column shut boolean not null default false;

-- Whose time cannot be kept: a seat is held for them, and somebody telephones when they have not chosen in time.
create table displaced (
  case_id text collate "C" primary key references case_file,
  -- The time that was promised; once the case has another one, it is settled.
  was timestamptz not null,
  slot_id text references slot on delete set null,
  -- Until when the person may answer before we call.
  until timestamptz not null,
  called_at timestamptz
);
create index displaced_due on displaced (until) where called_at is null;
create index displaced_slot on displaced (slot_id) where slot_id is not null;

-- Somebody else may read this telephone: no SMS goes there.
alter table booking add column hushed boolean not null default false;

-- The office's own meeting service.
alter table desk add column meeting_url text;
