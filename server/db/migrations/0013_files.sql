-- What people send along. The bytes lie sealed in the store under the id; the row is written when they are safe.

create table file (
  id text primary key,
  -- Who sent it.
  account_id text not null references account,
  -- Null until it is sent along with something.
  case_id text collate "C" references case_file,
  -- Of those who may read the case, whom it is for; the sender and staff see it anyway.
  audience text not null default 'all' check (audience in ('all', 'staff', 'applicant', 'other_side')),
  type text not null,
  size int not null,
  -- Sealed with the key of the file, as are the bytes.
  name bytea not null,
  sha256 bytea not null,
  -- Wrapped by a master key. Null: it cannot be read again, and the bytes are to go.
  data_key bytea,
  -- Real time.
  at timestamptz not null
);
create index file_of_case on file (case_id, id) where case_id is not null;
create index file_waiting on file (account_id, at) where case_id is null;
create index file_gone on file (id) where data_key is null;

-- Whoever destroys the key of a case destroys the keys of its files in the same statement.
create function forget_files() returns trigger language plpgsql as $$
begin
  update file set data_key = null where case_id = new.id;
  return null;
end $$;
create trigger forget_files after update of data_key on case_file
  for each row when (new.data_key is null and old.data_key is not null) execute function forget_files();
