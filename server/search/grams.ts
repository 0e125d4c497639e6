/** What could be initials or pinyin. */
export const isSpelling = (text: string): boolean => /^[a-z0-9]*[a-z][a-z0-9]*$/.test(text)

/** Every two letters that stand together; a single letter as it is: what the index of names is made of. */
export function grams(text: string): readonly string[] {
  const letters = [...text]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
