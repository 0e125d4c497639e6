import type { Case } from '#contract/case'
import { go } from '#services/route'

/** A page of the kind that belongs to a case, besides its steps. */
export type KindPage = { title: string; detail: string; open: () => void }

const says = (own: unknown, name: string): boolean =>
  typeof own === 'object' && own !== null && Reflect.get(own, name) === true

const textIn = (own: unknown, name: string): string => {
  const text = typeof own === 'object' && own !== null ? Reflect.get(own, name) : null
  return typeof text === 'string' ? text : ''
}

/** Who has the question, what was said; and whoever was served may say so. */
const ofInquiry = ({ id, own }: Case, view: string | undefined): readonly KindPage[] => [
  {
    title: '谁在答复，问答全文',
    detail: textIn(own, 'withText'),
    open: () => void go('inquiryThread', { id, view }),
  },
  ...(says(own, 'canConfirm')
    ? [
        {
          title: '确认法律顾问答复了我',
          detail: '你确认过的，才算顾问做了这件事',
          open: () => void go('confirmService', { id }),
        },
      ]
    : []),
]

const ofRulesReview = ({ id, own }: Case): readonly KindPage[] => [
  { title: '条文和逐条意见', detail: textIn(own, 'title'), open: () => void go('rulesReview', { id }) },
]

const has = (own: unknown, name: string): boolean =>
  typeof own === 'object' && own !== null && Boolean(Reflect.get(own, name))

const hasRecord = (own: unknown): boolean => {
  const sessions: unknown = typeof own === 'object' && own !== null ? Reflect.get(own, 'sessions') : null
  return Array.isArray(sessions) && sessions.some((session) => has(session, 'record'))
}

/** What both sides and the office may read again at any time, whether or not a step is left there. */
const ofMediation = ({ id, own }: Case): readonly KindPage[] => [
  ...(has(own, 'agreement')
    ? [{ title: '调解协议全文', detail: '签了没有、生效没有', open: () => void go('agreement', { id }) }]
    : []),
  ...(hasRecord(own)
    ? [
        {
          title: '调解记录全文',
          detail: '每次谈了什么、谁确认了',
          open: () => void go('sessionRead', { id }),
        },
      ]
    : []),
  ...(has(own, 'confirmation')
    ? [{ title: '司法确认', detail: '还有几天、要带什么、进展', open: () => void go('confirmation', { id }) }]
    : []),
]

type Pages = (one: Case, view: string | undefined) => readonly KindPage[]

const PAGES: Readonly<Partial<Record<Case['kind'], Pages>>> = {
  inquiry: ofInquiry,
  mediation: ofMediation,
  rules_review: ofRulesReview,
}

/** `view`: as the case itself was opened. */
export const kindPages = (one: Case, view?: string): readonly KindPage[] => PAGES[one.kind]?.(one, view) ?? []
