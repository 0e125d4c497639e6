import type { Channel } from '#domain/hotline'
import type { Way } from '#domain/ledger'
import type { Act, Effect } from '../cases/kind.ts'
import { sql } from '../db/sql.ts'
import { type NewLine, writeLine } from './write-line.ts'

const adviserOf = sql<{ id: string }>('adviser_id_of', 'select id from adviser where account_id = $1')

type Served = Pick<NewLine, 'service' | 'result' | 'minutes' | 'inTime' | 'group'> & { way?: Way }

/** Every answer and every hand-on of an adviser is a line of the ledger by itself (rules §3.3). */
export async function writeDown({ tx, caller, row, now }: Act, served: Served): Promise<void> {
  const adviser = await tx.one(adviserOf, caller.accountId)
  if (!adviser) return
  await writeLine(tx, {
    way: 'online',
    ...served,
    adviserId: adviser.id,
    village: row.region_code,
    at: now,
    topic: row.topic,
    caseId: row.id,
    source: `case/${row.id}/${row.seq + 1}`,
  })
}

/** A hand-on, by where it goes. */
export const handedOn = ({ body }: Act): Served =>
  body.to === 'legal_aid'
    ? { service: 'aid_guidance', result: 'to_legal_aid' }
    : { service: 'mediation', result: 'to_mediation' }

const WAY: Readonly<Record<Channel, Way>> = { call_back: 'telephone', video: 'video', visit: 'on_site' }

const wayOf = ({ row }: Act): Way => WAY[row.channel as Channel] ?? 'telephone'

/** What a step does, and the line it leaves when an adviser takes it in a booked hour. */
const alsoWritten =
  (effect: Effect | undefined, served: (act: Act) => Served): Effect =>
  async (act) => {
    await writeDown(act, { ...served(act), way: wayOf(act) })
    return (await effect?.(act)) ?? {}
  }

/** The steps of a booking as the ledger of advisers reads them. */
export const withLedger = (effects: Readonly<Record<string, Effect>>): Readonly<Record<string, Effect>> => ({
  ...effects,
  record_answer: alsoWritten(effects.record_answer, ({ body }) => ({
    service: 'consultation',
    result: 'solved',
    group: typeof body.group === 'string' ? body.group : null,
  })),
  hand_on: alsoWritten(effects.hand_on, handedOn),
})
