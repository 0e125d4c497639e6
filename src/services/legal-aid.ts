import type { BodyInput } from '#contract/endpoint'
import { checkAid, findRoute } from '#contract/legal-aid'
import { call } from '#services/call'

export type RouteAnswers = BodyInput<typeof findRoute>['answers']
export type CheckAnswers = BodyInput<typeof checkAid>['answers']

/** Where to go with this trouble, and why. Nothing of it is kept. */
export const askWay = (answers: RouteAnswers) => call(findRoute, { body: { answers } })

/** Whether legal aid is likely, with what each part rests on. Nothing of it is kept. */
export const askCheck = (answers: CheckAnswers) => call(checkAid, { body: { answers } })
