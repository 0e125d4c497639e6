import { CONTACTS, type Danger, dangerIn } from '#domain/danger'

import { lines } from '../support/lines.ts'

it.each(lines('danger.txt'))('%s: %s', (dangers = '', text = '') => {
  expect(dangerIn(text).sort()).toEqual(dangers === 'none' ? [] : dangers.split(',').sort())
})

it('names a danger once, however often the text does', () => {
  expect(dangerIn('他打我，天天打我，我被打怕了')).toEqual(['violence'])
})

it('does not join words across the end of a sentence', () => {
  expect(dangerIn('这事全靠自。杀价的是他')).toEqual([])
})

it('gives for every danger whom to call, the police and the ambulance among them, each with the day it was checked', () => {
  for (const danger of ['suicide', 'violence', 'child'] satisfies Danger[]) {
    const numbers = CONTACTS[danger].map(({ number }) => number)
    expect(numbers).toEqual(expect.arrayContaining(['110', '120', '12348']))
    for (const { checkedOn } of CONTACTS[danger]) expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
  const all = new Set(Object.values(CONTACTS).flatMap((contacts) => contacts.map(({ number }) => number)))
  expect([...all].sort()).toEqual(['110', '120', '12338', '12348', '12355', '12356'])
})
