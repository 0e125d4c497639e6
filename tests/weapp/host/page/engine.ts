import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  CurrentWindowBackendContext,
  Event,
  type GeneralBackendElement,
  globalOptions,
  type Element as Part,
} from 'glass-easel'
import { MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import { resolve, tidy } from './paths.ts'
import { fault, guarded } from './record.ts'

type Owned = Node & { __wxElement: Part }

const environment = new MiniProgramEnv()
const context = new CurrentWindowBackendContext()

export const space = environment.createCodeSpace('app', true)
const backend = environment.associateBackend(context)

const isOwned = (node: Node): node is Owned => '__wxElement' in node && node.__wxElement !== undefined

const partAt = (node: Node | null): Owned | undefined => {
  let at = node
  while (at && !isOwned(at)) at = at.parentNode
  return at ?? undefined
}

/** glass-easel's own tap comes on touchend, and the browser's later click would fall through to a dialog just opened. */
const tapFromClick = (event: MouseEvent) => {
  const node = event.target instanceof Node ? partAt(event.target) : undefined
  if (!node || (node instanceof Element && node.closest('wx-button[disabled]'))) return
  const detail = { x: event.clientX, y: event.clientY }
  const options = { originalEvent: event, bubbles: true, composed: true, capturePhase: true }
  guarded('tap', () => Event.triggerEvent(node.__wxElement, 'tap', detail, options))
}

const listen = () => {
  globalOptions.throwGlobalError = false
  addGlobalErrorListener((error) => {
    fault('glass-easel', error)
    return false
  })
  // They speak of attributes that Taro's templates carry and our built-ins need not know.
  addGlobalWarningListener(() => false)
  context.onEvent((target, type, detail, options) => {
    if (type !== 'tap') guarded(`event ${type}`, () => Event.triggerEvent(target, type, detail, options))
  })
  document.addEventListener('click', tapFromClick, true)
}

const componentPaths = (using: Record<string, string> | undefined, from: string): [string, string][] =>
  Object.entries(using ?? {}).map(([name, path]) => [name, `/${resolve(path, from)}`])

export const componentsOf = (path: string): Record<string, string> => {
  const { app, json } = window.PROGRAM
  return Object.fromEntries([
    ...componentPaths(app.usingComponents, ''),
    ...componentPaths(json[path]?.usingComponents, path),
  ])
}

export const startEngine = (): void => {
  listen()
  for (const [path, { component }] of Object.entries(window.PROGRAM.json))
    space.addComponentStaticConfig(path, {
      ...(component === undefined ? {} : { component }),
      usingComponents: componentsOf(path),
    })
  for (const [path, content] of Object.entries(window.TEMPLATES))
    space.addCompiledTemplate(tidy(path), { groupList: window.TEMPLATES, content })
}

export const createRoot = (path: string): Root => backend.createRoot('wx-page-root', space, path)

const isBackendElement = (node: unknown): node is GeneralBackendElement => node instanceof Element

/** Puts a root into an element, which is empty. */
export const attach = (root: Root, parent: HTMLElement): void => {
  parent.append(document.createElement('i'))
  const placeholder: unknown = parent.firstChild
  if (isBackendElement(parent) && isBackendElement(placeholder)) root.attach(parent, placeholder)
}
