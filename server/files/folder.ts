import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { codeOf } from '../trouble.ts'
import type { Store } from './store.ts'

/** Written aside, forced to the disk, then renamed: after a crash a file is whole or not there. */
async function writeSafely(path: string, bytes: Buffer): Promise<void> {
  const aside = `${path}.unfinished`
  const file = await open(aside, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
  await syncFolder(dirname(path))
}

/** The name itself is on the disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** A folder on this machine; ids end in random letters, so their last two spread the files. */
export function folderStore(dir: string): Store {
  const pathOf = (id: string) => join(dir, id.slice(-2), id)
  return {
    async put(id, bytes) {
      await mkdir(dirname(pathOf(id)), { recursive: true, mode: 0o700 })
      await writeSafely(pathOf(id), bytes)
    },
    get: (id) =>
      readFile(pathOf(id)).catch((error) => {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }),
    remove: (id) => rm(pathOf(id), { force: true }),
  }
}
