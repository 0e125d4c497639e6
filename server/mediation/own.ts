import type { InferInput } from 'valibot'
import type { MediationOwn } from '#contract/mediation'
import { type Agreement, SIGNING_NAME, type Signing, type Touch, whyOnPaper } from '#domain/agreement'
import { blocksOf, CONFIRMATION_FACTS, lastDayOf, OUTCOME_NAME, type Outcome } from '#domain/confirmation'
import { type Day, dayOf, daysBetween } from '#domain/day'
import { DISPUTE_NAME, type Dispute, ROUTES } from '#domain/dispute'
import { closingGaps, DOSSIER_NAME, dossierOf } from '#domain/dossier'
import { FLAG_TEXT, type Flag } from '#domain/honesty'
import { maskPhone } from '#domain/mask'
import { CLAUSES } from '#domain/mediation-clauses'
import * as past from '#domain/mediation-past'
import {
  DUTIES,
  FREE,
  HELPER_AS,
  NEVER_BLOCKS,
  OTHER_SIDE_STATE,
  PERFORMANCE_TEXT,
  PERFORMED,
  RECEIVER,
  RIGHTS,
  RIGHTS_LAW,
  SIDE_NAME,
  VISITED_BY,
} from '#domain/mediation-words'
import { type Deed, standingOf } from '#domain/procedure'
import { lastDay, REFERRAL } from '#domain/referral'
import type { Paper } from '../cases/kind.ts'
import { matterOf } from '../cases/matter.ts'
import { pastOf, type WholeCase } from '../cases/read.ts'
import { papersOf } from '../cases/sections.ts'
import type { Context } from '../context.ts'
import { codeOf, invitationOf } from '../invitation-code.ts'
import type { Caller } from '../session/authenticate.ts'
import { caOf } from './ca.ts'
import { committeeOf } from './committees.ts'
import { complaintsFor } from './complaints.ts'
import { contentsOf } from './contents.ts'
import { agreementIn, frozen } from './frozen.ts'
import { applicantOf, nameOf } from './head.ts'
import { itemsOf } from './items.ts'
import { mediatorsOf } from './mediators.ts'
import { keyOf, type Party, readParty } from './party.ts'
import { text } from './sides.ts'
import { statedIn, statedLines } from './stated.ts'
import { formIn } from './words.ts'

type Own = InferInput<typeof MediationOwn>
type Viewer = { caller: Caller; now: string }

/** Everything the parts below are made of. */
type Look = {
  context: Context
  row: WholeCase
  viewer: Viewer
  side: Own['side']
  history: readonly Deed[]
  papers: readonly Paper[]
  party: Party
  form: Readonly<Record<string, unknown>>
}

const both = (sides: Set<past.Side>) => ({
  applicant: sides.has('applicant'),
  otherSide: sides.has('other_side'),
})

/** A word for staff alone. */
const forStaff = <T>({ side }: Look, value: T, otherwise: T): T => (side === 'staff' ? value : otherwise)

function otherSideOf(look: Look): Own['otherSide'] {
  const { context, row, party, history, viewer } = look
  const state = stateOf(look)
  const open = party.hasCode && party.expiresAt !== null && party.expiresAt >= viewer.now
  const named = look.side === 'other_side' || look.side === 'staff' || look.side === 'applicant'
  return {
    name: named ? party.name : null,
    phone: party.phone && forStaff(look, maskPhone(party.phone), null),
    state,
    stateText: OTHER_SIDE_STATE[state],
    invitedOn: past.isInvited(history) && party.invitedAt ? dayOf(party.invitedAt) : null,
    expiresOn: open && party.expiresAt ? dayOf(party.expiresAt) : null,
    code: open ? forStaff(look, codeOf(context.vault, invitationOf(row.id, party.codeSeq)), null) : null,
  }
}

