import { fileTypeFromBuffer } from 'file-type'

import type { FileType } from '#domain/attachment'
import { MAX_FILE_BYTES } from '#domain/attachment'
import { invalid, Refusal } from '#domain/refusal'

/** What the bytes are, by the names that the detector has for them. */
const KNOWN: Readonly<Record<string, FileType | 'image/webp'>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'application/pdf': 'application/pdf',
  'audio/mpeg': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'audio/wav': 'audio/wav',
  'audio/amr': 'audio/amr',
  'audio/aac': 'audio/aac',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const CAN_BE_SENT = '可以传照片（JPG、PNG、WebP）、PDF、录音和 Word、Excel 文件'

/** Words for what people often try and what cannot be read here. */
const INSTEAD: Readonly<Record<string, string>> = {
  'image/heic': '这张照片是 HEIC 格式，这里打不开。请截屏后传截图，或在相机设置里选“兼容性最佳”后重拍',
  'image/heif': '这张照片是 HEIC 格式，这里打不开。请截屏后传截图，或在相机设置里选“兼容性最佳”后重拍',
  'video/mp4': '还不能传视频。请传几张截图，或只传录音',
  'video/quicktime': '还不能传视频。请传几张截图，或只传录音',
}

/** A recorder of a telephone often writes sound alone into the container of films. */
const isSoundAlone = (mime: string, bytes: Uint8Array) =>
  (mime === 'video/mp4' || mime === 'video/3gpp') &&
  !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(VIDEO_TRACK)
const VIDEO_TRACK = Buffer.from('hdlr\0\0\0\0\0\0\0\0vide', 'latin1')

/** The type by the content, whatever the name says. */
export async function recognise(bytes: Uint8Array): Promise<FileType | 'image/webp'> {
  if (bytes.length === 0) throw invalid({ file: '这个文件是空的，请重新选择' })
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal('too_large', '每个文件最大 10 MB，请压缩或分开后再传')
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? ''
  if (isSoundAlone(mime, bytes)) return 'audio/mp4'
  const known = Object.hasOwn(KNOWN, mime) ? KNOWN[mime] : undefined
  if (!known) throw invalid({ file: INSTEAD[mime] ?? `这种文件不能传。${CAN_BE_SENT}` })
  return known
}
