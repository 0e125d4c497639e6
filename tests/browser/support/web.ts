import type { Page } from 'playwright-core'
import { screenOf, teachToSeek } from '../../support/browser-screen.ts'
import { openPage } from '../../support/chromium.ts'
import { handsOn } from '../../support/hands.ts'
import type { Phone } from '../../support/phone.ts'
import { closeLater } from '../../support/phones.ts'
import { until } from '../../support/until.ts'
import { type Violation, violationsOn } from './axe.ts'
import { watchNetwork } from './network.ts'

/** The smallest phone we serve, the usual one, a desktop. */
export const SIZES = {
  small: { width: 320, height: 568 },
  phone: { width: 375, height: 812 },
  desktop: { width: 1280, height: 800 },
} as const

export type Size = keyof typeof SIZES

/** The web page as a person uses it. */
export type Web = Phone & {
  axe: () => Promise<Violation[]>
  resize: (size: Size) => Promise<void>
  /** How far the page can be pushed sideways, in pixels; it should not. */
  overflow: () => Promise<number>
  browserPage: Page
}

export type WebOptions = {
  /** Address of the server that serves the page. */
  address: string
  size?: Size
  /** Page and query to start at. */
  entry?: string
  /** What the page remembers, by the names it uses with Taro. */
  storage?: Record<string, unknown>
}

const HOME = '/pages/home/index'

const pathOf = (url: string) => new URL(url).hash.replace(/^#\/?/, '').replace(/\?.*/, '')

const contextFor = (size: Size) => {
  const touch = size !== 'desktop'
  return { viewport: SIZES[size], hasTouch: true, isMobile: touch, deviceScaleFactor: touch ? 2 : 1 }
}

/** Taro keeps each value as {data}; only the first start is told, later ones find what is there. */
const remember = (page: Page, storage: Record<string, unknown>) =>
  page.addInitScript((given) => {
    if (location.protocol === 'about:' || sessionStorage.getItem('told')) return
    sessionStorage.setItem('told', 'yes')
    for (const [key, data] of Object.entries(given)) localStorage.setItem(key, JSON.stringify({ data }))
  }, storage)

// A request that did not succeed is the test's own doing, and the page says it in words.
const isFault = (type: string, text: string) =>
  type === 'error' && !text.startsWith('Failed to load resource')

const watchFaults = (page: Page): string[] => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (isFault(message.type(), message.text())) faults.push(message.text())
  })
  return faults
}

const going = (page: Page, address: string): Pick<Web, 'page' | 'at' | 'open' | 'back'> => {
  const now = () => pathOf(page.url())
  const at = async (path: string) => {
    await until(
      () => now() === path,
      () => `on ${now()}, not on ${path}`,
    )
  }
  return {
    at,
    page: async () => now(),
    open: async (url) => {
      await page.goto('about:blank')
      await page.goto(`${address}/#${url}`)
      await at(url.replace(/^\//, '').replace(/\?.*/, ''))
    },
    back: async () => {
      const before = now()
      await page.evaluate(() => history.back())
      await until(
        () => now() !== before,
        () => 'there is no page to go back to',
      )
    },
  }
}

const looking = (page: Page): Pick<Web, 'axe' | 'resize' | 'overflow' | 'browserPage'> => ({
  browserPage: page,
  axe: () => violationsOn(page),
  resize: (size) => page.setViewportSize(SIZES[size]),
  overflow: () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
})

/** A list that is folded away. */
const choose = async (page: Page, label: string, choice: string): Promise<void> => {
  await page.getByLabel(label).last().selectOption({ label: choice })
}

/** Opens the web build in Chromium, 375 × 812 with a finger unless another size is asked for. */
export const openWeb = async ({
  address,
  size = 'phone',
  entry = HOME,
  storage = {},
}: WebOptions): Promise<Web> => {
  const { page, close } = await openPage(contextFor(size))
  const faults = watchFaults(page)
  await teachToSeek(page)
  await remember(page, storage)
  const network = await watchNetwork(page)
  const screen = screenOf(page, closeLater(close))
  const hands = handsOn(screen)
  const moves = going(page, address)
  await moves.open(entry)
  return {
    ...hands,
    ...moves,
    ...looking(page),
    ...network,
    pick: (label, choice) => choose(page, label, choice),
    errors: async () => faults,
    screenshot: screen.screenshot,
    close: screen.close,
  }
}
