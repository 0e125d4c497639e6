import { dayOf } from '#domain/day'
import type { Power } from '#domain/dossier-parts'
import { invalid } from '#domain/refusal'
import type { Effect } from '../../cases/kind.ts'
import { headOf } from '../head.ts'
import { issue } from '../issue.ts'
import { authority } from '../papers/authority.ts'
import { isParty, sideOf, text } from '../sides.ts'

/** A party puts in its own; what the office does may be of both. */
const addToDossier: Effect = async (act) => {
  const { body } = act
  const whose = isParty(act) ? { side: sideOf(act) } : {}
  return { facts: { ...whose, as: String(body.as), count: String((body.fileIds as string[]).length) } }
}

/** For that side and the office: the other side reads it when it is shown at the table. */
const issueAuthority: Effect = async (act) => {
  const { body, now } = act
  const side = sideOf(act)
  const until = text(body.until) || null
  if (until && until < dayOf(now)) throw invalid({ until: '期限不能早于今天' })
  const given = { side, until, agent: text(body.agent), relation: text(body.relation) }
  const paper = authority(await headOf(act), { ...given, powers: body.powers as Power[] })
  return {
    facts: { side, ...(await issue(act, { type: 'TJ-011', paper, audience: side })) },
    paper: body,
  }
}

export const DOSSIER: Readonly<Record<string, Effect>> = {
  add_to_dossier: addToDossier,
  issue_authority: issueAuthority,
}
