import type { MediationRequest } from '#contract/mediation'
import { invalid, Refusal } from '#domain/refusal'
import { accountOf } from '../accounts/accounts.ts'
import type { Casework } from '../cases/casework.ts'
import { checkWords } from '../cases/check.ts'
import { openCase, type Submission } from '../cases/open.ts'
import { refuseNowhere } from '../cases/place.ts'
import { roleThatFits } from '../cases/who.ts'
import { type Db, sql } from '../db/sql.ts'
import { committeeFor } from './committees.ts'
import { isApplicants, SAME_NUMBER, UNKNOWN, writeParty } from './party.ts'

const dataKey = sql<{ data_key: Buffer }>('mediation_key', 'select data_key from case_file where id = $1')

const STAFF = ['committee_secretary', 'mediator', 'township_officer', 'village_contact'] as const

/** Opens the case with the fittest committee, or the one asked for; gives its id. */
export async function askForMediation(
  work: Casework,
  request: MediationRequest,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const { type, regionCode, otherRegionCode, committeeId, onBehalfOf, fromCaseId, urgent, ...rest } =
    filledIn(request)
  const { other } = rest
  if (rest.source && !onBehalfOf) throw new Refusal('not_yours', '案件来源由工作人员登记')
  await refuseNowhere(context.database, regionCode)
  const asked = { region: regionCode, otherRegion: otherRegionCode, type }
  const committee = await committeeFor(context.database, asked, committeeId)
  const role = onBehalfOf ? roleFor(by.caller) : refuseOwn(by.caller, committee.id)
  const words = [rest.wish, rest.story, other.name].filter(Boolean).join('\n')
  const state = await checkWords(context, by.caller.accountId, words)
  const admit = async (tx: Db) => ({
    kind: 'mediation' as const,
    organisation: { id: committee.id, regionCode: committee.regionCode },
    regionCode,
    channel: null,
    topic: type,
    appointment: null,
    form: { ...nameAndNumber(onBehalfOf), type, otherRegionCode, ...rest },
    words,
    urgent,
    from: fromCaseId,
    openedFor:
      onBehalfOf && role
        ? { accountId: await accountOf(tx, context.vault, { phone: onBehalfOf.phone, now: by.now }), role }
        : undefined,
  })
  const county = committee.regionCode.slice(0, 6)
  return openCase(work, { ...by, county, state }, 'mediation', admit, async (tx, id) => {
    const row = await tx.one(dataKey, id)
    if (!row) return
    if (other.phone && (await isApplicants(context, tx, id, other.phone)))
      throw invalid({ 'other.phone': SAME_NUMBER })
    await writeParty(context, tx, { id, ...row }, other)
  })
}

/** Nobody is a party before the committee in which they serve (PM-6). */
function refuseOwn({ grants }: Submission['caller'], committeeId: string): undefined {
  if (grants.some(({ organisationId }) => organisationId === committeeId))
    throw new Refusal('not_now', '你在这个调解委员会任职，自己的纠纷请选其他委员会调解')
}

/** What a photograph or a recording says is asked for by the committee. */
const filledIn = ({ wish = '（见所附照片或者录音）', other = UNKNOWN, ...rest }: MediationRequest) => ({
  ...rest,
  wish,
  other,
})

type Somebody = NonNullable<MediationRequest['onBehalfOf']>

const roleFor = ({ grants }: Submission['caller']) =>
  roleThatFits(grants, ({ role }) => STAFF.some((one) => one === role), '只有工作人员可以替别人登记')

const nameAndNumber = (person: Somebody | undefined) =>
  person && { phone: person.phone, ...(person.name && { name: person.name }) }