function stateOf({ history, row }: Look): Own['otherSide']['state'] {
  if (past.last(past.sinceAnew(history), 'decline_invitation') && !past.isWilling(history)) return 'refused'
  if (past.isWilling(history)) return 'willing'
  if (row.other_side_ids.length > 0) return 'joined'
  return past.isInvited(history) ? 'waiting' : 'not_invited'
}

async function mediatorsFor({ context, row, history, side }: Look): Promise<Own['mediators']> {
  const out = past.barred(history)
  const mine = side === 'staff' ? [] : past.picksOf(history, side)
  const found = await mediatorsOf(context, context.database, row.organisation_id)
  return found.map(({ id, name, fullTime, types, intro, load }) => ({
    ...{ id, name, fullTime, types, intro, load },
    mine: mine.includes(id),
    barred: out.includes(id),
  }))
}

async function chosenOf({ context, row, history }: Look): Promise<Own['chosen']> {
  const name = await nameOf(context, context.database, row.handler_id)
  if (!row.handler_id || !name) return null
  const deed = history.findLast(
    ({ facts, action }) => facts.mediator === row.handler_id && /choose|assign/.test(action),
  )
  return { id: row.handler_id, name, how: deed?.action === 'choose_mediator' ? 'common' : 'assigned' }
}

const says = (word: string | undefined) => (word === 'yes' || word === 'no' ? word : null)

const helpersOf = ({ history, papers }: Look): Own['helpers'] =>
  papers
    .filter(({ action }) => action === 'invite_helper')
    .map(({ paper }) => {
      const id = text(paper.helper)
      const consent = past.helperConsent(history, id)
      return {
        id,
        name: text(paper.name),
        asText: HELPER_AS[paper.as as keyof typeof HELPER_AS],
        applicant: says(consent.get('applicant')),
        otherSide: says(consent.get('other_side')),
        mayCome: past.mayCome(history, id),
      }
    })

function suitsOf(look: Look): Own['suits'] {
  const { form, papers, side, history } = look
  const since = past.anewAt(history) ?? ''
  const other =
    text(papers.findLast(({ action, at }) => action === 'accept_invitation' && at > since)?.paper.suits) ||
    null
  const own = text(form.suits) || null
  return { applicant: side === 'other_side' ? null : own, otherSide: side === 'applicant' ? null : other }
}

const SESSION_STEPS = ['schedule_session', 'record_session']

function sessionsOf(look: Look): Own['sessions'] {
  const { history, papers } = look
  const planned = past.plannedOf(history)
  const held = papers.filter(({ action }) => action === 'record_session')
  const records = past.all(history, 'record_session').map((deed, index) => {
    const words = held[index]?.paper ?? {}
    const until = history.findIndex((one) => one.action === 'record_session' && one.at > deed.at)
    const after = history.slice(history.indexOf(deed) + 1, until === -1 ? undefined : until)
    return {
      id: deed.facts.session ?? '',
      state: 'held' as const,
      startsAt: deed.facts.startsAt ?? deed.at,
      endsAt: deed.facts.endsAt ?? deed.at,
      mode: modeOf(history, deed.facts.session),
      place: text(words.place),
      present: text(words.present) || null,
      record: text(words.record) || null,
      privately: forStaff(look, text(words.privately) || null, null),
      confirmed: both(past.sidesOf(after, 'confirm_record')),
    }
  })
  if (!planned) return records
  const words = papers.findLast(
    ({ action, paper }) => SESSION_STEPS.includes(action) && paper.session === planned.id,
  )
  return [
    ...records,
    {
      ...planned,
      state: 'planned',
      mode: modeOf(history, planned.id),
      place: text(words?.paper.place),
      present: null,
      record: null,
      privately: null,
      confirmed: { applicant: false, otherSide: false },
    },
  ]
}

const modeOf = (history: readonly Deed[], session: string | undefined) =>
  history.find(({ action, facts }) => action === 'schedule_session' && facts.session === session)?.facts
    .mode === 'video'
    ? ('video' as const)
    : ('place' as const)

