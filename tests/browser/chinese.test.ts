import type { Browser, Page } from 'playwright-core'
import { launchFromNpm } from '../support/chromium.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchFromNpm()
  page = await browser.newPage({ viewport: { width: 200, height: 200 } })
})

afterAll(() => browser.close())

const drawing = async (character: string) => {
  await page.setContent(`<p style="font-size:100px;margin:20px">${character}</p>`)
  return page.screenshot()
}

const fontOf = async (character: string) => {
  await page.setContent(`<p>${character}</p>`)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map(({ familyName }) => familyName)
}

// No character, now or ever: every font draws its empty box.
const NEVER_ASSIGNED = '\u{2FE00}'

describe('the browser from npm, with no package of the system', () => {
  it('draws 汉, not an empty box', async () => {
    const [han, box] = [await drawing('汉'), await drawing(NEVER_ASSIGNED)]
    expect(han.equals(box)).toBe(false)
  })

  it('draws 法 other than 汉', async () => {
    const [han, fa] = [await drawing('汉'), await drawing('法')]
    expect(han.equals(fa)).toBe(false)
  })

  it('takes the Chinese font that comes from npm', async () => {
    expect(await fontOf('汉')).toEqual(['Noto Sans SC'])
  })
})
