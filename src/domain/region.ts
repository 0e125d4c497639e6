/** Twelve digits: two each for province, city and county, three each for town and village (GB/T 2260, 统计用区划代码). */
export type RegionCode = string

export const LEVELS = ['province', 'city', 'county', 'town', 'village'] as const
export type Level = (typeof LEVELS)[number]

/** How many leading digits name a place of this level. */
export const LEVEL_DIGITS: Readonly<Record<Level, number>> = {
  province: 2,
  city: 4,
  county: 6,
  town: 9,
  village: 12,
}

export const isRegionCode = (text: string): boolean => /^[1-9]\d{11}$/.test(text)

/** The first level below which there are only zeros. A city may have towns without a county between (东莞市). */
export const levelOf = (code: RegionCode): Level =>
  LEVELS.find((level) => /^0*$/.test(code.slice(LEVEL_DIGITS[level]))) ?? 'village'

/** The leading digits that name a place: whatever lies in it begins with them. */
export const stemOf = (code: RegionCode): string => code.slice(0, LEVEL_DIGITS[levelOf(code)])

/** Six digits: who keeps the case, and the beginning of its number. */
export const countyOf = (code: RegionCode): string => code.slice(0, LEVEL_DIGITS.county)

/** True when `code` lies below `above`, at whatever depth. */
export const isBelow = (code: RegionCode, above: RegionCode): boolean =>
  code !== above && code.startsWith(stemOf(above))

/** A village, its town, county, city and province. */
export const aroundOf = (code: RegionCode): RegionCode[] =>
  [...LEVELS].reverse().map((level) => code.slice(0, LEVEL_DIGITS[level]).padEnd(12, '0'))

/** Rungs of the statistical list that nobody says. */
const UNSPOKEN = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/

/** 「湖南省 怀化市 溆浦县」 as people say it: 「湖南省怀化市溆浦县」; 「北京市 市辖区 东城区」: 「北京市东城区」. */
export const spokenPath = (path: string): string =>
  path
    .split(' ')
    .filter((name) => !UNSPOKEN.test(name))
    .join('')
