import { isMeetingUrl, meetingHours, meetingUrl } from '#domain/meeting'

it('an address of the meeting service begins with https and may hold one room', () => {
  for (const text of ['https://meeting.example/j/{room}', 'https://meeting.example/7788'])
    expect(isMeetingUrl(text)).toBe(true)
  for (const text of [
    'http://meeting.example/{room}',
    'meeting.example',
    'https://a b',
    'https://m/{phone}',
    '',
  ])
    expect(isMeetingUrl(text)).toBe(false)
})

it('each conversation has a room of its own where the service has rooms', () => {
  expect(meetingUrl('https://meeting.example/j/{room}', 'x1')).toBe('https://meeting.example/j/x1')
  expect(meetingUrl('https://meeting.example/7788', 'x1')).toBe('https://meeting.example/7788')
})

it('it opens a quarter of an hour before and closes a quarter after', () => {
  const at = { startsAt: '2026-11-24T09:30:00+08:00', endsAt: '2026-11-24T10:00:00+08:00' }
  expect(meetingHours(at)).toEqual({
    from: '2026-11-24T09:15:00+08:00',
    until: '2026-11-24T10:15:00+08:00',
  })
})
