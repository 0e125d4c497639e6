import type Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { device, type Visit } from './device.ts'
import { request, uploadFile } from './request.ts'

const fine = async () => ({ errMsg: 'ok' })

const go =
  (way: Visit['way']) =>
  async ({ url }: { url: string }) => {
    device.visits.push({ way, url })
    return { errMsg: `${way}:ok` }
  }

/**
 * One for the whole mini-program, as on a telephone: whoever listens twice hears twice. Speaks at once; null is a
 * microphone that is not allowed.
 */
const hears: Record<'start' | 'stop' | 'error', ((heard: object) => void)[]> = {
  start: [],
  stop: [],
  error: [],
}
const tell = (what: keyof typeof hears, heard: object) => {
  for (const listener of hears[what]) listener(heard)
}
const recorder = {
  onStart: (listener: () => void) => hears.start.push(listener),
  onStop: (listener: (recording: object) => void) => hears.stop.push(listener),
  onError: (listener: () => void) => hears.error.push(listener),
  start: () => {
    tell(device.recording ? 'start' : 'error', {})
    if (device.recording?.runsOut) tell('stop', device.recording)
  },
  stop: () => tell('stop', device.recording ?? {}),
}

const showModal = async (option: Taro.showModal.Option = {}) => {
  device.dialogs.push(option)
  return { confirm: device.confirms, cancel: !device.confirms, errMsg: 'showModal:ok' }
}

const showToast = async ({ title }: Taro.showToast.Option) => {
  device.toasts.push(title)
  return { errMsg: 'showToast:ok' }
}

const system = () => ({
  brand: 'test',
  model: 'phone',
  windowWidth: 375,
  windowHeight: 812,
  platform: 'devtools',
})

const storage = {
  getStorageSync: (key: string): unknown => device.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void device.storage.set(key, value),
  removeStorageSync: (key: string) => void device.storage.delete(key),
  clearStorageSync: () => device.storage.clear(),
}

/** As WeChat's encrypted store: what was kept so is asked for so. */
const encrypted = {
  setStorage: async ({ key, data, encrypt }: { key: string; data: unknown; encrypt?: boolean }) => {
    device.storage.set(key, encrypt ? { encrypted: data } : data)
    return fine()
  },
  getStorage: async ({ key, encrypt }: { key: string; encrypt?: boolean }) => {
    const kept = device.storage.get(key)
    if (kept === undefined) throw { errMsg: 'getStorage:fail data not found' }
    return { data: encrypt ? Reflect.get(kept as object, 'encrypted') : kept, errMsg: 'getStorage:ok' }
  },
}

const navigation = {
  navigateTo: go('navigateTo'),
  redirectTo: go('redirectTo'),
  reLaunch: go('reLaunch'),
  switchTab: go('switchTab'),
  navigateBack: ({ delta = 1 }: Taro.navigateBack.Option = {}) => go('navigateBack')({ url: `-${delta}` }),
  getCurrentPages: () => Array.from({ length: device.pagesBelow + 1 }, () => ({})),
}

type Kept = { filePath: string; success(read: { data: string }): void; fail(): void }

/** Photographs of a telephone: each try is made of the original, and tells its size and quality by its name. */
const pictures = {
  getFileSystemManager: () => ({
    readFile: ({ filePath, success, fail }: Kept) => {
      const data = device.fileSystem.get(filePath)
      if (data === undefined) fail()
      else success({ data })
    },
  }),
  getImageInfo: async () => ({ width: 3000, height: 4000, errMsg: 'getImageInfo:ok' }),
  compressImage: async ({ src, quality = 80, compressedWidth = 0 }: Taro.compressImage.Option) => {
    const tempFilePath = `${src}.${compressedWidth}.${quality}`
    const data = device.fileSystem.get(src) ?? ''
    const tries = [...device.fileSystem.keys()].filter((path) => path.startsWith(`${src}.`)).length + 1
    device.fileSystem.set(tempFilePath, data.slice(0, Math.floor(data.length / device.shrinks ** tries)))
    return { tempFilePath, errMsg: 'compressImage:ok' }
  },
}

