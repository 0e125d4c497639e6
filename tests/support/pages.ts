import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { inProject } from './artefacts.ts'

type AppConfig = { pages: string[]; subPackages?: { root: string; pages: string[] }[] }

/** src/app.config.ts calls a function that only Taro's build knows. */
const read = (): AppConfig => {
  const source = readFileSync(inProject('src/app.config.ts'), 'utf8').replace('export default', '')
  return runInNewContext(source, { defineAppConfig: (config: AppConfig) => config })
}

const { pages, subPackages = [] } = read()

/** Every page of the program. */
export const PAGES: readonly string[] = [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
]
