import { make } from '../dom.ts'
import type { Builtin } from './define.ts'

const SIGNS: Record<string, string> = { success: '✔', warn: '!', info: 'i', search: '🔍', clear: '✕' }

export const text: Builtin = {
  props: { selectable: false, userSelect: false, space: '', decode: false, overflow: '', maxLines: null },
}

export const icon: Builtin = {
  props: { type: '', size: 23, color: '' },
  behave: ({ host, prop }) => ({
    changed: () => {
      host.textContent = SIGNS[String(prop('type'))] ?? '●'
    },
  }),
}

export const progress: Builtin = {
  props: { percent: 0, activeColor: '', showInfo: false },
  behave: ({ host, prop }) => ({
    changed: () => {
      const bar = make('i', '')
      bar.style.width = `${Number(prop('percent'))}%`
      host.replaceChildren(bar)
    },
  }),
}

type RichNode = {
  type?: string
  text?: string
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

const toDom = ({ type, text: words = '', name = 'div', attrs = {}, children = [] }: RichNode): Node => {
  if (type === 'text') return document.createTextNode(words)
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attrs)) element.setAttribute(key, value)
  element.append(...children.map(toDom))
  return element
}

export const richText: Builtin = {
  props: { nodes: null, space: '' },
  behave: ({ host, prop }) => ({
    changed: () => {
      const nodes = prop('nodes')
      if (typeof nodes === 'string') host.innerHTML = nodes.replace(/<script[\s\S]*?<\/script>/gi, '')
      else host.replaceChildren(...((nodes ?? []) as RichNode[]).map(toDom))
    },
  }),
}
