import type { FieldName } from '#store/mediation'
import type { Step } from '../words.ts'

export const STEPS: readonly Step[] = ['type', 'already', 'who', 'wish', 'where', 'check']

/** What each screen asks for. */
export const ASKS: Readonly<Record<Step, readonly FieldName[]>> = {
  files: ['fileIds'],
  type: ['type'],
  already: ['already'],
  who: ['otherName', 'otherPhone', 'otherAddress', 'otherPlace'],
  wish: ['wish', 'story', 'fileIds'],
  where: ['committeeId'],
  check: ['name', 'suits', 'urgent', 'forPhone', 'forName'],
}

/** Shown instead of being written: then the rest is asked by the mediator. */
export const BY_FILES: readonly Step[] = ['files', 'where', 'check']

export const stepWith = (names: readonly string[]): Step | undefined =>
  STEPS.find((step) => ASKS[step].some((name) => names.includes(name)))
