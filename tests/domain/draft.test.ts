import fc from 'fast-check'

import { fromEpoch } from '#domain/day'
import { type Draft, mergeDrafts } from '#domain/draft'

/** Few names and few moments, so that drafts collide; values as they come out of JSON. */
const aDraft: fc.Arbitrary<Draft> = fc.dictionary(
  fc.constantFrom('summary', 'topic', 'phone', '__proto__', 'constructor'),
  fc.record({
    value: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    at: fc.integer({ min: 0, max: 3 }).map((seconds) => fromEpoch(seconds * 1000)),
  }),
)

const at = (time: string) => `2026-11-23T${time}:00+08:00`

it('keeps what was typed last, field by field', () => {
  const phone: Draft = {
    topic: { value: 'land', at: at('09:00') },
    summary: { value: '新写的', at: at('10:00') },
  }
  const server: Draft = {
    topic: { value: 'family', at: at('09:30') },
    summary: { value: '旧的', at: at('08:00') },
  }
  expect(mergeDrafts(phone, server)).toEqual({ topic: server.topic, summary: phone.summary })
})

it('keeps a field that only one side has, also one that was emptied', () => {
  expect(mergeDrafts({}, { note: { value: '', at: at('09:00') } })).toEqual({
    note: { value: '', at: at('09:00') },
  })
  expect(
    mergeDrafts({ note: { value: '有', at: at('09:00') } }, { note: { value: '', at: at('09:01') } }),
  ).toEqual({ note: { value: '', at: at('09:01') } })
})

it('compares moments of different zones as moments', () => {
  const early: Draft = { note: { value: 1, at: '2026-11-23T09:30:00+08:00' } }
  const late: Draft = { note: { value: 2, at: '2026-11-23T01:31:00Z' } }
  expect(mergeDrafts(early, late)).toEqual(late)
})

it('does not depend on who merges', () => {
  fc.assert(fc.property(aDraft, aDraft, (a, b) => expect(mergeDrafts(a, b)).toEqual(mergeDrafts(b, a))))
})

it('does not depend on the order of merging', () => {
  fc.assert(
    fc.property(aDraft, aDraft, aDraft, (a, b, c) =>
      expect(mergeDrafts(mergeDrafts(a, b), c)).toEqual(mergeDrafts(a, mergeDrafts(b, c))),
    ),
  )
})

it('changes nothing when repeated', () => {
  fc.assert(
    fc.property(aDraft, aDraft, (a, b) => {
      expect(mergeDrafts(a, a)).toEqual(a)
      expect(mergeDrafts(mergeDrafts(a, b), b)).toEqual(mergeDrafts(a, b))
    }),
  )
})
