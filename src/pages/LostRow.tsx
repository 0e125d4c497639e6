import { Row } from '#components/Card'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'

const LOST_ROW = { title: '没有通知到的人', detail: '发不出去的消息，每次怎样试过' } as const

/** The way to the notices that did not arrive, for those who lead no shift and answer for them. */
const answers = hasStaffRole(['bureau_officer', 'city_admin'])

export function LostRow() {
  return useSession(answers) ? (
    <Row icon="phone" title={LOST_ROW.title} detail={LOST_ROW.detail} onTap={() => go('lost')} />
  ) : null
}
