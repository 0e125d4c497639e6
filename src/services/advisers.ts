import { listAdvisers, listVisits, readAdviser } from '#contract/adviser'
import { call } from '#services/call'

/** Nobody reads further: then the text was too short. */
const MOST = '20'

export const searchAdvisers = (q: string) => call(listAdvisers, { query: { q, limit: MOST } })
export const whoAnswers = (village: string) => call(listAdvisers, { query: { village } })
export const whoAnswersAt = (code: string) => call(listAdvisers, { query: { code } })
export const readOneAdviser = (id: string) => call(readAdviser, { params: { id } })
export const readVisits = async (id: string, village?: string) =>
  (await call(listVisits, { params: { id }, query: { ...(village && { village }) } })).items

/** Where a picture of the service is. */
export const pictureAt = (path: string): string => `${API_BASE}/api${path}`
