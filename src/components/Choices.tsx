import { useId } from 'react'

import { Group, Line, type Option } from '#components/Choice'
import { Field, type FieldWords } from '#components/Field'
import { Box } from '#components/tags'

type Props<Value extends string> = FieldWords & {
  options: readonly Option<Value>[]
  values: readonly Value[]
  onChange: (values: readonly Value[]) => void
}

/** In the order in which they are offered. */
const toggled = <Value extends string>(
  options: readonly Option<Value>[],
  values: readonly Value[],
  one: Value,
) => options.map(({ value }) => value).filter((value) => values.includes(value) !== (value === one))

/** As many of several as are true. */
export function Choices<Value extends string>({ options, values, onChange, ...words }: Props<Value>) {
  return (
    <Field {...words} group>
      {({ id, labelledBy, describedBy }) => (
        <Group
          role="group"
          labelledBy={labelledBy}
          describedBy={describedBy}
          label={words.label}
          layout="list"
        >
          {options.map((option) => (
            <Line
              key={option.value}
              many
              option={option}
              chosen={values.includes(option.value)}
              name={`${id}-${option.value}`}
              onChange={(value) => onChange(toggled(options, values, value))}
            />
          ))}
        </Group>
      )}
    </Field>
  )
}

type TickProps = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  on: boolean
  onChange: (on: boolean) => void
}

/** A statement to agree to. */
export function Tick({ label, hint, error, on, onChange }: TickProps) {
  const id = useId()
  return (
    <Box className={`field ${error ? 'field--wrong' : ''}`}>
      <Line
        many
        option={{ value: 'yes', text: label, hint }}
        chosen={on}
        name={id}
        describedBy={error && `${id}-error`}
        wrong={Boolean(error)}
        onChange={() => onChange(!on)}
      />
      <Box className="field__below">
        {error && (
          <Box className="field__error" id={`${id}-error`} live="polite">
            {error}
          </Box>
        )}
      </Box>
    </Box>
  )
}
