import Taro from '@tarojs/taro'

import type { Endpoint, Reply } from '#contract/endpoint'
import { type ReceivedFile, readFile, sendFile } from '#contract/file'
import { addressOf, headerOf, NoAnswer, replyIn } from '#services/call'
import { record } from '#services/recording'

// Read here and not from a constant elsewhere, so that each build drops the other half.
const web = process.env.TARO_ENV === 'h5'

/** A file of this device: in the browser the file itself, in the mini-program where it lies. */
export type Chosen = { name: string; size: number; picture: boolean; source: File | string }

/** Named one by one, so that an iPhone hands over JPEG and no HEIC. */
export const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf,audio/*,.m4a,.amr,.docx,.xlsx'

/** Slow networks: ten megabytes in three minutes. */
const PATIENCE_MS = 180_000

export const chosenInBrowser = (files: Iterable<File>): Chosen[] =>
  [...files].map((source) => ({
    name: source.name,
    size: source.size,
    picture: source.type.startsWith('image/'),
    source,
  }))

const WAYS = ['拍照', '从手机相册选', '从微信聊天里选文件', '录一段话']

/** Asks where from, then for the files themselves; none when the person thought better of it. */
export async function choose(count: number): Promise<Chosen[]> {
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: WAYS })
    if (tapIndex === 3) return await spoken()
    return await (tapIndex === 2 ? fromChat(count) : photos(count, tapIndex === 0 ? 'camera' : 'album'))
  } catch {
    return []
  }
}

async function photos(count: number, from: 'camera' | 'album'): Promise<Chosen[]> {
  const { tempFiles } = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: [from],
    sizeType: ['compressed'],
  })
  return tempFiles.map(({ tempFilePath, size }, n) => ({
    name: `照片${n + 1}.jpg`,
    size,
    picture: true,
    source: tempFilePath,
  }))
}

async function fromChat(count: number): Promise<Chosen[]> {
  const { tempFiles } = await Taro.chooseMessageFile({ count, type: 'all' })
  return tempFiles.map(({ name, size, path, type }) => ({
    name,
    size,
    picture: type === 'image',
    source: path,
  }))
}

async function spoken(): Promise<Chosen[]> {
  const recording = await record()
  return recording ? [{ name: '录音.mp3', size: recording.size, picture: false, source: recording.path }] : []
}

type Progress = (percent: number) => void

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const lost = () => {
  throw new NoAnswer('没有连上网络')
}

type Takes = Endpoint & { upload: true }
type Way = { key?: string; onProgress?: Progress }

/** Sends one file under a key that stays with it until an answer came. */
export const send = (file: Chosen, key: string, onProgress: Progress): Promise<ReceivedFile> =>
  sendTo(sendFile, file, { key, onProgress })

/** The same for any endpoint that takes a file. */
export async function sendTo<const E extends Takes>(
  endpoint: E,
  file: Chosen,
  way: Way = {},
): Promise<Reply<E>> {
  const answer = await (web ? sendInBrowser : sendInMini)(endpoint, file, way)
  return replyIn(endpoint, answer)
}

async function sendInMini(endpoint: Takes, { name, source }: Chosen, { key, onProgress }: Way) {
  const task = Taro.uploadFile({
    url: addressOf(endpoint, {}),
    filePath: String(source),
    name: 'file',
    formData: { name },
    header: headerOf({ key }),
    timeout: PATIENCE_MS,
  })
  task.progress?.(({ progress }) => onProgress?.(progress))
  const { statusCode, data } = await task.catch(lost)
  return { statusCode, data: jsonIn(data) }
}

/** `fetch` does not tell how far it is. */
const sendInBrowser = (endpoint: Takes, { name, source }: Chosen, { key, onProgress }: Way) =>
  new Promise<{ statusCode: number; data: unknown }>((done, fail) => {
    const form = new FormData()
    form.append('file', source as File, name)
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(endpoint, {}))
    for (const [header, value] of Object.entries(headerOf({ key }))) request.setRequestHeader(header, value)
    request.timeout = PATIENCE_MS
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.floor((loaded / total) * 100))
    request.onload = () => done({ statusCode: request.status, data: jsonIn(request.responseText) })
    request.onerror = request.ontimeout = request.onabort = () => fail(new NoAnswer('没有连上网络'))
    request.send(form)
  })

/** Fetches a file with the right of the person: an address that this device alone can show. */
export const fetchFile = (id: string): Promise<string> => fetchFrom(readFile, { params: { id } })

/** The same for any endpoint whose answer is a file. */
export async function fetchFrom(
  endpoint: Endpoint & { download: true },
  asked: Parameters<typeof addressOf>[1],
): Promise<string> {
  const url = addressOf(endpoint, asked)
  if (web) {
    const answer = await fetch(url, { headers: headerOf({}) }).catch(lost)
    if (!answer.ok)
      replyIn(endpoint, { statusCode: answer.status, data: await answer.json().catch(() => null) })
    return URL.createObjectURL(await answer.blob())
  }
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header: headerOf({}) }).catch(lost)
  replyIn(endpoint, { statusCode, data: null })
  return tempFilePath
}

type Shown = { name: string; type: string }

/** Shows what was fetched with what the telephone has for it; the browser saves what a page cannot show. */
export async function show(address: string, { name, type }: Shown): Promise<void> {
  if (web) return save(address, name)
  if (type.startsWith('image/')) return void (await Taro.previewImage({ urls: [address] }))
  if (type.startsWith('audio/')) return play(address, name)
  const fileType = name.split('.').at(-1) as 'pdf'
  await Taro.openDocument({ filePath: address, fileType, showMenu: true })
}

function save(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE_MS)
}

async function play(address: string, name: string): Promise<void> {
  const sound = Taro.createInnerAudioContext()
  sound.src = address
  sound.play()
  await Taro.showModal({ title: name, content: '正在播放录音', confirmText: '停止', showCancel: false })
  sound.destroy()
}
