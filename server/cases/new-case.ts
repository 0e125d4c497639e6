import type { Kind } from '#domain/kind'
import type { Appointment } from '#domain/procedure'

/** What a kind of case says of one that begins. */
export type NewCase = {
  kind: Kind
  /** Of the organisation that takes it: the county of a case never changes. */
  organisation: { id: string; regionCode: string }
  regionCode: string
  channel: string | null
  topic: string | null
  appointment: Appointment | null
  /** As submitted; never changed afterwards. */
  form: Readonly<Record<string, unknown>>
  /** The case it goes on from. */
  from?: string | undefined
  /** By staff, for somebody who came by telephone or to a window. */
  openedFor?: { accountId: string; role: string } | undefined
  /** The free words in the form: others will read them. */
  words: string
  /** Where it begins, when not at the start of the procedure. */
  status?: string
  urgent?: boolean
  handlerId?: string | null
  facts?: Readonly<Record<string, string>>
  /** Whether the person has yet to show that the case is theirs; so it is when staff opens it. */
  unproven?: boolean
  contact?: Contact
}

/** What the person asked of whoever telephones: leave nothing there; do not say who we are. */
export type Contact = { hushed: boolean; nameless: boolean }
