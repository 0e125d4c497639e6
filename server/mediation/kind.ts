import { nullable } from 'valibot'

import { MediationOwn } from '#contract/mediation'
import { MEDIATION_ACTIONS } from '#contract/mediation-steps'
import { DISPUTE_NAME, type Dispute, disputeOf, EXCLUSION, type Exclusion } from '#domain/dispute'
import { maskName, maskPhone } from '#domain/mask'
import { mediation } from '#domain/mediation'
import { MEDIATION_ACTION, MEDIATION_STATUS, nextOfMediation } from '#domain/mediation-words'
import type { Standing } from '#domain/procedure'
import type { KindOfCase } from '../cases/kind.ts'
import type { EventRow, WholeCase } from '../cases/read.ts'
import { papersOf } from '../cases/sections.ts'
import { readText } from '../cases/texts.ts'
import type { Context } from '../context.ts'
import { alsoTold } from './absent.ts'
import { concealedFrom } from './complaints.ts'
import { optionsOf } from './options.ts'
import { ownOf } from './own.ts'
import { keyOf } from './party.ts'
import { sectionsFor } from './sections.ts'
import { text } from './sides.ts'
import { AFTER } from './steps/after.ts'
import { AGREEMENT } from './steps/agreement.ts'
import { DOSSIER } from './steps/dossier.ts'
import { END } from './steps/end.ts'
import { PEOPLE } from './steps/people.ts'
import { SESSION } from './steps/session.ts'
import { START } from './steps/start.ts'
import { takeOver } from './take-over.ts'

type Form = Readonly<Record<string, unknown>>

/** What a side said to the office alone, and what the office notes, is not even known to have been done. */
const OFFICE_ONLY = [
  'report_danger',
  'acknowledge_danger',
  'investigate',
  'return_visit',
  'flag_callback',
  'review_flags',
  'release_text',
]

/** What a side does for its own papers is not told to the other. */
const ONE_SIDED = ['state_party', 'issue_authority', 'add_to_dossier']
const isOfOneSide = ({ action, facts }: Pick<EventRow, 'action' | 'facts'>, reader: Standing) =>
  ONE_SIDED.includes(action) && reader !== 'staff' && (facts.side ?? reader) !== reader

const sharedForm = ({ type, wish }: Form) => ({ type, wish })

const otherOf = ({ other }: Form) => (typeof other === 'object' && other !== null ? (other as Form) : {})

/** Staff read what was asked with numbers masked; the other side the shared part alone. */
function masked(form: Form, standing: Standing): Record<string, unknown> {
  if (standing === 'other_side') return sharedForm(form)
  const { name, phone, other, ...rest } = form
  return {
    ...rest,
    ...(typeof name === 'string' && { name: maskName(name) }),
    ...(typeof phone === 'string' && { phone: maskPhone(phone) }),
    other: { name: maskName(text(otherOf(form).name)) },
  }
}

/** What was said of the other side, by itself or for it. */
const isOfOther = ({ events }: WholeCase, step: string, when: string) =>
  step === 'state_party' &&
  events.some(({ action, at, facts }) => action === step && at === when && facts.side === 'other_side')

/** Name and number of the other side, as they were mended last. */
function inFull(context: Context, row: WholeCase): Record<string, string> {
  if (!row.data_key) return {}
  const key = keyOf(context, row)
  const form = row.texts.find(({ kind }) => kind === 'form')
  const first = form ? otherOf(JSON.parse(readText(context, key, form))) : {}
  const mended = papersOf(context, key, row).filter(
    ({ action, at }) => ['invite', 'name_parties'].includes(action) || isOfOther(row, action, at),
  )
  const { name, phone, address } = Object.assign({}, first, ...mended.map(({ paper }) => paper)) as Form
  return { other_side: [name, phone, address].map(text).filter(Boolean).join(' ') }
}

const already = (form: Form) => {
  const value = text(form.already)
  return value && value !== 'none' ? EXCLUSION[value as Exclusion].name : ''
}

function lines(form: Form, standing: Standing) {
  const rows: [name: string, label: string, value: string][] = [
    ['type', '纠纷类型', DISPUTE_NAME[form.type as Dispute] ?? ''],
    ['wish', '申请人的要求', text(form.wish)],
  ]
  const own: typeof rows = [
    ['other', '对方', text(otherOf(form).name)],
    ['story', '经过（只给调解员看）', text(form.story)],
    ['suits', '方便的时间（只给调解员看）', text(form.suits)],
    ['already', '这件事找过', already(form)],
  ]
  return [...rows, ...(standing === 'other_side' ? [] : own)]
    .filter(([, , value]) => value)
    .map(([name, label, value]) => ({ name, label, text: value }))
}

export const mediationKind: KindOfCase = {
  procedure: mediation,
  status: MEDIATION_STATUS,
  action: MEDIATION_ACTION,
  next: nextOfMediation,
  opened: '申请了调解',
  title: ({ topic }) => `${DISPUTE_NAME[(topic ?? 'other') as Dispute] ?? '民间'}纠纷调解`,
  clock: {
    contact: '联系双方',
    answer: '等对方答复',
    mediation: '调解期限',
    confirmation: '申请司法确认',
  },
  bodies: MEDIATION_ACTIONS,
  effects: alsoTold({ ...START, ...DOSSIER, ...PEOPLE, ...SESSION, ...AGREEMENT, ...AFTER, ...END }),
  hidden: { applicant: OFFICE_ONLY, other_side: OFFICE_ONLY },
  concealed: (row, reader) => {
    const complaints = concealedFrom(row, reader)
    return { ...complaints, step: (event) => complaints.step(event) || isOfOneSide(event, reader.side) }
  },
  masked,
  inFull,
  lines,
  own: { schema: nullable(MediationOwn), read: ownOf },
  options: optionsOf,
  sections: sectionsFor,
  takeOver: (context, carried) => takeOver(context, carried, disputeOf(carried.topic)),
}
