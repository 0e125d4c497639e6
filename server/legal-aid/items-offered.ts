import { MATERIAL, MATERIALS, type Material } from '#domain/aid-material'
import type { WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { materialIn } from './material-state.ts'
import { knownIn } from './read.ts'

/** Every kind of material, what this application needs first: a list of seventeen is read from the top. */
export function itemsOffered(context: Context, row: WholeCase): { value: Material; text: string }[] {
  const { filed, papers } = knownIn(context, row)
  const needed = filed ? materialIn(filed, papers).map(({ item }) => item) : []
  return [...new Set([...needed, ...MATERIALS])].map((item) => ({ value: item, text: MATERIAL[item].name }))
}
