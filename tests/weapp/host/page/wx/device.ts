import { calls, later } from '../record.ts'
import { updateManager } from './bus.ts'
import { type Act, allAsWx } from './call.ts'

const BAR = 44

const system = () => ({
  brand: 'devtools',
  model: 'iPhone X',
  system: 'iOS 16.0',
  platform: 'devtools',
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.6.0',
  theme: 'light',
  fontSizeSetting: 16,
  benchmarkLevel: 1,
  statusBarHeight: 0,
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight - BAR,
  safeArea: {
    left: 0,
    right: innerWidth,
    top: 0,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight,
  },
  host: { appId: '' },
})

/** How the program was started; filled in by the start. */
export const launch = { path: '', query: {}, scene: 1001, referrerInfo: {}, shareTicket: '' }

const menuButton = () => ({
  width: 87,
  height: 32,
  top: 6,
  bottom: 38,
  left: innerWidth - 94,
  right: innerWidth - 7,
})

let clipboard = ''

const acts: Record<string, Act<never>> = {
  getSystemInfo: system,
  getSystemInfoAsync: system,
  checkSession: () => ({}),
  getSetting: () => ({ authSetting: {} }),
  getClipboardData: () => ({ data: clipboard }),
  setClipboardData: ({ data }: { data: string }) => {
    clipboard = data
    return {}
  },
}

const applyUpdate = () => {
  calls.push({ api: 'applyUpdate', options: {} })
}

export const device = {
  ...allAsWx(acts),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  canIUse: () => true,
  nextTick: (run: () => void) => later(run),
  getSystemInfoSync: system,
  getWindowInfo: system,
  getDeviceInfo: system,
  getAppBaseInfo: system,
  getSystemSetting: () => ({}),
  getAppAuthorizeSetting: () => ({}),
  getMenuButtonBoundingClientRect: menuButton,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => launch,
  getEnterOptionsSync: () => launch,
  getPerformance: () => ({ now: () => performance.now() }),
  getUpdateManager: () => updateManager(applyUpdate),
}
