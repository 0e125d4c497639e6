import { dayOf, type Instant } from '#domain/day'
import { inTwoPlaces, type Result, type Service, type Stay, type Way } from '#domain/ledger'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'

export type NewLine = {
  adviserId: string
  village: string
  at: Instant
  startsAt?: Instant | null
  endsAt?: Instant | null
  way: Way
  service: Service
  people?: number
  topic?: string | null
  group?: string | null
  about?: Buffer | null
  result?: Result | null
  leaflets?: number
  trained?: number
  caseId?: string | null
  visitId?: string | null
  source?: string | null
  presence?: string | null
  minutes?: number | null
  inTime?: boolean | null
  flags?: readonly string[]
  id?: string
}

const insert = sql(
  'ledger_write',
  `insert into ledger_line (id, adviser_id, village, day, starts_at, ends_at, way, service, people, topic, about,
     result, leaflets, trained, case_id, visit_id, source, presence, minutes, in_time, flags, made_at, identity_group)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
   on conflict (source) do nothing`,
)
const stays = sql<Stay>(
  'ledger_stays',
  `select id, village as "villageCode", starts_at as from, ends_at as to from ledger_line
   where adviser_id = $1 and day = $2 and starts_at is not null and ends_at is not null and way in ('on_site', 'at_home')`,
)
const flagOthers = sql(
  'ledger_flag',
  `update ledger_line set flags = flags || $2::text where id = any($1) and not $2 = any(flags)`,
)

export const TWO_PLACES = 'two_places'

const NOTHING_MORE = {
  startsAt: null,
  endsAt: null,
  people: 1,
  topic: null,
  group: null,
  about: null,
  result: null,
  leaflets: 0,
  trained: 0,
  caseId: null,
  visitId: null,
  source: null,
  presence: null,
  minutes: null,
  inTime: null,
  flags: [],
} satisfies Partial<NewLine>

/** Writes a line; what cannot be true beside another one is flagged on both, and blocked on neither (VA-8). */
export async function writeLine(tx: Db, line: NewLine): Promise<string> {
  const whole = { ...NOTHING_MORE, id: newId(), ...line }
  const day = dayOf(whole.startsAt ?? whole.at)
  const clashes = await clashesOf(tx, whole, day)
  const flags = clashes.length > 0 ? [...whole.flags, TWO_PLACES] : whole.flags
  await tx.run(
    insert,
    whole.id,
    whole.adviserId,
    whole.village,
    day,
    whole.startsAt,
    whole.endsAt,
    whole.way,
    whole.service,
    whole.people,
    whole.topic,
    whole.about,
    whole.result,
    whole.leaflets,
    whole.trained,
    whole.caseId,
    whole.visitId,
    whole.source,
    whole.presence,
    whole.minutes,
    whole.inTime,
    flags,
    whole.at,
    whole.group,
  )
  if (clashes.length > 0) await tx.run(flagOthers, clashes, TWO_PLACES)
  return whole.id
}

async function clashesOf(tx: Db, line: NewLine & { id: string }, day: string): Promise<string[]> {
  const { id, village: villageCode, startsAt: from, endsAt: to, way } = line
  if (!from || !to || (way !== 'on_site' && way !== 'at_home')) return []
  return inTwoPlaces({ id, villageCode, from, to }, await tx.many(stays, line.adviserId, day))
}