type AgreementOwn = NonNullable<Own['agreement']>

function signaturesOf(history: readonly Deed[], committee: string): AgreementOwn['signatures'] {
  const parties = past.all(past.since(history, ...past.TEXTS), 'confirm_agreement', 'sign_agreement')
  const seal = past.last(history, 'seal_agreement')?.facts
  return [
    ...parties.map(({ facts }) => ({
      who: facts.side as past.Side,
      whoText: SIDE_NAME[facts.side as past.Side],
      on: facts.signedOn ?? '',
      howText: facts.how === 'ca' ? '电子签名' : SIGNING_NAME[facts.how as Signing],
    })),
    ...(seal
      ? [
          {
            who: 'mediator' as const,
            whoText: '人民调解员',
            on: seal.mediatorSignedOn ?? '',
            howText: '签名',
          },
          { who: 'committee' as const, whoText: committee, on: seal.sealedOn ?? '', howText: '盖章' },
        ]
      : []),
  ]
}

/** Which step says what was agreed. */
const writtenIn = (history: readonly Deed[]) =>
  past.isOral(history)
    ? ({ form: 'oral', action: 'record_oral_agreement', deed: past.agreementOf(history) } as const)
    : ({ form: 'written', action: 'draft_agreement', deed: past.draftOf(history) } as const)

function agreementState(history: readonly Deed[]): AgreementOwn['state'] {
  if (past.effectiveAt(history)) return 'effective'
  return past.signedBy(history).size > 0 ? 'signing' : 'draft'
}

const NO_CA = '本机构没有开通持证电子签名，请在纸上签名、盖章或者按指印'

function agreementFor({ context, row, history, papers }: Look): Own['agreement'] {
  const { form, action, deed } = writtenIn(history)
  const words = papers.findLast((paper) => paper.action === action)?.paper
  if (!deed || !words) return null
  const { text: frozenText, hash } = frozen(context.vault, row.id, words)
  const onPaper =
    whyOnPaper((deed.facts.touches ?? '').split(' ') as Touch[]) ?? (caOf(context) ? null : NO_CA)
  return {
    form,
    state: agreementState(history),
    no: Number(deed.facts.no ?? 1),
    text: frozenText,
    hash,
    unchanged: hash === deed.facts.hash,
    signatures: form === 'oral' && !past.draftOf(history) ? [] : signaturesOf(history, row.organisation_name),
    effectiveAt: past.effectiveAt(history),
    mayBeElectronic: onPaper === null,
    onPaper,
    received: both(past.received(history)),
  }
}

function markFor({ history, papers, side: reader }: Look, no: number, side: past.Side) {
  const deed = past.markOf(history, no, side)
  if (!deed) return null
  const paper = papers.find(
    ({ action, at, paper }) => action === 'mark_performed' && at === deed.at && paper.no === no,
  )
  const fileIds = Array.isArray(paper?.paper.fileIds) ? paper.paper.fileIds.map(String) : []
  return {
    mark: deed.facts.mark as past.Mark,
    at: deed.at,
    note: [side, 'staff'].includes(reader) ? text(paper?.paper.note) || null : null,
    fileIds,
  }
}

/** Without instalments there is one thing to mark: the whole (PM-28). */
const partsIn = ({
  instalments,
  amount,
}: Agreement): { dueOn: Day | null; amount: number; what: string }[] =>
  instalments.length ? [...instalments] : [{ dueOn: null, amount, what: '照协议全部履行' }]

