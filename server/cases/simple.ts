import type { GenericSchema } from 'valibot'

import type { Case } from '#contract/case'
import type { Endpoint } from '#contract/endpoint'
import { regionCovers } from '#domain/actor'
import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import type { OrganisationKind } from '#domain/organisation'
import type { Procedure } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import type { Caller } from '../session/authenticate.ts'
import { readAfter } from './access.ts'
import type { Casework } from './casework.ts'
import { checkWords } from './check.ts'
import { linesOf } from './fields.ts'
import type { Effect, KindOfCase, Paper, StepWords } from './kind.ts'
import { officeFor } from './office.ts'
import { openCase, type Submission } from './open.ts'
import { present } from './present.ts'
import { type WholeCase, whole as wholeCase } from './read.ts'
import { papersOf } from './sections.ts'
import { readText } from './texts.ts'

type Publishes = Endpoint & {
  path: `${string}/:code/${string}`
  access: 'anyone'
  reply: GenericSchema<{ items: unknown[] }>
}
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
  /** What must hold of the words of a step beyond its schema, and the plain facts that the event keeps of them. */
  check?(action: string, body: Words, form: Words, papers: readonly Paper[]): void
  facts?(action: string, body: Words): Record<string, string>
  /** What its pages need, made of the words alone. */
  own?: { schema: GenericSchema; of(form: Words, papers: readonly Paper[]): unknown }
  /** Who has it from the start, where somebody is responsible for the place. */
  handler?(db: Db, regionCode: string, now: Instant): Promise<string | null>
  /** What everybody may read of the cases of a place in this status. */
  published?: {
    endpoint: Publishes
    status: string
    of(row: WholeCase, form: Words, papers: readonly Paper[]): unknown
  }
  /** The bodies that take it, the first that there is. */
  office: readonly OrganisationKind[]
}

type Words = Readonly<Record<string, unknown>>

/** What was submitted, and the words of every step since. */
function wordsIn(context: Context, row: WholeCase): { form: Words; papers: Paper[] } {
  const text = row.texts.find(({ kind }) => kind === 'form')
  if (!row.data_key || !text) return { form: {}, papers: [] }
  const key = context.vault.openKey(row.data_key, `case/${row.id}`)
  return { form: JSON.parse(readText(context, key, text)), papers: papersOf(context, key, row) }
}

/** A step keeps its words; what must hold of them is asked of the kind. */
const stepOf =
  ({ check, facts }: SimpleKind, action: string): Effect =>
  async ({ context, tx, row, body }) => {
    const whole = check && (await tx.one(wholeCase, row.id))
    if (check && whole) {
      const { form, papers } = wordsIn(context, whole)
      check(action, body, form, papers)
    }
    const paper = Object.keys(body).length > 0 ? { paper: body } : {}
    return { ...paper, facts: facts?.(action, body) ?? {} }
  }

const stepsOf = (kind: SimpleKind) =>
  Object.fromEntries(Object.keys(kind.procedure.takenBy).map((action) => [action, stepOf(kind, action)]))

const ownOf = ({ own }: SimpleKind): Pick<KindOfCase, 'own'> =>
  own === undefined
    ? {}
    : {
        own: {
          schema: own.schema,
          read: async (context, row) => {
            const { form, papers } = wordsIn(context, row)
            return own.of(form, papers)
          },
        },
      }

export const simpleKind = (kind: SimpleKind): KindOfCase => ({
  ...plainKind(kind),
  effects: stepsOf(kind),
  ...ownOf(kind),
})

const plainKind = ({ procedure, words, form, bodies, hidden = {} }: SimpleKind): KindOfCase => ({
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
  if (kind.published) mountPublished(web, work, kind.procedure.kind, kind.published)
}

const publishedAt = sql<{ id: string }>(
  'case_published',
  `select id from case_file where county = left($1, 6) and region_code = $1 and kind = $2 and status = $3
   order by id desc limit 20`,
)

/** What stands in the open: nothing of who asked for it, only what the kind makes of it. */
function mountPublished(
  web: Web,
  { context }: Casework,
  kind: Kind,
  { endpoint, status, of }: NonNullable<SimpleKind['published']>,
): void {
  route(web, endpoint, async ({ params }) => {
    const { database } = context
    const found = await database.many(publishedAt, params.code, kind, status)
    const rows = await Promise.all(found.map(({ id }) => database.one(wholeCase, id)))
    const items = rows.flatMap((row) => {
      if (!row) return []
      const { form, papers } = wordsIn(context, row)
      return [of(row, form, papers)]
    })
    return { items }
  })
}

type Filled = Readonly<Record<string, unknown>> & { regionCode: string }

async function openSimple(
  work: Casework,
  { procedure, office, open, handler }: SimpleKind,
  filled: Filled,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const { regionCode, ...form } = filled
  checkReach(open, by.caller, regionCode)
  const words = Object.values(form)
    .filter((value) => typeof value === 'string')
    .join('\n')
  const state = await checkWords(context, by.caller.accountId, words)
  const organisation = await officeFor(context.database, office, regionCode)
  const county = organisation.regionCode.slice(0, 6)
  const handlerId = (await handler?.(context.database, regionCode, by.now)) ?? null
  const opening = {
    organisation,
    regionCode,
    channel: null,
    topic: null,
    appointment: null,
    form,
    words,
    handlerId,
  }
  return openCase(
    work,
    { ...by, county, state },
    procedure.kind,
    async () => ({ ...opening, kind: procedure.kind }),
    async () => undefined,
  )
}

/** Where only some roles may open it, they open it for their own place. */
function checkReach({ access }: Opens, { grants }: Caller, regionCode: string): void {
  if (typeof access === 'string') return
  const isTheirs = grants.some(
    (grant) => access.includes(grant.role) && regionCovers(grant.regionCode, regionCode),
  )
  if (!isTheirs) throw new Refusal('not_yours', '这里不归你办理，请选择自己的村（社区）')
}
