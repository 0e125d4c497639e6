import { MATERIAL, type Material } from '#domain/aid-material'
import type { Paper } from '../cases/kind.ts'
import { type Filed, requiredIn } from './filed.ts'

export type Given = { item: Material; fileIds: string[] }

export type MaterialState = {
  item: Material
  name: string
  why: string
  example: string
  anyOf: string[]
  needed: 'required' | 'if_you_have'
  state: 'given' | 'asked' | 'missing'
  fileIds: string[]
}

/** Steps that bring material. */
export const SUPPLIES: readonly string[] = ['supply_material', 'supply_formalities']
const NOTICES = ['ask_for_material', 'ask_again']

const itemsOf = ({ paper }: Paper) => (paper.items as Material[] | undefined) ?? []

/** The files of an item that came with one step. */
function filesIn(item: Material, one: Paper): string[] {
  const { parts, fileIds } = one.paper as { parts?: Given[]; fileIds?: string[] }
  if (parts) return parts.filter((part) => part.item === item).flatMap((part) => part.fileIds)
  const named = itemsOf(one)
  // Files that came for one item alone are of that item.
  return named.length === 1 && named[0] === item ? (fileIds ?? []) : []
}

/** Named without a file counts too. */
const supplies = (item: Material) => (one: Paper) =>
  SUPPLIES.includes(one.action) && (itemsOf(one).includes(item) || filesIn(item, one).length > 0)

/** What has been handed in of an item, and whether it was asked for since. */
function stateOf(
  item: Material,
  filed: Filed,
  papers: readonly Paper[],
): Pick<MaterialState, 'state' | 'fileIds'> {
  const first = filed.material.filter((one) => one.item === item).flatMap(({ fileIds }) => fileIds)
  const later = papers.filter(supplies(item)).flatMap((one) => filesIn(item, one))
  const asked = papers.findLastIndex((one) => NOTICES.includes(one.action) && itemsOf(one).includes(item))
  const given = papers.findLastIndex(supplies(item))
  const isThere = given >= 0 || first.length > 0
  const state = asked > given ? 'asked' : isThere ? 'given' : 'missing'
  return { fileIds: [...new Set([...first, ...later])], state }
}

/** The list of what is needed, item by item, with what the reviewer asked for besides. */
export function materialIn(filed: Filed, papers: readonly Paper[]): MaterialState[] {
  const asked = papers.filter(({ action }) => NOTICES.includes(action)).flatMap(itemsOf)
  const needed = requiredIn(filed)
  const more = [...new Set([...asked, ...filed.material.map(({ item }) => item)])].filter(
    (item) => !needed.some((one) => one.item === item),
  )
  return [
    ...needed,
    ...more.map((item) => ({ item, needed: asked.includes(item) ? 'required' : 'if_you_have' }) as const),
  ].map(({ item, needed }) => {
    const { name, why, example, anyOf = [] } = MATERIAL[item]
    return { item, name, why, example, anyOf: [...anyOf], needed, ...stateOf(item, filed, papers) }
  })
}
