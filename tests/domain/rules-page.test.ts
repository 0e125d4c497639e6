import { readdirSync, readFileSync } from 'node:fs'

import { inProject } from '../support/artefacts'

const CODE = /(?<![\w-])(?:CLK|LA|LP|CO|PM|JC|VA|HL|PI|WX|AC)-\d+[a-zA-Z]?\b/g
const HERE = 'rules-page.test.ts'

const filesOf = (folder: string): string[] =>
  readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== HERE && /\.(tsx?|sql|txt|csv)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)

const codesIn = (...folders: readonly string[]): Set<string> =>
  new Set(folders.flatMap(filesOf).flatMap((file) => readFileSync(file, 'utf8').match(CODE) ?? []))

const listed = [...readFileSync(inProject('docs/rules.md'), 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map(
  ([, code = '']) => code,
)

describe('the page of rules', () => {
  it('says what every code in the program demands', () => {
    const used = codesIn('src', 'server')
    expect(used.size).toBeGreaterThan(50)
    expect([...used].filter((code) => !listed.includes(code))).toEqual([])
  })

  it('lists each code once, and none that stands nowhere else', () => {
    const used = codesIn('src', 'server', 'config', 'data', 'tests')
    expect(listed.filter((code) => !used.has(code))).toEqual([])
    expect(listed.filter((code, at) => listed.indexOf(code) !== at)).toEqual([])
  })
})
