import type { Line, Section } from '#contract/case'
import { INQUIRY_ACTIONS, InquiryOwn } from '#contract/inquiry'
import { ADVICE_ONLY, legalAidNotice } from '#domain/consultation'
import { dayOf, minutesBetween } from '#domain/day'
import { inquiry } from '#domain/inquiry'
import { INQUIRY_ACTION, INQUIRY_STATUS } from '#domain/inquiry-words'
import type { Result } from '#domain/ledger'
import { maskName, maskPhone } from '#domain/mask'
import { TOPIC_NAME, type Topic } from '#domain/topic'
import { linesOf } from '../cases/fields.ts'
import type { Act, Carried, Effect, KindOfCase, Shown, Takeover } from '../cases/kind.ts'
import type { Context } from '../context.ts'
import { cameAt, coverFor, followUp, handToFirst, moveOn, passOn, refuseForConflict } from './hand.ts'
import { readOwn } from './own.ts'
import { handedOn, writeDown } from './write-down.ts'

/** Only the first answer to a question says how long it took; a later word is a line without a time. */
const timed = (act: Act) =>
  act.row.status === 'asked'
    ? {
        minutes: Math.max(0, minutesBetween(cameAt(act), act.now)),
        inTime: act.row.due_at === null || act.now <= act.row.due_at,
      }
    : {}

const answer: Effect = async (act) => {
  const { category, result, fileIds: _, ...words } = act.body
  await writeDown(act, {
    service: 'consultation',
    result: (result as Result | undefined) ?? 'solved',
    group: typeof words.group === 'string' ? words.group : null,
    ...timed(act),
  })
  const paper = { ...words, category, ...(typeof result === 'string' && { result }) }
  return { paper, facts: { category: String(category) } }
}

const handOn: Effect = async (act) => {
  await writeDown(act, { ...handedOn(act), ...timed(act) })
  return {}
}

const claim: Effect = async ({ caller }) => ({ handlerId: caller.accountId })

/** Back to the group, at the same place of the line. */
const release: Effect = async ({ body }) => ({ handlerId: null, note: String(body.reason) })

const refer: Effect = async ({ body: { to, since } }) => ({
  facts: { to: String(to), ...(typeof since === 'string' && { since }) },
})

const reportDanger: Effect = async ({ body }) => ({
  facts: { what: String(body.what), to: String(body.to) },
  note: String(body.receipt),
  alarm: true,
})

function masked(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { name, phone, ...rest } = form
  return {
    ...rest,
    ...(typeof name === 'string' && { name: maskName(name) }),
    ...(typeof phone === 'string' && { phone: maskPhone(phone) }),
  }
}

const FIELDS: readonly (readonly [name: string, label: string])[] = [
  ['question', '问的事'],
  ['name', '称呼'],
  ['phone', '电话'],
  ['language', '语言或方言'],
  ['toldBefore', '之前得到的答复'],
]

const lines = (form: Readonly<Record<string, unknown>>): Line[] =>
  FIELDS.flatMap(([name, label]) => {
    const text = form[name]
    return typeof text === 'string' && text ? [{ name, label, text }] : []
  })

/** What was answered, newest first: facts, law, what to do, dates, where to go (CO-4). */
function sections({ papers }: Shown): Section[] {
  const answers = papers.filter(({ action }) => action === 'answer').toReversed()
  return answers.map(({ at, paper }, n) => {
    const { category: _, ...rest } = paper
    const aid = legalAidNotice(dayOf(at))
    return {
      title: n === 0 ? '答复' : '以前的答复',
      lines: linesOf(INQUIRY_ACTIONS.answer, rest),
      note: n === 0 ? `${aid.text}。${ADVICE_ONLY}` : ADVICE_ONLY,
      law: n === 0 ? aid.law : null,
    }
  })
}

/** A call, or another case, goes on as a question to the adviser of the village. */
async function takeOver(context: Context, carried: Carried): Promise<Takeover> {
  const cover = await coverFor(context.database, carried.regionCode, context.now())
  const { organisation, handlerId, facts } = handToFirst(cover)
  return {
    opening: {
      organisation,
      handlerId,
      facts,
      regionCode: carried.regionCode,
      channel: null,
      topic: carried.topic ?? 'other',
      appointment: null,
      form: {
        question: carried.summary,
        ...(carried.name && { name: carried.name }),
        ...(carried.phone && { phone: carried.phone }),
        ...(carried.answer && { toldBefore: carried.answer }),
      },
      words: carried.summary,
    },
  }
}

export const inquiryKind: KindOfCase = {
  procedure: inquiry,
  status: INQUIRY_STATUS,
  action: INQUIRY_ACTION,
  opened: '提出了问题',
  title: ({ topic }) => `问法律顾问 · ${TOPIC_NAME[topic as Topic] ?? '法律咨询'}`,
  clock: { reply: '答复时间' },
  bodies: INQUIRY_ACTIONS,
  effects: {
    answer,
    hand_on: handOn,
    claim,
    release,
    refer,
    report_danger: reportDanger,
    move_on: moveOn,
    pass_on: passOn,
    refuse_for_conflict: refuseForConflict,
    follow_up: followUp,
  },
  hidden: { applicant: ['report_danger', 'acknowledge_danger'] },
  masked,
  lines,
  own: { schema: InquiryOwn, read: readOwn },
  sections,
  takeOver,
}
