import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { sql } from '../../server/db/sql.ts'
import { importDivisions } from '../../server/regions/import.ts'
import { regionRepository } from '../../server/regions/repository.ts'
import { readList, readPackage, SURVEY_DAY } from '../../server/regions/sources.ts'
import { inProject, scratch } from '../support/artefacts.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { TEST_KEYS } from '../support/env.ts'

// Some tests start a program, or read the list of the whole country.
jest.setTimeout(60_000)

const TODAY = '2026-11-23'
const LUFENG = '431224100000'
const WHOLE_LIST = inProject('data/regions-431200.csv')

const city = readPackage('431200').map(
  ({ code, name, level, parent }) => `${code},${name},${level},${parent ?? ''}`,
)

let fresh: FreshDatabase
/** With the division tree of the city, as every new service has it. */
const startAnew = async () => {
  fresh = await freshDatabase()
}
const putAway = () => fresh.drop()

const regions = () => regionRepository(fresh.database)
const count = sql<{ count: number }>('count_regions', 'select count(*) as count from region')
const counted = async () => (await fresh.database.one(count))?.count

async function find(text: string) {
  const [found] = await regions().search(text, 1, TODAY)
  if (!found) throw new Error(`no ${text}`)
  return found
}

function listOf(rows: readonly string[], name = 'divisions.csv') {
  const file = scratch(name)
  writeFileSync(file, `code,name,level,parent\n${rows.join('\n')}\n`)
  return file
}

/** The list of the city with some lines changed. */
const changed = (change: (row: string) => string | readonly string[]) => listOf(city.flatMap(change))

const importFile = (file: string, day = TODAY) => importDivisions(fresh.database, readList(file), { day })

const QUIET = { added: 0, renamed: [], reopened: 0, closed: [], kept: 0 }

describe('an import', () => {
  beforeEach(startAnew)
  afterEach(putAway)

  it('the list of the project and that of the package agree', async () => {
    const report = await importDivisions(fresh.database, readPackage('431200'), { day: SURVEY_DAY })
    expect(report).toEqual({ listed: 2999, ...QUIET })
  })

  it('the same list a second time changes nothing, also on a later day', async () => {
    expect(await importFile(WHOLE_LIST)).toEqual({ listed: 2999, ...QUIET })
    expect((await regions().get(LUFENG))?.validFrom).toBe(SURVEY_DAY)
  })

  it('a renamed town keeps its code and its earlier name, and its villages are below the new one', async () => {
    const report = await importFile(changed((row) => row.replace('卢峰镇', '溆水镇')))
    expect(report).toMatchObject({
      added: 0,
      renamed: [{ code: LUFENG, after: '湖南省 怀化市 溆浦县 溆水镇' }],
      closed: [],
    })
    expect(await regions().get(LUFENG)).toMatchObject({ name: '溆水镇', validFrom: TODAY, validTo: null })
    expect(await regions().formerNames(LUFENG)).toEqual([
      { name: '卢峰镇', path: '湖南省 怀化市 溆浦县 卢峰镇', validFrom: SURVEY_DAY, validTo: TODAY },
    ])
    expect((await regions().search('溆水', 5, TODAY))[1]?.path).toMatch(/^湖南省 怀化市 溆浦县 溆水镇 /)
    expect(await regions().search('卢峰镇', 5, TODAY)).toEqual([])
  })

  it('a village that is no longer listed is closed, never deleted, and known by its code', async () => {
    const gone = await find('红远村')
    const report = await importFile(changed((row) => (row.startsWith(gone.code) ? [] : row)))
    expect(report).toMatchObject({ added: 0, closed: [{ code: gone.code, replacedBy: null }] })
    expect(await regions().search('红远村', 5, TODAY)).toEqual([])
    expect((await regions().children(LUFENG, TODAY)).map(({ code }) => code)).not.toContain(gone.code)
    expect(await regions().children(LUFENG, '2026-11-22')).toContainEqual(
      expect.objectContaining({ code: gone.code }),
    )
    expect(await regions().get(gone.code)).toMatchObject({ name: gone.name, validTo: TODAY })
    expect(await counted()).toBe(2999)
  })

  it('a village that got a new code in its town points to it', async () => {
    const old = await find('红远村')
    const report = await importFile(changed((row) => row.replace(old.code, '431224100399')))
    expect(report).toMatchObject({ added: 1, closed: [{ code: old.code, replacedBy: '431224100399' }] })
    expect(await regions().get(old.code)).toMatchObject({ validTo: TODAY, replacedBy: '431224100399' })
  })

  it('a village that comes back is opened again and its earlier life is kept', async () => {
    const gone = await find('红远村')
    await importFile(changed((row) => (row.startsWith(gone.code) ? [] : row)))
    expect(await importFile(WHOLE_LIST, '2027-01-01')).toMatchObject({ added: 0, reopened: 1, closed: [] })
    expect(await regions().get(gone.code)).toMatchObject({ validFrom: '2027-01-01', validTo: null })
    expect(await regions().formerNames(gone.code)).toMatchObject([{ validFrom: SURVEY_DAY, validTo: TODAY }])
  })

  it('an older list does not take back what a newer one has changed', async () => {
    await importFile(changed((row) => row.replace('卢峰镇', '溆水镇')))
    expect(await importFile(WHOLE_LIST, SURVEY_DAY)).toEqual({ listed: 2999, ...QUIET, kept: 1 })
    expect((await regions().get(LUFENG))?.name).toBe('溆水镇')
  })

  it('a list of another city leaves this one alone', async () => {
    const other = readPackage('430900')
    const report = await importDivisions(fresh.database, other, { day: SURVEY_DAY })
    expect(report).toMatchObject({ added: other.length - 1, closed: [] })
    expect((await regions().search('桃江县', 1, TODAY))[0]?.path).toBe('湖南省 益阳市 桃江县')
    expect(await regions().countyName('430922100001')).toBe('桃江县')
  })

  it('a city without counties is its own county (东莞市)', async () => {
    const dongguan = readPackage('441900')
    expect(dongguan.filter(({ level }) => level === 'county')).toEqual([])
    await importDivisions(fresh.database, dongguan, { day: SURVEY_DAY })
    expect((await regions().children('441900000000', TODAY))[0]).toMatchObject({ level: 'town' })
    expect(await regions().countyName('441900003001')).toBe('东莞市')
  })

  it('two imports at once leave what one would have left', async () => {
    const file = changed((row) => row.replace('卢峰镇', '溆水镇'))
    const reports = await Promise.all([importFile(file), importFile(file)])
    expect(reports.map(({ renamed }) => renamed.length).sort()).toEqual([0, 1])
  })
})

