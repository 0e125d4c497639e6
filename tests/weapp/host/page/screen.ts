import type { PageJson, Tab } from '../program.ts'
import { addStyle, make } from './dom.ts'

type Taps = { onBack: () => void; onTab: (tab: Tab) => void }
type Shown = { path: string; title: string | undefined; canGoBack: boolean }

const bar = make('div', 'host-bar')
const tabBar = make('div', 'host-tabs')
const pageSheets = new Map<string, HTMLStyleElement>()

/** Where pages stand, one above the other. */
export const frame = make('div', 'host-pages')

const tabs = () => window.PROGRAM.app.tabBar?.list ?? []

export const isTab = (path: string): boolean => tabs().some(({ pagePath }) => pagePath === path)

// With `custom: true` the program draws its own tabs.
const drawsTabs = () => window.PROGRAM.app.tabBar?.custom !== true

// A page has its own web view in WeChat, so its sheet holds only while it is on top.
const addSheet = ([path, css]: [string, string]) => {
  const everywhere = path === 'app' || window.PROGRAM.json[path]?.component === true
  const sheet = addStyle(css, everywhere ? 'all' : 'not all')
  if (!everywhere) pageSheets.set(path, sheet)
}

const drawBar = (json: PageJson, { title, canGoBack }: Shown, taps: Taps) => {
  const custom = json.navigationStyle === 'custom'
  document.body.classList.toggle('no-bar', custom)
  bar.style.background = json.navigationBarBackgroundColor ?? '#000'
  bar.style.color = json.navigationBarTextStyle === 'black' ? '#000' : '#fff'
  const back = canGoBack ? [make('span', 'host-back', '‹', taps.onBack)] : []
  bar.replaceChildren(...back, make('span', 'host-title', title ?? json.navigationBarTitleText ?? ''))
}

const drawTab = (tab: Tab, path: string, taps: Taps) => {
  const { color = '#555', selectedColor = '#07c160' } = window.PROGRAM.app.tabBar ?? {}
  const button = make('div', 'host-tab', tab.text, () => taps.onTab(tab))
  button.style.color = tab.pagePath === path ? selectedColor : color
  return button
}

/** Puts up the bars and style sheets; gives the function that redraws them for the page on top. */
export const mountScreen = (taps: Taps): ((shown: Shown) => void) => {
  addStyle(window.PROGRAM.look)
  for (const sheet of Object.entries(window.PROGRAM.css)) addSheet(sheet)
  document.body.replaceChildren(bar, frame, tabBar)
  return (shown) => {
    for (const [path, sheet] of pageSheets) sheet.media = path === shown.path ? 'all' : 'not all'
    drawBar({ ...window.PROGRAM.app.window, ...window.PROGRAM.json[shown.path] }, shown, taps)
    const shownTabs = drawsTabs() && isTab(shown.path) ? tabs() : []
    document.body.classList.toggle('has-tabs', shownTabs.length > 0)
    tabBar.replaceChildren(...shownTabs.map((tab) => drawTab(tab, shown.path, taps)))
  }
}
