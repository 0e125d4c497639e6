import type { LegalAid } from '#contract/legal-aid'
import { ROLE_NAME, type Role } from '#domain/actor'
import { GROUND_NAME } from '#domain/aid-grounds'
import {
  DIFFICULTY,
  END_GROUND,
  LANGUAGE,
  QUALITY_MARK,
  QUALITY_TOOL,
  REFUSE_GROUND,
} from '#domain/aid-terms'
import { isRecommended } from '#domain/legal-aid'
import type { WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { checkOf } from './filed.ts'
import { candidates, needOf } from './lawyers.ts'
import { type Look, look, type Viewer } from './look.ts'
import { checkIn } from './means-check.ts'
import { hintsFor } from './parties.ts'
import { falsePromisesOf } from './promise.ts'
import { lastPaper } from './read.ts'

type Staff = NonNullable<LegalAid['staff']>
type Texts = Readonly<Record<string, string>>

const named = (words: Texts, value: unknown): string => words[String(value)] ?? String(value)

/** What the people of the centre and of the bureau see besides; a lawyer sees no notes of the review. */
export async function staffOf(seen: Look): Promise<Staff> {
  const { context, row, viewer, known, since } = seen
  const isOfCentre = viewer.caller.grants.some(({ role }) => REVIEW.includes(role))
  return {
    recommendation: isOfCentre ? recommendationOf(seen) : null,
    sheet: known.filed
      ? checkOf(known.filed, since).parts.map(({ part, verdict, text, law }) => ({
          part,
          verdict,
          text,
          law,
        }))
      : [],
    hints: isOfCentre
      ? await hintsFor(context.database, row, await falsePromisesOf(context.database, row.id, viewer.now))
      : [],
    lawyers: await lawyersFor(seen),
    difficulties: seen.known.papers
      .filter(({ action }) => action === 'report_difficulty')
      .map(({ at, paper }) => ({ at, text: `${named(DIFFICULTY, paper.what)}：${paper.text}` })),
    quality: isOfCentre ? qualityOf(seen) : [],
    endAsked: endAskedOf(seen),
  }
}

const REVIEW: readonly string[] = ['legal_aid_reviewer', 'legal_aid_head', 'bureau_officer']

function recommendationOf({ past, known: { papers } }: Look): Staff['recommendation'] {
  const paper = isRecommended(past) ? lastPaper(papers, 'recommend') : undefined
  if (!paper) return null
  const { for: way, ground, refuseGround, reasons } = paper.paper
  const isGrant = way === 'grant'
  return {
    at: paper.at,
    for: isGrant ? 'grant' : 'refuse',
    ground: isGrant ? named(GROUND_NAME, ground) : named(REFUSE_GROUND, refuseGround),
    reasons: String(reasons),
    check: checkIn(paper.paper),
  }
}

/** To whoever may assign now, in the order of the rotation. */
export async function lawyersFor({ context, row, viewer, known, open }: Look): Promise<Staff['lawyers']> {
  if (!open.includes('assign') && !open.includes('change_lawyer')) return []
  const found = await candidates(context, context.database, row, needOf(known.filed), viewer.now)
  return found
    .filter(({ id }) => id !== row.handler_id)
    .map(({ id, name, firm, years, languages, open, lastAssignedAt, against }) => ({
      id,
      name,
      firm,
      years,
      languages: languages.map((one) => LANGUAGE[one]),
      open,
      lastAssignedAt,
      against,
    }))
}

const qualityOf = ({ known: { papers } }: Look): Staff['quality'] =>
  papers
    .filter(({ action }) => action === 'check_quality')
    .map(({ at, paper }) => ({
      at,
      tool: named(QUALITY_TOOL, paper.tool),
      mark: named(QUALITY_MARK, paper.mark),
      text: String(paper.text),
    }))

function endAskedOf({ row, known: { papers } }: Look): Staff['endAsked'] {
  const paper =
    row.closed_at === null ? lastPaper(papers, 'ask_to_end', 'terminate', 'order_correction') : undefined
  if (paper?.action !== 'ask_to_end') return null
  return {
    at: paper.at,
    by: ROLE_NAME[paper.role as Role] ?? '受援人',
    ground: named(END_GROUND, paper.paper.ground),
    reasons: String(paper.paper.reasons),
  }
}

/** The choices of the steps that name a lawyer. */
export async function lawyersOffered(context: Context, row: WholeCase, viewer: Viewer) {
  const lawyers = await lawyersFor(await look(context, row, viewer))
  const lawyerId = lawyers
    .filter(({ against }) => against === null)
    .map(({ id, name, firm, years, open }, nth) => ({
      value: id,
      text: `${nth === 0 ? '轮到：' : ''}${name}，${firm}，执业${years}年，在办${open}件`,
    }))
  return { lawyerId }
}
