import { useState } from 'react'

import type { Case } from '#contract/case'
import { goBack } from '#services/route'
import { dropStep, filledStep, keepStep } from '#services/step-draft'
import { clearFiles, idsIn, sendingsOf } from '#store/files'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useAct } from '../../use-act.ts'
import type { Own } from '../own.ts'
import { MATERIAL_PAGE } from './words.ts'

type Item = Own['material'][number]

/** Where the photos of one item wait until they are handed in. */
export const placeOf = (caseId: string, item: string): string => `aid-supply:${caseId}/${item}`

/** Item by item with its files; what is written is kept until it has been taken. */
export function useSupply(
  one: Case,
  items: readonly Item[],
  action: string,
  onRefused: (words: string) => void,
) {
  const [words, setWords] = useState(() => String(filledStep(one.id, action).words ?? ''))
  const [asking, setAsking] = useState<readonly string[]>([])
  const idsOf = ({ item }: Item) => idsIn(sendingsOf(placeOf(one.id, item)))
  const done = () => {
    dropStep(one.id, action)
    for (const { item } of items) clearFiles(placeOf(one.id, item))
    void goBack()
  }
  const acting = useAct(one, action, done, onRefused)
  const write = (text: string) => {
    setWords(text)
    keepStep(one.id, action, { words: text })
    acting.complain({})
  }
  const send = () => {
    setAsking([])
    const parts = items.flatMap((one) => {
      const fileIds = idsOf(one) ?? []
      return fileIds.length > 0 ? [{ item: one.item, fileIds }] : []
    })
    acting.send(bodyFor(action, parts, words.trim()))
  }
  const go = () => {
    const problems = problemsIn(items.map(idsOf), words)
    acting.complain(problems)
    if (Object.keys(problems).length > 0) return goToFirstWrong()
    const left = items.filter((one) => one.state === 'asked' && !idsOf(one)?.length).map(({ name }) => name)
    return left.length > 0 && words.trim() === '' ? setAsking(left) : send()
  }
  return { ...acting, words, write, go, send, asking, closeAsking: () => setAsking([]) }
}

function problemsIn(ids: readonly (string[] | null)[], words: string): Record<string, string> {
  if (ids.includes(null)) return { words: MATERIAL_PAGE.underWay }
  const isEmpty = ids.every((some) => some?.length === 0) && words.trim() === ''
  return isEmpty ? { words: MATERIAL_PAGE.empty } : {}
}

type Part = { item: string; fileIds: string[] }

/** Formalities take files as a whole, a supplement takes them item by item. */
const bodyFor = (action: string, parts: readonly Part[], words: string) => ({
  ...(parts.length > 0 && { items: parts.map(({ item }) => item) }),
  ...(parts.length > 0 &&
    (action === 'supply_material' ? { parts } : { fileIds: parts.flatMap(({ fileIds }) => fileIds) })),
  ...(words && { words }),
})
