import { ask, type NewInquiryInput } from '#contract/inquiry'
import { confirmService } from '#contract/ledger'
import { call } from '#services/call'
import { lasting } from '#services/lasting'

const asking = lasting('inquiry', (body: NewInquiryInput, key) => call(ask, { body, key }))

/** A question was sent from this telephone and nobody knows whether it arrived. */
export const isQuestionUnsure = asking.isPending
export const sendQuestion = asking.deliver

/** The person who was served says so: only then it counts for the adviser (VA-8). */
export const confirmServed = (id: string) => call(confirmService, { params: { id } })
