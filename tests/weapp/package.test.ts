import { statSync } from 'node:fs'
import { join } from 'node:path'
import { wxmlToJs } from 'miniprogram-compiler'
import { compile } from './host/compile.ts'
import { DIST, LOOK, pathsOf, readPackage } from './host/package.ts'

const KB = 1024
const MAIN_LIMIT = 550 * KB
const PART_LIMIT = 300 * KB

const { program, warnings } = compile(readPackage(), LOOK)
const roots = (program.app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'))

// Not uploaded: the note of the build and the settings of the tool.
const paths = pathsOf().filter((path) => !/^(\.built|project\..*)$/.test(path))

const sizeOf = (belongs: (path: string) => boolean): number =>
  paths.filter(belongs).reduce((total, path) => total + statSync(join(DIST, path)).size, 0)

// The binary is made for x86 alone.
if (process.platform !== 'linux' || process.arch === 'x64')
  it('passes WeChat’s own template compiler', () => {
    expect(() => wxmlToJs(DIST)).not.toThrow()
  })

it('compiles for the host without a warning', () => {
  expect(warnings).toEqual([])
})

it('keeps the main package within 550 KB', () => {
  const main = sizeOf((path) => !roots.some((root) => path.startsWith(root)))
  expect(main).toBeGreaterThan(0)
  expect(main).toBeLessThanOrEqual(MAIN_LIMIT)
})

it.each(roots)('keeps the subpackage %s within 300 KB', (root) => {
  const part = sizeOf((path) => path.startsWith(root))
  expect(part).toBeGreaterThan(0)
  expect(part).toBeLessThanOrEqual(PART_LIMIT)
})
