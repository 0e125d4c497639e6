-- A false promise bars others until a day; the head takes the note back when it was contested with reason.

alter table aid_false_promise
  add column until date,
  add column lifted_at timestamptz,
  add column lifted_by text references account;
update aid_false_promise set until = (noted_at at time zone 'Asia/Shanghai')::date + interval '24 months';
alter table aid_false_promise alter column until set not null;
