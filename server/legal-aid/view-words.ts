import type { LegalAid } from '#contract/legal-aid'
import { GROUND_NAME } from '#domain/aid-grounds'
import { PROMISE_LAW } from '#domain/aid-means'
import { reviewOn, suitOn } from '#domain/aid-remedies'
import { COMPLAINT, COMPLAINT_RESULT, END_GROUND, OUTCOME, REFUSE_GROUND, TOLD_BY } from '#domain/aid-terms'
import { type Day, dayOf, spokenDay } from '#domain/day'
import { legalLength } from '#domain/limit-words'
import type { Paper } from '../cases/kind.ts'
import { closeLines } from './close.ts'
import type { Look } from './look.ts'
import { lastPaper, textOf } from './read.ts'

type Texts = Readonly<Record<string, string>>

const named = (words: Texts, value: unknown): string => words[String(value)] ?? String(value)

/** The next answer to what was asked at this moment. */
const answerTo = (papers: readonly Paper[], asked: Paper, ...actions: readonly string[]) =>
  papers.slice(papers.indexOf(asked) + 1).find(({ action }) => actions.includes(action))

type Outcome = NonNullable<LegalAid['decision']>['outcome']

const DECIDED: Readonly<Record<string, { outcome: Outcome; words: Texts; law: string }>> = {
  grant: { outcome: 'granted', words: GROUND_NAME, law: '法律援助法 第四十三条' },
  refuse: { outcome: 'refused', words: REFUSE_GROUND, law: '法律援助法 第四十三条' },
  terminate: { outcome: 'terminated', words: END_GROUND, law: '法律援助法 第四十八条' },
}

type Remedies = { text: string; law: string | null }[]

/** LP-26: after the review. */
const courtsAt = (on: Day): Remedies => [
  { text: `自收到维持决定之日起${reviewOn(on)}`, law: '法律援助法 第四十九条；行政复议法 第二十条' },
  { text: `或者${suitOn(on)}`, law: '法律援助法 第四十九条；行政诉讼法 第四十六条' },
]

/** LP-24: the Act sets no day until which one must object, so none is shown. */
const remediesAt = (bureau: string, on: Day): Remedies => [
  { text: `向${bureau}提出异议，${legalLength('LP-25', on)}内审查`, law: '法律援助法 第四十九条' },
  ...courtsAt(on),
]

/** The last decision that stands, with what can be done against it. */
export function decisionIn({ known: { papers }, bureau }: Look): LegalAid['decision'] {
  const paper = lastPaper(papers, ...Object.keys(DECIDED))
  const decided = paper && DECIDED[paper.action]
  if (!paper || !decided) return null
  const { ground, reasons, law, number, documentId } = paper.paper
  return {
    outcome: decided.outcome,
    at: paper.at,
    number: textOf(number) ?? null,
    documentId: textOf(documentId) ?? null,
    reasons: String(reasons),
    ground: named(decided.words, ground),
    law: textOf(law) ?? decided.law,
    remedies: decided.outcome === 'granted' ? [] : remediesAt(bureau, dayOf(paper.at)),
  }
}

export function objectionOf({ known: { papers }, bureau, open, row }: Look): LegalAid['objection'] {
  const decided = lastPaper(papers, 'refuse', 'terminate')
  if (!decided) return null
  const filed = lastPaper(papers, 'object')
  const current = filed && filed.at >= decided.at ? filed : undefined
  const answer = current && answerTo(papers, current, 'uphold_decision', 'order_correction')
  const upheld = answer?.action === 'uphold_decision'
  return {
    possible: open.includes('object'),
    text: `由${bureau}审查，收到后${legalLength('LP-25', dayOf(decided.at))}内维持决定或者责令改正`,
    law: '法律援助法 第四十九条',
    filedAt: current?.at ?? null,
    reasons: current ? String(current.paper.reasons) : null,
    outcome: answer ? (upheld ? 'upheld' : 'to_correct') : null,
    answer: answer ? String(answer.paper.reasons) : null,
    remedies: upheld && row.closed_at !== null ? courtsAt(dayOf(answer.at)) : [],
  }
}

