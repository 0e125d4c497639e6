import type { CommitteeEntry, MediatorEntry, Register } from '#contract/committee'
import { fullTimeShare, gapsOf } from '#domain/committee'
import { type Day, dayOf, type Instant } from '#domain/day'
import type { Dispute, Level } from '#domain/dispute'
import type { MediationStatus } from '#domain/mediation'
import { MEDIATION_STATUS } from '#domain/mediation-words'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'
import { allMediatorsOf } from './mediators.ts'
import { committeeInReach } from './reach.ts'

type Row = {
  level: Level | null
  types: Dispute[] | null
  address: string | null
  phone: string | null
  chair: string | null
  members: number | null
  women: number | null
  many_peoples: boolean | null
  minorities: number | null
  founded_on: Day | null
  term_ends_on: Day | null
}

const read = sql<Row>(
  'mediation_register',
  `select m.level, m.types, o.address, o.phone, m.chair, m.members, m.women, m.many_peoples, m.minorities,
     m.founded_on, m.term_ends_on
   from organisation o left join mediation_committee m on m.organisation_id = o.id where o.id = $1`,
)
const keep = sql(
  'mediation_register_keep',
  `insert into mediation_committee (organisation_id, level, types, chair, members, women, many_peoples, minorities,
     founded_on, term_ends_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (organisation_id) do update set level = $2, types = $3, chair = $4, members = $5, women = $6,
     many_peoples = $7, minorities = $8, founded_on = $9, term_ends_on = $10`,
)
const keepPlace = sql(
  'mediation_register_place',
  'update organisation set address = $2, phone = $3 where id = $1',
)
const keepOne = sql(
  'mediation_mediator_keep',
  `insert into mediation_mediator (organisation_id, account_id, full_time, types, intro, since, active)
   select $1, $2, $3, $4, $5, $6, $7 where exists (select from staff_role
     where organisation_id = $1 and account_id = $2 and role = 'mediator')
   on conflict (organisation_id, account_id) do update
     set full_time = $3, types = $4, intro = $5, since = $6, active = $7`,
)
const late = sql<{ id: string; number: string; status: MediationStatus; due_at: Instant | null }>(
  'mediation_late_here',
  `select id, number, status, due_at from case_file
   where organisation_id = $1 and kind = 'mediation' and closed_at is null and due_at < $2
     and status in ('accepted', 'in_mediation') order by due_at limit 200`,
)

type By = { caller: Caller; now: Instant }

const entryOf = (row: Row | undefined, isTown: boolean): CommitteeEntry => ({
  level: row?.level ?? (isTown ? 'town' : 'village'),
  types: row?.types ?? [],
  address: row?.address ?? null,
  phone: row?.phone ?? null,
  chair: row?.chair ?? null,
  members: row?.members ?? 0,
  women: row?.women ?? 0,
  manyPeoples: row?.many_peoples ?? false,
  minorities: row?.minorities ?? 0,
  foundedOn: row?.founded_on ?? null,
  termEndsOn: row?.term_ends_on ?? null,
})

/** The committee, its mediators with their load, the share of full-time ones, and what is past its month. */
export async function readRegister(context: Context, id: string, { caller, now }: By): Promise<Register> {
  const { database } = context
  const place = await committeeInReach(database, id, caller)
  const entry = entryOf(await database.one(read, id), place.region_code.endsWith('000'))
  const mediators = await allMediatorsOf(context, database, id)
  const overdue = await database.many(late, id, now)
  return {
    id,
    name: place.name,
    entry,
    gaps: gapsOf(entry, dayOf(now)),
    mediators: mediators.map(
      ({ id: accountId, name, fullTime, types, intro, since, active, load, overdue: behind }) => ({
        id: accountId,
        name,
        entry: { fullTime, types, intro, since, active },
        load,
        overdue: behind,
      }),
    ),
    fullTimeShare: fullTimeShare(mediators.filter(({ active }) => active)),
    overdue: overdue.map(({ id: caseId, number, status, due_at }) => ({
      caseId,
      number,
      statusText: MEDIATION_STATUS[status].text,
      dueOn: due_at && dayOf(due_at),
    })),
  }
}

export async function keepCommittee(
  context: Context,
  id: string,
  entry: CommitteeEntry,
  by: By,
): Promise<Register> {
  await committeeInReach(context.database, id, by.caller)
  const { level, types, chair, members, women, manyPeoples, minorities, foundedOn, termEndsOn } = entry
  await context.database.inTransaction(async (tx) => {
    await tx.run(
      keep,
      id,
      level,
      types,
      chair,
      members,
      women,
      manyPeoples,
      minorities,
      foundedOn,
      termEndsOn,
    )
    await tx.run(keepPlace, id, entry.address, entry.phone)
  })
  return readRegister(context, id, by)
}

export async function keepMediator(
  context: Context,
  { id, accountId }: { id: string; accountId: string },
  { fullTime, types, intro, since, active }: MediatorEntry,
  by: By,
): Promise<Register> {
  await committeeInReach(context.database, id, by.caller)
  if (!(await context.database.run(keepOne, id, accountId, fullTime, types, intro, since, active)))
    throw new Refusal('not_found', '这个人不是本委员会的调解员，请先由管理员登记岗位')
  return readRegister(context, id, by)
}
