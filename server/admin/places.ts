import type { Actor } from '#domain/actor'
import { type FieldProblems, invalid } from '#domain/refusal'
import { halfWidth } from '#domain/typed'
import { type Db, sql } from '../db/sql.ts'
import { placesOf } from './scope.ts'

const bodies = sql<{ id: string; name: string }>(
  'admin_find_body',
  `select id, name from organisation where id = $1 or name = $1 and region_code like any($2)`,
)
/** By the last of the names that were written; the index of regions begins with two letters. */
const regions = sql<{ code: string; path: string }>(
  'admin_find_region',
  `select code, path from region
   where left(key, 2) = left($1, 2) and key = $1 and valid_to is null and code like any($2) order by code limit 50`,
)

const twelve = (code: string) => code.padEnd(12, '0')

/** What people write in a cell, turned into codes and ids; each text is looked up once. */
export function placeReader(tx: Db, caller: Actor) {
  const places = placesOf(caller)
  return {
    region: remembered((text) => regionCode(tx, places, text)),
    organisation: remembered((text) => organisationId(tx, places, text)),
  }
}

export type PlaceReader = ReturnType<typeof placeReader>

/** A twelve-digit code, a shorter one of a county or town, or names such as “溆浦县 卢峰镇”. */
async function regionCode(tx: Db, places: string[], text: string): Promise<string> {
  const digits = halfWidth(text)
  if (/^(\d{6}|\d{9}|\d{12})$/.test(digits)) return twelve(digits)
  const names = text.trim().split(/\s+/)
  const found = await tx.many(regions, halfWidth(names.at(-1) ?? '').toLowerCase(), places)
  const fitting = found.filter(({ path }) => names.every((name) => path.split(' ').includes(name)))
  const [first, ...others] = fitting.map(({ code }) => code)
  if (!first) throw problem('regionCode', `没有找到地区“${text}”。请填 12 位代码，或写成“溆浦县 卢峰镇”`)
  if (others.length > 0) throw problem('regionCode', `有 ${fitting.length} 个地方叫“${text}”，请填 12 位代码`)
  return first
}

async function organisationId(tx: Db, places: string[], text: string): Promise<string> {
  const found = await tx.many(bodies, text.trim(), places)
  const [first] = found
  if (!first) throw problem('organisationId', `没有找到机构“${text}”，请先新增它，或检查名称`)
  return first.id
}

const problem = (field: string, words: string) => invalid({ [field]: words } satisfies FieldProblems)

function remembered(look: (text: string) => Promise<string>): (text: string) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return (text) => {
    const answer = known.get(text) ?? look(text)
    known.set(text, answer)
    return answer
  }
}
