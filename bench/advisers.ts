/** Finding an adviser with one for every village of the country, beside one city, in turn: `node bench/advisers.ts`. */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findByText, findForVillage } from '../server/advisers/find.ts'
import { build } from '../server/build.ts'
import type { Context } from '../server/context.ts'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { connect, type Database, sql } from '../server/db/sql.ts'
import { GIVEN, SURNAMES } from '../server/demo/advisers.ts'
import { readEnv } from '../server/env.ts'
import { createLog } from '../server/log.ts'
import { importDivisions } from '../server/regions/import.ts'
import { regionRepository } from '../server/regions/repository.ts'
import { readPackage, SURVEY_DAY } from '../server/regions/sources.ts'
import { keyOf } from '../server/search/key.ts'

const CITY = '431200'
const ROUNDS = Number(process.env.ROUNDS ?? 40)
const FOLDER = join(tmpdir(), 'linfa-bench-advisers')
const NOW = '2026-11-23T09:00:00+08:00'

const VILLAGES = ['431224100001', '431224100002', '431224100003', '431224100004', '431224100005']
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'name of an adviser': ['舒明', '向建国', '谌小红', '刘春华', '贺海波'],
  'part of a firm': ['雪峰山', '溆水', '卢峰基层', '桥江', '潇湘'],
  initials: ['sm', 'xjg', 'xfs', 'lch', 'xslssws'],
  'village name': ['星火村', '千丘田', '麻溪铺社区', '力丰村', '红岩村'],
  town: ['卢峰镇', '桥江镇', '龙潭镇', '沅陵镇', '高村镇'],
  'no hit': ['饕餮', '龘龘', 'qqqqq', '某某某村', 'zzzz'],
}

const out = (line: string) => process.stdout.write(`${line}\n`)
const FIRMS = [
  '溆水律师事务所',
  '雪峰山律师事务所',
  '潇湘律师事务所',
  '卢峰基层法律服务所',
  '桥江基层法律服务所',
]

const names = SURNAMES.flatMap((surname) => GIVEN.map((given) => keyOf(surname + given)))
const firms = FIRMS.map(keyOf)

const addBodies = sql(
  'bench_bodies',
  `insert into organisation (id, name, kind, region_code, created_at)
   select kind || code, kind || code, kind, code, $1 from region cross join (values ('bureau'), ('hotline')) k (kind)
   where level = 3`,
)
/** Five neighbours have one adviser. */
const GROUPS = `select code, parent, left(code, 6) as county,
    parent || '-' || (row_number() over (partition by parent order by code) - 1) / 5 as adviser from region where level = 5`
const addAccounts = sql(
  'bench_accounts',
  `insert into account (id, created_at) select distinct 'c' || adviser, $1::timestamptz from (${GROUPS}) g`,
)
const addAdvisers = sql(
  'bench_advisers',
  `insert into adviser (id, account_id, organisation_id, county, name, occupation, licence, firm, key, initials, pinyin,
     firm_key, firm_initials, firm_pinyin, created_at)
   select adviser, 'c' || adviser, 'bureau' || rpad(county, 12, '0'), county, ($2::text[])[1 + n % $5], 'lawyer', adviser,
     ($6::text[])[1 + n % $9], ($2::text[])[1 + n % $5], ($3::text[])[1 + n % $5], ($4::text[])[1 + n % $5],
     ($6::text[])[1 + n % $9], ($7::text[])[1 + n % $9], ($8::text[])[1 + n % $9], $1
   from (select adviser, county, row_number() over (order by adviser)::int as n from (${GROUPS}) g group by 1, 2) a
   where exists (select from organisation o where o.id = 'bureau' || rpad(county, 12, '0'))`,
)
const addRoles = sql(
  'bench_roles',
  `insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
   select id, account_id, 'village_adviser', organisation_id, rpad(county, 12, '0'), $1 from adviser`,
)
const assign = sql(
  'bench_assign',
  `insert into adviser_village (village, from_day, adviser_id)
   select g.code, '2026-01-01', a.id from (${GROUPS}) g join adviser a on a.id = g.adviser`,
)

