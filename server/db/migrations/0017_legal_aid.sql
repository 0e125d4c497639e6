-- Legal aid: what is known of the lawyers of a centre, who had which case, and who the parties are, by keyed index.

create table aid_lawyer (
  account_id text not null references account,
  -- The centre that assigns; the firm is a fact of the lawyer.
  organisation_id text not null references organisation,
  firm text not null,
  licence text,
  practice_since date not null,
  -- Since when in criminal defence: life and death need three years (法律援助法 第二十六条).
  defence_since date,
  languages text[] not null default '{mandarin}',
  leave_until date,
  primary key (account_id, organisation_id)
);

create table aid_assignment (
  id text primary key,
  case_id text collate "C" not null references case_file,
  lawyer_id text not null references account,
  assigned_at timestamptz not null,
  ended_at timestamptz,
  -- 'declined', 'conflict', 'changed', 'over'
  ended_how text
);
create index aid_assignment_case on aid_assignment (case_id, id);
create index aid_assignment_lawyer on aid_assignment (lawyer_id, assigned_at desc);

-- Nobody's name or number: equal ones are found, and nothing can be read.
create table aid_party (
  case_id text collate "C" not null references case_file,
  -- 'applicant', 'agent', 'other_side'
  side text not null,
  id_index bytea,
  name_index bytea,
  primary key (case_id, side)
);
create index aid_party_id on aid_party (id_index) where id_index is not null;
create index aid_party_name on aid_party (name_index) where name_index is not null;

-- Who has made a false promise cannot promise again (湖南省实施《法律援助法》若干规定 第四条).
create table aid_false_promise (
  case_id text collate "C" primary key references case_file,
  id_index bytea not null,
  noted_at timestamptz not null,
  noted_by text not null references account
);
create index aid_false_promise_id on aid_false_promise (id_index);
