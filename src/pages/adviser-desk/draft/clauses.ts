const ORDINAL =
  /^\s*(第\s*[一二三四五六七八九十百零〇\d]+\s*条|[（(]?[一二三四五六七八九十\d]+[)）、.．])[\s:：、]*/

/** One clause a line; ordinals of the paper go, since clauses are numbered here. */
export const clausesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(ORDINAL, '').trim())
    .filter((line) => line !== '')

export const textOf = (clauses: readonly string[]): string => clauses.join('\n')
