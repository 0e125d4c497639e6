import { type ComponentSpace, DeepCopyKind, type GeneralComponent } from 'glass-easel'
import type { Tag } from '../../tags.ts'

/** Initial values; null takes any type. */
export type Props = Readonly<Record<string, string | boolean | number | readonly unknown[] | null>>

/** One built-in component on the screen, as its behaviour sees it. */
export type Part = {
  host: HTMLElement
  prop: (name: string) => unknown
  fire: (event: string, detail: unknown, options?: { bubbles?: boolean }) => void
}

/** What a part can do once it stands. `changed` is also called once at the start, with null. */
export type Behaviour = {
  changed?: (name: string | null) => void
  value?: () => unknown
  submit?: () => void
  reset?: () => void
  choose?: (value: unknown) => void
}

export type Builtin = { props?: Props; behave?: (part: Part) => Behaviour }

/** What every component may say to a screen reader, and the attribute a browser reads. */
const SPOKEN: Readonly<Record<string, string>> = {
  ariaLabel: 'aria-label',
  ariaRole: 'role',
  ariaHidden: 'aria-hidden',
  ariaChecked: 'aria-checked',
  ariaDisabled: 'aria-disabled',
  ariaExpanded: 'aria-expanded',
  ariaLive: 'aria-live',
}

const SPOKEN_PROPS: Props = Object.fromEntries(Object.keys(SPOKEN).map((name) => [name, null]))

const speak = ({ host, prop }: Part) => {
  for (const [name, attribute] of Object.entries(SPOKEN)) {
    const said = prop(name)
    if (said === null || said === undefined || said === '') host.removeAttribute(attribute)
    else host.setAttribute(attribute, String(said))
  }
}

type Standing = { part: Part; behaviour: Behaviour }

const standing = new WeakMap<Element, Standing>()

/** The behaviour of another built-in component, by its element. */
export const behaviourOf = (element: Element | null | undefined): Behaviour | undefined =>
  element ? standing.get(element)?.behaviour : undefined

export const partOf = (element: Element | null | undefined): Part | undefined =>
  element ? standing.get(element)?.part : undefined

const typeOf = (value: Props[string]) => {
  if (value === null) return null
  if (Array.isArray(value)) return Array
  return { string: String, boolean: Boolean, number: Number }[typeof value as 'string' | 'boolean' | 'number']
}

const hostOf = (component: GeneralComponent): HTMLElement | undefined => {
  const host: unknown = component.getBackendElement()
  return host instanceof HTMLElement ? host : undefined
}

const raise = (component: GeneralComponent, { behave }: Builtin) => {
  const host = hostOf(component)
  if (!host) return
  const part: Part = {
    host,
    prop: (name) => Reflect.get(component.data, name),
    fire: (event, detail, options = {}) => component.triggerEvent(event, detail, options),
  }
  const behaviour = behave?.(part) ?? {}
  standing.set(host, { part, behaviour })
  speak(part)
  behaviour.changed?.(null)
}

const onChange = (component: GeneralComponent, name: string) => {
  const known = standing.get(hostOf(component) ?? document.body)
  if (!known) return
  if (name in SPOKEN) speak(known.part)
  else known.behaviour.changed?.(name)
}

const propertiesOf = (props: Props, onChange: (component: GeneralComponent, name: string) => void) =>
  Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      name,
      {
        type: typeOf(value),
        value,
        observer(this: GeneralComponent) {
          onChange(this, name)
        },
      },
    ]),
  )

const options = { virtualHost: false, writeIdToDOM: true, propertyPassingDeepCopy: DeepCopyKind.None }

/** Built-in components are not inherited between code spaces: they are defined in the app's own. */
export const define = (space: ComponentSpace, tag: Tag, builtin: Builtin): void => {
  const definition = space.defineComponent({
    is: `wx://${tag}`,
    options: { ...options, multipleSlots: false },
    properties: propertiesOf({ ...SPOKEN_PROPS, ...builtin.props }, onChange),
    lifetimes: {
      attached(this: GeneralComponent) {
        raise(this, builtin)
      },
    },
  })
  space.setGlobalUsingComponent(`wx-${tag}`, definition.general())
}
