-- 人群类别 of whom was served (docs/rules.md, Ledger), as the answer says it.
alter table ledger_line add column identity_group text;
