import Taro from '@tarojs/taro'

import { readVillageCode } from '#domain/village-code'

/** The code of a village in what its board says: 「…?v=1234567」, 「scene=v%3D1234567」, or the digits alone. */
export function codeIn(text: string): string | null {
  const plain = decodeURIComponent(text)
  const [, said] = /(?:^|[?&=])(?:v|code|scene)=(\d{7})(?!\d)/.exec(plain) ?? []
  const read = readVillageCode(said ?? plain)
  return 'code' in read ? read.code : null
}

/** What the camera read of a board: its code, an empty text for another picture, null when the person turned back. */
export async function scanBoard(): Promise<string | null> {
  try {
    // A code of the platform carries a path, any other one its text.
    const { path, result } = await Taro.scanCode({})
    return codeIn(path || result) ?? ''
  } catch {
    return null
  }
}
