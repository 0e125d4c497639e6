-- Each question of the search follows one index.
drop index adviser_grams;
create index adviser_name_grams on adviser using gin (region_grams(key)) where active;
create index adviser_firm_grams on adviser using gin (region_grams(firm_key)) where active;
create index adviser_key on adviser (key) where active;

-- Which body serves a place.
create index organisation_place on organisation (region_code, kind) where active;
