-- The operators' side of the hotline.

alter table case_file
  -- Calls in vain for the present appointment, and when the next is promised.
  add column attempts int not null default 0,
  add column retry_at timestamptz,
  -- Since when a danger waits for the glance of a supervisor.
  add column alarm_at timestamptz,
  -- Opened by staff for a telephone number: shown to whoever signs in with it once they have said its number.
  add column unproven boolean not null default false;

-- What the desk takes up next: urgent first, then what has waited longest.
create index case_file_queue on case_file (organisation_id, urgent desc, coalesce(retry_at, starts_at), id)
  where kind = 'hotline' and closed_at is null;
create index case_file_alarm on case_file (organisation_id, alarm_at, id) where alarm_at is not null;

-- Cases handed back, for the head.
create index case_event_release on case_event (at, case_id) where action = 'release';

-- One rating for each case, by the applicant. Whoever handled the case never sees it.
create table rating (
  case_id text collate "C" primary key references case_file,
  organisation_id text not null references organisation,
  handler_id text references account,
  score int not null check (score between 1 and 5),
  -- Sealed with the key of the case.
  comment bytea,
  at timestamptz not null
);
create index rating_of on rating (organisation_id, handler_id) include (score);

-- A low mark is asked about by somebody else than the handler on the next working day.
create table revisit (
  id text primary key,
  case_id text collate "C" not null unique references case_file,
  organisation_id text not null references organisation,
  due_on date not null,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by text references account,
  -- What was said, sealed with the key of the case.
  result bytea
);
create index revisit_open on revisit (organisation_id, due_on, id) where done_at is null;
