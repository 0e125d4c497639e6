import Taro from '@tarojs/taro'

/** A sheet to be sent: text, or an Excel file in base64. */
export type Sheet = { name: string; csv?: string; xlsx?: string }

const isExcel = (name: string) => /\.xlsx$/i.test(name)

const asBase64 = (bytes: ArrayBuffer) =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))

/** Excel in China saves CSV in GB 18030 unless it is told otherwise. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A file that was chosen in the browser. */
export const sheetIn = async (file: File): Promise<Sheet> =>
  isExcel(file.name)
    ? { name: file.name, xlsx: asBase64(await file.arrayBuffer()) }
    : { name: file.name, csv: decode(await file.arrayBuffer()) }

const read = (filePath: string, encoding: 'utf8' | 'base64') =>
  new Promise<string>((done, fail) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding,
      success: ({ data }) => done(String(data)),
      fail,
    }),
  )

/** A file from a chat of WeChat; undefined when the person chose none. */
export async function chooseSheet(extension: string[]): Promise<Sheet | undefined> {
  const chosen = await Taro.chooseMessageFile({
    count: 1,
    type: 'file',
    extension,
  }).catch(() => undefined)
  const file = chosen?.tempFiles[0]
  if (!file) return undefined
  return isExcel(file.name)
    ? { name: file.name, xlsx: await read(file.path, 'base64') }
    : { name: file.name, csv: await read(file.path, 'utf8') }
}
