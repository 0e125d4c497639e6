import Taro from '@tarojs/taro'

export const onWeb = process.env.TARO_ENV === 'h5'

/** What the telephone remembers for us; `undefined` when it does not. */
export function recall<Value>(name: string): Value | undefined {
  const kept: unknown = Taro.getStorageSync(name)
  return kept === '' || kept === null || kept === undefined ? undefined : (kept as Value)
}

/** A full or closed store (private browsing) must not stop anybody: then nothing is remembered. */
export function remember(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(name, value)
  } catch {}
}

export const forget = (name: string): void => Taro.removeStorageSync(name)

/** Opens the dialler; nobody is charged before pressing call. */
export const callPhone = (phoneNumber: string) => Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)

export const copy = (data: string) => Taro.setClipboardData({ data })

/** The browser saves a file; the mini-program has no folder of the person's own, there the text is copied. */
export async function giveFile(name: string, text: string, type = 'application/json'): Promise<void> {
  if (!onWeb) return void (await Taro.setClipboardData({ data: text }))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** What the list of sessions shows, so that a person knows their own device. */
export function deviceName(): string {
  if (onWeb) return /Mobile|Android|iPhone/.test(navigator.userAgent) ? '手机浏览器' : '电脑浏览器'
  const { brand = '', model = '' } = Taro.getDeviceInfo()
  return `微信小程序 ${brand} ${model}`.trim().slice(0, 60)
}

/** Once more when the network comes back. */
export const whenOnline = (then: () => void): void =>
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) then()
  })

/** A new version of the mini-program waits: it is used after a restart, which the person decides. */
export function offerUpdate(): void {
  if (onWeb || !Taro.canIUse('getUpdateManager')) return
  const updates = Taro.getUpdateManager()
  updates.onUpdateReady(async () => {
    const { confirm } = await Taro.showModal({
      title: '有新版本',
      content: '重新打开就能用上新版本。正在填的内容已经存好，不会丢。',
      confirmText: '重新打开',
      cancelText: '等一会儿',
    })
    if (confirm) updates.applyUpdate()
  })
}
