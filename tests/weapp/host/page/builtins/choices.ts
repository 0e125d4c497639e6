import { make } from '../dom.ts'
import { type Builtin, behaviourOf, type Part, partOf } from './define.ts'
import { IN_FORM, keepInside } from './props.ts'

const isChecked = (host: HTMLElement) => host.hasAttribute('checked')

const check = (host: HTMLElement, yes: boolean) => host.toggleAttribute('checked', yes)

const followChecked =
  ({ host, prop }: Part) =>
  (name: string | null) => {
    if (name === null || name === 'checked') check(host, Boolean(prop('checked')))
  }

const onTap = ({ host, prop }: Part, tapped: () => void) =>
  host.addEventListener('click', (event) => {
    event.stopPropagation()
    if (!prop('disabled')) tapped()
  })

const tellGroup = (group: HTMLElement | null) =>
  partOf(group)?.fire('change', { value: behaviourOf(group)?.value?.() }, { bubbles: true })

const toggle = (host: HTMLElement) => {
  check(host, !isChecked(host))
  tellGroup(host.closest<HTMLElement>('wx-checkbox-group'))
}

const selectOnly = (host: HTMLElement) => {
  if (isChecked(host)) return
  const group = host.closest<HTMLElement>('wx-radio-group')
  for (const other of group?.querySelectorAll<HTMLElement>('wx-radio') ?? []) check(other, false)
  check(host, true)
  tellGroup(group)
}

const choice = (tapped: (host: HTMLElement) => void): Builtin => ({
  props: { ...IN_FORM, value: '', checked: false, color: '' },
  behave: (part) => {
    onTap(part, () => tapped(part.host))
    return { changed: followChecked(part) }
  },
})

export const checkbox = choice(toggle)
export const radio = choice(selectOnly)

const chosen = (host: HTMLElement, tag: string) =>
  [...host.querySelectorAll(`${tag}[checked]`)].map((element) => partOf(element)?.prop('value'))

export const checkboxGroup: Builtin = {
  props: { name: '' },
  behave: ({ host }) => ({ value: () => chosen(host, 'wx-checkbox') }),
}

export const radioGroup: Builtin = {
  props: { name: '' },
  behave: ({ host }) => ({ value: () => chosen(host, 'wx-radio')[0] ?? '' }),
}

export const switchBox: Builtin = {
  props: { ...IN_FORM, checked: false, type: 'switch', color: '' },
  behave: (part) => {
    const { host, fire } = part
    onTap(part, () => {
      check(host, !isChecked(host))
      fire('change', { value: isChecked(host) })
    })
    return { changed: followChecked(part), value: () => isChecked(host) }
  },
}

export const slider: Builtin = {
  props: { ...IN_FORM, min: 0, max: 100, step: 1, value: 0, showValue: false },
  behave: ({ host, prop, fire }) => {
    const track = make('input', '')
    track.type = 'range'
    host.append(track)
    keepInside(track, 'input', 'change')
    track.addEventListener('input', () => fire('changing', { value: Number(track.value) }))
    track.addEventListener('change', () => fire('change', { value: Number(track.value) }))
    return {
      changed: () => {
        for (const name of ['min', 'max', 'step', 'value'] as const) track[name] = String(prop(name))
      },
      value: () => Number(track.value),
    }
  },
}
