-- What somebody who watches over a county looks through, in the order of a desk. Calls are watched over at their own.
create index case_file_county on case_file (county, desk_order, id) where kind <> 'hotline';
