import './Field.scss'

import { Input, Picker, Textarea, View } from '@tarojs/components'
import type { ChangeEvent, KeyboardEvent } from 'react'

import { Field, type FieldWords, type Named } from '#components/Field'

const web = process.env.TARO_ENV === 'h5'

export type TextKind = 'text' | 'name' | 'phone' | 'code' | 'number' | 'search' | 'date' | 'time' | 'long'

type Props = FieldWords & {
  kind?: TextKind
  value: string
  onChange: (value: string) => void
  /** The key at the lower right of the keyboard. */
  onEnter?: (() => void) | undefined
  max?: number
  placeholder?: string
  disabled?: boolean
}

/** What the keyboard shows, and what the browser may fill in (WCAG 1.3.5). */
const WEB_KIND: Readonly<Record<TextKind, Readonly<Record<string, string>>>> = {
  text: { type: 'text' },
  name: { type: 'text', autoComplete: 'name' },
  phone: { type: 'tel', autoComplete: 'tel-national' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
  number: { type: 'text', inputMode: 'numeric' },
  search: { type: 'search', enterKeyHint: 'search' },
  date: { type: 'date' },
  time: { type: 'time' },
  long: {},
}
const MINI_KIND = {
  text: 'text',
  name: 'text',
  phone: 'number',
  code: 'number',
  number: 'number',
  search: 'text',
  date: 'text',
  time: 'text',
  long: 'text',
} as const

type Typing = Omit<Props, keyof FieldWords> & { label: string; wrong: boolean }

const BLANK = { date: '请选择日期', time: '请选择时间' } as const

const look = (kind: TextKind) => `field__input field__input--${kind}`

function WebControl({
  kind = 'text',
  value,
  onChange,
  onEnter,
  max,
  placeholder,
  disabled,
  wrong,
  named,
}: Typing & { named: Named }) {
  const said = {
    id: named.id,
    className: look(kind),
    'aria-describedby': named.describedBy,
    'aria-invalid': wrong || undefined,
    maxLength: max,
    placeholder,
    disabled,
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
  }
  if (kind === 'long') return <textarea {...said} rows={4} />
  const enter = (event: KeyboardEvent) => event.key === 'Enter' && onEnter?.()
  return <input {...said} {...WEB_KIND[kind]} onKeyDown={enter} />
}

type Typed = { detail: { value: string } }

function MiniControl({ kind = 'text', value, onChange, onEnter, max, placeholder, disabled, label }: Typing) {
  const said = {
    className: look(kind),
    value,
    maxlength: max ?? -1,
    placeholder: placeholder ?? '',
    placeholderClass: 'field__blank',
    disabled: disabled ?? false,
    onInput: (event: Typed) => onChange(event.detail.value),
    ariaLabel: label,
  }
  if (kind === 'long') return <Textarea {...said} autoHeight showConfirmBar={false} />
  if (kind === 'date' || kind === 'time')
    return (
      <Picker mode={kind} value={value} onChange={(event) => onChange(event.detail.value)}>
        <View className={look(kind)} ariaRole="button" ariaLabel={label}>
          {value || placeholder || BLANK[kind]}
        </View>
      </Picker>
    )
  const confirm = kind === 'search' ? 'search' : 'done'
  return <Input {...said} type={MINI_KIND[kind]} confirmType={confirm} onConfirm={() => onEnter?.()} />
}

/** A line or a few of text. */
export function TextField({ label, hint, purpose, error, optional, ...typing }: Props) {
  const control = { ...typing, label, wrong: Boolean(error) }
  return (
    <Field label={label} hint={hint} purpose={purpose} error={error} optional={optional}>
      {(named) => (web ? <WebControl {...control} named={named} /> : <MiniControl {...control} />)}
    </Field>
  )
}
