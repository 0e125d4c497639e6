-- A notice that was lost, dealt with by somebody: who, when and how; it leaves the list and stays on record.
alter table notice
  add column dealt_at timestamptz,
  add column dealt_by text references account,
  add column dealt_how text check (dealt_how in ('told_otherwise', 'not_needed', 'cannot_be_told'));
