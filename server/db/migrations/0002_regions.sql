-- The divisions of the country. Rows are never deleted: what is no longer in the list is closed.

create table region (
  code char(12) primary key,
  name text not null,
  -- 1 province, 2 city, 3 county, 4 town, 5 village.
  level smallint not null check (level between 1 and 5),
  parent char(12) references region,
  -- Names from the province down to itself, a space between.
  path text not null,
  -- For searching: the name as typed; without the words for its office; its initials and its pinyin.
  key text collate "C" not null,
  short text collate "C" not null,
  initials text collate "C" not null,
  pinyin text collate "C" not null,
  -- From when it has had this name and place; until which day it existed (exclusive).
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  replaced_by char(12) references region
);
create index region_children on region (parent, code);

-- Earlier names, and earlier lives of a code that came back.
create table region_former (
  code char(12) not null references region,
  name text not null,
  path text not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  primary key (code, valid_from, valid_to)
);

-- What many names share ("村", "新华", "xx"): the first hundred in order of rank, made ready by the import.
create table region_suggestion (
  term text collate "C" primary key,
  codes char(12)[] not null
);

-- Every letter of a name and every two that stand together. A search is too short to be shared among processes.
create function region_grams(word text) returns text[]
  language sql immutable strict parallel restricted
  return array(
    select substr(word, at, size)
    from generate_series(1, 2) size, generate_series(1, length(word) - size + 1) at
  );

-- The last code that can lie below this one.
create function region_last(code char, level int) returns char
  language sql immutable parallel restricted
  return rpad(left(code, (array[0, 2, 4, 6, 9, 12])[level + 1]), 12, '9')::char(12);

-- A name that contains something rare.
create index region_grams on region using gin (region_grams(key));
-- A spelling that begins with something.
create index region_initials on region (initials);
create index region_pinyin on region (pinyin);
-- A name or spelling that begins with something, within a range of codes: the steps of a path.
create index region_key_step on region (left(key, 2), code);
create index region_initials_step on region (left(initials, 2), code);
create index region_pinyin_step on region (left(pinyin, 2), code);
-- The same for what can have places below it.
create index region_key_head on region (left(key, 2), code) where level < 5;
create index region_initials_head on region (left(initials, 2), code) where level < 5;
create index region_pinyin_head on region (left(pinyin, 2), code) where level < 5;
