import type { Committee } from '#contract/mediation'
import { committeesFor, type Dispute, LEVEL_NAME, type Level, PROPOSAL_WHY } from '#domain/dispute'
import { Refusal } from '#domain/refusal'
import { aroundOf } from '#domain/region'
import { type Db, sql } from '../db/sql.ts'

type Row = {
  id: string
  name: string
  level: Level | null
  region_code: string
  address: string | null
  phone: string | null
  types: Dispute[] | null
}

const SELECT = `select o.id, o.name, m.level, o.region_code, o.address, o.phone, m.types
  from organisation o left join mediation_committee m on m.organisation_id = o.id
  where o.kind = 'committee' and o.active`

const near = sql<Row>(
  'committee_near',
  `${SELECT} and o.region_code = any($1) order by o.region_code desc, o.id`,
)
const one = sql<Row>('committee_one', `${SELECT} and o.id = $1`)

/** By the depth of its place, while nobody has registered it. */
const levelOf = ({ level, region_code }: Row): Level =>
  level ?? (region_code.endsWith('000') ? 'town' : 'village')

const shown = (row: Row, why: string | null): Committee => ({
  id: row.id,
  name: row.name,
  level: levelOf(row),
  levelText: LEVEL_NAME[levelOf(row)],
  regionCode: row.region_code,
  address: row.address,
  phone: row.phone,
  types: row.types ?? [],
  why,
})

export type Asked = { region: string; otherRegion?: string | undefined; type: Dispute }

/** The committees of both places and around them: those proposed first, the others after them (PM-10). */
export async function committeesNear(db: Db, { region, otherRegion, type }: Asked): Promise<Committee[]> {
  const places = [region, ...(otherRegion ? [otherRegion] : [])]
  const rows = await db.many(near, places.flatMap(aroundOf))
  const register = rows.map((row) => ({
    id: row.id,
    level: levelOf(row),
    regionCode: row.region_code,
    types: row.types ?? [],
  }))
  const proposals = committeesFor(register, { places, type })
  const rank = new Map(proposals.map(({ id, why }, index) => [id, { index, why: PROPOSAL_WHY[why] }]))
  return rows
    .toSorted((a, b) => (rank.get(a.id)?.index ?? rows.length) - (rank.get(b.id)?.index ?? rows.length))
    .map((row) => shown(row, rank.get(row.id)?.why ?? null))
}

/** @throws Refusal `not_found` */
export async function committeeOf(db: Db, id: string): Promise<Committee> {
  const row = await db.one(one, id)
  if (!row) throw new Refusal('not_found', '没有这个调解委员会')
  return shown(row, null)
}

/** The committee that takes a request: the one asked for, or the fittest. */
export async function committeeFor(db: Db, asked: Asked, wished: string | undefined): Promise<Committee> {
  if (wished) return committeeOf(db, wished)
  const [first] = await committeesNear(db, asked)
  if (!first) throw new Refusal('not_now', '这里还没有调解委员会，请直接拨打 12348')
  return first
}
