-- The other side of a case, and whom a text is for.

alter table case_file
  -- Accounts that have shown that the case concerns them: they find and read it as the other side.
  add column other_side_ids text[] not null default '{}';
create index case_file_other_side on case_file using gin (other_side_ids);
create index case_file_handled on case_file (handler_id, desk_order, id) where handler_id is not null;
drop index case_file_handler;

-- 'all', 'staff', 'applicant' or 'other_side'; its author and staff read it anyway.
alter table case_text add column audience text not null default 'all';
