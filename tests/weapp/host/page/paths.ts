export const tidy = (path: string): string => {
  const parts: string[] = []
  for (const part of path.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  return parts.join('/')
}

export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

/** A path as written in `from`: absolute from the package root, else relative to the folder of `from`. */
export const resolve = (path: string, from: string): string =>
  path.startsWith('/') ? tidy(path) : tidy(`${folderOf(from)}/${path}`)

export type Query = Record<string, string>

const pair = (text: string): [string, string] => {
  const at = text.indexOf('=')
  const [key, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  return [decodeURIComponent(key), decodeURIComponent(value)]
}

export const splitUrl = (url: string): { path: string; query: Query } => {
  const [path = '', query = ''] = url.split('?')
  return { path, query: Object.fromEntries(query.split('&').filter(Boolean).map(pair)) }
}
