import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { scratch } from '../../support/artefacts.ts'
import { screenOf, teachToSeek } from '../../support/browser-screen.ts'
import { openPage } from '../../support/chromium.ts'
import { DIST } from './package.ts'
import { HEIGHT, type OpenScreen, type ScreenOptions, WIDTH } from './screen.ts'

const ADDRESS = 'http://weapp.test/'

const DOCUMENT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>weapp</title>
<body><script src="/program.js"></script><script src="/host.js"></script>`

const serve = (script: string) => (route: Route) => {
  const { pathname } = new URL(route.request().url())
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: DOCUMENT })
  if (pathname === '/program.js') return route.fulfill({ contentType: 'text/javascript', body: script })
  if (pathname === '/host.js') return route.fulfill({ path: scratch('host.js') })
  return route.fulfill({ path: join(DIST, pathname.replace('/package/', '')) })
}

const equip = async (page: Page, { script, boot, bridge }: ScreenOptions) => {
  await page.route(`${ADDRESS}**`, serve(script))
  await page.exposeFunction('bridge', bridge)
  await page.addInitScript((given) => Object.assign(window, { BOOT: given }), boot)
  await teachToSeek(page)
}

/** The host in Chromium: layout, fingers, pictures. */
export const openInChromium: OpenScreen = async (options) => {
  const faults: string[] = []
  const { page, close } = await openPage({
    viewport: { width: WIDTH, height: HEIGHT },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  })
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`))
  await equip(page, options)
  await page.goto(ADDRESS)
  return {
    ...screenOf(page, close),
    faults,
    host: (verb, ...given) =>
      page.evaluate(
        ([name, values]) =>
          Reflect.apply(window.host[name as keyof typeof window.host], window.host, values as []),
        [verb, given] as const,
      ),
  }
}
