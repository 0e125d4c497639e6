import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { folderStore } from './folder.ts'
import { s3Store } from './s3.ts'
import type { Store } from './store.ts'

export const openStore = ({ env, log }: { env: Env; log: Log }): Store =>
  env.filesS3 ? s3Store(env.filesS3, log) : folderStore(env.filesDir)
