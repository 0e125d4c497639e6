/** Search over the whole country beside search over one city, in turn, on the same machine: `node bench/regions.ts`. */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { connect, type Database } from '../server/db/sql.ts'
import { importDivisions } from '../server/regions/import.ts'
import { searchRegions } from '../server/regions/search.ts'
import { readPackage, SURVEY_DAY } from '../server/regions/sources.ts'

const CITY = '431200'
const ROUNDS = Number(process.env.ROUNDS ?? 60)
const FOLDER = join(tmpdir(), 'linfa-bench-regions')
const TODAY = '2026-11-23'

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'one character': ['村', '溆', '红', '新', '卢', '东', '乡', '坪'],
  'two characters': ['溆浦', '卢峰', '红花', '和平', '龙潭', '怀化', '新华', '桐木'],
  'village name': ['星火村', '空田村', '千丘田', '麻溪铺社区', '力丰村', '红岩村', '金星村', '大坪村'],
  'path with space': [
    '溆浦 卢峰',
    '湖南 溆浦',
    '怀化 鹤城',
    '溆浦 龙潭',
    '溆浦 村',
    '麻阳 高村',
    '湖南 红星',
    '芷江 新店坪',
  ],
  'path without space': [
    '溆浦卢峰',
    '怀化市鹤城区',
    '溆浦县卢峰镇',
    '怀化溆浦卢峰',
    '沅陵麻溪铺',
    '洪江市黔城镇',
    '辰溪县辰阳镇',
    '会同县林城镇',
  ],
  initials: ['xp', 'lfz', 'xplf', 'hh', 'xhc', 'htx', 'xpx', 'hhhc'],
  pinyin: ['xupu', 'lufeng', 'huaihua', 'heping', 'longtan', 'xinhua', 'hongyan', 'hecheng'],
  'no hit': ['饕餮', '龘', '溆浦饕餮', 'qqqqq', '%_\\', '某某某村', '红花 饕餮', 'zzzz'],
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
const ms = (value: number) => value.toFixed(3).padStart(9)
const out = (line: string) => process.stdout.write(`${line}\n`)

async function filled(database: Database, whole: boolean): Promise<Database> {
  await migrate(database)
  const { rows } = await database.raw('select 1 from region limit 1')
  if (rows.length > 0) return database
  const began = performance.now()
  await importDivisions(database, readPackage(whole ? undefined : CITY), { day: SURVEY_DAY, whole })
  out(`${whole ? 'country' : 'city'} imported in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return database
}

async function timed(database: Database, query: string): Promise<number> {
  const began = performance.now()
  await searchRegions(database, query, 20, TODAY)
  return performance.now() - began
}

type Times = { city: number[]; country: number[] }

async function measure(city: Database, country: Database, queries: readonly string[]): Promise<Times> {
  const times: Times = { city: [], country: [] }
  for (let round = -5; round < ROUNDS; round++)
    for (const query of queries) {
      const pair = [await timed(city, query), await timed(country, query)] as const
      if (round < 0) continue
      times.city.push(pair[0])
      times.country.push(pair[1])
    }
  return times
}

function print(name: string, { city, country }: Times) {
  const [small, large] = [city, country].map((times) => times.sort((a, b) => a - b)) as [number[], number[]]
  const ratio = (at(large, 0.5) / at(small, 0.5)).toFixed(2).padStart(7)
  out(
    `${name.padEnd(20)}${[at(small, 0.5), at(large, 0.5)].map(ms).join('')}${ratio}${[at(small, 0.95), at(large, 0.95)].map(ms).join('')}`,
  )
}

mkdirSync(FOLDER, { recursive: true, mode: 0o711 })
const servers = await Promise.all(['city', 'country'].map((name) => startEmbedded(join(FOLDER, name))))
const databases = servers.map(({ url }) => connect({ url }, 1))
try {
  const [city, country] = databases as [Database, Database]
  await filled(city, false)
  await filled(country, true)
  out(`${'ms'.padEnd(20)}     city  country  ratio city p95 country p95`)
  const all: Times = { city: [], country: [] }
  for (const [name, queries] of Object.entries(QUERIES)) {
    const times = await measure(city, country, queries)
    all.city.push(...times.city)
    all.country.push(...times.country)
    print(name, times)
    if (process.env.EACH)
      for (const query of queries) print(`  ${query}`, await measure(city, country, [query]))
  }
  print('all', all)
} finally {
  for (const database of databases) await database.end()
  for (const server of servers) await server.stop()
}
