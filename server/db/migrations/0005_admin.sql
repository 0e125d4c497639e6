-- The log of administration: `subject` is an id; what it was called then, without personal data, and where it belongs.

alter table admin_change
  add column label text not null default '',
  add column region_code char(12) not null default '000000000000';
