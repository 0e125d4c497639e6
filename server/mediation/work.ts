import type { Instant } from '#domain/day'
import { fingerprint } from '#domain/honesty'
import type { CaseRow } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Vault } from '../vault/vault.ts'

type Held = { startedAt: Instant; endedAt: Instant }

const note = sql(
  'mediation_work_note',
  `insert into mediation_work (case_id, mediator_id, organisation_id, opened_at, fingerprint, sessions)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (case_id) do update set mediator_id = $2, organisation_id = $3,
     fingerprint = case when $5 = '' then mediation_work.fingerprint else $5 end,
     sessions = mediation_work.sessions || $6`,
)
const agreed = sql(
  'mediation_work_agreed',
  'update mediation_work set effective_at = $2, amount = $3, succeeded = true where case_id = $1',
)
const failed = sql('mediation_work_failed', 'update mediation_work set succeeded = false where case_id = $1')
const confirmed = sql(
  'mediation_work_confirmed',
  'update mediation_work set confirmed = true where case_id = $1',
)
const ended = sql('mediation_work_ended', 'update mediation_work set ended_at = $2 where case_id = $1')

/** A secret of the office: without it nobody can guess a text from its fingerprint. */
const seedOf = (vault: Vault) => vault.index('code', 'mediation/fingerprint').readInt32BE(0)

/** A session was held, or an agreement written: what the honesty checks compare. */
export async function noteWork(
  { vault }: Context,
  tx: Db,
  row: CaseRow,
  words: string,
  held: readonly Held[],
): Promise<void> {
  if (!row.handler_id) return
  const print = fingerprint(words, seedOf(vault))
  await tx.run(note, row.id, row.handler_id, row.organisation_id, row.opened_at, print, JSON.stringify(held))
}

export const noteAgreement = (tx: Db, caseId: string, effectiveAt: Instant, amount: number) =>
  tx.run(agreed, caseId, effectiveAt, amount > 0 ? amount : null)

export const noteFailure = (tx: Db, caseId: string) => tx.run(failed, caseId)

/** A party said so itself: with the code of its telephone, or on a signed page that was photographed. */
export const noteConfirmed = (tx: Db, caseId: string) => tx.run(confirmed, caseId)

export const noteEnd = (tx: Db, caseId: string, at: Instant) => tx.run(ended, caseId, at)
