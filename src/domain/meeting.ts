import { addMinutes, type Instant } from './day.ts'
import type { Appointment } from './procedure.ts'

/** The link is shown so long before the hour and after its end: earlier it would only be passed on. */
const AROUND_MINUTES = 15

/** An address of the office's own meeting service; `{room}` stands for the room. */
export const isMeetingUrl = (text: string): boolean =>
  /^https:\/\/[^\s{}]+$/.test(text.replace('{room}', 'room'))

export const meetingUrl = (template: string, room: string): string => template.replace('{room}', room)

/** From when until when somebody may go in. */
export const meetingHours = ({ startsAt, endsAt }: Appointment): { from: Instant; until: Instant } => ({
  from: addMinutes(startsAt, -AROUND_MINUTES),
  until: addMinutes(endsAt, AROUND_MINUTES),
})
