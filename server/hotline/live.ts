import type { LiveCall } from '#contract/hotline'
import { addMinutes } from '#domain/day'
import { type Channel, hotline } from '#domain/hotline'
import { invalid, Refusal } from '#domain/refusal'
import { accountOf } from '../accounts/accounts.ts'
import type { Casework } from '../cases/casework.ts'
import { checkWords } from '../cases/check.ts'
import { openCase, type Submission } from '../cases/open.ts'
import { roleThatFits } from '../cases/who.ts'
import { sql } from '../db/sql.ts'

type Desk = { name: string; organisation_id: string; region_code: string; is_place: boolean }

const place = sql<Desk>(
  'desk_of_live_call',
  `select d.name, d.organisation_id, d.region_code,
     exists (select from region where code = $2 and valid_to is null) as is_place
   from desk d where d.id = $1 and d.active and d.adviser_id is null`,
)

const CHANNEL: Readonly<Record<LiveCall['cameBy'], Channel>> = { telephone: 'call_back', window: 'visit' }

/** Somebody is there now: no seat is taken, and whoever writes it down has the case from the start. */
export async function takeLive(
  work: Casework,
  { deskId, topic, regionCode, onBehalfOf, ...rest }: LiveCall,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const { caller, now } = by
  const desk = await context.database.one(place, deskId, regionCode)
  if (!desk) throw new Refusal('not_found', '这个岗位已经停用，请换一个')
  if (!desk.is_place) throw invalid({ regionCode: '没有这个村（社区），请重新选择' })
  const role = roleAt(caller, desk.organisation_id)
  const words = [rest.summary, onBehalfOf.name].filter(Boolean).join('\n')
  const state = await checkWords(context, caller.accountId, words)
  return openCase(
    work,
    { ...by, county: desk.region_code.slice(0, 6), state },
    'hotline',
    async (tx) => {
      const accountId = await accountOf(tx, context.vault, { phone: onBehalfOf.phone, now })
      return {
        kind: 'hotline',
        organisation: { id: desk.organisation_id, regionCode: desk.region_code },
        appointment: { startsAt: now, endsAt: addMinutes(now, context.env.lateCallMinutes) },
        form: { ...onBehalfOf, ...rest, relation: 'self', deskName: desk.name },
        regionCode,
        channel: CHANNEL[rest.cameBy],
        topic,
        words: rest.summary,
        openedFor: { accountId, role },
        contact: { hushed: !rest.mayLeaveMessage, nameless: !rest.maySayWhoWeAre },
        status: 'claimed',
        handlerId: caller.accountId,
        facts: { live: rest.cameBy },
      }
    },
    async () => undefined,
  )
}

const roleAt = ({ grants }: Submission['caller'], there: string) =>
  roleThatFits(
    grants,
    ({ organisationId, role }) => organisationId === there && hotline.takenBy.claim.includes(role),
    '只有这个岗位的值班人员可以登记',
  )
