import './fields.scss'

import type { ReactNode } from 'react'

import { Choice, Group } from '#components/Choice'
import { Choices, Tick } from '#components/Choices'
import { Field } from '#components/Field'
import { Fold } from '#components/Fold'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { StepField } from '#contract/case'
import type { Input } from '#contract/field'
import { MAX_FILES } from '#domain/attachment'
import type { FieldProblems } from '#domain/refusal'
import type { Filled, Filling } from '#services/step-draft'
import { AddFiles } from '../../AddFiles.tsx'
import { isOn, joined, severalOf, split, textOf, worded } from './fill.ts'
import { STEP_WORDS } from './words.ts'

type Control = {
  field: StepField
  /** Names where the files of a field wait. */
  placeOf: (name: string) => string
  filled: Filled | undefined
  error: string | undefined
  onFill: (filled: Filled) => void
}

const wordsOf = ({ field: { label, hint, required }, error }: Control) => ({
  label,
  hint: hint ?? undefined,
  optional: !required,
  error,
})

const Text = ({ kind, ...control }: Control & { kind: 'text' | 'long' | 'date' | 'number' }) => (
  <TextField {...wordsOf(control)} kind={kind} value={textOf(control.filled)} onChange={control.onFill} />
)

/** More than that is folded away. */
const MANY = 8
/** Short answers stand side by side. */
const SHORT = 6

const isPair = (options: StepField['options']) =>
  options.length > 2 && options.every(({ text }) => text.length <= SHORT)

const One = (control: Control) => {
  const { options } = control.field
  const value = textOf(control.filled)
  return options.length > MANY ? (
    <Select
      {...wordsOf(control)}
      entries={options}
      blank={STEP_WORDS.choose}
      value={value}
      onChange={control.onFill}
    />
  ) : (
    <Choice
      {...wordsOf(control)}
      layout={isPair(options) ? 'pair' : 'list'}
      options={options}
      value={value || null}
      onChange={control.onFill}
    />
  )
}

const Several = (control: Control) => (
  <Choices
    {...wordsOf(control)}
    options={control.field.options}
    values={severalOf(control.filled)}
    onChange={control.onFill}
  />
)

/** A day and an hour: two fields under one name. */
const Moment = (control: Control) => {
  const { day, time } = split(textOf(control.filled))
  const words = wordsOf(control)
  return (
    <Field {...words} group>
      {({ labelledBy, describedBy }) => (
        <Group
          role="group"
          labelledBy={labelledBy}
          describedBy={describedBy}
          label={words.label}
          layout="moment"
        >
          <TextField
            kind="date"
            label={STEP_WORDS.day}
            value={day}
            onChange={(value) => control.onFill(joined({ day: value, time }))}
          />
          <TextField
            kind="time"
            label={STEP_WORDS.time}
            value={time}
            onChange={(value) => control.onFill(joined({ day, time: value }))}
          />
        </Group>
      )}
    </Field>
  )
}

const YES_NO = [
  { value: 'yes', text: STEP_WORDS.yes },
  { value: 'no', text: STEP_WORDS.no },
] as const

/** Nothing is taken for granted: neither answer is chosen before the person has. */
const YesNo = (control: Control) => (
  <Choice
    {...wordsOf(control)}
    layout="pair"
    options={YES_NO}
    value={typeof control.filled === 'boolean' ? (control.filled ? 'yes' : 'no') : null}
    onChange={(value) => control.onFill(value === 'yes')}
  />
)

const Attached = ({ field: { name, label, hint, max, required }, placeOf, error }: Control) => (
  <AddFiles
    place={placeOf(name)}
    label={label}
    hint={hint ?? undefined}
    max={max ?? MAX_FILES}
    optional={!required}
    error={error}
  />
)

const CONTROLS: Readonly<Record<Input, (control: Control) => ReactNode>> = {
  line: (control) => <Text kind="text" {...control} />,
  long: (control) => <Text kind="long" {...control} />,
  day: (control) => <Text kind="date" {...control} />,
  count: (control) => <Text kind="number" {...control} />,
  moment: (control) => <Moment {...control} />,
  choice: (control) => <One {...control} />,
  who: (control) => <One {...control} />,
  choices: (control) => <Several {...control} />,
  maybe: (control) => <YesNo {...control} />,
  yes: ({ field: { label, hint }, filled, error, onFill }) => (
    <Tick label={label} hint={hint ?? undefined} error={error} on={isOn(filled)} onChange={onFill} />
  ),
  files: (control) => <Attached {...control} />,
}

type Props = {
  fields: readonly StepField[]
  placeOf: (name: string) => string
  filling: Filling
  problems: FieldProblems
  onFill: (name: string, filled: Filled) => void
}

/** What a step asks for, each in the way that fits it. A telephone that is behind shows what it does not know as a line. */
export function Fields({ fields, ...rest }: Props) {
  const folded = fields.filter((field) => field.folded)
  return (
    <Box>
      <Listed {...rest} fields={fields.filter((field) => !field.folded)} />
      {folded.length > 0 && (
        <Fold title={STEP_WORDS.more} wrong={folded.some(({ name }) => rest.problems[name])}>
          <Listed {...rest} fields={folded} />
        </Fold>
      )}
    </Box>
  )
}

const Listed = ({ fields, placeOf, filling, problems, onFill }: Props) => (
  <Box>
    {worded(fields, filling).map((field) => (
      <Box key={field.name}>
        {(CONTROLS[field.input] ?? CONTROLS.line)({
          field,
          placeOf,
          filled: filling[field.name],
          error: problems[field.name],
          onFill: (filled) => onFill(field.name, filled),
        })}
      </Box>
    ))}
  </Box>
)
