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

type Pages = (one: Case, view: string | undefined) => readonly KindPage[]

const PAGES: Readonly<Partial<Record<Case['kind'], Pages>>> = {
  inquiry: ofInquiry,
  rules_review: ofRulesReview,
}

/** `view`: as the case itself was opened. */
export const kindPages = (one: Case, view?: string): readonly KindPage[] => PAGES[one.kind]?.(one, view) ?? []
