import './Choice.scss'

import type { ReactNode } from 'react'

import { Field, type FieldWords } from '#components/Field'
import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'

const web = process.env.TARO_ENV === 'h5'

export type Option<Value extends string> = {
  value: Value
  text: ReactNode
  hint?: ReactNode
  end?: ReactNode
  disabled?: boolean
}

type Props<Value extends string> = FieldWords & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  /** `pair` sets short answers side by side; elder mode keeps one column. */
  layout?: 'list' | 'pair'
}

type LineProps<Value extends string> = {
  option: Option<Value>
  chosen: boolean
  name: string
  /** One of several that may be chosen together. */
  many?: boolean
  describedBy?: string | undefined
  wrong?: boolean
  onChange: (value: Value) => void
}

type InsideProps<Value extends string> = Pick<LineProps<Value>, 'option' | 'chosen' | 'many'>

const Inside = <Value extends string>({ option, chosen, many }: InsideProps<Value>) => (
  <>
    <Box
      className={`choice__mark ${many ? 'choice__mark--many' : ''} ${chosen ? 'choice__mark--on' : ''}`}
      silent
    >
      {chosen && <Icon name="check" size="s" />}
    </Box>
    <Box className="choice__words">
      <Box className="choice__text">{option.text}</Box>
      {option.hint && <Box className="choice__hint">{option.hint}</Box>}
    </Box>
    {option.end && <Box className="choice__end">{option.end}</Box>}
  </>
)

/** An answer to choose, with all of its row as the target. */
export function Line<Value extends string>({
  option,
  chosen,
  name,
  many,
  describedBy,
  wrong,
  onChange,
}: LineProps<Value>) {
  const look = `choice ${chosen ? 'choice--on' : ''} ${option.disabled ? 'choice--off' : ''}`
  const pick = () => onChange(option.value)
  if (!web)
    return (
      <Tap
        className={look}
        role={many ? 'checkbox' : 'radio'}
        chosen={chosen}
        disabled={option.disabled}
        onTap={pick}
      >
        <Box className="choice__row">
          <Inside option={option} chosen={chosen} many={many ?? false} />
        </Box>
      </Tap>
    )
  return (
    <label className={look}>
      <input
        className="choice__input"
        type={many ? 'checkbox' : 'radio'}
        name={name}
        value={option.value}
        checked={chosen}
        disabled={option.disabled}
        aria-describedby={describedBy}
        aria-invalid={wrong || undefined}
        onChange={pick}
      />
      <Box className="choice__row">
        <Inside option={option} chosen={chosen} many={many ?? false} />
      </Box>
    </label>
  )
}

/** One of several. */
export function Choice<Value extends string>({
  options,
  value,
  onChange,
  layout = 'list',
  ...words
}: Props<Value>) {
  return (
    <Field {...words} group>
      {({ id, labelledBy, describedBy }) => (
        <Group
          role="radiogroup"
          labelledBy={labelledBy}
          describedBy={describedBy}
          label={words.label}
          layout={layout}
        >
          {options.map((option) => (
            <Line
              key={option.value}
              option={option}
              chosen={option.value === value}
              name={id}
              onChange={onChange}
            />
          ))}
        </Group>
      )}
    </Field>
  )
}

type GroupProps = {
  role: 'radiogroup' | 'group'
  labelledBy: string
  describedBy: string | undefined
  label: string
  layout: string
  children: ReactNode
}

export function Group({ role, labelledBy, describedBy, label, layout, children }: GroupProps) {
  const look = `choices choices--${layout}`
  if (!web)
    return (
      <Box className={look} role={role} label={label}>
        {children}
      </Box>
    )
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div className={look} role={role} aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {children}
    </div>
  )
}
