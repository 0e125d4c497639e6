import * as v from 'valibot'

import { Day, Id, Moment, oneLine, words } from './common.ts'

/** How a field of a step is filled in. */
export const INPUTS = [
  'line',
  'long',
  'choice',
  'choices',
  'day',
  'moment',
  'count',
  'yes',
  'maybe',
  'files',
  'who',
] as const
export type Input = (typeof INPUTS)[number]

type Texts = Readonly<Record<string, string>>

/** What the page must know of a field besides its schema. */
export type Asked = {
  input: Input
  options?: Texts
  hint?: string
  max?: number
  of?: 'staff'
  folded?: true
}

/** A schema with the words under which it is asked for. */
const asked = <S extends v.GenericSchema>(schema: S, label: string, about: Asked) =>
  v.pipe(schema, v.title(label), v.metadata(about))

const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint })

const valuesOf = <T extends string>(words: Readonly<Record<T, string>>) => Object.keys(words) as [T, ...T[]]

export const line = (label: string, max: number, missing: string, hint?: string) =>
  asked(oneLine(max, missing), label, { input: 'line', max, ...hinted(hint) })

export const long = (label: string, max: number, missing: string, hint?: string) =>
  asked(words(max, missing), label, { input: 'long', max, ...hinted(hint) })

export const choice = <T extends string>(
  label: string,
  options: Readonly<Record<T, string>>,
  missing: string,
  hint?: string,
) => asked(v.picklist(valuesOf(options), missing), label, { input: 'choice', options, ...hinted(hint) })

export const choices = <T extends string>(
  label: string,
  options: Readonly<Record<T, string>>,
  missing: string,
  hint?: string,
) =>
  asked(
    v.pipe(
      v.array(v.picklist(valuesOf(options), missing), missing),
      v.minLength(1, missing),
      v.maxLength(valuesOf(options).length, '有重复的选项，请重新选择'),
    ),
    label,
    { input: 'choices', options, ...hinted(hint) },
  )

export const day = (label: string, hint?: string) => asked(Day, label, { input: 'day', ...hinted(hint) })

export const moment = (label: string, hint?: string) =>
  asked(Moment, label, { input: 'moment', ...hinted(hint) })

export const count = (
  label: string,
  { min, max }: { min: number; max: number },
  missing: string,
  hint?: string,
) =>
  asked(
    v.pipe(v.number(missing), v.integer(missing), v.minValue(min, missing), v.maxValue(max, missing)),
    label,
    { input: 'count', ...hinted(hint) },
  )

/** A statement that has to be agreed to. */
export const yes = (label: string, missing: string, hint?: string) =>
  asked(v.literal(true, missing), label, { input: 'yes', ...hinted(hint) })

/** Who receives what, and why, was told, and is agreed to by itself: 个人信息保护法 第二十三条 (PI-6). */
export const passedOn = () =>
  yes(
    '已征得当事人单独同意，说过的情况一起转过去',
    '请先征得当事人同意',
    '勾选前请告诉当事人：由哪个单位接手、电话是多少、为什么转、转哪些内容（个人信息保护法 第二十三条）',
  )

export const maybe = (label: string, hint?: string) =>
  asked(v.boolean('请选择是或否'), label, { input: 'maybe', ...hinted(hint) })

/** Ids of files that the caller has sent before. */
export const files = (label: string, max: number, hint?: string) =>
  asked(v.pipe(v.array(Id), v.maxLength(max, `最多带 ${max} 个文件`)), label, {
    input: 'files',
    max,
    ...hinted(hint),
  })

/** A person of the office, by account; the case says who there is to choose from. */
export const who = (label: string, missing: string, hint?: string) =>
  asked(v.pipe(v.string(missing), v.minLength(1, missing), v.maxLength(64, missing)), label, {
    input: 'who',
    ...hinted(hint),
  })

/** Said by staff who write down what somebody else said; a party speaks for itself and is not asked. */
export const byStaff = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.pipe(schema, v.metadata({ of: 'staff' } satisfies Partial<Asked>)))

/** Few people need it: it is asked for below the rest, folded away. */
export const folded = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.pipe(schema, v.metadata({ folded: true } satisfies Partial<Asked>)))
