import { createHash, createSecretKey, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import * as v from 'valibot'

import { Trouble } from '../trouble.ts'
import { aesGcm } from '../vault/cipher.ts'

const Piece = v.object({ path: v.string(), bytes: v.number(), sha256: v.string() })

const Table = v.object({ ...Piece.entries, name: v.string(), columns: v.array(v.string()), rows: v.number() })

const Sequence = v.object({ name: v.string(), last: v.nullable(v.string()) })

const Contents = v.object({
  format: v.literal('linfa-backup-1'),
  madeAt: v.string(),
  migrations: v.array(v.string()),
  tables: v.array(Table),
  sequences: v.array(Sequence),
  files: v.array(Piece),
})

const Manifest = v.object({ contents: Contents, keys: v.object({ salt: v.string(), sealed: v.string() }) })

/** One file of a backup, with what proves that it is whole. */
export type Piece = v.InferOutput<typeof Piece>
export type Table = v.InferOutput<typeof Table>
export type Contents = v.InferOutput<typeof Contents>
export type Manifest = v.InferOutput<typeof Manifest>
/** DATA_KEYS and INDEX_KEY as they stand in the environment. */
export type Keys = Readonly<Record<string, string>>

const FILE = 'manifest.json'

/** The keys are sealed under the passphrase together with the list of contents: neither can be changed unseen. */
export function writeManifest(dir: string, contents: Contents, keys: Keys, passphrase: string): void {
  const salt = randomBytes(16)
  const sealed = aesGcm.seal(keyOf(passphrase, salt), Buffer.from(JSON.stringify(keys)), digest(contents))
  const manifest: Manifest = {
    contents,
    keys: { salt: salt.toString('base64'), sealed: sealed.toString('base64') },
  }
  writeFileSync(join(dir, FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
}

export function readManifest(dir: string): Manifest {
  const file = join(dir, FILE)
  if (!existsSync(file)) throw new Trouble(`${dir} is not a whole backup: it has no ${FILE}`)
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Manifest), readFileSync(file, 'utf8'))
  if (!parsed.success) throw new Trouble(`${file} is damaged, or written by another version of this program`)
  return parsed.output
}

export function openKeys({ contents, keys }: Manifest, passphrase: string): Keys {
  try {
    const sealed = Buffer.from(keys.sealed, 'base64')
    const opened = aesGcm.open(keyOf(passphrase, Buffer.from(keys.salt, 'base64')), sealed, digest(contents))
    return JSON.parse(opened.toString())
  } catch {
    throw new Trouble('BACKUP_PASSPHRASE is not the one of this backup, or the manifest has been changed')
  }
}

/** 128 MB and about half a second for each guess. */
const keyOf = (passphrase: string, salt: Buffer) =>
  createSecretKey(
    scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }),
  )

const digest = (contents: Contents) =>
  createHash('sha256')
    .update(JSON.stringify(v.parse(Contents, contents)))
    .digest('hex')
