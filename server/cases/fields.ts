import { type GenericSchema, getMetadata, getTitle } from 'valibot'

import type { Line, StepField } from '#contract/case'
import type { Asked } from '#contract/field'
import type { Standing } from '#domain/procedure'

type Entries = Readonly<Record<string, GenericSchema>>

const entriesOf = (schema: GenericSchema | undefined): Entries =>
  (schema && 'entries' in schema ? schema.entries : {}) as Entries

/** What is inside an optional field. */
const inside = (schema: GenericSchema): GenericSchema =>
  'wrapped' in schema ? inside(schema.wrapped as GenericSchema) : schema

const about = (schema: GenericSchema): Partial<Asked> => getMetadata(inside(schema))

const USUAL = 'line'

type Offered = Readonly<Record<string, readonly StepField['options'][number][]>>

const isFor = (field: GenericSchema, standing: Standing) =>
  about(field).of === undefined || standing === 'staff'

/** The fields that a schema of a step names, as they are asked for. */
export const fieldsOf = (
  schema: GenericSchema | undefined,
  offered: Offered = {},
  standing: Standing = 'staff',
): StepField[] =>
  Object.entries(entriesOf(schema))
    .filter(([, field]) => isFor(field, standing))
    .map(([name, field]) => {
      const { input = USUAL, options = {}, hint = null, max = null, of, folded } = about(field)
      return {
        name,
        label: getTitle(inside(field)) ?? name,
        input,
        required: of === 'staff' || field.type !== 'optional',
        options: [...(offered[name] ?? Object.entries(options).map(([value, text]) => ({ value, text })))],
        hint,
        max,
        ...(folded && { folded }),
      }
    })

/** What was filled in, in words. Files and people are shown elsewhere. */
export const linesOf = (
  schema: GenericSchema | undefined,
  filled: Readonly<Record<string, unknown>>,
): Line[] =>
  Object.entries(entriesOf(schema)).flatMap(([name, field]) => {
    const text = spoken(about(field), filled[name])
    const label = getTitle(inside(field))
    return text === null || label === undefined ? [] : [{ name, label, text }]
  })

const SILENT: readonly unknown[] = ['files', 'who', 'yes']

function spoken({ input, options = {} }: Partial<Asked>, value: unknown): string | null {
  if (value === undefined || value === null || value === '' || SILENT.includes(input)) return null
  if (Array.isArray(value)) return value.map((one) => options[String(one)] ?? String(one)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return options[String(value)] ?? String(value)
}
