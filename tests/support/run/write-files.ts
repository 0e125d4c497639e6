import { folderStore } from '../../../server/files/folder.ts'

/** Writes files one after another, and says after each that it is safe, until somebody ends it. */
const [dir = '', size = '0'] = process.argv.slice(2)
const store = folderStore(dir)

for (let n = 0; n < 1000; n++) {
  await store.put(`FILE${String(n).padStart(6, '0')}`, Buffer.alloc(Number(size), n))
  process.send?.(n)
}
