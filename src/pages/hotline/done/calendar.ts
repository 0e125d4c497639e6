import Taro from '@tarojs/taro'

import { type Instant, toEpoch } from '#domain/day'
import { giveFile, onWeb } from '#services/device'

export type Entry = { title: string; note: string; startsAt: Instant; endsAt: Instant }

/** UTC as calendars write it: 20261124T013000Z. */
const stamp = (at: Instant) => new Date(toEpoch(at)).toISOString().replace(/[-:]|\.000/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')

/** RFC 5545, with a reminder half an hour before. */
export const icsOf = ({ title, note, startsAt, endsAt }: Entry, id: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//linfa//booking//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@linfa`,
    `DTSTAMP:${stamp(startsAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT30M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const seconds = (at: Instant) => toEpoch(at) / 1000

/** True when the telephone has it; a person may also say no. */
export async function addToCalendar(entry: Entry, id: string): Promise<boolean> {
  if (onWeb) {
    await giveFile(`${id}.ics`, icsOf(entry, id), 'text/calendar;charset=utf-8')
    return true
  }
  const { title, note: description, startsAt, endsAt } = entry
  return Taro.addPhoneCalendar({
    title,
    description,
    startTime: seconds(startsAt),
    endTime: String(seconds(endsAt)),
    alarm: true,
    alarmOffset: 1800,
  }).then(
    () => true,
    () => false,
  )
}
