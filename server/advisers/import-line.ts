import type { RowProblem } from '#contract/admin'
import { type Actor, regionCovers } from '#domain/actor'
import { readOccupation } from '#domain/adviser-sheet'
import { type Day, dayOf, type Instant } from '#domain/day'
import { type Licence, readLicence } from '#domain/licence'
import { readPhone } from '#domain/phone'
import { isRounded, parts, readCount, readDay } from '#domain/sheet'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { plain } from '../search/key.ts'
import type { SearchPlaces } from './find.ts'

export type Entry = {
  line: number
  name: string
  phone: string
  occupation: Licence
  licence: string
  firm: string
  villages: string[]
  from: Day
  to: Day | null
  visits: number | null
  substitute: string | null
  languages: string[]
  workPhone: string | null
}

export type Cells = Readonly<Record<string, string>>

export type Reading = { context: Context; tx: Db; places: SearchPlaces; caller: Actor; now: Instant }

/** What a cell means, or words for whoever wrote it. */
type Read<Found> = { ok: true; value: Found } | { ok: false; problem: string }
const good = <Found>(value: Found): Read<Found> => ({ ok: true, value })
const bad = (problem: string): { ok: false; problem: string } => ({ ok: false, problem })

function nameIn({ name = '' }: Cells): Read<string> {
  return name && name.length <= 40 ? good(name) : bad('请填写姓名')
}

function phoneIn({ phone = '' }: Cells): Read<string> {
  if (isRounded(phone)) return bad('手机号被表格软件改成了科学计数，请把这一列设成“文本”再填一遍')
  const read = readPhone(phone)
  if ('problem' in read) return bad(read.problem)
  return /^1[3-9]\d{9}$/.test(read.phone) ? good(read.phone) : bad('顾问用手机号登录，请填写 11 位手机号')
}

function licenceIn(cells: Cells): Read<{ occupation: Licence; licence: string }> {
  const occupation = readOccupation(cells.occupation ?? '')
  if (!occupation) return bad('职业请填：律师、基层法律服务工作者')
  const text = cells.licence ?? ''
  if (isRounded(text)) return bad('执业证号被表格软件改成了科学计数，请把这一列设成“文本”再填一遍')
  const read = readLicence(occupation, text)
  return read.ok ? good({ occupation, licence: read.number }) : bad(read.problem)
}

function daysIn({ from = '', to = '' }: Cells): Read<{ from: Day; to: Day | null }> {
  const first = readDay(from)
  if (!first.ok) return bad(`开始${first.problem}`)
  if (!to) return good({ from: first.day, to: null })
  const last = readDay(to)
  if (!last.ok) return bad(`结束${last.problem}`)
  return last.day >= first.day ? good({ from: first.day, to: last.day }) : bad('结束日期不能早于开始日期')
}

function visitsIn({ visits = '' }: Cells): Read<number | null> {
  if (!visits) return good(null)
  const read = readCount(visits, 31)
  return read.ok ? good(read.count) : bad('每月进村次数请填 0 到 31 的整数')
}

function workPhoneIn({ workPhone = '' }: Cells): Read<string | null> {
  if (!workPhone) return good(null)
  const read = readPhone(workPhone)
  return 'problem' in read ? bad(`工作电话：${read.problem}`) : good(read.phone)
}

const place = sql<{ code: string }>(
  'adviser_import_place',
  'select code from region where code = $1 and level = 5 and valid_to is null',
)

/** A village by its code, or by a name that only one village of the officer's place has. */
async function villageOf({ tx, places, caller, now }: Reading, text: string): Promise<Read<string>> {
  const word = text.trim()
  const code = /^\d{12}$/.test(word)
    ? (await tx.one(place, word))?.code
    : await onlyOne(await places.search(word, 30, dayOf(now)), caller, word)
  if (code === 'several') return bad(`“${word}”有好几个，请写上乡镇，或填 12 位区划代码`)
  if (!code) return bad(`没有这个村（社区）：“${word}”`)
  return reaches(caller, code) ? good(code) : bad(`“${word}”不归你管理`)
}

export const reaches = ({ grants }: Actor, code: string) =>
  grants.some(
    ({ role, regionCode }) =>
      (role === 'bureau_officer' || role === 'city_admin') && regionCovers(regionCode, code),
  )

type Found = { code: string; name: string; level: string; path: string }

function onlyOne(found: readonly Found[], caller: Actor, word: string): string | undefined {
  const theirs = found.filter(({ level, code }) => level === 'village' && reaches(caller, code))
  const exact = theirs.filter(
    ({ name, path }) => plain(name) === plain(word) || plain(path).endsWith(plain(word)),
  )
  const [first, second] = exact.length > 0 ? exact : theirs
  return second ? 'several' : first?.code
}

async function villagesIn(reading: Reading, { villages = '' }: Cells): Promise<Read<string[]>> {
  const codes: string[] = []
  for (const text of parts(villages)) {
    const read = await villageOf(reading, text)
    if (!read.ok) return read
    codes.push(read.value)
  }
  return codes.length > 0 ? good(codes) : bad('请填写服务的村')
}

export async function readLine(
  reading: Reading,
  { line, cells }: { line: number; cells: Cells },
): Promise<Entry | RowProblem> {
  const name = nameIn(cells)
  const phone = phoneIn(cells)
  const licence = licenceIn(cells)
  const days = daysIn(cells)
  const visits = visitsIn(cells)
  const workPhone = workPhoneIn(cells)
  const villages = await villagesIn(reading, cells)
  const firm: Read<string> = cells.firm ? good(cells.firm) : bad('请填写执业机构')
  if (name.ok && phone.ok && licence.ok && days.ok && visits.ok && workPhone.ok && villages.ok && firm.ok)
    return {
      line,
      name: name.value,
      phone: phone.value,
      ...licence.value,
      firm: firm.value,
      villages: villages.value,
      ...days.value,
      visits: visits.value,
      substitute: cells.substitute ? cells.substitute : null,
      languages: parts(cells.languages ?? '').map((one) => one.trim()),
      workPhone: workPhone.value,
    }
  const all = [name, phone, licence, firm, villages, days, visits, workPhone]
  return { line, reason: all.flatMap((read) => (read.ok ? [] : [read.problem])).join('；') }
}
