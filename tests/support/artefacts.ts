import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

const inFolder = (folder: string, name: string) => {
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}

/** Kept for people to look at. */
export const artefact = (name: string): string => inFolder(join(root, 'artefacts'), name)

/** Made once per run, for the tests alone. */
export const scratch = (name: string): string => inFolder(join(root, '.temp/tests'), name)

export const inProject = (path: string): string => join(root, path)
