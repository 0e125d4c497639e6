import type { Case } from '#contract/case'
import { go } from '#services/route'

/** A page of the kind that belongs to a case, besides its steps. */
export type KindPage = { title: string; detail: string; open: () => void }

const says = (own: unknown, name: string): boolean =>
  typeof own === 'object' && own !== null && Reflect.get(own, name) === true

type Pages = (one: Case) => readonly KindPage[]

const PAGES: Readonly<Partial<Record<Case['kind'], Pages>>> = {
  inquiry: ({ id, own }) =>
    says(own, 'canConfirm')
      ? [
          {
            title: '确认法律顾问答复了我',
            detail: '你确认过的，才算顾问做了这件事',
            open: () => void go('confirmService', { id }),
          },
        ]
      : [],
}

export const kindPages = (one: Case): readonly KindPage[] => PAGES[one.kind]?.(one) ?? []
