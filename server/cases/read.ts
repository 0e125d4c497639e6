import type { AUDIENCES } from '#contract/case'
import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import type { Deed } from '#domain/procedure'
import { sql } from '../db/sql.ts'
import { documentsOf, type ListedDocument } from '../documents/list.ts'
import { type CaseFile, filesOf } from '../files/list.ts'
import { type NoticeRow, noticesOf } from '../outbox/told.ts'

export type Audience = (typeof AUDIENCES)[number]

export type EventRow = {
  seq: number
  at: Instant
  by_id: string | null
  role: string
  action: string
  from_status: string | null
  to_status: string
  facts: Readonly<Record<string, string>>
  text_id: string | null
}

export type TextRow = {
  id: string
  kind: 'form' | 'message' | 'note' | 'answer' | 'paper'
  at: Instant
  by_id: string
  role: string
  /** Hexadecimal with `\x` before it, as PostgreSQL puts bytes into JSON. */
  sealed: string
  state: 'passed' | 'held' | 'released'
  audience: Audience
  file_ids: string[]
}

/** The other case of a link, as far as it takes to decide who may know of it. */
export type LinkRow = Pick<
  CaseRow,
  | 'number'
  | 'kind'
  | 'status'
  | 'applicant_id'
  | 'other_side_ids'
  | 'handler_id'
  | 'organisation_id'
  | 'region_code'
  | 'unproven'
> & { rel: string; case_id: string }

/** The columns of a case that lists need. */
export type CaseRow = {
  id: string
  county: string
  number: string
  kind: Kind
  status: string
  version: number
  organisation_id: string
  organisation_name: string
  handler_id: string | null
  applicant_id: string
  other_side_ids: string[]
  region_code: string
  region_path: string | null
  channel: string | null
  topic: string | null
  urgent: boolean
  danger: string[]
  opened_at: Instant
  closed_at: Instant | null
  starts_at: Instant | null
  ends_at: Instant | null
  due_at: Instant | null
  attempts: number
  retry_at: Instant | null
  alarm_at: Instant | null
  unproven: boolean
  hushed: boolean
  nameless: boolean
  data_key: Buffer | null
  seq: number
  head: Buffer
  applicant_key: Buffer | null
  applicant_name: Buffer | null
  applicant_phone: Buffer | null
  applicant_phone_used_at: Instant | null
  handler_key: Buffer | null
  handler_name: Buffer | null
  /** The applicant has left: what must be archived is only kept (PIPL art. 47(2)). */
  is_frozen: boolean
}

export type WholeCase = CaseRow & {
  score: number | null
  comment: Buffer | null
  events: EventRow[]
  texts: TextRow[]
  links: LinkRow[]
  files: CaseFile[]
  documents: ListedDocument[]
  notices: NoticeRow[]
}

const COLUMNS = `c.id, c.county, c.number, c.kind, c.status, c.version, c.organisation_id,
  o.name as organisation_name, c.handler_id, c.applicant_id, c.other_side_ids, c.region_code, r.path as region_path,
  c.channel, c.topic, c.urgent, c.danger, c.opened_at, c.closed_at, c.starts_at, c.ends_at, c.due_at,
  c.attempts, c.retry_at, c.alarm_at, c.unproven, c.hushed, c.nameless, c.data_key, c.seq, c.head,
  a.data_key as applicant_key, a.name as applicant_name, a.phone as applicant_phone,
  a.phone_used_at as applicant_phone_used_at, a.cancelled_at is not null as is_frozen,
  h.data_key as handler_key, h.name as handler_name`

const SOURCES = `case_file c
  join organisation o on o.id = c.organisation_id
  join account a on a.id = c.applicant_id
  left join region r on r.code = c.region_code
  left join account h on h.id = c.handler_id`

/** Times inside JSON as the driver would give them. */
const TIME = `to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')`

/** One question to the database for everything a case shows. */
export const whole = sql<WholeCase>(
  'case_whole',
  `select ${COLUMNS}, g.score, g.comment,
     coalesce((select json_agg(json_build_object('seq', e.seq, 'at', ${TIME}, 'by_id', e.by_id, 'role', e.role,
         'action', e.action, 'from_status', e.from_status, 'to_status', e.to_status, 'facts', e.facts, 'text_id', e.text_id) order by e.seq)
       from case_event e where e.case_id = c.id), '[]') as events,
     coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'at', ${TIME}, 'by_id', e.by_id,
         'role', e.role, 'sealed', e.sealed, 'state', e.state, 'audience', e.audience, 'file_ids', e.file_ids) order by e.id)
       from case_text e where e.case_id = c.id), '[]') as texts,
     coalesce((select json_agg(json_build_object('rel', l.rel, 'case_id', l.other_id, 'number', d.number,
         'kind', d.kind, 'status', d.status, 'applicant_id', d.applicant_id, 'other_side_ids', d.other_side_ids, 'handler_id', d.handler_id,
         'organisation_id', d.organisation_id, 'region_code', d.region_code, 'unproven', d.unproven))
       from case_link l join case_file d on d.id = l.other_id where l.case_id = c.id), '[]') as links,
     ${filesOf('c.id')} as files, ${documentsOf('c.id')} as documents, ${noticesOf('c.id')} as notices
   from ${SOURCES} left join rating g on g.case_id = c.id
   where c.id = $1`,
)

