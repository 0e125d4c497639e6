import fc from 'fast-check'

import { maskAddress, maskIdNumber, maskName, maskPhone } from '#domain/mask'

import { lines } from '../support/lines.ts'

const MASKS: Readonly<Record<string, (whole: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  idNumber: maskIdNumber,
  address: maskAddress,
}

it.each(lines('mask.txt'))('of a %s, %s, shows %s', (what = '', whole = '', shown) => {
  expect(MASKS[what]?.(whole)).toBe(shown)
})

it('shows nothing where there is nothing', () => {
  expect(maskName(' ')).toBe('')
})

it('never shows the house number of an address', () => {
  const house = fc.integer({ min: 1, max: 999 })
  const street = fc.constantFrom('溆浦县卢峰镇文明路', '鹤城区迎丰街道阳光小区', '桔花园村', '某地', '怀化市')
  fc.assert(
    fc.property(
      street,
      house,
      (street, house) => !maskAddress(`${street}${house}号`).includes(String(house)),
    ),
  )
})