async function filled(database: Database, whole: boolean): Promise<Database> {
  await migrate(database)
  const { rows } = await database.raw('select 1 from adviser_village limit 1')
  if (rows.length > 0) {
    await database.raw('analyze')
    return database
  }
  await importDivisions(database, readPackage(whole ? undefined : CITY), { day: SURVEY_DAY, whole })
  await database.run(addBodies, NOW)
  await database.run(addAccounts, NOW)
  const column = (list: typeof names, key: 'key' | 'initials' | 'pinyin') => list.map((one) => one[key])
  const spelt = (list: typeof names) => [
    column(list, 'key'),
    column(list, 'initials'),
    column(list, 'pinyin'),
  ]
  await database.run(addAdvisers, NOW, ...spelt(names), names.length, ...spelt(firms), firms.length)
  await database.run(addRoles, NOW)
  await database.run(assign)
  await database.raw('vacuum analyze')
  return database
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
const ms = (value: number) => value.toFixed(3).padStart(9)

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await ask()
  return performance.now() - began
}

type Ask = (context: Context, what: string) => Promise<unknown>

const MOST = 2
const all: [city: number[], country: number[]] = [[], []]

function print(name: string, city: number[], country: number[]): number {
  const [small, large] = [city, country].map((times) => times.sort((a, b) => a - b)) as [number[], number[]]
  const ratio = at(large, 0.5) / at(small, 0.5)
  const middles = [at(small, 0.5), at(large, 0.5)].map(ms).join('')
  out(
    `${name.padEnd(20)}${middles}${ratio.toFixed(2).padStart(7)}${[at(small, 0.95), at(large, 0.95)].map(ms).join('')}`,
  )
  return ratio
}

async function compare(name: string, city: Context, country: Context, ask: Ask, words: readonly string[]) {
  const small: number[] = []
  const large: number[] = []
  for (let round = -5; round < ROUNDS; round++)
    for (const word of words) {
      const pair = [await timed(() => ask(city, word)), await timed(() => ask(country, word))] as const
      if (round < 0) continue
      small.push(pair[0])
      large.push(pair[1])
    }
  all[0].push(...small)
  all[1].push(...large)
  print(name, small, large)
}

const byText: Ask = (context, text) => findByText(context, regionRepository(context.database), text, 20, NOW)
const forVillage: Ask = (context, village) => findForVillage(context, village, NOW)

const KEYS = {
  DATA_KEYS: `demo-bench:${Buffer.alloc(32, 7).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
}

mkdirSync(FOLDER, { recursive: true, mode: 0o711 })
const servers = await Promise.all(['city', 'country'].map((name) => startEmbedded(join(FOLDER, name))))
const databases = servers.map(({ url }) => connect({ url }, 2))
try {
  const contexts: Context[] = []
  for (const [n, database] of databases.entries()) {
    await filled(database, n === 1)
    const env = readEnv({ NODE_ENV: 'test', DATA_DIR: FOLDER, LOG_LEVEL: 'silent', ...KEYS })
    contexts.push((await build({ env, database, log: createLog('silent') })).context)
  }
  const [city, country] = contexts as [Context, Context]
  const { rows } = await country.database.raw(
    'select (select count(*) from adviser_village) as villages, (select count(*) from adviser) as advisers',
  )
  out(JSON.stringify(rows[0]))
  out(`${'ms'.padEnd(20)}     city  country  ratio city p95 country p95`)
  await compare('village', city, country, forVillage, VILLAGES)
  for (const [name, words] of Object.entries(QUERIES)) await compare(name, city, country, byText, words)
  if (print('all', ...all) > MOST) process.exitCode = 1
} finally {
  for (const database of databases) await database.end()
  for (const server of servers) await server.stop()
}
