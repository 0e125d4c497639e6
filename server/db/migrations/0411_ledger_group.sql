-- 人群类别 of whom was served (rules §3.3), as the answer says it.
alter table ledger_line add column identity_group text;
