import { type Behaviour, type Builtin, behaviourOf, type Part, type Props, partOf } from './define.ts'
import { IN_FORM, keepInside } from './props.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

const FIELD: Props = {
  ...IN_FORM,
  value: null,
  type: 'text',
  password: false,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  maxlength: null,
  focus: false,
  autoFocus: false,
  confirmType: 'done',
  confirmHold: false,
  cursor: -1,
  cursorSpacing: 0,
  adjustPosition: true,
  holdKeyboard: false,
  alwaysEmbed: false,
  selectionStart: -1,
  selectionEnd: -1,
  autoHeight: false,
  fixed: false,
  showConfirmBar: true,
}

// WeChat cuts at 140 when nothing else is said; -1 means no limit.
const DEFAULT_LENGTH = 140

const KEYBOARD: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

const limitLength = (field: Field, length: unknown) => {
  const limit = length === null || length === undefined ? DEFAULT_LENGTH : Number(length)
  if (limit >= 0) field.maxLength = limit
  else field.removeAttribute('maxlength')
}

const dressInput = (field: Field, { prop }: Part) => {
  if (!(field instanceof HTMLInputElement)) return
  field.type = prop('password') ? 'password' : 'text'
  field.inputMode = KEYBOARD[String(prop('type'))] ?? 'text'
}

const setValue = (field: Field, value: unknown) => {
  const text = value === null || value === undefined ? '' : String(value)
  if (field.value !== text) field.value = text
}

const dress = (field: Field, part: Part, name: string | null) => {
  const { prop } = part
  if (name === null || name === 'value') setValue(field, prop('value'))
  field.placeholder = String(prop('placeholder'))
  field.disabled = Boolean(prop('disabled'))
  limitLength(field, prop('maxlength'))
  dressInput(field, part)
  if (name === null ? prop('focus') || prop('autoFocus') : name === 'focus' && prop('focus')) field.focus()
}

/** What a screen reader says about the component belongs to the native field inside it. */
const passOnLabel = (field: Field, host: HTMLElement) => {
  const label = host.getAttribute('aria-label')
  if (label !== null && field.getAttribute('aria-label') !== label) field.setAttribute('aria-label', label)
}

const watchTyping = (field: Field, { fire }: Part) => {
  let composing = false
  const send = () => {
    if (!composing) fire('input', { value: field.value, cursor: field.selectionStart, keyCode: 0 })
  }
  field.addEventListener('compositionstart', () => {
    composing = true
  })
  field.addEventListener('compositionend', () => {
    composing = false
    send()
  })
  field.addEventListener('input', send)
}

const watchFocus = (field: Field, { fire }: Part) => {
  field.addEventListener('focus', () => fire('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => fire('blur', { value: field.value, cursor: field.selectionStart }))
}

const watchEnter = (field: Field, { fire, prop }: Part) =>
  field.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter') return
    fire('confirm', { value: field.value })
    if (!prop('confirmHold')) field.blur()
  })

const fieldOf = (tag: 'input' | 'textarea'): Builtin => ({
  props: FIELD,
  behave: (part) => {
    const field = document.createElement(tag)
    part.host.append(field)
    keepInside(field, 'input', 'change', 'focus', 'blur', 'submit', 'keydown', 'keyup')
    watchFocus(field, part)
    watchTyping(field, part)
    if (tag === 'input') watchEnter(field, part)
    new MutationObserver(() => passOnLabel(field, part.host)).observe(part.host, {
      attributeFilter: ['aria-label'],
    })
    return {
      changed: (name) => dress(field, part, name),
      value: () => field.value,
      reset: () => setValue(field, ''),
    }
  },
})

export const input = fieldOf('input')
export const textarea = fieldOf('textarea')

type Named = { name: string; behaviour: Behaviour }

const named = (element: Element): Named[] => {
  const name = partOf(element)?.prop('name')
  const behaviour = behaviourOf(element)
  return typeof name === 'string' && name !== '' && behaviour?.value ? [{ name, behaviour }] : []
}

const fieldsIn = (form: HTMLElement) => [...form.querySelectorAll('*')].flatMap(named)

export const form: Builtin = {
  props: { reportSubmit: false },
  behave: ({ host, fire }) => ({
    submit: () => {
      const value = Object.fromEntries(
        fieldsIn(host).map(({ name, behaviour }) => [name, behaviour.value?.()]),
      )
      fire('submit', { value, target: {} })
    },
    reset: () => {
      for (const { behaviour } of fieldsIn(host)) behaviour.reset?.()
      fire('reset', {})
    },
  }),
}

const TAPPABLE = 'wx-checkbox,wx-radio,wx-switch'

export const label: Builtin = {
  props: { for: '' },
  behave: ({ host, prop }) => {
    host.addEventListener('click', (event) => {
      if (
        event.target instanceof Element &&
        event.target.closest(`${TAPPABLE},wx-button,wx-input,wx-textarea`)
      )
        return
      const inside = host.querySelector<HTMLElement>(TAPPABLE)
      const target = inside ?? document.getElementById(String(prop('for')))
      target?.click()
    })
    return {}
  },
}
