import Taro from '@tarojs/taro'

import { type Chosen, send } from '#services/files'
import { shrunkInMini, smaller } from '#services/shrink'

const web = process.env.TARO_ENV === 'h5'

/** A photo or recording that waits on the telephone; its key stays with it, so that it is received once. */
export type Waiting = { key: string; name: string; picture: boolean; base64: string }

/** What WeChat's encrypted store holds of one thing: 0.7 MB after encryption. */
const MOST_IN_MINI = 500_000

const STEP = 0x8000

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += STEP)
    text += String.fromCharCode(...bytes.subarray(from, from + STEP))
  return btoa(text)
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

const readInMini = (filePath: string) =>
  new Promise<string>((done, fail) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => done(String(data)),
      fail,
    }),
  )

const writeInMini = (filePath: string, data: string) =>
  new Promise((success, fail) =>
    Taro.getFileSystemManager().writeFile({ filePath, data, encoding: 'base64', success, fail }),
  )

/** The browser has room; but nine photos of twelve megabytes do not get through from a village. */
const MOST_ON_WEB = 1_000_000

const fitsInMini = (base64: string) => base64.length <= MOST_IN_MINI

/** The bytes as text, of a photo that is too large in a smaller size; null when it cannot be kept. */
export async function bytesIn({
  source,
  picture,
}: Pick<Chosen, 'source' | 'picture'>): Promise<string | null> {
  if (typeof source !== 'string') {
    const blob = await smaller(source, MOST_ON_WEB)
    return base64Of(new Uint8Array(await blob.arrayBuffer()))
  }
  const base64 = await readInMini(source)
  if (fitsInMini(base64)) return base64
  return picture ? shrunkInMini(source, readInMini, fitsInMini) : null
}

const IN_FOLDER = (key: string, name: string) =>
  `${Taro.env.USER_DATA_PATH}/${key}.${name.split('.').at(-1) ?? 'jpg'}`

const nothing = () => undefined

/** Sends it under its own key; gives the id that the server gave it. */
export async function sendWaiting({ key, name, picture, base64 }: Waiting): Promise<string> {
  const size = Math.floor((base64.length * 3) / 4)
  if (web) {
    const source = new File([bytesOf(base64)], name)
    return (await send({ name, size, picture, source }, key, nothing)).id
  }
  const source = IN_FOLDER(key, name)
  await writeInMini(source, base64)
  try {
    return (await send({ name, size, picture, source }, key, nothing)).id
  } finally {
    Taro.getFileSystemManager().unlink({ filePath: source })
  }
}