const person = {
  login: async () => ({ code: 'wechat-code', errMsg: 'login:ok' }),
  makePhoneCall: async ({ phoneNumber }: Taro.makePhoneCall.Option) => {
    device.calledNumbers.push(phoneNumber)
    return fine()
  },
  scanCode: async () => {
    if (device.scanned === null) throw { errMsg: 'scanCode:fail cancel' }
    return { result: device.scanned, path: '', errMsg: 'scanCode:ok' }
  },
  getLocation: async () => {
    if (device.position === null) throw { errMsg: 'getLocation:fail auth deny' }
    return { ...device.position, errMsg: 'getLocation:ok' }
  },
  setClipboardData: async ({ data }: Taro.setClipboardData.Option) => {
    device.clipboard = data
    return fine()
  },
  showActionSheet: async () => ({ tapIndex: device.sheet, errMsg: 'showActionSheet:ok' }),
  getRecorderManager: () => recorder,
  chooseMedia: async () => ({ tempFiles: device.photos, type: 'image', errMsg: 'chooseMedia:ok' }),
  addPhoneCalendar: async (option: Taro.addPhoneCalendar.Option) => {
    device.calendar.push(option)
    return fine()
  },
  requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => ({
    errMsg: 'requestSubscribeMessage:ok',
    ...Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
  }),
}

const phone = {
  canIUse: () => true,
  getDeviceInfo: system,
  getSystemInfoSync: system,
  getWindowInfo: system,
  getNetworkType: async () => ({ networkType: device.online ? 'wifi' : 'none', errMsg: 'getNetworkType:ok' }),
  onNetworkStatusChange: (hook: (change: { isConnected: boolean }) => void) =>
    void device.networkHooks.add(hook),
  offNetworkStatusChange: (hook: (change: { isConnected: boolean }) => void) =>
    void device.networkHooks.delete(hook),
  onNeedPrivacyAuthorization: () => {},
  openPrivacyContract: () => {},
  getUpdateManager: () => ({ onUpdateReady: () => {}, onUpdateFailed: () => {}, applyUpdate: () => {} }),
}

const screen = {
  showModal,
  showToast,
  showLoading: showToast,
  hideToast: fine,
  hideLoading: fine,
  pageScrollTo: fine,
  stopPullDownRefresh: fine,
  setNavigationBarTitle: async ({ title }: Taro.setNavigationBarTitle.Option) => {
    device.title = title
    return fine()
  },
}

// biome-ignore lint/style/noDefaultExport: the module it stands for has one
export default {
  request,
  uploadFile,
  ...storage,
  ...encrypted,
  ...pictures,
  ...navigation,
  ...person,
  ...phone,
  ...screen,
}

export const useDidShow = (hook: () => void): void =>
  useEffect(() => {
    device.showHooks.add(hook)
    return () => void device.showHooks.delete(hook)
  }, [hook])

/** What is drawn next is drawn after this. */
export const nextTick = (then: () => void): void => queueMicrotask(then)

/** Runs once, as the page opens. */
export const useLoad = (hook: (params: Record<string, string>) => void): void =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => hook(device.params), [])

export const useLaunch = useLoad
export const useReady = useLoad
export const useDidHide = (): void => {}
export const usePullDownRefresh = (): void => {}
export const useReachBottom = (): void => {}
export const usePageScroll = (): void => {}

export const useRouter = (): { params: Record<string, string>; path: string } => ({
  params: device.params,
  path: '/',
})

export const useShareAppMessage = (
  card: (from: Taro.ShareAppMessageObject) => Taro.ShareAppMessageReturn,
): void => {
  device.share = card({ from: 'menu' })
}
