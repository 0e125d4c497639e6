import type { Context } from '../context.ts'
import type { DataKey } from '../vault/vault.ts'
import { openText } from './chain.ts'
import type { TextRow } from './read.ts'

/** A text of a case as it came with the case. */
export const readText = ({ vault }: Context, key: DataKey, text: TextRow): string =>
  openText(vault, key, text.id, Buffer.from(text.sealed.slice(2), 'hex')).text
