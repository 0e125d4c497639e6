import type { BodyInput } from '#contract/endpoint'
import { apply, askPromise, checkAid, findRoute } from '#contract/legal-aid'
import type { ApplicationInput } from '#contract/legal-aid-application'
import { call } from '#services/call'
import { lasting } from '#services/lasting'

export type RouteAnswers = BodyInput<typeof findRoute>['answers']
export type CheckAnswers = BodyInput<typeof checkAid>['answers']

/** Where to go with this trouble, and why. Nothing of it is kept. */
export const askWay = (answers: RouteAnswers) => call(findRoute, { body: { answers } })

/** Whether legal aid is likely, with what each part rests on. Nothing of it is kept. */
export const askCheck = (answers: CheckAnswers) => call(checkAid, { body: { answers } })

/** LP-8: whether this person may promise; asked before they do. */
export const askBar = (who: BodyInput<typeof askPromise>) => call(askPromise, { body: who })

const applying = lasting('legal_aid', (body: ApplicationInput, key) => call(apply, { body, key }))

/** An application was sent from this telephone and nobody knows whether it arrived. */
export const isApplicationUnsure = applying.isPending
export const sendApplication = applying.deliver
