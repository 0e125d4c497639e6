import type { GenericSchema } from 'valibot'

import type { Case } from '#contract/case'
import type { Endpoint } from '#contract/endpoint'
import type { OrganisationKind } from '#domain/organisation'
import type { Procedure } from '#domain/procedure'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { readAfter } from './access.ts'
import type { Casework } from './casework.ts'
import { checkWords } from './check.ts'
import { linesOf } from './fields.ts'
import type { KindOfCase, StepWords } from './kind.ts'
import { officeFor } from './office.ts'
import { openCase, type Submission } from './open.ts'
import { present } from './present.ts'

type Opens = Endpoint & { method: 'POST'; keyed: true; body: GenericSchema; reply: typeof Case }

/** A kind of case without tables of its own: what its domain file, its contract file and its words say. */
export type SimpleKind = {
  procedure: Procedure
  words: {
    title: string
    opened: string
    status: KindOfCase['status']
    action: Readonly<Record<string, StepWords>>
    clock: KindOfCase['clock']
  }
  /** What is submitted: `regionCode` and described fields. */
  form: GenericSchema
  bodies: KindOfCase['bodies']
  hidden?: KindOfCase['hidden']
  open: Opens
  /** The bodies that take it, the first that there is. */
  office: readonly OrganisationKind[]
}

export const simpleKind = ({ procedure, words, form, bodies, hidden = {} }: SimpleKind): KindOfCase => ({
  procedure,
  status: words.status,
  action: words.action,
  opened: words.opened,
  title: () => words.title,
  clock: words.clock,
  bodies,
  effects: {},
  hidden,
  masked: (filled) => filled,
  lines: (filled) => linesOf(form, filled),
})

/** Opens such a case as its endpoint says. */
export function mountSimple(web: Web, work: Casework, kind: SimpleKind): void {
  route(web, kind.open, async ({ caller, body, ticket, now }) => {
    const id = await openSimple(work, kind, body as Filled, { caller, ticket, now })
    return present(work, await readAfter(work, id, { caller, now }), { caller, now })
  })
}

type Filled = Readonly<Record<string, unknown>> & { regionCode: string }

async function openSimple(
  work: Casework,
  { procedure, office }: SimpleKind,
  filled: Filled,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const { regionCode, ...form } = filled
  const words = Object.values(form)
    .filter((value) => typeof value === 'string')
    .join('\n')
  const state = await checkWords(context, by.caller.accountId, words)
  const organisation = await officeFor(context.database, office, regionCode)
  const county = organisation.regionCode.slice(0, 6)
  const opening = { organisation, regionCode, channel: null, topic: null, appointment: null, form, words }
  return openCase(
    work,
    { ...by, county, state },
    procedure.kind,
    async () => ({ ...opening, kind: procedure.kind }),
    async () => undefined,
  )
}
