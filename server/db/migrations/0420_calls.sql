-- Who telephones, and how the person asked to be telephoned.

alter table notice add column call_organisation_id text references organisation;
update notice n set call_organisation_id = coalesce(
    (select o.id from organisation o where o.id = n.organisation_id and o.kind = 'hotline'),
    (select h.id from organisation h where h.active and h.kind = 'hotline' and h.region_code in (
       select rpad(left(coalesce(c.region_code, o.region_code), digits), 12, '0')
       from organisation o left join case_file c on c.id = n.case_id, unnest(array[12, 9, 6, 4, 2]) digits
       where o.id = n.organisation_id)
     order by h.region_code desc, h.id limit 1))
  where n.state = 'on_call_list';
create index notice_to_call on notice (call_organisation_id, until) where state = 'on_call_list';
drop index notice_calls;

-- Somebody else may take up the telephone or read it: it goes with the case wherever that goes.
alter table case_file
  add column hushed boolean not null default false,
  add column nameless boolean not null default false;
update case_file c set hushed = true from booking b where b.case_id = c.id and b.hushed;
