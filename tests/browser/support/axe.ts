import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WCAG 2.2 at levels A and AA; axe carries the rules of each version under its own tag. */
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** One broken rule: which, why, and where on the page. */
export type Violation = { id: string; help: string; places: string[] }

export const violationsOn = async (page: Page): Promise<Violation[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze()
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    places: nodes.map(({ target }) => target.join(' ')),
  }))
}
