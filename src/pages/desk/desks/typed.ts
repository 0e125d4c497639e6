import type { AdminDesk } from '#contract/admin-desk'
import type { Closure, Opening } from '#contract/opening'
import type { Channel } from '#domain/hotline'
import { contactOf, type TypedContact } from '../admin/Contact.tsx'
import type { Picked } from '../admin/Seek.tsx'

/** Numbers are text while they are typed. `key` tells rows apart. */
export type TypedOpening = Record<'weekday' | 'from' | 'to' | 'minutes' | 'capacity', string> & {
  key: number
}
export type TypedClosure = Closure & { key: number }

/** When a desk is open, as it is typed. */
export type TypedHours = { openings: TypedOpening[]; closures: TypedClosure[] }

export type TypedDesk = TypedHours &
  TypedContact & {
    name: string
    organisation: Picked | null
    channels: Channel[]
    meetingUrl: string
  }

type Hours = { openings: readonly Opening[]; closures: readonly Closure[] }

let rows = 0
export const newKey = (): number => ++rows

const typedOpening = ({ weekday, from, to, minutes, capacity }: Opening): TypedOpening => ({
  key: newKey(),
  weekday: String(weekday),
  from,
  to,
  minutes: String(minutes),
  capacity: String(capacity),
})

/** The next row is most often the same hours on the next day. */
export const nextOpening = (openings: readonly TypedOpening[]): TypedOpening => {
  const last = openings.at(-1)
  if (!last) return { key: newKey(), weekday: '1', from: '09:00', to: '12:00', minutes: '30', capacity: '1' }
  return { ...last, key: newKey(), weekday: String((Number(last.weekday) % 7) + 1) }
}

export const typedHours = ({ openings, closures }: Hours): TypedHours => ({
  openings: openings.map(typedOpening),
  closures: closures.map((closure) => ({ ...closure, key: newKey() })),
})

export const typedOf = (desk: AdminDesk | null): TypedDesk => ({
  name: desk?.name ?? '',
  organisation: desk && { value: desk.organisationId, words: desk.organisationName },
  place: desk && { value: desk.regionCode, words: desk.region ?? desk.regionCode },
  channels: [...(desk?.channels ?? [])],
  address: desk?.address ?? '',
  phone: desk?.phone ?? '',
  meetingUrl: desk?.meetingUrl ?? '',
  ...typedHours(desk ?? { openings: [], closures: [] }),
})

const number = (text: string) => (text.trim() ? Number(text) : null)

export const particularsOf = ({ name, organisation, channels, ...typed }: TypedDesk) => ({
  name,
  organisationId: organisation?.value ?? '',
  channels,
  ...contactOf(typed),
  meetingUrl: typed.meetingUrl.trim() || null,
})

export const hoursOf = (typed: TypedHours) => ({
  openings: typed.openings.map(({ weekday, from, to, minutes, capacity }) => ({
    weekday: Number(weekday),
    from,
    to,
    minutes: number(minutes),
    capacity: number(capacity),
  })),
  closures: typed.closures.map(({ from, to, reason }) => ({ from, to: to || from, reason })),
})

export const bodyOf = (typed: TypedDesk) => ({ ...particularsOf(typed), ...hoursOf(typed) })
