import { defineBuiltins } from './builtins/all.ts'
import { space, startEngine } from './engine.ts'
import { globals, requireApp, requirePage } from './modules.ts'
import { goBack, journey } from './navigation.ts'
import { push, stack, startScreen, tell, topPage } from './page-stack.ts'
import { splitUrl, tidy } from './paths.ts'
import {
  calls,
  errors,
  guarded,
  later,
  plain,
  setDataCalls,
  shared,
  unknownApis,
  watchWindow,
} from './record.ts'
import type { Host } from './window.ts'
import { emit } from './wx/bus.ts'
import { startConsent } from './wx/consent.ts'
import { launch } from './wx/device.ts'
import { setOnline } from './wx/network.ts'
import { dumpStorage, loadStorage } from './wx/storage.ts'
import { wx } from './wx/wx.ts'

const goTo = (way: Parameters<typeof journey>[0], url: string) => later(() => journey(way, url).set?.())

window.host = {
  report: () => ({
    page: topPage()?.path ?? '',
    depth: stack.length,
    errors,
    unknownApis: [...unknownApis],
    calls,
    setData: setDataCalls,
    storage: dumpStorage(),
    shared: plain(shared.at(-1)),
  }),
  open: (url) => goTo('reLaunch', url),
  back: () => later(() => goBack(1)),
  connected: setOnline,
  emit,
  pageEvent: (handler, argument) => {
    const page = topPage()
    return page && plain(tell(page, handler, argument))
  },
} satisfies Host

const lifecycle = (app: Record<string, unknown>, name: 'onLaunch' | 'onShow') => {
  const hook = app[name]
  if (typeof hook === 'function') guarded(`app ${name}`, () => hook.call(app, launch))
}

const start = () => {
  const { path, query } = splitUrl(window.BOOT.entry || window.PROGRAM.app.pages[0] || '')
  Object.assign(launch, { path: tidy(path), query })
  Object.assign(globals, { wx, getCurrentPages: () => stack.map(({ instance }) => instance) })
  const app = requireApp()
  if (window.PROGRAM.app.tabBar?.custom) requirePage('custom-tab-bar/index')
  lifecycle(app, 'onLaunch')
  lifecycle(app, 'onShow')
  push(launch.path, query)
}

watchWindow()
loadStorage(window.BOOT.storage)
startConsent(window.BOOT.consentOpen)
defineBuiltins(space.getComponentSpace())
startEngine()
startScreen({
  onBack: window.host.back,
  onTab: ({ pagePath }) => goTo('switchTab', `/${pagePath}`),
})
guarded('start', start)
