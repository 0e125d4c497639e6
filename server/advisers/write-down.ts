import type { Channel } from '#domain/hotline'
import type { Kind } from '#domain/kind'
import type { Way } from '#domain/ledger'
import type { Act, Effect, KindOfCase } from '../cases/kind.ts'
import { sql } from '../db/sql.ts'
import { type NewLine, writeLine } from './write-line.ts'

const adviserOf = sql<{ id: string }>('adviser_id_of', 'select id from adviser where account_id = $1')

type Served = Pick<NewLine, 'service' | 'result' | 'minutes' | 'inTime' | 'group'> & { way?: Way }

/** Every answer and every hand-on of an adviser is a line of the ledger by itself (docs/rules.md, Ledger). */
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

/** What a step does, and the line it leaves when an adviser takes it. */
const alsoWritten =
  (effect: Effect | undefined, served: (act: Act) => Served): Effect =>
  async (act) => {
    await writeDown(act, served(act))
    return (await effect?.(act)) ?? {}
  }

type Lines = Readonly<Partial<Record<Kind, Readonly<Record<string, (act: Act) => Served>>>>>

/** Steps of other kinds that are work of an adviser: kind → action → what the line says. */
const LINES: Lines = {
  // Booked hours of an adviser are hotline cases.
  hotline: {
    record_answer: (act) => ({
      service: 'consultation',
      result: 'solved',
      group: typeof act.body.group === 'string' ? act.body.group : null,
      way: wayOf(act),
    }),
    hand_on: (act) => ({ ...handedOn(act), way: wayOf(act) }),
  },
  rules_review: { give_opinion: () => ({ service: 'review', result: 'solved' }) },
}

/** A kind of case whose steps stand in the ledger of advisers, too. */
export function inLedger(kind: KindOfCase): KindOfCase {
  const lines = Object.entries(LINES[kind.procedure.kind] ?? {})
  const written = lines.map(([action, served]) => [action, alsoWritten(kind.effects[action], served)])
  return { ...kind, effects: { ...kind.effects, ...Object.fromEntries(written) } }
}