describe('a list with mistakes', () => {
  const GOOD = ['430000000000,湖南省,province,', '431200000000,怀化市,city,430000000000']

  it.each([
    ['43120,鹤城区,county,431200000000', '"43120" is not a code of twelve digits'],
    ['431202000000,,county,431200000000', '"" is not a name (1 to 60 characters, no spaces)'],
    ['431202000000,鹤 城区,county,431200000000', '"鹤 城区" is not a name (1 to 60 characters, no spaces)'],
    [
      '431202000000,鹤城区,district,431200000000',
      '"district" is not one of province, city, county, town, village',
    ],
    ['431202000000,鹤城区,town,431200000000', '431202000000 is the code of a county, not of a town'],
    ['431202000000,鹤城区,county,', 'its parent is missing'],
    ['431202000000,鹤城区,county,431300000000', 'its parent "431300000000" is not in the list'],
    ['441202000000,鹤城区,county,431200000000', '441202000000 cannot lie in 431200000000'],
    ['431200000000,怀化市,city,430000000000', '431200000000 stands in line 3 already'],
  ])('names the line and the reason: %s', (row, reason) => {
    expect(() => readList(listOf([...GOOD, row], 'bad.csv'))).toThrow(
      `bad.csv:4: ${reason}\nnothing was imported`,
    )
  })

  it('names every bad line', () => {
    expect(() =>
      readList(listOf([...GOOD, 'x,甲,county,431200000000', 'y,乙,county,431200000000'], 'bad.csv')),
    ).toThrow(/bad\.csv:4: .*\nbad\.csv:5: .*\nnothing/)
  })

  it('may be no list at all', () => {
    expect(() => readList(listOf([], 'bad.csv'))).toThrow('no divisions')
    expect(() => readList(scratch('none.csv'))).toThrow('there is no file')
    expect(() => readList(listOf(['"'], 'bad.csv'))).toThrow('nothing was imported')
  })
})

describe('npm run regions:import', () => {
  beforeAll(startAnew)
  afterAll(putAway)

  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const env = {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        ...TEST_KEYS,
        DATABASE_URL: fresh.url,
      }
      const script = inProject('server/commands/import-regions.ts')
      execFile(process.execPath, [script, ...args], { env, cwd: inProject('.') }, (error, out, err) =>
        done({ code: Number(error?.code ?? 0), out, err }),
      )
    })

  it('says that nothing has changed', async () => {
    expect(await run('--city', '431200')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/nothing has changed\n$/),
    })
  })

  it('prints what was added, renamed and closed', async () => {
    const file = changed((row) => (row.includes('431224100201') ? [] : row.replace('卢峰镇', '溆水镇')))
    const { code, out } = await run('--file', file)
    expect(code).toBe(0)
    expect(out).toContain(
      'renamed 1\n  431224100000 湖南省 怀化市 溆浦县 卢峰镇 → 湖南省 怀化市 溆浦县 溆水镇',
    )
    expect(out).toMatch(/closed 1\n {2}431224100201 /)
  })

  it('changes nothing when a line is wrong', async () => {
    const bad = changed((row) => (row.startsWith(LUFENG) ? row.replace('town', 'tower') : row))
    expect(await run('--file', bad)).toMatchObject({
      code: 1,
      err: expect.stringContaining('"tower" is not one of'),
    })
  })

  it.each([[[]], [['--city', '431200', '--all']], [['--day', '2026-02-30', '--all']]])(
    'explains itself to %j',
    async (args) => {
      expect(await run(...args)).toMatchObject({ code: 1, err: expect.stringContaining('--file') })
    },
  )
})

afterAll(() => {
  for (const name of ['divisions.csv', 'bad.csv']) rmSync(join(scratch(name)), { force: true })
})
