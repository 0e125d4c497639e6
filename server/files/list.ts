import type { Standing } from '#domain/procedure'
import type { Context } from '../context.ts'
import { type Audience, type FileRow, nameOf } from './row.ts'

/** A file as it comes with its case; bytes in hexadecimal with `\x` before them. */
export type CaseFile = {
  id: string
  account_id: string
  audience: Audience
  type: string
  size: number
  name: string
  data_key: string | null
}

/** Part of a larger question: the files of the case in this column, oldest first. */
export const filesOf = (caseId: string): string =>
  `coalesce((select json_agg(json_build_object('id', f.id, 'account_id', f.account_id, 'audience', f.audience,
     'type', f.type, 'size', f.size, 'name', f.name, 'data_key', f.data_key) order by f.id)
   from file f where f.case_id = ${caseId}), '[]')`

/** Staff has what was said to either side; each side what was meant for it, and what it sent. */
export const maySee = (
  file: Pick<FileRow, 'account_id' | 'audience'>,
  accountId: string,
  standing: Standing,
): boolean =>
  standing === 'staff' ||
  file.account_id === accountId ||
  file.audience === 'all' ||
  file.audience === standing

const bytes = (hex: string) => Buffer.from(hex.slice(2), 'hex')

/** What a case says of its files to this reader. */
export const visibleFiles = (
  { vault }: Context,
  files: readonly CaseFile[],
  accountId: string,
  standing: Standing,
) =>
  files
    .filter((file) => maySee(file, accountId, standing))
    .flatMap(({ id, name, type, size, data_key }) =>
      data_key ? [{ id, name: nameOf(vault, id, bytes(data_key), bytes(name)), type, size }] : [],
    )
