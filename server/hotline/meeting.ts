import { type HotlineOwn, hotlineOwn } from '#contract/hotline'
import { spokenTime } from '#domain/day'
import { meetingHours, meetingUrl } from '#domain/meeting'
import type { KindOfCase, Shown } from '../cases/kind.ts'
import type { WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

const roomOf = sql<{ meeting_url: string | null }>(
  'desk_meeting',
  `select d.meeting_url from booking b join slot s on s.id = b.slot_id join desk d on d.id = s.desk_id
   where b.case_id = $1 and b.held`,
)

/** The office's own meeting service; the room is a word that says nothing of the person. */
async function read(context: Context, row: WholeCase, { now }: { now: string }): Promise<HotlineOwn> {
  const { starts_at: startsAt, ends_at: endsAt } = row
  if (row.channel !== 'video' || row.closed_at || !startsAt || !endsAt) return { meeting: null }
  const booked = await context.database.one(roomOf, row.id)
  const template = booked?.meeting_url ?? context.env.meetingUrl
  if (!booked || !template) return { meeting: null }
  const { from, until } = meetingHours({ startsAt, endsAt })
  const room = context.vault.index('token', `meeting/${row.id}`).toString('base64url').slice(0, 16)
  const isTime = from <= now && now <= until
  return { meeting: { from, until, url: isTime ? meetingUrl(template, room) : null } }
}

export const own: NonNullable<KindOfCase['own']> = { schema: hotlineOwn, read }

/** In words, for the page of the case. */
export function meetingSection({ own: held }: Shown) {
  const { meeting } = held as HotlineOwn
  if (!meeting) return []
  const lines = meeting.url ? [{ name: 'meeting', label: '会议链接', text: meeting.url }] : []
  const note = meeting.url
    ? '点开或复制到浏览器打开。链接不含你的信息，请不要转给别人。'
    : `到${spokenTime(meeting.from)}，这里会出现会议链接。`
  return [{ title: '视频咨询', lines, note, law: null }]
}
