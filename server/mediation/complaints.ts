import type { InferInput } from 'valibot'

import type { MediationOwn } from '#contract/mediation'
import { complaining, MISCONDUCT, MISCONDUCT_RESULT, mediatorsIn } from '#domain/mediation-complaint'
import type { Side } from '#domain/mediation-past'
import { SIDE_NAME } from '#domain/mediation-words'
import type { Deed, Standing } from '#domain/procedure'
import { invalid, Refusal } from '#domain/refusal'
import { lastDayFrom } from '../cases/clocks.ts'
import type { Act, Concealed, Effect, Paper } from '../cases/kind.ts'
import type { WholeCase } from '../cases/read.ts'
import { tellOffice } from '../outbox/office.ts'
import { writeNotice } from '../outbox/write.ts'
import type { Caller } from '../session/authenticate.ts'
import { sideOf, text } from './sides.ts'

const STEPS = ['complain', 'answer_complaint']

const partiesOf = ({ row }: Act) => [row.applicant_id, ...row.other_side_ids]

/** The committee and the judicial office of the place; never the mediator whom it is about, whatever else they are. */
async function tellDeciders(act: Act): Promise<void> {
  const { context, tx, row, past, caller, now } = act
  const except = [...partiesOf(act), caller.accountId, ...mediatorsIn(past, row.handler_id)]
  for (const role of ['committee_secretary', 'township_officer'] as const)
    await tellOffice(context, tx, {
      ...{ role, except, caseId: row.id, at: now, news: 'mediation_complaint' },
      place: { organisationId: row.organisation_id, regionCode: row.region_code },
      facts: { number: row.number },
      key: `${row.id}/${row.seq + 1}/complaint/${role}`,
    })
}

export const complain: Effect = async (act) => {
  const { context, row, body, now } = act
  const side = sideOf(act)
  await tellDeciders(act)
  return {
    facts: {
      ...{ side, about: String(body.about), dueOn: lastDayFrom(context, 'PM-25', now) },
      ...(row.handler_id && { handler: row.handler_id }),
    },
    paper: { about: body.about, text: body.text },
  }
}

export const answerComplaint: Effect = async (act) => {
  const { context, tx, row, past, body, now } = act
  const side = body.side as Side
  if (!complaining(past).has(side)) throw invalid({ side: '这一方没有等待答复的投诉' })
  if (mediatorsIn(past, row.handler_id).has(act.caller.accountId))
    throw new Refusal('not_yours', '被投诉的人不能答复，请由委员会其他人或者司法所答复')
  const accounts = side === 'applicant' ? [row.applicant_id] : row.other_side_ids
  for (const accountId of accounts)
    await writeNotice(context, tx, {
      ...{ accountId, caseId: row.id, organisationId: row.organisation_id, at: now },
      news: 'complaint_answered',
      facts: { number: row.number },
      key: `${row.id}/${row.seq + 1}/answered/${accountId}`,
    })
  return {
    facts: { side, result: String(body.result) },
    paper: { result: body.result, answer: body.answer },
  }
}

type Reader = { caller: Caller; side: Standing }

/** To a side its own; to the office all, but for whoever has, or had, the case: they are not to know of it. */
export function concealedFrom(row: WholeCase, reader: Reader): Concealed {
  const meant = mediatorsIn(row.events, row.handler_id).has(reader.caller.accountId)
  return {
    step: ({ action, facts }) =>
      STEPS.includes(action) && (reader.side === 'staff' ? meant : facts.side !== reader.side),
    news: meant ? ['complaint_answered'] : [],
  }
}

type Complaint = InferInput<typeof MediationOwn>['complaints'][number]
type Look = { row: WholeCase; history: readonly Deed[]; papers: readonly Paper[]; reader: Reader }

export function complaintsFor({ row, papers, reader }: Look): Complaint[] {
  const hidden = concealedFrom(row, reader)
  const shown = row.events.filter((event) => STEPS.includes(event.action) && !hidden.step(event))
  const wordsOf = ({ action, at }: (typeof shown)[number]) =>
    papers.find((one) => one.action === action && one.at === at)?.paper ?? {}
  return shown
    .filter(({ action }) => action === 'complain')
    .map((event) => {
      const { seq, facts, at } = event
      const next = shown.find((one) => one.seq > seq && one.facts.side === facts.side)
      const answer = next?.action === 'answer_complaint' ? wordsOf(next) : null
      return {
        side: facts.side as Side,
        sideText: SIDE_NAME[facts.side as Side],
        at,
        aboutText: MISCONDUCT[facts.about as keyof typeof MISCONDUCT],
        text: text(wordsOf(event).text),
        aimOn: facts.dueOn ?? '',
        resultText: answer && MISCONDUCT_RESULT[answer.result as keyof typeof MISCONDUCT_RESULT],
        answer: answer && text(answer.answer),
      }
    })
}