function instalmentsFor(look: Look): Own['instalments'] {
  const { history, papers, viewer } = look
  if (!past.agreementOf(history)) return []
  const words = papers.findLast(({ action }) =>
    ['draft_agreement', 'record_oral_agreement'].includes(action),
  )?.paper
  if (!words) return []
  return partsIn(agreementIn(words)).map(({ dueOn, amount, what }, index) => {
    const no = index + 1
    const performance = past.performanceOf(history, no)
    const state = performance === 'open' && dueOn && dueOn < dayOf(viewer.now) ? 'late' : performance
    return {
      ...{ no, dueOn, amount, what, state },
      stateText: PERFORMANCE_TEXT[state],
      applicant: markFor(look, no, 'applicant'),
      otherSide: markFor(look, no, 'other_side'),
    }
  })
}

function confirmationFor({ context, history, papers, viewer }: Look): Own['confirmation'] {
  const effectiveAt = past.effectiveAt(history)
  if (!effectiveAt) return null
  const calendar = context.calendar()
  const today = dayOf(viewer.now)
  const { dueLegalOn } = lastDayOf(effectiveAt, calendar)
  const result = papers.findLast(({ action }) => action === 'record_confirmation')?.paper
  return {
    lastOn: dueLegalOn,
    remainingDays: daysBetween(today, dueLegalOn),
    blocks: blocksOf({
      touches: past.touchesOf(history),
      oral: past.isOnlyOral(history),
      effectiveAt,
      today,
      calendar,
    }),
    facts: [...CONFIRMATION_FACTS],
    result: result
      ? {
          outcomeText: OUTCOME_NAME[result.outcome as Outcome],
          court: text(result.court),
          number: text(result.number) || null,
          on: text(result.on),
          settled: past.last(history, 'record_confirmation')?.facts.counts !== 'no',
        }
      : null,
  }
}

const ROUTES_IN = ['failed', 'other_side_refused', 'not_accepted']

/** Shown where mediation has ended without an agreement, and where an agreement is in dispute (PM-15, PM-22). */
function routesFor({ context, row, history }: Look): Own['routes'] {
  const disputed = past.last(history, 'dispute_agreement') !== undefined
  if (!ROUTES_IN.includes(row.status) && !disputed) return []
  const since: Day | null = past.last(history, 'fail')?.facts.since ?? null
  return ROUTES[(row.topic ?? 'other') as Dispute].map((to) => {
    const { name, phone, text: words, law, checkedOn } = REFERRAL[to]
    const last = lastDay(to, since, context.calendar())
    return {
      to,
      name,
      phone,
      text: words,
      law,
      checkedOn,
      lastOn: last?.lastOn ?? null,
      lastText: last?.text ?? null,
    }
  })
}

function transferOf({ history, papers }: Look): Own['transfer'] {
  const deed = past.last(history, 'transfer')
  const words = papers.findLast(({ action }) => action === 'transfer')?.paper
  if (!deed || !words) return null
  const receipt = past.last(past.since(history, 'transfer'), 'record_receipt')
  const by = receipt && papers.findLast(({ action }) => action === 'record_receipt')?.paper.by
  return {
    toText: RECEIVER[deed.facts.to as keyof typeof RECEIVER],
    unit: text(words.unit),
    receivedBy: text(by) || null,
    on: receipt?.facts.on ?? null,
  }
}

const visitsOf = ({ papers }: Look): Own['visits'] =>
  papers
    .filter(({ action }) => action === 'return_visit')
    .map(({ paper }) => ({
      on: text(paper.on),
      byText: VISITED_BY[paper.by as keyof typeof VISITED_BY],
      performedText: PERFORMED[paper.performed as keyof typeof PERFORMED],
      record: text(paper.record),
      nextOn: text(paper.nextOn) || null,
    }))

const OVERSEERS = ['committee_secretary', 'township_officer', 'bureau_officer']

const flagsFor = ({ history, viewer }: Look): Own['flags'] =>
  viewer.caller.grants.some(({ role }) => OVERSEERS.includes(role))
    ? [...new Set(history.flatMap(({ facts }) => facts.flags?.split(' ') ?? []))].map((flag) => ({
        flag: flag as Flag,
        text: FLAG_TEXT[flag as Flag],
      }))
    : []

