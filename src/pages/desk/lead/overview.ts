import { addDays, dayOf } from '#domain/day'
import { askAbout } from '#services/about'
import {
  readAverages,
  readDeskLoad,
  readLostPage,
  readReleasePage,
  readRevisits,
  readUnrated,
} from '#services/desk'

const WEEK = 6

/** What a shift head looks at, asked all at once. */
export async function loadOverview() {
  const { now } = await askAbout()
  const today = dayOf(now)
  const [revisits, { items: lost }, { items: releases }, load, averages, unrated] = await Promise.all([
    readRevisits(),
    readLostPage(false),
    readReleasePage({ from: addDays(today, -WEEK), to: today }),
    readDeskLoad({ from: today, to: addDays(today, WEEK) }),
    readAverages(),
    readUnrated(),
  ])
  return { now, revisits, lost, releases, load, averages, unrated }
}

export type Overview = Awaited<ReturnType<typeof loadOverview>>
