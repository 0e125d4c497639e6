import type { Tone } from '#components/Tag'
import type { Verdict } from '#domain/rules-review'

export const VERDICT_TONE: Readonly<Record<Verdict, Tone>> = { lawful: 'ok', amend: 'warn', strike: 'danger' }
