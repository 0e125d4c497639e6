import { readAlarmPage, readCalls, readRevisits } from '#services/desk'

/** One page is enough to count; null when nothing waits. */
const said = (count: number, most: number) =>
  count === 0 ? null : count < most ? String(count) : `${most - 1}+`

const CALLS = 50
const REVISITS = 200
const ALARMS = 100

/** What waits behind the ways of the desk. */
export async function loadWaiting(head: boolean) {
  const [calls, revisits, alarms] = await Promise.all([
    readCalls(),
    readRevisits(),
    head ? readAlarmPage() : { items: [] },
  ])
  return {
    calls: said(calls.length, CALLS),
    revisits: said(revisits.length, REVISITS),
    alarms: said(alarms.items.length, ALARMS),
  }
}
