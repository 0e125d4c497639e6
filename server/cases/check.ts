import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'

/** Checks words that others will read; the platform knows their author by the WeChat identity, where there is one. */
export const checkWords = (context: Context, accountId: string, words: string): Promise<'passed' | 'held'> =>
  context.checkText(
    words,
    async () => (await readPerson(context, context.database, accountId))?.openId ?? null,
  )
