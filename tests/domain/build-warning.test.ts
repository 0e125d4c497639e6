import { warningFor } from '../../tools/build'

it('a mini-program built by hand without an address of the service says so; with one, or the web page, does not', () => {
  expect(warningFor('weapp', undefined)).toMatch(/LINFA_API_BASE/)
  expect(warningFor('weapp', '')).toMatch(/LINFA_API_BASE/)
  expect(warningFor('weapp', 'https://law.example.cn')).toBeNull()
  expect(warningFor('h5', undefined)).toBeNull()
})
