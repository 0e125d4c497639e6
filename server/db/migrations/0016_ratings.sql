-- Marks of people who do not sign in: by a link that is good once, or told to somebody else than the handler.

-- The link itself is kept nowhere: it is made again from the case when it is sent.
create table rating_link (
  token_hash bytea primary key,
  case_id text collate "C" not null unique references case_file,
  until timestamptz not null,
  used_at timestamptz
);

-- 'session', 'link' or 'revisit'; of the last, who asked.
alter table rating add column via text not null default 'session', add column by_id text references account;

create index case_file_ended on case_file (organisation_id, closed_at) where kind = 'hotline' and closed_at is not null;
