import { type Database, sql } from '../server/db/sql.ts'

const addCases = sql(
  'filler_cases',
  `insert into case_file (id, county, number, kind, status, version, organisation_id, applicant_id, opened_by, region_code,
     channel, topic, opened_at, closed_at, starts_at, ends_at, due_at, desk_order, data_key, seq, head, sealed_seq)
   select county || '-00FILL' || lpad(n::text, 12, '0'), county, 'F' || n, 'hotline', status, 1, 'demo-hotline-' || county,
     person, person, county || '100001', 'call_back', 'land', at, case when open then null else at + interval '1 day' end,
     at + interval '1 day', at + interval '1 day 30 minutes', at + interval '1 day 30 minutes',
     case when open then extract(epoch from at)::bigint else 20000000000 - extract(epoch from at)::bigint end,
     decode(md5(n::text), 'hex'), 1, decode(md5(n::text), 'hex'), 1
   from (
     select n, $3::text[] as people, now() - (n % $5::int) * interval '1 day' as at, n % 100 = 0 as open,
       case when n % 100 = 0 then 'booked' else 'answered' end as status,
       substr($4::text, 1 + 6 * (n % (length($4::text) / 6)), 6) as county, ($3::text[])[1 + n % array_length($3::text[], 1)] as person
     from generate_series($1::int, $2::int) n) as made`,
)
const addEvents = sql(
  'filler_events',
  `insert into case_event (case_id, seq, at, by_id, role, action, to_status, facts, hash)
   select id, 1, opened_at, applicant_id, 'resident', 'open', 'booked', '{}', head from case_file
   where number = any(select 'F' || n from generate_series($1::int, $2::int) n)`,
)
const counties = sql<{ all: string }>(
  'filler_counties',
  `select string_agg(left(region_code, 6), '' order by region_code) as all from organisation where kind = 'hotline'`,
)
/** People without a key: they are only counted. */
const addPeople = sql<{ id: string }>(
  'filler_people',
  `insert into account (id, created_at) select 'filler-' || n, now() from generate_series($1::int, $2::int, 10) n
   returning id`,
)

const BATCH = 20_000
const A_DAY = 1400

/**
 * Cases of every county, ten for each person and as many a day however many there are, one in a hundred still open;
 * they cannot be read, only passed over.
 */
export async function fill(
  database: Database,
  from: number,
  to: number,
  seen: (done: number) => void = () => undefined,
) {
  const everybody = (await database.many(addPeople, from, to)).map(({ id }) => id)
  const days = Math.max(1, Math.round((to - from) / A_DAY))
  const all = (await database.one(counties))?.all
  for (let start = from; start <= to; start += BATCH) {
    const end = Math.min(start + BATCH - 1, to)
    await database.run(addCases, start, end, everybody, all, days)
    await database.run(addEvents, start, end)
    seen(end)
  }
  for (const table of ['account', 'case_file', 'case_event']) await database.raw(`vacuum analyze ${table}`)
  await database.raw('checkpoint')
}
