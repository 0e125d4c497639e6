import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { Trouble } from '../trouble.ts'
import type { Piece } from './manifest.ts'

/** Writes a stream to `dir/path`, counting and hashing what passes. */
export async function writePiece(from: Readable, dir: string, path: string): Promise<Piece> {
  mkdirSync(dirname(join(dir, path)), { recursive: true, mode: 0o700 })
  const { through, result } = hashing()
  await pipeline(from, through, createWriteStream(join(dir, path), { mode: 0o600 }))
  return { path, ...result() }
}

/** @throws Trouble when a file of the backup is missing or not the one that was written */
export async function checkPiece(dir: string, { path, bytes, sha256 }: Piece): Promise<void> {
  const file = join(dir, path)
  if (!existsSync(file)) throw new Trouble(`the backup is not whole: ${path} is missing`)
  const { through, result } = hashing()
  await pipeline(createReadStream(file), through, nowhere())
  const found = result()
  if (found.bytes !== bytes || found.sha256 !== sha256)
    throw new Trouble(`the backup is damaged: ${path} has changed`)
}

/** Copies so that a crash leaves the old file or the new one, never half of it. */
export async function copyFile(from: string, to: string): Promise<void> {
  const aside = `${to}.${process.pid}.restoring`
  mkdirSync(dirname(to), { recursive: true, mode: 0o711 })
  await pipeline(createReadStream(from), createWriteStream(aside, { mode: 0o600 }))
  renameSync(aside, to)
}

/** The paths of all files below a folder, relative to it; none when there is no such folder. */
export function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function hashing() {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      bytes += chunk.length
      next(null, chunk)
    },
  })
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, next) => next() })
