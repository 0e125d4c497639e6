import { readFileSync } from 'node:fs'
import { scratch } from '../../support/artefacts.ts'
import { type Hands, handsOn } from '../../support/hands.ts'
import { closeLater } from '../../support/phones.ts'
import { until } from '../../support/until.ts'
import { type Answers, willing } from './answers.ts'
import { buildBridge } from './bridge.ts'
import { openInChromium } from './chromium.ts'
import { openInJsdom } from './jsdom.ts'
import { type Network, openNetwork } from './network.ts'
import type { SetDataCall } from './page/window.ts'
import type { HostScreen } from './screen.ts'
import type { Weapp, WeappOptions } from './weapp.ts'

/** A running program; a restart puts another screen in its place. */
type Run = {
  screen: HostScreen
  boot: (entry: string, storage: Record<string, string>) => Promise<HostScreen>
}

const SCREENS = { jsdom: openInJsdom, chromium: openInChromium }

const KB = 1024
const FIRST_SCREEN_LIMIT = 8 * KB
const UPDATE_LIMIT = 16 * KB

const isOver = ({ first, bytes }: SetDataCall) => bytes > (first ? FIRST_SCREEN_LIMIT : UPDATE_LIMIT)

const largest = (calls: SetDataCall[], first: boolean): number =>
  Math.max(0, ...calls.filter((call) => call.first === first).map(({ bytes }) => bytes))

const mapValues = <From, To>(record: Record<string, From>, turn: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, turn(value)]))

const eyesAndFinger = (run: Run): Hands => {
  const hands = () => handsOn(run.screen)
  return {
    see: (text) => hands().see(text),
    miss: (text) => hands().miss(text),
    tap: (text, near) => hands().tap(text, near),
    type: (label, value) => hands().type(label, value),
    tick: (label) => hands().tick(label),
    tab: (name) => hands().tab(name),
    words: () => hands().words(),
    settle: () => hands().settle(),
  }
}

const picking = (run: Run): Pick<Weapp, 'pick'> => ({
  pick: async (label, choice) => {
    const { seek, tap, type } = run.screen
    const selector = await until(
      () => seek('find', 'picker', label),
      () => `no picker “${label}”`,
    )
    await tap(selector)
    const turned = await type('.host-wheel', choice)
    await handsOn(run.screen).tap(turned ? '确定' : choice)
  },
})

const reading = (run: Run, before: string[]) => {
  const report = () => run.screen.host('report')
  return {
    page: async () => (await report()).page,
    errors: async () => [...before, ...(await report()).errors, ...run.screen.faults],
    calls: async () => (await report()).calls,
    unknownApis: async () => (await report()).unknownApis,
    storage: async () => mapValues((await report()).storage, (text): unknown => JSON.parse(text)),
    shared: async () => (await report()).shared,
    overBudget: async () => (await report()).setData.filter(isOver),
    setDataBytes: async () => {
      const { setData } = await report()
      return { firstScreen: largest(setData, true), update: largest(setData, false) }
    },
  } satisfies Partial<Weapp>
}

/** Going somewhere is done when the page on top is another one. */
const going = (run: Run): Pick<Weapp, 'at' | 'back' | 'open'> => {
  const report = () => run.screen.host('report')
  const at = async (page: string) => {
    await until(
      async () => (await report()).page === page,
      async () => `on ${(await report()).page}, not on ${page}`,
    )
  }
  return {
    at,
    open: async (url) => {
      await run.screen.host('open', url)
      await at(url.replace(/^\//, '').replace(/\?.*/, ''))
    },
    back: async () => {
      const { depth } = await report()
      await run.screen.host('back')
      await until(
        async () => (await report()).depth < depth,
        () => 'there is no page to go back to',
      )
    },
  }
}

const steering = (run: Run, network: Network) =>
  ({
    emit: (event, argument) => run.screen.host('emit', event, argument),
    pageEvent: (handler, argument) => run.screen.host('pageEvent', handler, argument),
    screenshot: (name) => run.screen.screenshot(name),
    close: closeLater(() => run.screen.close()),
    requests: () => network.sent,
    network: async (mode) => {
      network.change(mode)
      await run.screen.host('connected', mode !== 'offline')
    },
  }) satisfies Partial<Weapp>

const start = async (options: WeappOptions, network: Network, answers: Answers): Promise<Run> => {
  const script = options.script ?? readFileSync(scratch('program.js'), 'utf8')
  const bridge = buildBridge(network, answers)
  const boot: Run['boot'] = (entry, storage) =>
    SCREENS[options.screen]({
      script,
      bridge,
      boot: { entry, storage, consentOpen: options.consentOpen ?? false },
    })
  const storage = mapValues(options.storage ?? {}, (value) => JSON.stringify(value))
  return { boot, screen: await boot(options.entry ?? '', storage) }
}

/** Boots the unmodified dist/weapp; its requests go to `api` over real HTTP. */
export const openWeapp = async (options: WeappOptions): Promise<Weapp> => {
  const network = openNetwork(options.api)
  const answers = { ...willing(), ...options.answers }
  const run = await start(options, network, answers)
  const before: string[] = []
  const read = reading(run, before)

  const restart = async (entry = '') => {
    const [{ storage, errors }, { faults }] = [await run.screen.host('report'), run.screen]
    before.push(...errors, ...faults)
    await run.screen.close()
    run.screen = await run.boot(entry, storage)
  }

  return {
    answers,
    files: network.files,
    restart,
    ...eyesAndFinger(run),
    ...picking(run),
    ...read,
    ...going(run),
    ...steering(run, network),
  }
}
