import { Choice, type Option } from '#components/Choice'
import { Choices, Tick } from '#components/Choices'
import { TextField, type TextKind } from '#components/TextField'
import type { FormField, Scene } from '#domain/aid-form'
import { keep, useProblem, useSaid } from '#store/aid-form'
import { useManners } from '../../polite.ts'
import { FIELD } from './words.ts'

/** What a screen knows: the day, the village, and how to go on. */
export type StepProps = { scene: Scene; onNext: () => void }

type Named = { name: FormField; optional?: boolean }

function useWords({ name, optional }: Named) {
  const say = useManners()
  const error = useProblem(name)
  const { label, hint, purpose } = FIELD[name]
  return {
    label: say(label),
    hint: hint && say(hint),
    purpose: purpose && say(purpose),
    optional,
    error: error && say(error),
  }
}

type TextProps = Named & {
  kind?: TextKind
  max: number
  placeholder?: string
  hint?: string
  error?: string | undefined
}

/** One answer in writing. */
export function Text({ name, optional = false, kind = 'text', max, placeholder, hint, error }: TextProps) {
  const words = useWords({ name, optional })
  return (
    <TextField
      {...words}
      {...(hint && { hint })}
      {...(placeholder && { placeholder })}
      error={words.error ?? error}
      kind={kind}
      max={max}
      value={String(useSaid<unknown>(name, ''))}
      onChange={(value) => keep(name, value)}
    />
  )
}

type OneProps<Value extends string> = Named & { options: readonly Option<Value>[]; pair?: boolean }

/** One of several. */
export function One<Value extends string>({ name, optional = false, options, pair }: OneProps<Value>) {
  return (
    <Choice
      {...useWords({ name, optional })}
      layout={pair ? 'pair' : 'list'}
      options={options}
      value={useSaid<Value | null>(name, null)}
      onChange={(value) => keep(name, value)}
    />
  )
}

const YES = 'yes'

/** Yes or no; neither is chosen before the person has. */
export function YesNo({
  name,
  optional = false,
  yes = '是',
  no = '不是',
}: Named & { yes?: string; no?: string }) {
  const said = useSaid<boolean | null>(name, null)
  return (
    <Choice
      {...useWords({ name, optional })}
      layout="pair"
      options={[
        { value: YES, text: yes },
        { value: 'no', text: no },
      ]}
      value={said === null ? null : said ? YES : 'no'}
      onChange={(value) => keep(name, value === YES)}
    />
  )
}

/** As many as are true. */
export function Several<Value extends string>({ name, optional = true, options }: OneProps<Value>) {
  return (
    <Choices
      {...useWords({ name, optional })}
      options={options}
      values={useSaid<readonly Value[]>(name, [])}
      onChange={(values) => keep(name, values)}
    />
  )
}

/** A statement to agree to. */
export function Agree({ name, label, hint }: { name: FormField; label: string; hint?: string }) {
  const say = useManners()
  return (
    <Tick
      label={say(label)}
      hint={hint && say(hint)}
      error={useProblem(name)}
      on={useSaid<boolean>(name, false) === true}
      onChange={(on) => keep(name, on)}
    />
  )
}

export const optionsOf = <Value extends string>(words: Readonly<Record<Value, string>>): Option<Value>[] =>
  (Object.entries(words) as [Value, string][]).map(([value, text]) => ({ value, text }))
