import type { Kind } from '#domain/kind'
import { isFinal } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import type { Db } from '../db/sql.ts'
import { parse } from '../http/read.ts'
import type { Ticket } from '../http/route.ts'
import { readAfter } from './access.ts'
import { type Casework, kindOf } from './casework.ts'
import { schemaFor, type Takeover } from './kind.ts'
import { linkCases } from './link.ts'
import { answered } from './once.ts'
import { idOf, writeOpening } from './open.ts'
import type { Viewer } from './present.ts'
import type { WholeCase } from './read.ts'
import { carriedFrom, consentFor, HAND_ON } from './receivers.ts'

type Going = {
  /** Where it went, and whether another body got to know of it: then the consent is a separate one (PIPL art. 23). */
  facts: Readonly<Record<string, string>>
  open(tx: Db): Promise<void>
}

type Asked = Viewer & { id: string; body: Readonly<Record<string, unknown>> }

/** What else a step opens; null for a step that leaves one case one case, and for one that has been taken before. */
export async function prepareGoing(
  work: Casework,
  request: Asked & { action: string; ticket: Ticket },
): Promise<Going | null> {
  const isOnward = Object.values(work.kinds).some(({ onward }) => onward?.action === request.action)
  if (!isOnward && request.action !== HAND_ON) return null
  if (await answered(work.context.database, request.ticket)) return null
  return isOnward ? prepareOnward(work, request) : prepareHandOn(work, request)
}

/** Reads what is taken along and asks the receiving kind how it begins; nothing is changed yet. */
async function prepareHandOn(work: Casework, request: Asked): Promise<Going> {
  const row = await readAfter(work, request.id, request)
  const to = kindAsked(work, row, request)
  const takeOver = work.kinds[to]?.takeOver
  if (!takeOver || to === row.kind) throw new Refusal('not_now', '这件事不能转到那里，请换一个去处')
  if (goesOn(work, row, to)) throw new Refusal('not_now', '已经转到那里，正在办理')
  return goingTo(work, request, row, to, await takeOver(work.context, carriedFrom(work, row)))
}

/** While what it went on as is being dealt with, the same is not begun a second time. */
const goesOn = (work: Casework, { links }: WholeCase, to: Kind) =>
  links.some(
    (link) =>
      link.rel === 'continued_by' && link.kind === to && !isFinal(kindOf(work, link).procedure, link.status),
  )

/** The same kind of case, at another body. */
async function prepareOnward(work: Casework, request: Asked & { action: string }): Promise<Going | null> {
  const row = await readAfter(work, request.id, request)
  const { onward, bodies } = kindOf(work, row)
  const schema = schemaFor(bodies[request.action], row.status)
  if (onward?.action !== request.action || !schema) return null
  const body = parse(schema, request.body) as Asked['body']
  const takeover = await onward.begin(work.context, row, body)
  return takeover && goingTo(work, request, row, row.kind, takeover)
}

/** Number and place are fixed before the transaction, so that no transaction waits for another connection. */
async function goingTo(
  work: Casework,
  request: Asked,
  row: WholeCase,
  to: Kind,
  { opening, afterwards }: Takeover,
): Promise<Going> {
  const { caller, now } = request
  const county = opening.organisation.regionCode.slice(0, 6)
  const id = idOf(county)
  const number = await work.number(to, county, now)
  return {
    facts: { to, caseId: id, ...(await consentFor(work, row, opening, to)) },
    async open(tx) {
      const openedFor = { accountId: row.applicant_id, role: roleOf(request, row) }
      const named = { id, number, county, state: 'passed' as const, caller, now }
      const contact = { hushed: row.hushed, nameless: row.nameless }
      const begun = { ...opening, kind: to, openedFor, unproven: row.unproven, contact }
      await writeOpening(work, tx, named, begun)
      await afterwards?.(tx, id)
      await linkCases(work, tx, caller, row.id, id)
    },
  }
}

function kindAsked(work: Casework, row: WholeCase, { body }: Asked): Kind {
  const schema = schemaFor(kindOf(work, row).bodies[HAND_ON], row.status)
  if (!schema) throw new Refusal('not_found', '没有这个操作')
  return (parse(schema, body) as { to: Kind }).to
}

const roleOf = ({ caller }: Asked, row: WholeCase): string =>
  caller.grants.find(({ organisationId }) => organisationId === row.organisation_id)?.role ?? 'resident'
