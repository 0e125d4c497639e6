import { sheet, wheel } from '../dialogs.ts'
import type { Builtin, Part } from './define.ts'
import { IN_FORM } from './props.ts'

const labelOf = (item: unknown, key: unknown): string =>
  typeof item === 'object' && item !== null ? String(Reflect.get(item, String(key))) : String(item)

const pickFromList = async ({ prop }: Part): Promise<string | undefined> => {
  const range = (prop('range') ?? []) as unknown[]
  const place = await sheet(range.map((item) => labelOf(item, prop('rangeKey'))))
  return place < 0 ? undefined : String(place)
}

const wheelFor = (mode: unknown) => (mode === 'date' || mode === 'time' ? mode : 'text')

const asTyped = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value ?? ''))

const pickFromWheel = async ({ prop }: Part): Promise<unknown> => {
  const mode = prop('mode')
  const typed = await wheel(wheelFor(mode), asTyped(prop('value')))
  if (typed === undefined || wheelFor(mode) !== 'text') return typed
  return typed.split(',').map((one) => (mode === 'region' ? one : Number(one)))
}

const open = async (part: Part) => {
  const value = await (part.prop('mode') === 'selector' ? pickFromList(part) : pickFromWheel(part))
  if (value === undefined) part.fire('cancel', {})
  else part.fire('change', { value })
}

export const picker: Builtin = {
  props: {
    ...IN_FORM,
    mode: 'selector',
    range: null,
    rangeKey: '',
    value: null,
    start: '',
    end: '',
    fields: 'day',
    headerText: '',
    customItem: '',
    level: '',
  },
  behave: (part) => {
    part.host.addEventListener('click', () => part.prop('disabled') || open(part))
    return { value: () => part.prop('value') }
  },
}

export const pickerView: Builtin = {
  props: { value: [] },
  behave: ({ fire }) => ({ choose: (value) => fire('change', { value }) }),
}
