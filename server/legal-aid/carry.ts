import { MATERIALS, type Material } from '#domain/aid-material'
import { fileIdsIn } from '../cases/files.ts'
import type { WholeCase } from '../cases/read.ts'
import type { Copy } from '../files/copy.ts'
import { newId } from '../id.ts'
import type { Filed } from './filed.ts'
import { materialIn, SUPPLIES } from './material-state.ts'
import { type Known, textOf } from './read.ts'

type Given = Filed['material'][number]

/** What has been handed in, item by item; what was sent without saying which item it is, as material of the case. */
function givenIn(filed: Filed, papers: Known['papers'], there: ReadonlySet<string>): Given[] {
  const known = materialIn(filed, papers).map(({ item, fileIds }) => ({ item, fileIds }))
  const placed = new Set(known.flatMap(({ fileIds }) => fileIds))
  const supplied = papers.filter(({ action }) => SUPPLIES.includes(action)).flatMap(fileIdsIn)
  const rest = supplied.filter((id) => !placed.has(id))
  const all = new Map<Material, string[]>(known.map(({ item, fileIds }) => [item, fileIds]))
  all.set('case_material', [...(all.get('case_material') ?? []), ...rest])
  return MATERIALS.flatMap((item) => {
    const fileIds = [...new Set(all.get(item))].filter((id) => there.has(id))
    return fileIds.length > 0 ? [{ item, fileIds }] : []
  })
}

/** LP-1: the application as it begins at the right centre, with everything handed in so far under ids of its own. */
export function carriedTo(
  { files }: Pick<WholeCase, 'files'>,
  filed: Filed,
  papers: Known['papers'],
): { filed: Filed; copies: Copy[] } {
  const there = new Set(files.flatMap(({ id, data_key }) => (data_key ? [id] : [])))
  const copies: Copy[] = []
  const renamed = (from: string) => {
    const to = newId()
    copies.push({ from, to })
    return to
  }
  const material = givenIn(filed, papers, there).map(({ item, fileIds }) => ({
    item,
    fileIds: fileIds.map(renamed),
  }))
  const explained = papers
    .filter(({ action }) => SUPPLIES.includes(action))
    .flatMap(({ paper }) => textOf(paper.words) ?? [])
  return {
    filed: { ...filed, material, ...(explained.length > 0 && { explained: explained.join('\n') }) },
    copies,
  }
}
