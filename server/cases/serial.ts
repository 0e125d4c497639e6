import { caseNumber } from '#domain/case-number'
import { type Day, dayOf, type Instant } from '#domain/day'
import { type Kind, PREFIX } from '#domain/kind'
import { type Database, sql } from '../db/sql.ts'

const takeBlock = sql<{ next: number }>(
  'serial_block',
  `insert into serial (scope, next) values ($1, 1 + $2)
   on conflict (scope) do update set next = serial.next + $2
   returning next - $2 as next`,
)

/** Few enough that a quiet county shows small gaps, many enough that a busy one does not queue here. */
const BLOCK = 8

/** `taken` is the number handed out last. */
type Block = { day: Day; taken: number; end: number }

const NONE: Block = { day: '', taken: 0, end: 0 }

/** Hands out numbers from blocks of its own: unique across processes, never used again, with gaps. */
export function numbering(database: Database) {
  const turns = new Map<string, Promise<Block>>()

  const fresh = async (scope: string, day: Day): Promise<Block> => {
    const row = await database.one(takeBlock, `${scope}-${day}`, BLOCK)
    if (!row) throw new Error('no serial number')
    return { day, taken: row.next, end: row.next + BLOCK }
  }

  /** One after another within a scope; a failed turn leaves nothing behind. */
  const take = async (scope: string, day: Day): Promise<number> => {
    const turn = (turns.get(scope) ?? Promise.resolve(NONE))
      .catch(() => NONE)
      .then((last) =>
        last.day === day && last.taken + 1 < last.end
          ? { ...last, taken: last.taken + 1 }
          : fresh(scope, day),
      )
    turns.set(scope, turn)
    return (await turn).taken
  }

  return async (kind: Kind, county: string, now: Instant): Promise<string> =>
    caseNumber(kind, county, dayOf(now), await take(`${PREFIX[kind]}${county}`, dayOf(now)))
}

export type Numbering = ReturnType<typeof numbering>
