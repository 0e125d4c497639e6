import type { Instant } from '#domain/day'
import type { AttemptState, News, NoticeState, Outlet } from '#domain/notice'
import { attemptText, noticeText } from '#domain/notice-words'

export type NoticeRow = {
  at: Instant
  news: News
  state: NoticeState
  is_read: boolean
  attempts: { at: Instant; outlet: Outlet; tries: number; state: AttemptState; outcome: string | null }[]
}

const TIME = (at: string) => `to_char(${at}, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')`

/** Of one case, what its applicant was told, but for their own steps; a part of the question that reads the case. */
export const noticesOf = (caseId: string): string =>
  `coalesce((select json_agg(json_build_object('at', ${TIME('n.at')}, 'news', n.news, 'state', n.state,
       'is_read', n.read_at is not null,
       'attempts', coalesce((select json_agg(json_build_object('at', ${TIME('t.at')}, 'outlet', t.outlet,
           'tries', t.tries, 'state', t.state, 'outcome', t.outcome) order by t.at, t.outlet desc)
         from notice_attempt t where t.notice_id = n.id), '[]')) order by n.id)
     from notice n where n.case_id = ${caseId} and n.account_id = c.applicant_id and n.state <> 'told'), '[]')`

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
  notices.flatMap(({ at, news, state, is_read, attempts }) => [
    line(at, state, noticeText(news, state, is_read)),
    ...attempts.map((attempt) => line(attempt.at, attempt.state, attemptText({ ...attempt, news }))),
  ])
