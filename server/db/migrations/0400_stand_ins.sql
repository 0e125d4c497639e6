-- For whom somebody stands in while they are on leave.
create index adviser_leave_substitute on adviser_leave (substitute_id, to_day) where substitute_id is not null;
