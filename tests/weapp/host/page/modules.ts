import { componentsOf, space } from './engine.ts'
import { withPlainEvents } from './events.ts'
import { resolve, tidy } from './paths.ts'
import { fault } from './record.ts'
import { runScript } from './sandbox.ts'
import { type Instance, watchSetData } from './set-data.ts'

type Definition = Record<string, unknown>
type Module = { exports: unknown }

/** Names every file finds: `wx` and `getCurrentPages` are added at the start. */
export const globals: Definition = {}

const modules = new Map<string, Module>()
let app: Definition = {}

// `Component()` is called from inside taro.js: what counts is the entry being run, not the file with the call.
let entry = ''

const group = (definition: Definition, name: string): Definition => ({
  ...(definition[name] as Definition | undefined),
})

// Taro writes {} for none, and WeChat lets it pass.
const list = (definition: Definition, name: string): unknown[] => {
  const value = definition[name]
  return Array.isArray(value) ? value : []
}

const watched = (definition: Definition): Definition => {
  const lifetimes = group(definition, 'lifetimes')
  const attached = lifetimes.attached ?? definition.attached
  lifetimes.attached = function (this: Instance & { is: string }, ...given: unknown[]) {
    watchSetData(this, this.is)
    return typeof attached === 'function' ? attached.apply(this, given) : undefined
  }
  return {
    ...definition,
    behaviors: list(definition, 'behaviors'),
    externalClasses: list(definition, 'externalClasses'),
    attached: undefined,
    lifetimes,
    methods: withPlainEvents(group(definition, 'methods')),
  }
}

const defining = {
  App: (definition: Definition) => {
    app = definition
  },
  Page: (definition: Definition) =>
    space.componentEnv(entry, ({ Page }) => Page(withPlainEvents(definition))),
  Component: (definition: Definition) =>
    space.componentEnv(entry, ({ Component }) => Component(watched(definition))),
  Behavior: (definition: Definition) => space.componentEnv(entry, ({ Behavior }) => Behavior(definition)),
  getApp: () => app,
}

const requireFile = (given: string): unknown => {
  const path = tidy(given).replace(/\.js$/, '')
  const known = modules.get(path)
  if (known) return known.exports
  const source = window.PROGRAM.js[path]
  if (source === undefined) throw new Error(`module not found: ${path}`)
  const module: Module = { exports: {} }
  modules.set(path, module)
  const require = (other: string) => requireFile(resolve(other, path))
  runScript(source, path, { ...defining, ...globals, require, module, exports: module.exports })
  return module.exports
}

const requireEntry = (path: string) => {
  const before = entry
  entry = path
  try {
    requireFile(path)
  } finally {
    entry = before
  }
}

const requireComponents = (path: string, seen: Set<string>) => {
  if (seen.has(path)) return
  seen.add(path)
  for (const component of Object.values(componentsOf(path)).map(tidy))
    if (window.PROGRAM.js[component] === undefined) fault(path, `component not found: ${component}`)
    else {
      requireComponents(component, seen)
      requireEntry(component)
    }
}

/** A page's components first, then the page itself. */
export const requirePage = (path: string): void => {
  requireComponents(path, new Set())
  requireEntry(path)
}

/** Runs app.js and gives what it handed to `App()`. */
export const requireApp = (): Definition => {
  requireEntry('app')
  return app
}
