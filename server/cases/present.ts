import type { Case, CaseSummary, Message, readCase } from '#contract/case'
import type { ReplyInput } from '#contract/endpoint'
import { isStaff } from '#domain/actor'
import { cameByLines } from '#domain/came-by'
import { dayOf, type Instant, spokenDay, spokenTime, toEpoch } from '#domain/day'
import { legalEnd } from '#domain/due'
import { attemptsText } from '#domain/hotline-words'
import { maskCaseNumber, maskName, maskPhone } from '#domain/mask'
import { actionsFor, hasTwoSides, leadsTo, type Standing, standingOf } from '#domain/procedure'
import { LOCKED } from '#domain/proof-words'
import type { Context } from '../context.ts'
import { visibleDocuments } from '../documents/list.ts'
import { visibleFiles } from '../files/list.ts'
import { parse } from '../http/read.ts'
import { toldLines } from '../outbox/told.ts'
import type { Caller } from '../session/authenticate.ts'
import type { DataKey } from '../vault/vault.ts'
import { revealable } from './access.ts'
import { answerOf, referralsOf } from './answer.ts'
import { type Casework, kindOf } from './casework.ts'
import { clocksOf } from './clocks.ts'
import { fieldsOf } from './fields.ts'
import { type KindOfCase, schemaFor } from './kind.ts'
import { visibleLinks } from './link.ts'
import { appointmentOf, matterOf, momentOf } from './matter.ts'
import { rateUntilOf, ratingOf } from './rating.ts'
import { type CaseRow, type EventRow, pastOf, stepsOf, type TextRow, type WholeCase } from './read.ts'
import { HAND_ON, withReceivers } from './receivers.ts'
import { sectionsOf } from './sections.ts'
import { readText } from './texts.ts'
import { nameOfRole } from './who.ts'

/** Who looks, and when: what is shown depends on nothing else. */
export type Viewer = { caller: Caller; now: Instant }

const standing = ({ caller }: Viewer, row: CaseRow): Standing => standingOf(caller, matterOf(row))

const isApplicant = ({ caller }: Viewer, row: CaseRow) => caller.accountId === row.applicant_id

/** Name and number of the applicant, masked for everybody but the applicant. */
function applicantOf({ vault }: Context, viewer: Viewer, row: CaseRow) {
  if (!row.applicant_key) return { name: null, phone: null }
  const owner = `account/${row.applicant_id}`
  const key = vault.openKey(row.applicant_key, owner)
  const open = (column: string, sealed: Buffer | null) =>
    sealed && vault.unseal(key, `${owner}/${column}`, sealed)
  const name = open('name', row.applicant_name)
  const phone = open('phone', row.applicant_phone)
  const own = isApplicant(viewer, row)
  return { name: name && (own ? name : maskName(name)), phone: phone && maskPhone(phone) }
}

/** What whoever signs in with the number may know before they have shown that the case is theirs. */
const locked = (row: CaseRow, summary: CaseSummary): CaseSummary => ({
  ...summary,
  locked: true,
  number: maskCaseNumber(row.number),
  title: LOCKED.title,
  nextText: LOCKED.next,
  topic: null,
  channel: null,
  regionCode: `${row.county}000000`,
  regionName: row.organisation_name,
  appointment: null,
  dueAt: null,
  retryAt: null,
  urgent: false,
  handler: null,
  applicant: { name: null, phone: null },
})

/** What made it urgent was said to the office; a number, even half of one, the applicant gives or not. */
const notTheirs = ({ applicant }: CaseSummary) => ({
  urgent: false,
  applicant: { ...applicant, phone: null },
})

export function summarise(work: Casework, row: CaseRow, viewer: Viewer): CaseSummary {
  const summary = summaryOf(work, row, viewer)
  if (row.unproven && isApplicant(viewer, row)) return locked(row, summary)
  return standing(viewer, row) === 'other_side' ? { ...summary, ...notTheirs(summary) } : summary
}

