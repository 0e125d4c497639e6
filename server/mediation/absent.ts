import type { Instant } from '#domain/day'
import { isWilling } from '#domain/mediation-past'
import type { News } from '#domain/notice'
import { accountOf } from '../accounts/accounts.ts'
import type { Act, Change, Effect } from '../cases/kind.ts'
import type { CaseRow } from '../cases/read.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'
import { readParty } from './party.ts'

/** What the other side is told though it has said yes by telephone or on paper and never opened the case. */
const TOLD: Readonly<Record<string, News>> = {
  accept: 'mediation_accepted',
  schedule_session: 'session_set',
  cancel_session: 'session_off',
  draft_agreement: 'draft_ready',
  write_down: 'draft_ready',
  seal_agreement: 'agreement_effective',
  record_oral_agreement: 'agreement_effective',
  mark_performed: 'mark_ready',
  extend: 'mediation_longer',
  fail: 'mediation_ended',
  transfer: 'mediation_ended',
  withdraw: 'mediation_ended',
}

type Row = Pick<CaseRow, 'id' | 'data_key' | 'organisation_id'>
type Telling = { news: News; key: string; at: Instant; facts: { startsAt?: Instant; day?: string } }

/** To the number that the office has. It says nothing of the matter: a number proves no person. */
export async function tellAbsent(context: Context, tx: Db, row: Row, telling: Telling): Promise<void> {
  const { phone } = await readParty(context, tx, row)
  if (!phone) return
  const { news, key, at, facts } = telling
  const accountId = await accountOf(tx, context.vault, { phone, now: at })
  await writeNotice(context, tx, {
    ...{ accountId, news, at, facts },
    caseId: null,
    organisationId: row.organisation_id,
    key: `${row.id}/absent/${key}`,
  })
}

async function tell(act: Act, news: News, { appointment }: Change): Promise<void> {
  const { context, tx, row, past, now } = act
  if (row.other_side_ids.length > 0 || !isWilling(past)) return
  const facts = appointment ? { startsAt: appointment.startsAt } : {}
  await tellAbsent(context, tx, row, { news, key: String(row.seq + 1), at: now, facts })
}

/** The same steps, of which whoever is not in the app hears too. */
export const alsoTold = (effects: Readonly<Record<string, Effect>>): Readonly<Record<string, Effect>> =>
  Object.fromEntries(
    Object.entries(effects).map(([action, effect]) => {
      const news = TOLD[action]
      if (!news) return [action, effect]
      const telling: Effect = async (act) => {
        const change = await effect(act)
        await tell(act, news, change)
        return change
      }
      return [action, telling]
    }),
  )
