import type { OwnVisit } from '#contract/adviser-desk'
import { addMinutes, dayOf, type Instant, minutesBetween } from '#domain/day'
import { type Flag, type Presence, placeFlags } from '#domain/ledger'
import { FAR_METRES, metresBetween, type Position } from '#domain/position'
import { invalid, Refusal } from '#domain/refusal'
import { readVillageCode } from '#domain/village-code'
import { keyOf } from '../accounts/accounts.ts'
import { before } from '../cases/once.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import { aboutPlace } from './about.ts'
import { type Myself, myself } from './myself.ts'
import { readVisit } from './visits.ts'
import { writeLine } from './write-line.ts'

/** By the code on the board of the village, by where the telephone is, or by both. */
export type Shown = { villageCode?: string | undefined; position?: Position | undefined }

type Row = {
  village: string
  starts_at: Instant
  ends_at: Instant
  cancelled_at: Instant | null
  in_at: Instant | null
  in_by: Presence | null
  in_place: { x: number; y: number } | null
  out_at: Instant | null
}

const find = sql<Row>(
  'visit_presence',
  `select village, starts_at, ends_at, cancelled_at, in_at, in_by, in_place, out_at
   from visit where id = $1 and adviser_id = $2 for update`,
)
const enter = sql(
  'visit_enter',
  'update visit set in_at = $2, in_by = $3, in_place = point($4::float8, $5::float8) where id = $1',
)
/** Where somebody stood is forgotten once the two places have been compared. */
const leave = sql(
  'visit_leave',
  'update visit set out_at = $2, out_by = $3, apart = $4, in_place = null where id = $1',
)
const isBoardOf = sql('village_code_is', 'select from village_code where village = $1 and code = $2')

const sight = sql(
  'village_sight',
  'insert into village_sighting (village, place) values ($1, point($2::float8, $3::float8))',
)
/** The middle of the last sightings: one from elsewhere does not move a village. */
const lies = sql<{ latitude: number | null; longitude: number | null }>(
  'village_lies',
  `select percentile_cont(0.5) within group (order by place[0]) as latitude,
     percentile_cont(0.5) within group (order by place[1]) as longitude
   from (select place from village_sighting where village = $1 order by id desc limit 9) last`,
)

type By = { accountId: string; now: Instant; ticket: Ticket }

const EARLY_MINUTES = 120

export function checkIn(context: Context, id: string, shown: Shown, by: By): Promise<OwnVisit> {
  return at(context, id, by, async (tx, _, visit) => {
    if (visit.in_at) throw new Refusal('not_now', '这次进村已经签到了')
    if (by.now < addMinutes(visit.starts_at, -EARLY_MINUTES))
      throw new Refusal('not_now', '还没到时间，开始前两小时内可以签到')
    if (dayOf(by.now) > dayOf(visit.starts_at))
      throw new Refusal('not_now', '这次进村的日子已经过了，请补记台账')
    const presence = await presenceOf(tx, visit.village, shown)
    const { latitude = null, longitude = null } = shown.position ?? {}
    await learn(tx, visit.village, shown)
    await tx.run(enter, id, by.now, presence, latitude, longitude)
  })
}

type Report = { people: number; note?: string | undefined }

/** The visit becomes a line of the ledger by itself (docs/rules.md, Ledger). */
export function checkOut(context: Context, id: string, shown: Shown & Report, by: By): Promise<OwnVisit> {
  return at(context, id, by, async (tx, me, visit) => {
    const { in_at, in_by } = visit
    if (!in_at) throw new Refusal('not_now', '还没有签到，请先签到')
    if (visit.out_at) throw new Refusal('not_now', '这次进村已经签退了')
    const presence = await presenceOf(tx, visit.village, shown)
    const apart = metresApart(visit, shown.position)
    await learn(tx, visit.village, shown)
    const ends = [
      { byCode: in_by === 'village_code', position: placeIn(visit) },
      { byCode: presence === 'village_code', position: shown.position ?? null },
    ]
    const unlikely = placeFlags(ends, await whereIs(tx, visit.village))
    await tx.run(leave, id, by.now, presence, apart)
    const lineId = newId()
    await writeLine(tx, {
      id: lineId,
      adviserId: me.id,
      village: visit.village,
      at: by.now,
      startsAt: in_at,
      endsAt: by.now,
      way: 'on_site',
      service: 'visit',
      people: shown.people,
      about: await sealed(context, tx, me, lineId, shown.note),
      visitId: id,
      source: `visit/${id}`,
      presence: in_by === 'village_code' && presence === 'village_code' ? 'village_code' : 'location',
      flags: [...flagsOf(apart, minutesBetween(in_at, by.now)), ...unlikely],
    })
  })
}

function at(
  context: Context,
  id: string,
  { accountId, now, ticket }: By,
  act: (tx: Db, me: Myself, visit: Row) => Promise<void>,
): Promise<OwnVisit> {
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    const visit = await tx.one(find, id, me.id)
    if (!visit) throw new Refusal('not_found')
    if ((await before(tx, ticket, id)) === null) {
      if (visit.cancelled_at) throw new Refusal('not_now', '这次进村已经取消')
      await act(tx, me, visit)
    }
    return readVisit(context, tx, me, id, now)
  })
}

async function presenceOf(tx: Db, village: string, { villageCode }: Shown): Promise<Presence> {
  if (villageCode === undefined) return 'location'
  const read = readVillageCode(villageCode)
  if (!read.ok) throw invalid({ villageCode: read.problem })
  if (!(await tx.run(isBoardOf, village, read.code)))
    throw invalid({ villageCode: '这不是这个村的村码，请扫这个村公示牌上的码' })
  return 'village_code'
}

/** Whoever stands before the board and says where that is shows where the village lies. */
async function learn(tx: Db, village: string, { villageCode, position }: Shown): Promise<void> {
  if (villageCode && position) await tx.run(sight, village, position.latitude, position.longitude)
}

async function whereIs(tx: Db, village: string): Promise<Position | null> {
  const { latitude = null, longitude = null } = (await tx.one(lies, village)) ?? {}
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

const placeIn = ({ in_place }: Row): Position | null =>
  in_place && { latitude: in_place.x, longitude: in_place.y }

function metresApart(visit: Row, position: Position | undefined): number | null {
  const before = placeIn(visit)
  return before && position ? Math.round(metresBetween(before, position)) : null
}

const SHORT_MINUTES = 30

const flagsOf = (apart: number | null, minutes: number): Flag[] => [
  ...(apart !== null && apart > FAR_METRES ? (['far_apart'] as const) : []),
  ...(minutes < SHORT_MINUTES ? (['too_short'] as const) : []),
]

async function sealed({ vault }: Context, tx: Db, me: Myself, lineId: string, note: string | undefined) {
  return note === undefined
    ? null
    : vault.seal(await keyOf(tx, vault, me.accountId), aboutPlace(lineId), note)
}