/** The case alone, held until the end of the transaction. */
export const locked = sql<CaseRow>(
  'case_locked',
  `select ${COLUMNS} from ${SOURCES} where c.id = $1 for update of c`,
)

/** Cases in which a danger waits to be looked at: `kind organisation`; kinds with the stem of a place each. */
export const alarmed = sql<CaseRow>(
  'case_alarmed',
  `select ${COLUMNS} from ${SOURCES} where c.alarm_at is not null
     and (c.kind || ' ' || c.organisation_id = any($1)
       or exists (select from unnest($2::text[], $3::text[]) w (kind, stem)
         where w.kind = c.kind and c.region_code like w.stem))
     and c.applicant_id <> $4 and not c.other_side_ids @> array[$4]
     and ($5::text is null or (c.alarm_at, c.id) > (split_part($5, ' ', 1)::timestamptz, split_part($5, ' ', 2)))
   order by c.alarm_at, c.id limit $6`,
)

export type DeedRow = Pick<EventRow, 'seq' | 'at' | 'by_id' | 'action' | 'to_status' | 'facts'>

export const deeds = sql<DeedRow>(
  'case_deeds',
  'select seq, at, by_id, action, to_status, facts from case_event where case_id = $1 order by seq',
)

/** The history as the rules read it. */
export const pastOf = (events: readonly DeedRow[]): Deed[] =>
  events.map(({ at, by_id, action, to_status, facts }) => ({ at, byId: by_id, action, to: to_status, facts }))

/** The history as the clocks read it. */
export const stepsOf = (events: readonly Pick<EventRow, 'at' | 'to_status' | 'action' | 'facts'>[]) =>
  events.map(({ at, to_status, action, facts }) => ({ at, to: to_status, action, facts }))

const CONDITIONS = {
  kinds: (n: number) => `c.kind = any($${n})`,
  kind: (n: number) => `c.kind = $${n}`,
  status: (n: number) => `c.status = $${n}`,
  /** Whether somebody waits for something that was promised. */
  promised: (n: number) => `(c.closed_at is null and c.due_at is not null) = $${n}::boolean`,
  overdue: (n: number) => `c.closed_at is null and c.due_at < $${n}`,
  day: (n: number) => `c.starts_at >= $${n}::date and c.starts_at < $${n}::date + 1`,
  /** A call without a seat is for every desk of its house. */
  desk: (
    n: number,
  ) => `c.kind = 'hotline' and not exists (select from booking b join slot s on s.id = b.slot_id
    where b.case_id = c.id and s.desk_id <> $${n})`,
  channel: (n: number) => `c.channel = $${n}`,
  number: (n: number) => `c.number = $${n}`,
  below: (n: number) => `c.region_code like $${n}`,
  phone: (n: number) => `c.applicant_id = (select id from account where phone_index = $${n})`,
  afterId: (n: number) => `c.id < $${n}`,
  afterStart: (n: number) =>
    `(c.starts_at, c.id) > (split_part($${n}, ' ', 1)::timestamptz, split_part($${n}, ' ', 2))`,
  afterOrder: (n: number) =>
    `(c.desk_order, c.id) > (split_part($${n}, ' ', 1)::bigint, split_part($${n}, ' ', 2))`,
} as const

export type Filter = Partial<Record<keyof typeof CONDITIONS, unknown>>

/** Each set of filters is a statement of its own, so that each is planned for what it asks. */
function listing(name: string, scope: string, order: string) {
  return (filter: Filter) => {
    const names = (Object.keys(CONDITIONS) as (keyof Filter)[]).filter((key) => filter[key] !== undefined)
    const where = [scope, ...names.map((key, index) => CONDITIONS[key](index + 3))].join(' and ')
    const text = `select ${COLUMNS}, c.desk_order from ${SOURCES} where ${where} order by ${order} limit $2`
    return {
      statement: sql<CaseRow & { desk_order: number }>([name, ...names].join('/'), text),
      values: names.map((key) => filter[key]),
    }
  }
}

export const mine = listing(
  'case_mine',
  '(c.applicant_id = $1 or c.other_side_ids @> array[$1])',
  'c.id desc',
)
/** What one member of staff has, in the order of a desk; the same on one day. */
export const ofHandler = listing('case_handler', 'c.handler_id = $1', 'c.desk_order, c.id')
export const ofHandlerOnDay = listing('case_handler_day', 'c.handler_id = $1', 'c.starts_at, c.id')
/** Of one county, for those who watch over a region; calls are watched over at their own desk. */
const IN_COUNTY = `c.county = $1 and c.kind <> 'hotline'`
export const ofRegion = listing('case_region', IN_COUNTY, 'c.desk_order, c.id')
export const ofRegionOnDay = listing('case_region_day', IN_COUNTY, 'c.starts_at, c.id')
/** Of one organisation: urgent first, then by what is due, closed last. */
export const ofDesk = listing('case_desk', 'c.organisation_id = $1', 'c.desk_order, c.id')
/** Of one organisation on one day, by the time of the appointment. */
export const ofDay = listing('case_day', 'c.organisation_id = $1', 'c.starts_at, c.id')