function summaryOf(work: Casework, row: CaseRow, viewer: Viewer): CaseSummary {
  const kind = kindOf(work, row)
  const words = kind.status[row.status]
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    statusText: words?.text ?? row.status,
    nextText: words?.next ?? '',
    title: kind.title(row),
    topic: row.topic,
    urgent: row.urgent,
    version: row.version,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    regionCode: row.region_code,
    regionName: row.region_path ?? row.region_code,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    channel: row.channel,
    appointment: appointmentOf(row),
    dueAt: row.due_at,
    overdue: isOverdue(work, row, viewer),
    locked: false,
    attempts: row.attempts,
    retryAt: row.closed_at ? null : row.retry_at,
    handler: handlerOf(work.context, row),
    applicant: applicantOf(work.context, viewer, row),
  }
}

/** The office is warned by the strict day (CLK-6); to the people it is late when it is late by law (CLK-4). */
function isOverdue({ context }: Casework, row: CaseRow, viewer: Viewer): boolean {
  if (row.closed_at !== null || row.due_at === null) return false
  const isOffice = standing(viewer, row) === 'staff'
  return (isOffice ? row.due_at : legalEnd(context.calendar(), row.due_at)) < viewer.now
}

export async function present(
  work: Casework,
  row: WholeCase,
  viewer: Viewer,
): Promise<ReplyInput<typeof readCase>> {
  const { context } = work
  const kind = kindOf(work, row)
  const key = row.data_key && context.vault.openKey(row.data_key, `case/${row.id}`)
  return {
    ...withNext(kind, row, summarise(work, row, viewer)),
    ...(await saidOf(work, kind, row, key, viewer)),
    ...forStaff(work, row, standing(viewer, row)),
    county: row.county,
    attemptsText: attemptsOf(row),
    clocks: clocks(work, kind, row, viewer.now),
    actions: await actions(work, kind, row, viewer),
    timeline: timelineOf(context, kind, row, viewer, key),
    messages: key ? messagesOf(context, key, row, viewer) : [],
    audiences: hasTwoSides(kind.procedure) ? SPEAKS_TO[standing(viewer, row)] : [],
    files: visibleFiles(context, row.files, viewer.caller.accountId, standing(viewer, row)),
    documents: key ? visibleDocuments(row.documents, standing(viewer, row)) : [],
    links: visibleLinks(work, row.links, viewer.caller).map(({ rel, case_id, number }) => ({
      rel,
      caseId: case_id,
      number,
    })),
    rating: isApplicant(viewer, row) ? ratingOf(context, key, row) : null,
    rateUntil: rateUntilOf(work, row, viewer),
  }
}

/** Of a case whose person has shown that it is theirs. */
const withNext = (kind: KindOfCase, row: WholeCase, summary: CaseSummary): CaseSummary => ({
  ...summary,
  nextText: (!summary.locked && kind.next?.(pastOf(row.events))) || summary.nextText,
})

const forStaff = (work: Casework, row: WholeCase, as: Standing) =>
  as === 'staff'
    ? { alarmAt: row.alarm_at, danger: row.danger, reveals: revealable(work, row) }
    : { alarmAt: null, danger: [], reveals: [] }

/** What was submitted and what came of it, in words. */
async function saidOf(work: Casework, kind: KindOfCase, row: WholeCase, key: DataKey | null, viewer: Viewer) {
  const { context } = work
  const as = standing(viewer, row)
  const text = row.texts.find(({ kind }) => kind === 'form')
  const form = key && text ? formOf(work, kind, row, key, text, viewer) : null
  const own = kind.own ? parse(kind.own.schema, await kind.own.read(context, row, viewer)) : null
  const shown = { context, row, form: form ?? {}, standing: as, own, now: viewer.now }
  return {
    form,
    formHeld: text?.state === 'held',
    lines: form ? [...(kind.lines?.(form, as) ?? []), ...(as === 'staff' ? cameByLines(form) : [])] : [],
    sections: sectionsOf(kind, shown, key),
    own,
    ...(as === 'other_side'
      ? NOT_THEIRS
      : { answer: key && answerOf(context, key, row), referrals: referralsOf(context, row.events) }),
  }
}

