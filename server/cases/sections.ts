import type { Section } from '#contract/case'
import type { Context } from '../context.ts'
import type { DataKey } from '../vault/vault.ts'
import { linesOf } from './fields.ts'
import { type KindOfCase, type Paper, type Shown, schemaFor } from './kind.ts'
import { pastOf, type WholeCase } from './read.ts'
import { readText } from './texts.ts'

/** What a kind of case has to say; one that says nothing of its own shows what was written at each step. */
export function sectionsOf(
  kind: KindOfCase,
  shown: Omit<Shown, 'papers' | 'past'>,
  key: DataKey | null,
): Section[] {
  const papers = key ? papersOf(shown.context, key, shown.row) : []
  const whole = { ...shown, papers, past: pastOf(shown.row.events) }
  return kind.sections ? kind.sections(whole) : saidIn(kind, whole)
}

/** The words of the steps that were kept, oldest first. */
export const papersOf = (context: Context, key: DataKey, { texts, events }: WholeCase): Paper[] =>
  texts.flatMap((text) => {
    const event = events.find(({ text_id }) => text_id === text.id)
    if (text.kind !== 'paper' || !event) return []
    const paper = JSON.parse(readText(context, key, text))
    return [{ action: event.action, at: text.at, byId: text.by_id, role: text.role, paper }]
  })

function saidIn(kind: KindOfCase, { papers, standing }: Shown): Section[] {
  const hidden = kind.hidden[standing] ?? []
  return papers
    .filter(({ action }) => !hidden.includes(action))
    .map(({ action, paper }) => ({
      title: kind.action[action]?.done ?? action,
      lines: linesOf(schemaFor(kind.bodies[action], ''), paper),
      note: null,
      law: null,
    }))
    .filter(({ lines }) => lines.length > 0)
}
