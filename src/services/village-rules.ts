import { type NewRulesReviewInput, readVillageRules, submitRules } from '#contract/rules-review'
import { call } from '#services/call'
import { lasting } from '#services/lasting'

export const readFiledRules = async (code: string) =>
  (await call(readVillageRules, { params: { code } })).items

const submitting = lasting('rules-review', (body: NewRulesReviewInput, key) =>
  call(submitRules, { body, key }),
)

export const sendDraft = submitting.deliver
