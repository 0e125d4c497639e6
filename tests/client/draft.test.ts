import {
  answered,
  dropDraft,
  isPending,
  keepField,
  keyFor,
  syncDraft,
  typed,
} from '../../src/services/draft.ts'
import { dropToken, keepToken } from '../../src/services/token.ts'
import { device } from './stubs/device.ts'

const EARLY = '2026-11-23T09:00:00+08:00'
const LATE = '2026-11-23T10:00:00+08:00'

afterEach(dropToken)

it('keeps what is typed on the telephone at each change', () => {
  keepField('hotline', 'summary', '工地拖欠', EARLY)
  keepField('hotline', 'summary', '工地拖欠工资', LATE)
  expect(typed('hotline')).toEqual({ summary: { value: '工地拖欠工资', at: LATE } })
})

it('asks no server before signing in', async () => {
  keepField('hotline', 'summary', '工地拖欠工资', LATE)
  await syncDraft('hotline')
  expect(device.asked).toEqual([])
})

it('takes from the other device what was typed later there, field by field', async () => {
  keepToken('t'.repeat(40))
  keepField('hotline', 'summary', '这里后写的', LATE)
  keepField('hotline', 'name', '这里先写的', EARLY)
  const fields = { summary: { value: '那里先写的', at: EARLY }, name: { value: '那里后写的', at: LATE } }
  device.answer = () => ({ status: 200, body: { fields } })
  const merged = await syncDraft('hotline')
  expect(merged.summary?.value).toBe('这里后写的')
  expect(merged.name?.value).toBe('那里后写的')
  expect(typed('hotline')).toEqual(merged)
})

it('does not bring back a draft that was sent while an older copy was on its way', async () => {
  keepToken('t'.repeat(40))
  keepField('hotline', 'summary', '工地拖欠工资', LATE)
  device.answer = () => {
    dropDraft('hotline')
    return { status: 200, body: { fields: { summary: { value: '工地拖欠工资', at: LATE } } } }
  }
  await syncDraft('hotline')
  expect(typed('hotline')).toEqual({})
})

it('repeats the same request with the same key until an answer came', () => {
  const key = keyFor('book', { slotId: 's1' })
  expect(keyFor('book', { slotId: 's1' })).toBe(key)
  expect(isPending('book')).toBe(true)
  answered('book')
  expect(isPending('book')).toBe(false)
  expect(keyFor('book', { slotId: 's1' })).not.toBe(key)
})

it('gives a changed request another key', () => {
  const key = keyFor('book', { slotId: 's1' })
  expect(keyFor('book', { slotId: 's2' })).not.toBe(key)
})
