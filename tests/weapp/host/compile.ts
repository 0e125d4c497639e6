import { TmplGroup } from 'glass-easel-template-compiler'
import type { AppJson, PageJson, Program } from './program.ts'
import { anyTag } from './tags.ts'
import { wxssToCss } from './wxss.ts'

/** Path in the package → text. */
export type Files = ReadonlyMap<string, string>

export type Compiled = { program: Program; script: string; warnings: string[] }

type Warning = { startLine: number; startColumn: number; message: string }

const tagName = new RegExp(`<(/?)(${anyTag})(?=[\\s/>])`, 'g')
const notOurs = /(^|\/)(project\.|sitemap|theme\.json)/

const withoutEnding = (path: string) => path.replace(/\.\w+$/, '')

const textOf = (files: Files, path: string): string => {
  const text = files.get(path)
  if (text === undefined) throw new Error(`the package has no ${path}`)
  return text
}

const ending = (files: Files, end: string) =>
  [...files]
    .filter(([path]) => path.endsWith(end))
    .map(([path, text]) => ({ path, text, name: withoutEnding(path) }))

const byName = <T>(files: Files, end: string, turn: (text: string, path: string) => T): Record<string, T> =>
  Object.fromEntries(ending(files, end).map(({ name, text, path }) => [name, turn(text, path)]))

const compileTemplates = (files: Files) => {
  const group = new TmplGroup()
  for (const { name, text } of ending(files, '.wxs')) group.addScript(name, text)
  const warnings = ending(files, '.wxml').flatMap(({ name, text, path }) => {
    const found: Warning[] = group.addTmpl(name, text.replace(tagName, '<$1wx-$2')) ?? []
    return found.map((one) => `${path}:${one.startLine}:${one.startColumn} ${one.message}`)
  })
  const templates = group.getTmplGenObjectGroups()
  group.free()
  return { templates, warnings }
}

const pageSettings = (files: Files): Files =>
  new Map([...files].filter(([path]) => path !== 'app.json' && !notOurs.test(path)))

/** Turns the files of a mini-program into one script: WXML and WXS to glass-easel templates, WXSS to CSS. */
export const compile = (files: Files, look: string): Compiled => {
  const { templates, warnings } = compileTemplates(files)
  const app: AppJson = JSON.parse(textOf(files, 'app.json'))
  const program: Program = {
    app,
    json: byName(pageSettings(files), '.json', (text): PageJson => JSON.parse(text)),
    js: byName(files, '.js', (text) => text),
    css: byName(files, '.wxss', (text, path) => wxssToCss(text, path, (other) => textOf(files, other))),
    look,
  }
  const script = `window.TEMPLATES = ${templates}\nwindow.PROGRAM = ${JSON.stringify(program)}\n`
  return { program, script, warnings }
}
