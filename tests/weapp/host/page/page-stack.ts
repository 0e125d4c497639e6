import { attach, createRoot } from './engine.ts'
import { requirePage } from './modules.ts'
import type { Query } from './paths.ts'
import { guarded, later } from './record.ts'
import { frame, isTab, mountScreen } from './screen.ts'
import { type Instance, watchSetData } from './set-data.ts'

export type OpenPage = {
  path: string
  element: HTMLElement
  instance: Instance
  release: () => void
  title?: string
}

/** From the bottom to the page on top. */
export const stack: OpenPage[] = []

const sleepingTabs = new Map<string, OpenPage>()
let shown: OpenPage | undefined
let drawScreen: ReturnType<typeof mountScreen> = () => {}

export const startScreen = (taps: Parameters<typeof mountScreen>[0]): void => {
  drawScreen = mountScreen(taps)
}

export const topPage = (): OpenPage | undefined => stack.at(-1)

export const tell = ({ instance, path }: OpenPage, handler: string, argument?: unknown): unknown =>
  guarded(`${path} ${handler}`, () => {
    const known: unknown = Reflect.get(instance, handler)
    return typeof known === 'function' ? known.call(instance, argument) : undefined
  })

export const draw = (): void => {
  const page = topPage()
  if (page) drawScreen({ path: page.path, title: page.title, canGoBack: stack.length > 1 })
}

const placeFor = (path: string) => {
  const element = document.createElement('div')
  const body = document.createElement('wx-page')
  element.className = 'host-page'
  element.dataset.path = path
  element.append(body)
  frame.append(element)
  return { element, body }
}

const build = (path: string, query: Query): OpenPage => {
  requirePage(path)
  const { element, body } = placeFor(path)
  const root = createRoot(path)
  const instance = root.get()
  Object.assign(instance, { route: path, __route__: path, options: query })
  watchSetData(instance, path)
  attach(root, body)
  return { path, element, instance, release: () => root.release() }
}

export const showTop = (): void => {
  const page = topPage()
  if (!page) return
  if (shown && shown !== page && stack.includes(shown)) tell(shown, 'onHide')
  for (const each of stack) each.element.classList.toggle('top', each === page)
  draw()
  if (shown === page) return
  shown = page
  tell(page, 'onShow')
}

export const push = (path: string, query: Query): void => {
  const page = build(path, query)
  stack.push(page)
  tell(page, 'onLoad', query)
  showTop()
  later(() => tell(page, 'onReady'))
}

const end = (page: OpenPage) => {
  tell(page, 'onUnload')
  page.release()
  page.element.remove()
}

export const pop = (): void => {
  const page = stack.pop()
  if (page) end(page)
}

const sleep = (page: OpenPage) => {
  page.element.classList.remove('top')
  sleepingTabs.set(page.path, page)
  if (shown === page) tell(page, 'onHide')
}

const leaveAll = (keepTabs: boolean) => {
  for (const page of stack.splice(0).reverse())
    if (keepTabs && isTab(page.path)) sleep(page)
    else end(page)
  shown = undefined
}

const wake = (page: OpenPage) => {
  sleepingTabs.delete(page.path)
  stack.push(page)
  showTop()
}

export const switchTo = (tab: string, query: Query): void => {
  if (topPage()?.path === tab) return
  leaveAll(true)
  const page = sleepingTabs.get(tab)
  if (page) wake(page)
  else push(tab, query)
}

export const startAgainAt = (path: string, query: Query): void => {
  leaveAll(false)
  for (const page of sleepingTabs.values()) end(page)
  sleepingTabs.clear()
  push(path, query)
}
