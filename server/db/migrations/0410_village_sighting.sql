-- Where a village lies, learned from check-ins that showed the code of its board and a position together: the place
-- of the board, and nobody's name.
create table village_sighting (
  id bigint generated always as identity primary key,
  village char(12) not null references region,
  place point not null
);
create index village_sighting_of on village_sighting (village, id desc);