/** What only staff see; to a side it is not there. */
async function officePart(look: Look) {
  const { context, row, history, viewer } = look
  if (look.side !== 'staff')
    return { dossier: [], closingGaps: [], items: [], visits: [], flags: [], template: [] }
  const contents = await contentsOf(context.database, row.id)
  return {
    dossier: dossierOf({ past: history, contents }).map((line) => ({
      ...line,
      name: DOSSIER_NAME[line.item],
    })),
    closingGaps: closingGaps(history, row.status),
    items: await itemsOf(context, context.database, row, viewer.caller.accountId),
    visits: visitsOf(look),
    flags: flagsFor(look),
    template: [...CLAUSES[(row.topic ?? 'other') as Dispute]],
  }
}

const extensionOf = ({ history, papers }: Look): Own['extension'] => {
  const until = past.extendedTo(history)
  const words = papers.findLast(({ action }) => action === 'extend')?.paper
  return until ? { until, reason: text(words?.reason) } : null
}

/** Each side reads its own, whole; staff both, with numbers masked. */
async function statedFor({ context, row, side }: Look): Promise<Own['stated']> {
  const { applicant, other_side } = await statedIn(context, context.database, row)
  return {
    applicant: side === 'other_side' ? [] : statedLines(applicant, side === 'applicant'),
    otherSide: side === 'applicant' ? [] : statedLines(other_side, side === 'other_side'),
  }
}

/** Doubtful words wait until somebody has looked at them, before the other side reads them. */
const isHeld = ({ row, side }: Look) =>
  side === 'other_side' && row.texts.some(({ kind, state }) => kind === 'form' && state === 'held')

/** What the other side is told of the request: who asks and for what; the story stays with the mediator. */
async function askedPart(look: Look) {
  const { context, row, form } = look
  const { name } = await applicantOf(context, context.database, row, form)
  return { wish: isHeld(look) ? null : text(form.wish) || null, applicantName: name }
}

async function lookAt(context: Context, row: WholeCase, viewer: Viewer): Promise<Look> {
  const key = keyOf(context, row)
  return {
    ...{ context, row, viewer },
    side: standingOf(viewer.caller, matterOf(row)),
    history: pastOf(row.events),
    papers: papersOf(context, key, row),
    party: await readParty(context, context.database, row),
    form: await formIn(context, context.database, row),
  }
}

/** The case for the pages of mediation, as this caller may read it. */
export async function ownOf(context: Context, row: WholeCase, viewer: Viewer): Promise<Own | null> {
  if (!row.data_key) return null
  const look = await lookAt(context, row, viewer)
  const { history } = look
  const type = (row.topic ?? 'other') as Dispute
  return {
    side: look.side,
    type,
    typeText: DISPUTE_NAME[type],
    free: FREE,
    neverBlocks: NEVER_BLOCKS,
    ...(await askedPart(look)),
    otherSide: otherSideOf(look),
    stated: await statedFor(look),
    complaints: complaintsFor({ ...look, reader: { caller: viewer.caller, side: look.side } }),
    committee: await committeeOf(context.database, row.organisation_id),
    rights: {
      rights: [...RIGHTS],
      duties: [...DUTIES],
      law: RIGHTS_LAW,
      ...both(past.toldOfRights(history)),
    },
    mediators: await mediatorsFor(look),
    chosen: await chosenOf(look),
    picked: both(past.sidesOf(history, 'choose_mediator')),
    closedDoors: past.isClosedDoor(history),
    helpers: helpersOf(look),
    suits: suitsOf(look),
    sessions: sessionsOf(look),
    extension: extensionOf(look),
    agreement: agreementFor(look),
    instalments: instalmentsFor(look),
    confirmation: confirmationFor(look),
    routes: routesFor(look),
    transfer: transferOf(look),
    ...(await officePart(look)),
  }
}
