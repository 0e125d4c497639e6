import { posix } from 'node:path'
import postcss, { type AtRule, type Container, type Rule } from 'postcss'
import { anyTag } from './tags.ts'

const typeSelector = new RegExp(`(^|[\\s>+~,(])(${anyTag}|page)(?=$|[\\s>+~,.:#[)])`, 'g')

const withoutRpx = (text: string) =>
  text.replace(/(-?\d*\.?\d+)rpx\b/g, (_, amount: string) => `calc(var(--rpx) * ${amount})`)

const insideKeyframes = (rule: Rule) =>
  rule.parent?.type === 'atrule' && /keyframes/.test((rule.parent as AtRule).name)

const inlineImports = (root: Container, path: string, read: (path: string) => string) =>
  root.walkAtRules('import', (rule) => {
    const target = posix.join(posix.dirname(path), rule.params.replace(/["';]/g, '').trim())
    rule.replaceWith(postcss.parse(wxssToCss(read(target), target, read)))
  })

/** WXSS to CSS: imports inlined, rpx as a share of the screen, `view` as `wx-view`. */
export const wxssToCss = (source: string, path: string, read: (path: string) => string): string => {
  const root = postcss.parse(source)
  inlineImports(root, path, read)
  root.walkDecls((declaration) => {
    declaration.value = withoutRpx(declaration.value)
  })
  root.walkAtRules((rule) => {
    rule.params = withoutRpx(rule.params)
  })
  root.walkRules((rule) => {
    if (!insideKeyframes(rule)) rule.selector = rule.selector.replace(typeSelector, '$1wx-$2')
  })
  return root.toString()
}