export const progressOf = ({ known: { papers } }: Look): LegalAid['progress'] =>
  papers
    .filter(({ action }) => action === 'report_progress')
    .map(({ at, paper }) => ({ at, by: '律师', how: named(TOLD_BY, paper.how), text: String(paper.text) }))

type ChangeOutcome = NonNullable<LegalAid['change']>['outcome']

/** What ends a request for another lawyer, and what became of it. */
const CHANGE: Readonly<Record<string, ChangeOutcome>> = {
  change_lawyer: 'changed',
  keep_lawyer: 'kept',
  declare_conflict: 'left',
  decline_assignment: 'left',
  terminate: 'ended',
}
const TOLD: readonly string[] = ['change_lawyer', 'keep_lawyer']

export function changeOf({ known: { papers } }: Look): LegalAid['change'] {
  const asked = lastPaper(papers, 'request_change')
  if (!asked) return null
  const answer = answerTo(papers, asked, ...Object.keys(CHANGE))
  return {
    askedAt: asked.at,
    reasons: String(asked.paper.reasons),
    outcome: (answer && CHANGE[answer.action]) ?? null,
    // Why a lawyer gave the case back is between the lawyer and the centre.
    answer: answer && TOLD.includes(answer.action) ? (textOf(answer.paper.reason) ?? null) : null,
  }
}

export const complaintsOf = ({ known: { papers } }: Look): LegalAid['complaints'] =>
  papers
    .filter(({ action }) => action === 'complain')
    .map((asked) => {
      const answer = answerTo(papers, asked, 'answer_complaint')
      return {
        at: asked.at,
        about: named(COMPLAINT, asked.paper.about),
        text: String(asked.paper.text),
        result: answer ? named(COMPLAINT_RESULT, answer.paper.result) : null,
        answer: answer ? String(answer.paper.answer) : null,
      }
    })

/** A note of the time before it had a last day was written for the office alone, and may name who said it. */
const ASK_THE_CENTRE = '查实的情况，请向法律援助中心了解'

/** LP-8: told to whoever it is about, with the evidence, the last day and what can be done. */
export function falsePromiseOf(
  { known: { papers }, open }: Look,
  isStaff: boolean,
): LegalAid['falsePromise'] {
  const noted = lastPaper(papers, 'note_false_promise')
  if (!noted) return null
  const until = textOf(noted.paper.until) ?? null
  const contested = answerTo(papers, noted, 'contest_false_promise')
  const answer = contested && answerTo(papers, contested, 'lift_false_promise', 'keep_false_promise')
  return {
    at: noted.at,
    evidence: isStaff || until ? String(noted.paper.evidence) : ASK_THE_CENTRE,
    until,
    possible: open.includes('contest_false_promise'),
    reasons: contested ? String(contested.paper.reasons) : null,
    outcome: answer ? (answer.action === 'lift_false_promise' ? 'lifted' : 'kept') : null,
    answer: answer ? String(answer.paper.answer) : null,
    law: PROMISE_LAW,
  }
}

export function closingOf({ known: { papers } }: Look, isStaff: boolean): LegalAid['closing'] {
  const paper = lastPaper(papers, 'close')?.paper
  if (!paper) return null
  const outcome = named(OUTCOME, paper.outcome)
  return {
    on: String(paper.endedOn),
    outcome,
    text: `${spokenDay(String(paper.endedOn))}，${outcome}。${paper.text}`,
    report: isStaff
      ? closeLines(paper).flatMap(([label, text]) => (text === null ? [] : [{ label, text }]))
      : [],
  }
}

export function redirectedOf({ known: { papers } }: Look): LegalAid['redirected'] {
  const paper = lastPaper(papers, 'redirect')?.paper
  return paper ? { centre: String(paper.centre), reason: String(paper.reason) } : null
}