/** What was said to the applicant is not said to the other side. */
const NOT_THEIRS = { answer: null, referrals: [] }

const messagesOf = (context: Context, key: DataKey, row: WholeCase, viewer: Viewer) =>
  row.texts
    .filter((text) => text.kind === 'message' && isFor(text, standing(viewer, row), viewer))
    .map((text) => messageOf(context, key, text, viewer))

/** What a side says stays with the office unless it is said to all; the office says to whom it speaks. */
const SPEAKS_TO: Readonly<Record<Standing, Case['audiences']>> = {
  applicant: ['staff', 'all'],
  other_side: ['staff', 'all'],
  staff: ['all', 'applicant', 'other_side', 'staff'],
}

/** Staff reads all; a side reads what is for it, and what it wrote itself. */
const isFor = ({ audience, by_id }: TextRow, as: Standing, { caller }: Viewer) =>
  as === 'staff' || audience === 'all' || audience === as || by_id === caller.accountId

/** Staff also sees what the applicant was told, in which way, and what came of it. */
function timelineOf(
  context: Context,
  kind: KindOfCase,
  row: WholeCase,
  viewer: Viewer,
  key: DataKey | null,
): Case['timeline'] {
  const as = standing(viewer, row)
  const staff = as === 'staff'
  const steps = eventsFor(kind, row, viewer).map((event) => ({
    at: event.at,
    by: event.by_id === viewer.caller.accountId ? '我' : nameOfRole(event.role),
    role: event.role,
    action: event.action,
    from: event.from_status,
    to: event.to_status,
    text: doneText(kind, event),
    note: (key && staff ? noteOf(context, key, row, event) : null) ?? consentIn(event, as),
  }))
  if (!staff) return steps
  const silent = kind.concealed?.(row, { caller: viewer.caller, side: as }).news ?? []
  const notices = row.notices.filter(({ news }) => !silent.includes(news))
  return [...steps, ...toldLines(notices)].sort((a, b) => toEpoch(a.at) - toEpoch(b.at))
}

/** Who wrote to whom is nobody else's business: a side sees the messages, not that others were written. */
const eventsFor = (kind: KindOfCase, row: WholeCase, viewer: Viewer) => {
  const as = standing(viewer, row)
  const hidden = kind.hidden[as] ?? []
  const concealed = kind.concealed?.(row, { caller: viewer.caller, side: as })
  return row.events.filter(
    (event) =>
      !hidden.includes(event.action) &&
      !concealed?.step(event) &&
      (event.action !== 'message' || mayKnow(row, event, as, viewer)),
  )
}

/** The words to which the applicant agreed by themselves; of earlier steps only that they did is known. */
const consentIn = ({ facts }: EventRow, as: Standing) =>
  as !== 'other_side' && facts.separateConsent && facts.separateConsent !== 'given'
    ? facts.separateConsent
    : null

const mayKnow = (row: WholeCase, { text_id }: EventRow, as: Standing, viewer: Viewer) => {
  const text = row.texts.find(({ id }) => id === text_id)
  return text === undefined || isFor(text, as, viewer)
}

const attemptsOf = ({ attempts, retry_at, closed_at }: CaseRow): string | null => {
  const retry = closed_at ? null : retry_at
  return attempts > 0
    ? attemptsText(attempts, retry && `${spokenDay(dayOf(retry))}${spokenTime(retry)}`)
    : null
}

function noteOf(context: Context, key: DataKey, row: WholeCase, { text_id }: EventRow): string | null {
  const text = row.texts.find(({ id, kind }) => id === text_id && kind === 'note')
  return text ? readText(context, key, text) : null
}

