import {
  type Agreement,
  agreementText,
  type Instalment,
  problemOf,
  type Touch,
  type Way,
} from '#domain/agreement'
import { isDay } from '#domain/day'
import { invalid } from '#domain/refusal'
import type { Vault } from '../vault/vault.ts'
import { text } from './sides.ts'

type Words = Readonly<Record<string, unknown>>

/** The agreement as it was filled in: of a written one, and of an oral one, where facts and dispute are one text. */
export const agreementIn = (body: Words): Agreement => ({
  facts: text(body.facts),
  disputed: text(body.disputed) || '见主要事实',
  duty: text(body.duty) || null,
  clauses: body.clauses as string[],
  ways: body.ways as Way[],
  amount: Number(body.amount),
  instalments: body.instalments as Instalment[],
  place: text(body.place) || null,
})

/** @throws Refusal `invalid` when amounts or days cannot be meant so */
export function checkTerms(body: Words): Agreement {
  const agreement = agreementIn(body)
  const problem = problemOf(agreement)
  if (problem) throw invalid({ instalments: problem })
  if (!agreement.instalments.every(({ dueOn }) => isDay(dueOn))) throw invalid({ instalments: '请填写日期' })
  return agreement
}

type Frozen = { text: string; hash: string }

/** The hash is keyed and of this case alone: it outlives an erasure, and nobody can try texts against it. */
const hashed = (vault: Vault, caseId: string, words: string): Frozen => ({
  text: words,
  hash: vault.digest(caseId, words).toString('hex'),
})

/** Written out once, to be kept in `text` beside what was filled in. */
export const freeze = (vault: Vault, caseId: string, agreement: Agreement): Frozen =>
  hashed(vault, caseId, agreementText(agreement))

/** Before the text was kept it was written out anew each time, with days as 2026-11-24. */
const rewritten = (paper: Words) => agreementText(agreementIn(paper), (day) => `${day} `)

/** What was kept, and what it hashes to now: a change of the text shows. What stands beside it the chain of events guards. */
export const frozen = (vault: Vault, caseId: string, paper: Words): Frozen =>
  hashed(vault, caseId, text(paper.text) || rewritten(paper))

/** What it touches; "none" beside something else is no answer. */
export function touchesIn(body: Words): string {
  const touches = body.touches as Touch[]
  if (touches.length > 1 && touches.includes('none')) throw invalid({ touches: '选了“都没有”就不要再选别的' })
  return touches.join(' ')
}
