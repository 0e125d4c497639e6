import Taro from '@tarojs/taro'

import { onWeb } from '#services/device'

type Sent = { name: string; type: string; base64: string }

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

function save({ name, type, base64 }: Sent): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytesOf(base64)], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The browser saves the file; the mini-program opens it, and from there it can be sent on or kept. */
export async function giveBytes(sent: Sent): Promise<void> {
  if (onWeb) return save(sent)
  const filePath = `${Taro.env.USER_DATA_PATH}/${sent.name}`
  await new Promise((success, fail) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: sent.base64,
      encoding: 'base64',
      success,
      fail,
    }),
  )
  await Taro.openDocument({ filePath, showMenu: true })
}
