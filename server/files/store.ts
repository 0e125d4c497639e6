import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { folderStore } from './folder.ts'
import { s3Store } from './s3.ts'

/** Where sealed bytes lie. What is put is safe when the promise is kept; removing what is not there is no error. */
export type Store = {
  put(id: string, bytes: Buffer): Promise<void>
  get(id: string): Promise<Buffer | null>
  remove(id: string): Promise<void>
}

export const openStore = ({ env, log }: { env: Env; log: Log }): Store =>
  env.filesS3 ? s3Store(env.filesS3, log) : folderStore(env.filesDir)
