import { inflateRawSync } from 'node:zlib'

import { Refusal } from '#domain/refusal'
import { codeOf } from '../trouble.ts'

/** Where things stand in a ZIP file (APPNOTE 4.3): the end of the directory, its entries, the head before each file. */
const END = 0x06054b50
const ENTRY = 0x02014b50
const HEAD = 0x04034b50
const END_SIZE = 22
const MOST_COMMENT = 0xffff

const broken = () => new Refusal('malformed', '这个文件打不开，可能已损坏。请用 Excel 另存为 .xlsx 后再传')
const tooMuch = () => new Refusal('too_large', '表格太大了，请分成几个文件再传')

/**
 * The files in a ZIP file, unpacked.
 * @throws Refusal `too_large` before more than `most` bytes have been unpacked, whatever the file says of itself
 */
export function unpack(zip: Buffer, most: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let left = most
  for (const entry of entriesOf(zip)) {
    const content = contentOf(zip, entry, left)
    left -= content.length
    files.set(entry.name, content)
  }
  return files
}

type Entry = { name: string; method: number; packed: number; at: number }

const reading = <Found>(read: () => Found): Found => {
  try {
    return read()
  } catch (error) {
    throw /^ERR_(OUT_OF_RANGE|BUFFER_OUT_OF_BOUNDS)$/.test(codeOf(error) ?? '') ? broken() : error
  }
}

function entriesOf(zip: Buffer): Entry[] {
  return reading(() => {
    const end = endOf(zip)
    const entries: Entry[] = []
    let at = zip.readUInt32LE(end + 16)
    for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (zip.readUInt32LE(at) !== ENTRY) throw broken()
      const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
      entries.push({
        name: zip.toString('utf8', at + 46, at + 46 + (name ?? 0)),
        method: zip.readUInt16LE(at + 10),
        packed: zip.readUInt32LE(at + 20),
        at: zip.readUInt32LE(at + 42),
      })
      at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
    }
    return entries
  })
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - END_SIZE; at >= 0 && at >= zip.length - END_SIZE - MOST_COMMENT; at -= 1)
    if (zip.readUInt32LE(at) === END) return at
  throw broken()
}

function contentOf(zip: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  return reading(() => {
    if (zip.readUInt32LE(at) !== HEAD) throw broken()
    const begins = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    const bytes = zip.subarray(begins, begins + packed)
    if (method === 0) return within(bytes, most)
    if (method !== 8) throw broken()
    return inflate(bytes, most)
  })
}

const within = (bytes: Buffer, most: number) => {
  if (bytes.length > most) throw tooMuch()
  return bytes
}

function inflate(bytes: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooMuch() : broken()
  }
}
