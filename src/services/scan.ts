import Taro from '@tarojs/taro'

/** The seven digits of a village in what a code of its board says: 「…?v=1234567」, 「scene=v%3D1234567」, or the digits alone. */
export function codeIn(text: string): string | null {
  const plain = decodeURIComponent(text)
  const [, said] = /(?:^|[?&=])(?:v|code|scene)=(\d{7})(?!\d)/.exec(plain) ?? []
  const digits = said ?? plain.replace(/[\s-]/g, '')
  return /^\d{7}$/.test(digits) ? digits : null
}

/** What the camera read of a board: its digits, an empty text for another picture, null when the person turned back. */
export async function scanBoard(): Promise<string | null> {
  try {
    // A code of the platform carries a path, any other one its text.
    const { path, result } = await Taro.scanCode({})
    return codeIn(path || result) ?? ''
  } catch {
    return null
  }
}
