import type { InquiryOwn, Utterance } from '#contract/inquiry'
import { INQUIRY_ACTIONS } from '#contract/inquiry'
import { ADVICE_ONLY } from '#domain/consultation'
import { dayOf, type Instant, spokenDay, spokenTime } from '#domain/day'
import { nextInLine, STAGES, type Stage, stageOf } from '#domain/inquiry'
import { STAGE_NAME } from '#domain/inquiry-words'
import type { Deed } from '#domain/procedure'
import { linesOf } from '../cases/fields.ts'
import type { CaseRow, WholeCase } from '../cases/read.ts'
import { pastOf } from '../cases/read.ts'
import { papersOf } from '../cases/sections.ts'
import { readText } from '../cases/texts.ts'
import { nameOfRole } from '../cases/who.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'
import type { DataKey } from '../vault/vault.ts'
import { coverOf } from './cover.ts'

type Viewer = { caller: Caller; now: Instant }

const named = sql<{ account_id: string; id: string; name: string }>(
  'adviser_names',
  'select account_id, id, name from adviser where account_id = any($1)',
)
const waiting = sql(
  'ledger_to_confirm',
  `select from ledger_line where case_id = $1 and verification = 'waiting' limit 1`,
)

/** Who has it, who had it, who would come next; what was asked and answered. */
export async function readOwn(context: Context, row: WholeCase, viewer: Viewer): Promise<InquiryOwn> {
  const { database } = context
  const past = pastOf(row.events)
  const people = await peopleIn(database, past, row)
  const stage = stageOf(past)
  const key = row.data_key && context.vault.openKey(row.data_key, `case/${row.id}`)
  const promisedAt = row.status === 'asked' ? row.due_at : null
  const isOwn = viewer.caller.accountId === row.applicant_id
  return {
    village: { code: row.region_code, name: row.region_path?.split(' ').at(-1) ?? row.region_code },
    stage,
    withText: withText(row, stage, people),
    promisedAt,
    promiseText: promisedAt && `${spokenDay(dayOf(promisedAt))} ${spokenTime(promisedAt)}前答复`,
    chain: [...linksIn(past, people, row), ...(await following(database, past, row, viewer.now))],
    thread: key ? threadOf(context, key, row, viewer) : [],
    adviserId: (row.handler_id && people.get(row.handler_id)?.id) ?? null,
    canConfirm: isOwn && (await database.run(waiting, row.id)) > 0,
  }
}

type People = ReadonlyMap<string, { id: string; name: string; pool?: string }>

async function peopleIn(db: Db, past: readonly Deed[], row: CaseRow): Promise<People> {
  const ids = [
    ...past.flatMap(({ facts }) => facts.holder ?? []),
    ...(row.handler_id ? [row.handler_id] : []),
  ]
  const rows = await db.many(named, [...new Set(ids)])
  return new Map(rows.map(({ account_id, id, name }) => [account_id, { id, name }]))
}

/** 村（社区）法律顾问 舒顾问; 值班律师（溆浦县12348热线） */
function withText(row: CaseRow, stage: Stage, people: People): string {
  const name = row.handler_id && people.get(row.handler_id)?.name
  if (name) return `${STAGE_NAME[stage]} ${name}`
  return stage === 'hotline' ? row.organisation_name : `${STAGE_NAME[stage]}（${row.organisation_name}）`
}

const isStage = (text: string | undefined): text is Stage => STAGES.some((stage) => stage === text)

const WHY_LEFT: Readonly<Record<string, string>> = {
  move_on: '没有按时答复',
  pass_on: '不再负责',
  refuse_for_conflict: '换人答复',
  follow_up: '暂时不在',
}

/** Everybody who has had it, oldest first; of each but the last, why it left. */
function linksIn(past: readonly Deed[], people: People, row: CaseRow): InquiryOwn['chain'] {
  const given = past.filter(({ facts }) => isStage(facts.stage))
  return given.flatMap(({ facts, at }, n) => {
    const next = given[n + 1]
    if (!isStage(facts.stage)) return []
    const name = facts.holder ? people.get(facts.holder)?.name : null
    return [
      {
        stage: facts.stage,
        text: [STAGE_NAME[facts.stage], name].filter(Boolean).join(' '),
        state: next || row.closed_at ? ('past' as const) : ('now' as const),
        at: next?.at ?? at,
        note: next ? (WHY_LEFT[next.action] ?? null) : null,
      },
    ]
  })
}

/** Who comes next if there is no answer in time. */
async function following(
  db: Db,
  past: readonly Deed[],
  row: CaseRow,
  now: Instant,
): Promise<InquiryOwn['chain']> {
  if (row.status !== 'asked') return []
  const cover = await coverOf(db, row.region_code, dayOf(now))
  const next = cover && nextInLine(past, cover.chain)
  if (!next) return []
  const text = [STAGE_NAME[next.stage], next.accountId && cover.nameOf(next.stage)].filter(Boolean).join(' ')
  return [{ stage: next.stage, text, state: 'next', at: null, note: null }]
}

function threadOf(context: Context, key: DataKey, row: WholeCase, viewer: Viewer): Utterance[] {
  const form = row.texts.find(({ kind, state }) => kind === 'form' && state !== 'held')
  const question = form && stringIn(JSON.parse(readText(context, key, form)), 'question')
  const isOwn = viewer.caller.accountId === row.applicant_id
  const asked: Utterance[] =
    form && question
      ? [said('question', row.opened_at, isOwn, isOwn ? '我' : '提问人', [{ label: null, text: question }])]
      : []
  const later = papersOf(context, key, row).flatMap(({ action, at, byId, role, paper }): Utterance[] => {
    const mine = byId === viewer.caller.accountId
    const by = mine ? '我' : role === 'resident' ? '提问人' : nameOfRole(role)
    if (action === 'answer') {
      const { category: _, result: __, ...rest } = paper
      const parts = linesOf(INQUIRY_ACTIONS.answer, rest).map(({ label, text }) => ({ label, text }))
      return [{ ...said('answer', at, mine, by, parts), notice: ADVICE_ONLY }]
    }
    if (action !== 'follow_up' && action !== 'ask_back') return []
    return [said(action, at, mine, by, [{ label: null, text: stringIn(paper, 'question') ?? '' }])]
  })
  return [...asked, ...later]
}

const said = (
  kind: Utterance['kind'],
  at: Instant,
  mine: boolean,
  by: string,
  parts: Utterance['parts'],
): Utterance => ({ at, kind, by, mine, parts, notice: null })

const stringIn = (words: Readonly<Record<string, unknown>>, name: string): string | null => {
  const text = words[name]
  return typeof text === 'string' && text ? text : null
}
