import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { scratch } from '../../support/artefacts.ts'
import { HEIGHT, type HostScreen, type OpenScreen, type ScreenOptions, WIDTH } from './screen.ts'

type Page = Window & typeof globalThis

type Settings = {
  url: string
  pretendToBeVisual: boolean
  runScripts: 'outside-only'
  virtualConsole: object
  beforeParse: (page: Page) => void
}

type Jsdom = {
  JSDOM: new (html: string, settings: Settings) => { window: Page }
  VirtualConsole: new () => object
}

// The jsdom that jest-environment-jsdom brings along.
const { JSDOM, VirtualConsole }: Jsdom = createRequire(require.resolve('jest-environment-jsdom'))('jsdom')

const light = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }

const equip = (page: Page, { boot, bridge }: ScreenOptions) =>
  Object.assign(page, {
    BOOT: boot,
    bridge,
    innerWidth: WIDTH,
    innerHeight: HEIGHT,
    devicePixelRatio: 2,
    matchMedia: () => light,
    TextEncoder,
  })

const openPage = (options: ScreenOptions): Page => {
  const { window: page } = new JSDOM('<!doctype html><title>weapp</title>', {
    url: 'http://weapp.test/',
    pretendToBeVisual: true,
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
    beforeParse: (fresh) => equip(fresh, options),
  })
  for (const script of [
    options.script,
    readFileSync(scratch('seek.js'), 'utf8'),
    readFileSync(scratch('host.js'), 'utf8'),
  ])
    page.eval(script)
  return page
}

/** What page scripts give belongs to another realm; tests compare values of their own. */
const own = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

const leaveField = ({ document, HTMLElement }: Page) => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

const tapOn = (page: Page, selector: string): boolean => {
  const element = page.document.querySelector(selector)
  leaveField(page)
  return (
    element?.dispatchEvent(new page.MouseEvent('click', { bubbles: true, cancelable: true })) !== undefined
  )
}

const typeInto = (page: Page, selector: string, value: string): boolean => {
  const field = page.document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
  if (!field || field.disabled) return false
  field.focus()
  field.value = field.maxLength < 0 ? value : value.slice(0, field.maxLength)
  return field.dispatchEvent(new page.Event('input', { bubbles: true }))
}

/** The host in jsdom: fast, no layout, no pictures. */
export const openInJsdom: OpenScreen = async (options) => {
  const page = openPage(options)
  const screen: HostScreen = {
    // A promise nobody caught fails the running test by itself.
    faults: [],
    seek: async (question, ...given) => own(Reflect.apply(page.seek[question], page.seek, given)),
    host: async (verb, ...given) => own(Reflect.apply(page.host[verb], page.host, given)),
    tap: async (selector) => tapOn(page, selector),
    type: async (selector, value) => typeInto(page, selector, value),
    screenshot: async () => {},
    close: async () => page.close(),
  }
  return screen
}
