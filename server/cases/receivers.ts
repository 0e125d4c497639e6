import type { StepField } from '#contract/case'
import { consentTo, type Receiver } from '#domain/consent'
import type { Kind } from '#domain/kind'
import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import { formOf, personIn } from './access.ts'
import { type Casework, kindOf } from './casework.ts'
import type { Carried, Takeover } from './kind.ts'
import type { WholeCase } from './read.ts'
import { readText } from './texts.ts'

const receiving = sql<Receiver>(
  'organisation_receiving',
  'select name, phone from organisation where id = $1',
)

export const HAND_ON = 'hand_on'

type Facts = Readonly<Record<string, string>>

/** What is kept of the consent: who receives, and the words that were agreed to; the event says when (PI-6). */
export async function consentFacts(db: Db, organisationId: string, kind: Kind): Promise<Facts> {
  const receiver = await db.one(receiving, organisationId)
  return receiver ? { receiver: organisationId, separateConsent: consentTo(receiver, kind) } : {}
}

/** Another body that gets to know of it needs a consent of its own (PIPL art. 23). */
export const consentFor = (
  { context }: Casework,
  { organisation_id }: WholeCase,
  { organisation }: Takeover['opening'],
  to: Kind,
): Promise<Facts> =>
  organisation.id === organisation_id
    ? Promise.resolve({})
    : consentFacts(context.database, organisation.id, to)

type Option = StepField['options'][number]

/** Each place to which a case can be handed on, with the words to which the person has to agree. */
export function withReceivers(
  work: Casework,
  row: WholeCase,
  fields: readonly StepField[],
): Promise<StepField[]> {
  return Promise.all(fields.map(async (field) => (field.name === 'to' ? withOptions(field) : field)))

  async function withOptions(field: StepField) {
    return { ...field, options: await Promise.all(field.options.map(withConsent)) }
  }

  async function withConsent(option: Option): Promise<Option> {
    const consent = await consentAsked(work, row, option.value as Kind)
    return consent === undefined ? option : { ...option, consent }
  }
}

/** Nothing is asked beforehand where nobody there takes it: the step itself says so. */
async function consentAsked(work: Casework, row: WholeCase, to: Kind): Promise<string | undefined> {
  const takeOver = work.kinds[to]?.takeOver
  if (!takeOver) return undefined
  try {
    const { opening } = await takeOver(work.context, carriedFrom(work, row))
    return (await consentFor(work, row, opening, to)).separateConsent
  } catch (failure) {
    if (failure instanceof Refusal) return undefined
    throw failure
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** What goes along: nothing has to be told twice. */
export function carriedFrom(work: Casework, row: WholeCase): Carried {
  const form = formOf(work, row)
  return {
    from: { id: row.id, number: row.number, kind: kindOf(work, row).procedure.kind },
    applicantId: row.applicant_id,
    ...personIn(work, row),
    topic: row.topic,
    regionCode: row.region_code,
    summary: [form.summary, form.question, form.story].map(textOf).find(Boolean) ?? '',
    form,
    answer: answerIn(work, row),
  }
}

function answerIn({ context }: Casework, { id, data_key, texts }: WholeCase): string | null {
  const text = texts.findLast(({ kind }) => kind === 'answer')
  if (!text || !data_key) return null
  const key = context.vault.openKey(data_key, `case/${id}`)
  return textOf(JSON.parse(readText(context, key, text)).answer) || null
}
