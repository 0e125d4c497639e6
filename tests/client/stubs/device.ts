import type Taro from '@tarojs/taro'

export type Asked = { method: string; path: string; header: Record<string, string>; body: unknown }
export type Told = { status: number; body?: unknown }
export type Visit = {
  way: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'
  url: string
}

const blank = () => ({
  /** The server as this test wants it; throw for a lost answer. */
  answer: (asked: Asked): Told | Promise<Told> => {
    throw new Error(`nobody answers ${asked.method} ${asked.path}`)
  },
  asked: [] as Asked[],
  storage: new Map<string, unknown>(),
  visits: [] as Visit[],
  /** Which way is chosen where several are offered. */
  sheet: 1,
  /** `runsOut`: the longest time is over before the person has answered. */
  recording: null as { tempFilePath: string; fileSize: number; runsOut?: boolean } | null,
  /** Query of the page under test. */
  params: {} as Record<string, string>,
  /** Pages below the one under test. */
  pagesBelow: 0,
  dialogs: [] as Taro.showModal.Option[],
  /** What the person says to the next dialogs. */
  confirms: true,
  toasts: [] as string[],
  title: '',
  calledNumbers: [] as string[],
  clipboard: '',
  /** What the person picks from the album. */
  photos: [] as { tempFilePath: string; size: number }[],
  /** Path → base64 of what lies there; `compressImage` makes it as many times smaller as `shrinks` says. */
  fileSystem: new Map<string, string>(),
  shrinks: 4,
  calendar: [] as Taro.addPhoneCalendar.Option[],
  /** What the camera sees, and where the telephone is; null when the person does not let it. */
  scanned: null as string | null,
  position: null as { latitude: number; longitude: number; accuracy: number } | null,
  online: true,
  showHooks: new Set<() => void>(),
  networkHooks: new Set<(change: { isConnected: boolean }) => void>(),
  share: undefined as Taro.ShareAppMessageReturn | undefined,
})

/** The scripted telephone: the only thing that is not ours in a page test. */
export const device = blank()

export const resetDevice = (): void => {
  Object.assign(device, blank())
}

/** The page is seen again, as after coming back to it. */
export const showAgain = (): void => {
  for (const hook of device.showHooks) hook()
}

export const setOnline = (isConnected: boolean): void => {
  device.online = isConnected
  for (const hook of device.networkHooks) hook({ isConnected })
}
