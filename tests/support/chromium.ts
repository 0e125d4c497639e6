import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chineseFont } from './chinese-font.ts'

const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--font-render-hinting=none',
]

const installed = () => INSTALLED[process.platform]?.find((path) => existsSync(path))

const fromNpm = async () => (await import('@sparticuz/chromium')).default.executablePath()

// Environment variables of ours must not hide those of the machine.
const environment = () => ({ ...process.env, ...chineseFont() }) as Record<string, string>

const launch = (executablePath: string) =>
  chromium.launch({ executablePath, args: ARGUMENTS, env: environment() })

// Half a file stays behind when an earlier unpacking was cut off.
const unpackAgain = async () => {
  rmSync(join(tmpdir(), 'chromium'), { force: true })
  return launch(await fromNpm())
}

/** The browser of npm: needs no browser on the machine. */
export const launchFromNpm = async (): Promise<Browser> => {
  const path = await fromNpm()
  return launch(path).catch(unpackAgain)
}

/** An installed Chrome, Chromium or Edge, else the one from npm. */
const launchBrowser = (): Promise<Browser> => {
  const path = installed()
  return path === undefined ? launchFromNpm() : launch(path)
}

/** Once before the workers start, since unpacking is not safe for several at a time. */
export const prepareBrowser = async (): Promise<void> => {
  const first = await launchBrowser()
  await first.close()
}

let browser: Promise<Browser> | undefined
let open = 0

/** A fresh page with nothing remembered; the browser ends with its last page. */
export const openPage = async (
  options: BrowserContextOptions,
): Promise<{ page: Page; close: () => Promise<void> }> => {
  browser ??= launchBrowser()
  open += 1
  const context = await (await browser).newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  })
  const close = async () => {
    await context.close()
    open -= 1
    const last = browser
    if (open > 0) return
    browser = undefined
    await (await last)?.close()
  }
  return { page: await context.newPage(), close }
}
