import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { artefact, scratch } from './artefacts.ts'
import type { Screen } from './screen.ts'

const PATIENCE = { timeout: 5000 }

const worked = async (act: Promise<void>): Promise<boolean> => {
  try {
    await act
    return true
  } catch {
    return false
  }
}

/** Puts the page's half of the hands into every document of a page. */
export const teachToSeek = (page: Page): Promise<unknown> =>
  page.addInitScript({ content: readFileSync(scratch('seek.js'), 'utf8') })

/** A real finger on a real layout: what is covered or disabled cannot be tapped. */
export const screenOf = (page: Page, close: () => Promise<void>): Screen => ({
  seek: (question, ...given) =>
    page.evaluate(
      ([name, values]) =>
        Reflect.apply(window.seek[name as keyof typeof window.seek], window.seek, values as []),
      [question, given] as const,
    ),
  tap: (selector) => worked(page.locator(selector).tap(PATIENCE)),
  type: (selector, value) => worked(page.locator(selector).fill(value, PATIENCE)),
  screenshot: async (name) => {
    await page.screenshot({ path: artefact(`${name}.png`) })
  },
  close,
})
