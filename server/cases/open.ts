import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import { invalid } from '#domain/refusal'
import { holdAccount } from '../accounts/held.ts'
import type { Db } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf } from './casework.ts'
import { afterStep } from './clocks.ts'
import { dangersIn, tellOfDanger } from './danger.ts'
import { attachFirst } from './files.ts'
import { linkCases } from './link.ts'
import type { NewCase } from './new-case.ts'
import { before } from './once.ts'
import { writeCase } from './write.ts'

/** What else must hold in the transaction that opens the case: a seat taken, a row of its own kind. */
export type Admission = (tx: Db, caseId: string) => Promise<NewCase>

/**
 * Opens a case and gives its id; the same ticket gives the same case.
 * `admit` runs inside the transaction, before the case is written, and throws a `Refusal` when there is no place.
 */
export async function openCase(
  work: Casework,
  { caller, ticket, now, county, state }: Submission,
  kind: Kind,
  admit: Admission,
  afterwards: (tx: Db, caseId: string) => Promise<void>,
): Promise<string> {
  const { context } = work
  const id = idOf(county)
  const number = await work.number(kind, county, now)
  return context.database.inTransaction(async (tx) => {
    const earlier = await before(tx, ticket, id)
    if (earlier) return earlier
    const opening = await admit(tx, id)
    await writeOpening(work, tx, { id, number, county, state, caller, now }, opening)
    await attachFirst(tx, kindOf(work, opening).procedure, id, caller, opening.form)
    await afterwards(tx, id)
    if (opening.from) await linkCases(work, tx, caller, opening.from, id)
    return id
  })
}

export const idOf = (county: string): string => `${county}-${newId()}`

type Named = Omit<Submission, 'ticket'> & { id: string; number: string }

/** Whoever serves writes down what somebody else says; a matter of their own goes the way of everybody (PM-6). */
const OWN_MATTER = '这是你自己的号码。自己的事请由别的同事登记'

/** The case itself, in a transaction that has begun. */
export async function writeOpening(
  work: Casework,
  tx: Db,
  { caller, now, ...named }: Named,
  opening: NewCase,
): Promise<void> {
  const applicantId = opening.openedFor?.accountId ?? caller.accountId
  if (opening.openedFor && applicantId === caller.accountId) throw invalid({ 'onBehalfOf.phone': OWN_MATTER })
  await holdAccount(tx, applicantId, caller.accountId)
  const { procedure } = kindOf(work, opening)
  const danger = dangersIn(procedure, opening.words)
  const { id, number } = named
  const unproven = opening.unproven ?? applicantId !== caller.accountId
  const { regionCode } = opening
  const about = { id, number, applicantId, organisationId: opening.organisation.id, regionCode, unproven }
  await writeCase(work.context, tx, {
    urgent: false,
    handlerId: null,
    unproven: applicantId !== caller.accountId,
    ...opening,
    ...named,
    ...beginning(work, opening, now),
    at: now,
    organisationId: opening.organisation.id,
    applicantId,
    openedBy: caller.accountId,
    role: opening.openedFor?.role ?? 'resident',
    danger,
  })
  if (danger.length > 0) await tellOfDanger(work.context, tx, procedure, { ...about, seq: 1, at: now })
}

export type Submission = {
  caller: Caller
  ticket: Ticket
  now: Instant
  county: string
  /** What the content check said of the words. */
  state: 'passed' | 'held'
}

function beginning(work: Casework, { kind, appointment, status, facts: given = {} }: NewCase, now: Instant) {
  const known = kindOf(work, { kind })
  const start = status ?? known.procedure.start
  const step = { at: now, to: start, action: 'open', facts: given }
  const { begun, due } = afterStep(work.context, known, { history: [step], appointment }, now)
  return { status: start, facts: { ...given, ...begun }, due }
}
