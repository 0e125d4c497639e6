-- Official documents: kept with the case, numbered without gaps, verifiable by a code.

-- The sign that stands before the word of a number; chosen from the names of its places while it is empty.
alter table organisation add column document_sign text;

-- The counter of one organisation, year and sort. Its row is locked until the document is there:
-- a step that does not come about gives its number back.
create table document_number (
  organisation_id text not null references organisation,
  year smallint not null,
  type text not null,
  sign text not null,
  next int not null,
  primary key (organisation_id, year, type),
  -- Two offices of one place never issue the same number.
  unique (sign, year, type)
);

create table document (
  id text primary key,
  case_id text collate "C" not null references case_file,
  organisation_id text not null references organisation,
  type text not null,
  -- Null for sorts that take no number.
  number text unique,
  -- How what is sealed is laid out, for whoever draws it later.
  version smallint not null,
  at timestamptz not null,
  by_id text references account,
  -- 'issued' or 'void'; what is void is kept, and keeps its number.
  state text not null,
  voided_at timestamptz,
  voided_by text references account,
  -- 'all', 'staff', 'applicant' or 'other_side'.
  audience text not null,
  -- The whole paper, block by block, sealed with the key of the case: a later template changes nothing in it.
  sealed bytea not null,
  -- Printed on the paper; says nothing by itself.
  code text not null unique,
  -- Keyed digest of what is sealed.
  hash bytea not null
);
create index document_of on document (case_id, id);
