-- A village has one adviser at a time. What overlaps ends the day before the next begins, as an import does it.
update adviser_village v set to_day = n.next_from - 1
from (select village, from_day, lead(from_day) over (partition by village order by from_day) as next_from
      from adviser_village) n
where v.village = n.village and v.from_day = n.from_day and n.next_from <= coalesce(v.to_day, 'infinity'::date);

-- The digits of the village made a range, so that plain GiST serves (docs/adr/0029).
alter table adviser_village add constraint adviser_village_one_at_a_time exclude using gist (
  int8range(village::text::bigint, village::text::bigint, '[]') with &&,
  daterange(from_day, to_day, '[]') with &&
);
