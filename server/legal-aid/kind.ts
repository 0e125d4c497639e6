import { LegalAid } from '#contract/legal-aid'
import { LEGAL_AID_ACTIONS } from '#contract/legal-aid-steps'
import { dayOf } from '#domain/day'
import { legalAid } from '#domain/legal-aid'
import { LEGAL_AID_ACTION, LEGAL_AID_CLOCK, LEGAL_AID_STATUS, nextInAid } from '#domain/legal-aid-words'
import { TOPIC_NAME, type Topic } from '#domain/topic'
import type { Carried, Effect, KindOfCase, Takeover } from '../cases/kind.ts'
import { officeFor } from '../cases/office.ts'
import type { WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { assign, changeLawyer, declareConflict, declineAssignment, signAgreement } from './assign.ts'
import { close } from './close.ts'
import {
  grant,
  orderCorrection,
  provideInAdvance,
  recommend,
  refuse,
  terminate,
  upholdDecision,
} from './decide.ts'
import { linesOfForm, maskedForm } from './filed-lines.ts'
import { itemsOffered } from './items-offered.ts'
import { askForMaterial, completeApplication, supplyFormalities, supplyMaterial } from './material.ts'
import { liftFalsePromise, noteFalsePromise } from './promise.ts'
import { knownIn } from './read.ts'
import { beginThere, centresOffered, redirect } from './redirect.ts'
import { sectionsOfAid } from './sections.ts'
import { viewOf } from './view.ts'
import { lawyersOffered } from './view-staff.ts'

const claim: Effect = async ({ caller }) => ({ handlerId: caller.accountId })
const release: Effect = async ({ body }) => ({ handlerId: null, note: String(body.reason) })

/** What reports count is kept as plain facts beside the words. */
const counted =
  (...names: readonly string[]): Effect =>
  async ({ body }) => ({
    paper: body,
    facts: Object.fromEntries(names.map((name) => [name, String(body[name])])),
  })

/** Another service hands over what was said there; the rest is asked for once (LP-12 begins only after that). */
async function takeOver(context: Context, carried: Carried): Promise<Takeover> {
  const { from, name, phone, topic, regionCode, summary, answer } = carried
  const organisation = await officeFor(context.database, ['legal_aid_centre'], regionCode)
  return {
    opening: {
      organisation,
      regionCode,
      channel: 'handed_on',
      topic,
      appointment: null,
      form: {
        ...(name && { name }),
        ...(phone && { phone }),
        summary,
        ...(answer && { answer }),
        cameFrom: from.number,
      },
      words: summary,
      status: 'awaiting_material',
      facts: {
        cameFrom: from.kind,
        on: dayOf(context.now()),
      },
    },
  }
}

/** Also of an application that was filled in later. */
function inFull(context: Context, row: WholeCase) {
  const { filed } = knownIn(context, row)
  if (!filed) return {}
  const { applicant, otherSide } = filed
  const other = [otherSide.name, otherSide.phone, otherSide.address, otherSide.idNumber]
    .filter(Boolean)
    .join('，')
  return {
    name: applicant.name,
    phone: applicant.phone,
    id_number: applicant.idNumber,
    address: applicant.address,
    ...(other && { other_side: other }),
  }
}

export const legalAidKind: KindOfCase = {
  procedure: legalAid,
  status: LEGAL_AID_STATUS,
  action: LEGAL_AID_ACTION,
  next: nextInAid,
  opened: '提交了法律援助申请',
  title: ({ topic }) => ['法律援助', TOPIC_NAME[topic as Topic]].filter(Boolean).join(' · '),
  clock: LEGAL_AID_CLOCK,
  bodies: LEGAL_AID_ACTIONS,
  effects: {
    claim,
    release,
    complete_application: completeApplication,
    ask_for_material: askForMaterial,
    ask_again: askForMaterial,
    supply_material: supplyMaterial,
    provide_in_advance: provideInAdvance,
    supply_formalities: supplyFormalities,
    recommend,
    grant,
    refuse,
    redirect,
    terminate,
    uphold_decision: upholdDecision,
    order_correction: orderCorrection,
    assign,
    change_lawyer: changeLawyer,
    declare_conflict: declareConflict,
    decline_assignment: declineAssignment,
    sign_agreement: signAgreement,
    report_difficulty: counted('what'),
    request_change: counted(),
    complain: counted('about'),
    answer_complaint: counted('result'),
    check_quality: counted('tool', 'mark'),
    ask_to_end: counted('ground'),
    close,
    note_false_promise: noteFalsePromise,
    lift_false_promise: liftFalsePromise,
  },
  // What is prepared inside the office, and what is said of the lawyer and the recipient behind their backs.
  hidden: {
    applicant: ['claim', 'release', 'recommend', 'report_difficulty', 'check_quality', 'acknowledge_danger'],
  },
  masked: maskedForm,
  inFull,
  lines: linesOfForm,
  own: { schema: LegalAid, read: viewOf },
  options: async (context, row, viewer) => ({
    ...(await lawyersOffered(context, row, viewer)),
    centreId: await centresOffered(context, row),
    items: itemsOffered(context, row),
  }),
  sections: sectionsOfAid,
  onward: { action: 'redirect', begin: beginThere },
  takeOver,
}
