import type { Instant } from '#domain/day'
import type { AttemptState, News, NoticeState, Outlet } from '#domain/notice'
import { attemptText, noticeText } from '#domain/notice-words'

export type NoticeRow = {
  at: Instant
  /** Whom it was for. */
  side: 'applicant' | 'other_side'
  news: News
  state: NoticeState
  is_read: boolean
  attempts: { at: Instant; outlet: Outlet; tries: number; state: AttemptState; outcome: string | null }[]
}

const TIME = (at: string) => `to_char(${at}, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')`

/** An invitation names no case to whom it may not concern: it is known by the step that sent it. */
const invitationsOf = (caseId: string) =>
  `(select ${caseId} || '/invited/' || i.seq from case_event i where i.case_id = ${caseId} and i.action = 'invite')`

/**
 * Of one case, what both sides were told, but for their own steps; an invitation also while nobody has come forward.
 * A part of the question that reads the case.
 */
export const noticesOf = (caseId: string): string =>
  `coalesce((select json_agg(json_build_object('at', ${TIME('n.at')}, 'news', n.news, 'state', n.state,
       'side', case when n.account_id = c.applicant_id then 'applicant' else 'other_side' end,
       'is_read', n.read_at is not null,
       'attempts', coalesce((select json_agg(json_build_object('at', ${TIME('t.at')}, 'outlet', t.outlet,
           'tries', t.tries, 'state', t.state, 'outcome', t.outcome) order by t.at, t.outlet desc)
         from notice_attempt t where t.notice_id = n.id), '[]')) order by n.id)
     from notice n where n.id in (select id from notice where case_id = ${caseId}
         union all select id from notice where key in ${invitationsOf(caseId)})
       and (n.account_id = c.applicant_id or n.account_id = any(c.other_side_ids) or n.case_id is null)
       and n.state <> 'told'), '[]')`

const line = (at: Instant, state: string, text: string) => ({
  at,
  by: '系统',
  role: 'system',
  action: 'notice',
  from: null,
  to: state,
  text,
  note: null,
})

/** Lines of the timeline for staff: no more than is known. */
export const toldLines = (notices: readonly NoticeRow[]) =>
  notices.flatMap(({ at, side, news, state, is_read, attempts }) => [
    line(at, state, noticeText({ news, side }, state, is_read)),
    ...attempts.map((attempt) => line(attempt.at, attempt.state, attemptText({ ...attempt, news, side }))),
  ])
