import { addDays, dayOf } from '#domain/day'
import { askAbout } from '#services/about'
import { readDesk, readInbox, readMissed, readOwnVisits } from '#services/adviser-desk'

const DAYS_AHEAD = 30

/** What an adviser looks at when the day begins, asked all at once. */
export async function loadWork() {
  const { now } = await askAbout()
  const today = dayOf(now)
  const [desk, inbox, missed, visits] = await Promise.all([
    readDesk(),
    readInbox('open'),
    readMissed(),
    readOwnVisits({ from: today, to: addDays(today, DAYS_AHEAD) }),
  ])
  const coming = visits.filter(({ state }) => state === 'planned' || state === 'begun')
  return { now, desk, inbox, missed, coming }
}

export type Work = Awaited<ReturnType<typeof loadWork>>
