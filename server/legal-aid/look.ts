import { type Day, dayOf, type Instant } from '#domain/day'
import { legalAid } from '#domain/legal-aid'
import { actionsFor, type Deed } from '#domain/procedure'
import { matterOf, momentOf } from '../cases/matter.ts'
import { pastOf, type WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import type { Caller } from '../session/authenticate.ts'
import { bureauOf, centreOf } from './about.ts'
import { type Known, knownIn } from './read.ts'

export type Viewer = { caller: Caller; now: Instant }

/** What is looked at: the case, what was written in it, and who asks. */
export type Look = {
  context: Context
  row: WholeCase
  viewer: Viewer
  known: Known
  past: readonly Deed[]
  /** Steps that the caller can take now. */
  open: readonly string[]
  /** The day on which it was asked for: rules are those of that day. */
  since: Day
  bureau: string
}

export async function look(context: Context, row: WholeCase, viewer: Viewer): Promise<Look> {
  const past = pastOf(row.events)
  const matter = matterOf(row, past)
  const centre = await centreOf(context.database, row.organisation_id)
  return {
    context,
    row,
    viewer,
    known: knownIn(context, row),
    past,
    open: actionsFor(legalAid, viewer.caller, matter, momentOf(context, viewer.now)),
    since: dayOf(row.opened_at),
    bureau: await bureauOf(context.database, centre),
  }
}
