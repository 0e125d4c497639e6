import { type Licence, readLicence } from '#domain/licence'

import { lines } from '../support/lines.ts'

it.each(lines('licence.txt'))('%s, %s: %s', (licence, typed = '', expected = '') => {
  const read = readLicence(licence as Licence, typed)
  if (read.ok) expect(read.number).toBe(expected)
  else expect(read.problem).toContain(expected)
})
