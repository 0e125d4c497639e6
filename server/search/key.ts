import { pinyin } from 'pinyin-pro'

import { halfWidth } from '#domain/typed'

/** How a name is found: as typed, without the words for its office, by initials, by pinyin without tones. */
export type Key = { key: string; short: string; initials: string; pinyin: string }

/** What was typed or printed, whatever its width, case and spaces. */
export const plain = (text: string): string => halfWidth(text).toLowerCase()

/** 和平村村民委员会, 和平村委会: 和平村; 花园社区居委会: 花园社区. */
const withoutOffice = (key: string) =>
  key.replace(/村村?(民委员会|委会)$/, '村').replace(/社区(居民委员会|居委会)$/, '社区')

/** One syllable for each character, as it sounds in this word: 重庆 is chong qing. */
const syllables = (word: string) =>
  pinyin(word, { toneType: 'none', type: 'array', v: true })
    .map((sound) => sound.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)

export function keyOf(name: string): Key {
  const key = plain(name)
  const short = withoutOffice(key)
  const sounds = syllables(short)
  return { key, short, initials: sounds.map((sound) => sound[0]).join(''), pinyin: sounds.join('') }
}
