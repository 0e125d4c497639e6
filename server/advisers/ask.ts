import type { NewInquiry } from '#contract/inquiry'
import type { StaffRole } from '#domain/actor'
import { dayOf } from '#domain/day'
import { invalid } from '#domain/refusal'
import { accountOf } from '../accounts/accounts.ts'
import type { Casework } from '../cases/casework.ts'
import { checkWords } from '../cases/check.ts'
import { openCase, type Submission } from '../cases/open.ts'
import { consentFacts } from '../cases/receivers.ts'
import { roleThatFits } from '../cases/who.ts'
import { coverOf } from './cover.ts'
import { handToFirst } from './hand.ts'

/** Who may ask for somebody at a window or on the line. */
const HELPERS: readonly StaffRole[] = [
  'hotline_operator',
  'hotline_head',
  'duty_lawyer',
  'village_adviser',
  'village_contact',
  'township_officer',
]

/** Opens the question with whoever answers for the village today; gives the id of the case. */
export async function ask(
  work: Casework,
  question: NewInquiry,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const { villageCode, topic, fromCaseId, onBehalfOf, consent, ...rest } = question
  const cover = await coverOf(context.database, villageCode, dayOf(by.now))
  if (!cover) throw invalid({ villageCode: '没有这个村（社区），请重新选择' })
  const { organisation, handlerId, facts } = handToFirst(cover)
  const county = organisation.regionCode.slice(0, 6)
  const role = onBehalfOf ? roleOf(by.caller, villageCode) : null
  if (role && !consent)
    throw invalid({ consent: '请先告诉当事人由谁答复，征得同意再登记（个人信息保护法第二十三条）' })
  const agreed = role ? await consentFacts(context.database, organisation.id, 'inquiry') : {}
  const words = [question.question, question.name, onBehalfOf?.name].filter(Boolean).join('\n')
  const state = await checkWords(context, by.caller.accountId, words)
  return openCase(
    work,
    { ...by, county, state },
    'inquiry',
    async (tx) => ({
      kind: 'inquiry',
      organisation,
      regionCode: villageCode,
      channel: null,
      topic,
      appointment: null,
      form: { ...nameAndNumber(onBehalfOf), ...rest },
      words: question.question,
      from: fromCaseId,
      handlerId,
      facts: { ...facts, ...agreed },
      openedFor:
        onBehalfOf && role
          ? { accountId: await accountOf(tx, context.vault, { phone: onBehalfOf.phone, now: by.now }), role }
          : undefined,
    }),
    async () => undefined,
  )
}

/** The role in which a member of staff of the same county asks for somebody. */
const roleOf = ({ grants }: Submission['caller'], villageCode: string) =>
  roleThatFits(
    grants,
    ({ role, regionCode }) => HELPERS.includes(role) && regionCode.slice(0, 6) === villageCode.slice(0, 6),
    '只有本县的值班人员、顾问、联络员和司法所可以替别人登记',
  )

const nameAndNumber = (person: NewInquiry['onBehalfOf']) =>
  person && { phone: person.phone, ...(person.name && { name: person.name }) }
