import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../../support/artefacts.ts'
import type { Files } from './compile.ts'

export const DIST = inProject('dist/weapp')

const isFile = (folder: string) => (path: string) => statSync(join(folder, path)).isFile()

const posix = (path: string) => path.replaceAll('\\', '/')

/** All files of a built mini-program by their path in the package. */
export const pathsOf = (folder = DIST): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isFile(folder)).map(posix)

const isText = (path: string) => /\.(wxml|wxs|wxss|js|json)$/.test(path)

export const readPackage = (folder = DIST): Files =>
  new Map(
    pathsOf(folder)
      .filter(isText)
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )

export const LOOK = readFileSync(join(import.meta.dirname, 'look.css'), 'utf8')