const CORE_STEPS: Readonly<Record<string, string>> = {
  message: '留了言',
  release_text: '看过并放行了一段文字',
}

const openedText = ({ opened }: KindOfCase, facts: EventRow['facts']) =>
  typeof opened === 'string' ? opened : opened(facts)

const doneText = (kind: KindOfCase, { action, facts }: EventRow) =>
  action === 'open' ? openedText(kind, facts) : (kind.action[action]?.done ?? CORE_STEPS[action] ?? action)

function handlerOf({ vault }: Context, row: CaseRow): Case['handler'] {
  if (!row.handler_id || !row.handler_key || !row.handler_name) return null
  const owner = `account/${row.handler_id}`
  const key = vault.openKey(row.handler_key, owner)
  return { id: row.handler_id, name: vault.unseal(key, `${owner}/name`, row.handler_name) }
}

/** A doubtful text is shown to its author and to staff, who look at it and let it through; not to the other side. */
const isHidden = (text: TextRow, { caller }: Viewer) =>
  text.state === 'held' && text.by_id !== caller.accountId && !isStaff(caller)

function formOf(
  { context }: Casework,
  kind: KindOfCase,
  row: CaseRow,
  key: DataKey,
  text: TextRow,
  viewer: Viewer,
) {
  if (isHidden(text, viewer)) return null
  const form = JSON.parse(readText(context, key, text))
  return isApplicant(viewer, row) ? form : kind.masked(form, standing(viewer, row))
}

export const messageOf = (context: Context, key: DataKey, text: TextRow, viewer: Viewer): Message => ({
  id: text.id,
  at: text.at,
  by: text.by_id === viewer.caller.accountId ? '我' : nameOfRole(text.role),
  role: text.role,
  mine: text.by_id === viewer.caller.accountId,
  text: isHidden(text, viewer) ? null : readText(context, key, text),
  held: text.state === 'held',
  to: text.audience,
  fileIds: text.file_ids,
})

const clocks = ({ context }: Casework, kind: KindOfCase, row: WholeCase, now: Instant) =>
  clocksOf(context, kind, { history: stepsOf(row.events), appointment: appointmentOf(row) }, now).map(
    (clock) => ({
      name: kind.clock[clock.name] ?? clock.name,
      text: clock.text,
      law: clock.law,
      dueOn: clock.dueOn,
      dueLegalOn: clock.dueLegalOn,
      dueAt: clock.dueAt,
      remainingDays: clock.remainingDays,
      state: clock.state,
      provisional: clock.provisional,
    }),
  )

async function actions(work: Casework, kind: KindOfCase, row: WholeCase, viewer: Viewer) {
  const { context } = work
  const { caller, now } = viewer
  const matter = matterOf(row, pastOf(row.events))
  const moment = momentOf(context, now)
  const open = row.is_frozen ? [] : actionsFor(kind.procedure, caller, matter, moment)
  const offered = open.length > 0 && kind.options ? await kind.options(context, row, viewer) : {}
  const steps = open.map((action) => {
    const to = leadsTo(kind.procedure, action, matter, moment) ?? row.status
    const words = kind.action[action]
    return {
      action,
      text: words?.ask ?? action,
      means: asItLeads(words?.means, to) ?? null,
      final: asItLeads(words?.final, to) ?? false,
      fields: fieldsOf(schemaFor(kind.bodies[action], to), offered, standing(viewer, row)),
    }
  })
  return Promise.all(
    steps.map(async (step) =>
      step.action === HAND_ON ? { ...step, fields: await withReceivers(work, row, step.fields) } : step,
    ),
  )
}

const asItLeads = <Value extends string | boolean>(
  said: Value | ((to: string) => Value) | undefined,
  to: string,
) => (typeof said === 'function' ? said(to) : said)
