import Taro from '@tarojs/taro'

import { verifyDocument } from '#contract/document'
import { call } from '#services/call'

export const verify = (code: string) => call(verifyDocument, { params: { code } })

type Opened = Readonly<Record<string, string | undefined>>

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a scanned picture or the way to the page says: `code=…` in an address, in `scene`, or in `q` of the platform. */
export function codeIn({ code, scene, q }: Opened): string {
  if (code) return decoded(code)
  const said = decoded(q ?? scene ?? '')
  return /[?&]?code=([^&#]+)/.exec(said)?.[1] ?? said
}

/** The code on a paper held before the camera; null when the person turned back. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({})
    return codeIn({ q: result })
  } catch {
    return null
  }
}
