import { addDays, dayOf } from '#domain/day'
import { askAbout } from '#services/about'
import {
  readAlarms,
  readAverages,
  readDeskLoad,
  readLost,
  readReleases,
  readRevisits,
  readUnrated,
} from '#services/desk'

const WEEK = 6

/** What a shift head looks at, asked all at once. */
export async function loadOverview() {
  const { now } = await askAbout()
  const today = dayOf(now)
  const [alarms, revisits, lost, releases, load, averages, unrated] = await Promise.all([
    readAlarms(),
    readRevisits(),
    readLost(),
    readReleases({ from: addDays(today, -WEEK), to: today }),
    readDeskLoad({ from: today, to: addDays(today, WEEK) }),
    readAverages(),
    readUnrated(),
  ])
  return { now, alarms, revisits, lost, releases, load, averages, unrated }
}

export type Overview = Awaited<ReturnType<typeof loadOverview>>
