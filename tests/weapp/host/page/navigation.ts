import { pagesOf } from '../program.ts'
import { pop, push, showTop, stack, startAgainAt, switchTo, topPage } from './page-stack.ts'
import { type Query, resolve, splitUrl } from './paths.ts'
import { fault } from './record.ts'
import { isTab } from './screen.ts'

export type Way = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

// WeChat refuses an eleventh page.
const DEEPEST = 10

const go: Record<Way, (path: string, query: Query) => void> = {
  navigateTo: push,
  redirectTo: (path, query) => {
    pop()
    push(path, query)
  },
  switchTab: switchTo,
  reLaunch: startAgainAt,
}

const refusal = (way: Way, path: string): string | undefined => {
  if (!pagesOf(window.PROGRAM.app).includes(path)) return `page "${path}" is not found`
  if (way === 'switchTab' && !isTab(path)) return 'can not switch to no-tabBar page'
  if ((way === 'navigateTo' || way === 'redirectTo') && isTab(path)) return `can not ${way} a tabbar page`
  if (way === 'navigateTo' && stack.length >= DEEPEST) return 'webview count limit exceed'
  return undefined
}

export type Journey = { refused: string; set?: never } | { refused?: never; set: () => void }

/** Checks a journey as WeChat does; `set` makes it. A refused one is an error of the program. */
export const journey = (way: Way, url: string): Journey => {
  const { path, query } = splitUrl(url)
  const target = resolve(path, topPage()?.path ?? '')
  const refused = refusal(way, target)
  if (refused !== undefined) fault(way, refused)
  return refused === undefined ? { set: () => go[way](target, query) } : { refused }
}

/** Goes back `delta` pages, at most to the first; false when already there. */
export const goBack = (delta: number): boolean => {
  const steps = Math.min(delta, stack.length - 1)
  for (let step = 0; step < steps; step++) pop()
  showTop()
  return steps > 0
}
