import { countyOf, isBelow, isRegionCode, levelOf, spokenPath } from '#domain/region'

it.each([
  ['430000000000', 'province'],
  ['431200000000', 'city'],
  ['431224000000', 'county'],
  ['431224100000', 'town'],
  ['431224100001', 'village'],
  ['441900003000', 'town'],
])('a code tells its level: %s is a %s', (code, level) => {
  expect(levelOf(code)).toBe(level)
})

it('the county is the first six digits, whatever the place', () => {
  expect(countyOf('431224100001')).toBe('431224')
  expect(countyOf('431224000000')).toBe('431224')
})

it('a code has twelve digits and begins with a province', () => {
  expect(
    ['431224100001', '431224', '012345678901', '4312241000011', '43122410000x', ''].map(isRegionCode),
  ).toEqual([true, false, false, false, false, false])
})

it('a village lies below its town, county, city and province, and below no other place', () => {
  const village = '431224100001'
  const above = ['430000000000', '431200000000', '431224000000', '431224100000']
  expect(above.every((code) => isBelow(village, code))).toBe(true)
  expect(
    ['431224101000', '431223000000', '440000000000', village].some((code) => isBelow(village, code)),
  ).toBe(false)
})

it('a path is said as people say it', () => {
  expect(spokenPath('湖南省 怀化市 溆浦县 卢峰镇')).toBe('湖南省怀化市溆浦县卢峰镇')
  expect(spokenPath('北京市 市辖区 东城区')).toBe('北京市东城区')
  expect(spokenPath('湖北省 省直辖县级行政区划 仙桃市')).toBe('湖北省仙桃市')
})
