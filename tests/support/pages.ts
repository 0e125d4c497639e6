import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { inProject } from './artefacts.ts'
import type { Phone } from './phone.ts'
import { until } from './until.ts'

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

/** Waits until there is more than a skeleton, which stands as still as a page does. */
export async function waitFor(phone: Pick<Phone, 'words' | 'settle'>, page: string): Promise<void> {
  await until(
    async () => (await phone.words()).split(' | ').length > 1,
    async () => `nothing is to be seen on ${page}`,
    20_000,
  )
  await phone.settle()
}
