import type { Instant } from '#domain/day'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { type Event, hashOf, NO_HEAD, openText } from './chain.ts'
import { headsOf, sealOf } from './seal.ts'

type Chain = { id: string; head: Buffer; seq: number; data_key: Buffer | null }
type Link = {
  seq: number
  at: Instant
  by_id: string | null
  role: string
  action: string
  from_status: string | null
  to_status: string
  facts: Record<string, string>
  text_id: string | null
  digest: Buffer | null
  hash: Buffer
  sealed: Buffer | null
}

const chains = sql<Chain>(
  'verify_chains',
  'select id, head, seq, data_key from case_file where id > $1 order by id limit 500',
)
const links = sql<Link>(
  'verify_links',
  `select e.seq, e.at, e.by_id, e.role, e.action, e.from_status, e.to_status, e.facts, e.text_id, e.digest, e.hash,
     t.sealed
   from case_event e left join case_text t on t.id = e.text_id where e.case_id = $1 order by e.seq`,
)
const seals = sql<{ day: string; cases: number; hash: Buffer }>(
  'verify_seals',
  'select day, cases, hash from chain_seal order by day',
)
const kept = sql<{ hash: Buffer }>(
  'verify_kept',
  'select hash from case_event where case_id = $1 and seq = $2',
)

export type Verdict = { cases: number; events: number; broken: string | null }

const eventOf = (caseId: string, link: Link): Event => ({
  caseId,
  seq: link.seq,
  at: link.at,
  byId: link.by_id,
  role: link.role,
  action: link.action,
  from: link.from_status,
  to: link.to_status,
  facts: link.facts,
  textId: link.text_id,
  digest: link.digest?.toString('hex') ?? null,
})

/** Walks every chain to its first broken link. `seen` is told how far it has come. */
export async function verifyChains(
  context: Context,
  seen: (cases: number) => void = () => {},
): Promise<Verdict> {
  const verdict: Verdict = { cases: 0, events: 0, broken: await brokenSeal(context) }
  for (let after = ''; verdict.broken === null; ) {
    const page = await context.database.many(chains, after)
    for (const chain of page) {
      const { events, broken } = await verifyChain(context, chain)
      verdict.cases += 1
      verdict.events += events
      verdict.broken ??= broken
    }
    seen(verdict.cases)
    after = page.at(-1)?.id ?? ''
    if (page.length < 500) break
  }
  return verdict
}

async function verifyChain(
  context: Context,
  chain: Chain,
): Promise<{ events: number; broken: string | null }> {
  const rows = await context.database.many(links, chain.id)
  let head: Buffer = NO_HEAD
  for (const [index, link] of rows.entries()) {
    const where = `case ${chain.id}, event ${index + 1}`
    if (link.seq !== index + 1) return { events: index, broken: `${where} is missing` }
    head = hashOf(context.vault, head, eventOf(chain.id, link))
    if (!head.equals(link.hash)) return { events: index, broken: `${where} was changed` }
    if (isForeign(context, chain, link)) return { events: index, broken: `${where}: its text was changed` }
  }
  const whole = rows.length === chain.seq && head.equals(chain.head)
  return { events: rows.length, broken: whole ? null : `case ${chain.id}: the last events are missing` }
}

/** An erased text is missing; one that is there must be the one that the event speaks of. */
function isForeign({ vault }: Context, { id, data_key }: Chain, { text_id, sealed, digest }: Link): boolean {
  if (!data_key || !text_id || !sealed || !digest) return false
  try {
    const { salt, text } = openText(vault, vault.openKey(data_key, `case/${id}`), text_id, sealed)
    return !vault.digest(salt, text).equals(digest)
  } catch {
    return true
  }
}

/** The daily seals, and that every head they keep is still in its chain. */
async function brokenSeal({ database, vault }: Context): Promise<string | null> {
  let previous: Buffer = Buffer.alloc(0)
  for (const { day, cases, hash } of await database.many(seals)) {
    const heads = await database.many(headsOf, day)
    const seal = sealOf(vault, previous, day, heads)
    if (heads.length !== cases || !seal.equals(hash)) return `the seal of ${day} was changed`
    for (const head of heads) {
      const event = await database.one(kept, head.case_id, head.seq)
      if (!event?.hash.equals(head.hash))
        return `case ${head.case_id}: sealed on ${day} with ${head.seq} events, now cut or changed`
    }
    previous = seal
  }
  return null
}
